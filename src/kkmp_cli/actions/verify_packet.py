"""Whether a packet says what the register had recorded when it was made, and what it would say now.

The packet is made again out of the history up to the run that it names, in its own format, and the
two files are compared text by text. Never enters: how a packet is written (`remake`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from pathlib import Path

from kkmp_cli.actions import packet_text, printed_head
from kkmp_cli.actions.packet_text import Kind, Texts
from kkmp_cli.actions.packet_text.outline import COLUMNS
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_places
from kkmp_cli.errors import Advice, Command, Refused, Unusable
from kkmp_cli.milestones import book_year_of
from kkmp_cli.model.provenance import MARK, Origin
from kkmp_cli.model.run import COOPERATIVE, AsKnown, Run
from kkmp_cli.model.verification import Changed, TextDifference, Verified
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.register import heads, log
from kkmp_cli.register.location import MAGIC
from kkmp_cli.register.reader import Reader
from kkmp_cli.sheets import packages

Remake = Callable[[Origin, str, AsKnown | None, bool], bytes]
"""The packet of this origin in a format, as the register knew it then; None: as it does now. False:
without the letterhead and who signs.
"""
_ALIGNED = 2_000
"""Texts of one place that are aligned; of more, each is held against the one in its place."""
_RUNS = 500
"""Runs since that are looked at; of more it is only said how many."""
_FRAME = {None, "–"}
"""A column that came or went, where it says nothing."""
_WORDS = {"usaha": "beroperasi"}
"""What a packet calls a field besides its label."""


def verify(session: Session, path: Path, remake: Remake) -> Verified:
    """Holds a packet against the register. Raises Unusable for what is no packet that can be made
    again, Refused where the register does not hold its history.
    """
    content = _whole(path)
    origin = printed_head.origin(content, path)
    if origin is None:
        raise _without_origin(session, path)
    kind = packet_text.kind_of(content, path.name)
    run, since = _place_in_history(session, origin, path)
    again = remake(origin, kind.name, run, True)
    found = Verified(path.name, kind.name, origin, run, again == content, since=since)
    found = _compared(found, kind, again, content)
    return _with_changes(session, found, remake) if since else found


def _compared(found: Verified, kind: Kind, again: bytes, content: bytes) -> Verified:
    """The same with what differs, and how many texts were compared."""
    if found.to_the_byte:
        return found
    recorded, printed = (kind.texts(one, found.file) for one in (again, content))
    several = [*differences(recorded, printed)]
    return found._replace(differences=several, compared=sum(map(len, recorded.values())))


def _whole(path: Path) -> bytes:
    """The file. Raises Unusable where it is larger than any packet, or a register."""
    content = printed_head.content_of(path)
    if len(content) > packages.FILE_LIMIT or content.startswith(MAGIC):
        raise Unusable(f"{path.name} bukan paket kkmp.", "Sebut berkas dari `kkmp report -o`.")
    return content


def _without_origin(session: Session, path: Path) -> Unusable:
    """The refusal of a packet that does not say how it was made; a head alone is looked up."""
    try:
        head = printed_head.read(path)
    except Unusable:
        remedy = f"Yang dapat diperiksa: {packet_text.KNOWN}, dari `kkmp report -o`."
        return Unusable(f"{path.name} bukan paket kkmp.", remedy)
    with session.reading() as register:
        run = heads.contains(register, head) if head else None
    if head is None or run is None:
        return _foreign(path)
    message = (
        f"{path.name} memuat kepala riwayat {head.short}, yang ada di register ini (pekerjaan "
        f"{run}), tetapi tidak memuat cara membuatnya; angkanya tidak dapat dibandingkan."
    )
    days = "--per", "…", "--seperti-tercatat", "…"
    report = Command("report", "--kota", "…", *days)
    return Unusable(message, Advice("Cetak lagi untuk dibandingkan sendiri: {}.", report))


def _foreign(path: Path) -> Unusable:
    message = f"Riwayat yang disebut {path.name} tidak termuat di register ini."
    remedy = (
        "Riwayatnya dipotong atau diganti, atau paket itu dari register lain: sebut dengan --db."
    )
    return Unusable(message, remedy)


def _place_in_history(session: Session, origin: Origin, path: Path) -> tuple[int, int]:
    """The run of a packet, and how many there are after it. Raises Refused where there is none, and
    for a packet of every kota where who asks may not read them.
    """
    with session.reading() as register:
        if not (origin.kota or origin.kecamatan):
            refuse_places(register, [("", "semua kota")])
        run = heads.contains(register, heads.read(origin.head))
        if run is None:
            raise Refused(_foreign(path).message, _foreign(path).remedy)
        return run, log.last_run(register, None) - run


def differences(recorded: Texts, printed: Texts) -> Iterator[TextDifference]:
    """Place by place what is not the same, in the order of the packet as recorded."""
    for place in {**recorded, **printed}:
        for pair in _pairs(recorded.get(place, []), printed.get(place, [])):
            yield TextDifference(place, *pair)


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    if before == after:
        return
    if len(before) + len(after) > _ALIGNED:
        yield from (pair for pair in zip_longest(before, after) if pair[0] != pair[1])
        return
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield from zip_longest(before[i:j], after[k:m])


def _with_changes(session: Session, found: Verified, remake: Remake) -> Verified:
    """The same with what would differ today, and who did it."""
    with session.reading() as register:
        runs = _runs_since(register, found)
        words = {run.id: _words(run, register.vocabulary) for run in runs}
    changed = [Changed(*each, runs=_by(each, words)) for each in _figures_since(found, remake)]
    return found._replace(changed=changed, runs=runs)


def _figures_since(found: Verified, remake: Remake) -> Iterator[TextDifference]:
    """What the same report says today that it did not say then."""
    then, now = (
        packet_text.texts_of("md", remake(found.origin, "md", known_at, False), found.file)
        for known_at in (found.run, None)
    )
    return filter(_is_figure, differences(then, now))


def _is_figure(one: TextDifference) -> bool:
    """False for what tells of the printing (the last line, the origin), and for a table's frame."""
    texts = f"{one.recorded} {one.printed}"
    printing = heads.PRINTED in texts or MARK in texts
    framing = COLUMNS in one.place or {one.recorded, one.printed} == _FRAME
    return not printing and not framing


