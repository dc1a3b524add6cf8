"""`kkmp import --remember` and `--forget`: what a heading or a word of cells means in this office,
kept in the register.

Each is a record with its history, so `kkmp history` shows it and `kkmp undo` takes it back. How a
remembered heading is read is in `importing`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.importing.headings.maps import Map, read_map
from kkmp_cli.importing.headings.word_meanings import (
    WordMeaning,
    kept,
    read_meaning,
    state_kept,
    word_key,
)
from kkmp_cli.model.event import Event
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import rows_of
from kkmp_cli.register.writer import Writer

ENTITY = "judul"


class ForgottenHeadings(NamedTuple):
    """Headings that are remembered no more, and the run."""

    headings: Sequence[str]
    run: int | None


def remembered(register: Reader) -> tuple[Map, ...]:
    """What headings the register remembers, in the order in which it was told."""
    return tuple(Map(*row) for row in register.headings() if state_kept(row[1]) is None)


def remembered_words(register: Reader) -> tuple[WordMeaning, ...]:
    """The words of cells that it remembers."""
    return tuple(filter(None, (kept(*row, register.vocabulary) for row in register.headings())))


def known_by(session: Session) -> tuple[Vocabulary, tuple[Map, ...]]:
    """The fields of a register and the headings that it remembers; where there is none yet, those
    of every register.
    """
    if not engine_of(session.location).taken():
        return built_in(), ()
    with session.reading() as register:
        return register.vocabulary, remembered(register)


def news(register: Reader, maps: Iterable[str], words: Iterable[str] = ()) -> tuple[Map, ...]:
    """The maps and words of a call that are not remembered yet, or otherwise; the last for each.

    Raises Refused for a column that is named by its letter: in another file it is another one.
    """
    current = {_key(*row): row[1] for row in register.headings()}
    explained = [*_told(register.vocabulary, maps, words)]
    for one in explained:
        if one.position is not None:
            raise Refused(
                f"--remember: `{short(one.heading)}` tidak dapat diingat; di berkas lain kolom itu "
                f"lain.",
                "Beri kolomnya judul, atau ulangi tanpa --remember.",
            )
    stated = {_key(*one): one for one in explained}
    return tuple(one for key, one in stated.items() if current.get(key) != one.name)


def _told(vocabulary: Vocabulary, maps: Iterable[str], words: Iterable[str]) -> Iterator[Map]:
    yield from (read_map(each, vocabulary) for each in maps)
    yield from (Map(*read_meaning(word, vocabulary).kept) for word in words)


def _key(heading: str, name: str) -> tuple[bool, str]:
    """By what an entry is the same: whether it is a word of cells, and how it is spelled."""
    is_heading = state_kept(name) is None
    return (False, match_key(heading)) if is_heading else (True, heading)


def remembering(register: Writer, entries: Sequence[Map]) -> list[Event]:
    """The events by which these are remembered instead of what they meant before."""
    if not entries:
        return []
    events = _forgetting(register, {_key(*one) for one in entries})
    for number, one in enumerate(entries, register.next_id(ENTITY)):
        events.append(made(ENTITY, number, {"judul": clean(one.heading), "isian": one.name}))
    return events


def _forgetting(register: Reader, keys: Container[tuple[bool, str]]) -> list[Event]:
    return [
        taken_out(ENTITY, number, row)
        for number, row in rows_of(register, ENTITY).items()
        if _key(row["judul"], row["isian"]) in keys
    ]


def forget(session: Session, names: Sequence[str]) -> ForgottenHeadings:
    """Takes headings and words out of what is remembered. Raises Refused for one that is not."""
    with session.writing() as register:
        current = {_key(*row): row[0] for row in register.headings()}
        keys = [key for name in names for key in _asked(name, current, register.vocabulary)]
        run = record(register, _forgetting(register, keys), session.typed)
    return ForgottenHeadings([current[key] for key in dict.fromkeys(keys)], run)


def _asked(
    name: str, current: Mapping[tuple[bool, str], str], vocabulary: Vocabulary
) -> list[tuple[bool, str]]:
    """The heading and the word of this name, those that are remembered. Raises Refused for none."""
    keys = [(False, match_key(name)), (True, word_key(name, vocabulary))]
    if asked := [key for key in keys if key in current]:
        return asked
    raise _not_remembered(clean(name), current.values())


def _not_remembered(name: str, headings: Iterable[str]) -> Refused:
    listed = ", ".join(f"`{short(heading)}`" for heading in headings) or "belum ada"
    return Refused(f"`{short(name)}` tidak diingat register ini.", f"Yang diingat: {listed}.")


def rows(session: Session) -> list[dict[str, Any]]:
    """What is remembered, a row each."""
    with session.reading() as register:
        return [{"id": number, **row} for number, row in rows_of(register, ENTITY).items()]