def _runs_since(register: Reader, found: Verified) -> list[Run]:
    """The runs after that of the packet that touched what it is about, newest first."""
    wanted = log.HistoryFilter(limit=_RUNS)
    later = takewhile(lambda run: run.id > found.run, log.each_run(register, wanted))
    where = (found.origin.kecamatan,) if found.origin.kecamatan else found.origin.kota
    return [run for run in later if _touches(run, tuple(filter(None, where)))]


def _touches(run: Run, where: tuple[str, ...]) -> bool:
    """True where a run (or what it undid) is about one of these places, or about the office."""
    return run.undoes is not None or any(
        event.entity != COOPERATIVE or not where or (event.kode or "").startswith(where)
        for event in run.events
    )


def _words(run: Run, vocabulary: Vocabulary) -> set[str]:
    """What a packet calls the fields that a run touched."""
    owners = {vocabulary.owner_of(event.field) for event in run.events}
    labels = {vocabulary.label_of(owner).casefold() for owner in owners}
    years = {"rat" for owner in owners if book_year_of(owner)}
    return labels | years | {_WORDS[owner] for owner in owners if owner in _WORDS}


def _by(one: TextDifference, words: Mapping[int, set[str]]) -> tuple[int, ...]:
    """The runs that touched what a figure is called after; all of them where none did."""
    place = " ".join((*one.place, one.recorded or "", one.printed or "")).casefold()
    named = [run for run, labels in words.items() if any(label in place for label in labels)]
    return tuple(named or words)
