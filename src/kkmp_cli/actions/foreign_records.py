"""Trainings with their attendance, targets, figures and follow-ups of another register, by what
they say: what is here is not taken twice, what is empty here is filled, what differs is told.

Never enters: a cooperative's own fields.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kkmp_cli import settings
from kkmp_cli.actions.office_records import made
from kkmp_cli.actions.record_differences import difference, other_target
from kkmp_cli.errors import CellError
from kkmp_cli.importing.foreign_register import ForeignRegister, Taken, Thing
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import KINDS, rows_of
from kkmp_cli.register.writer import Writer

Row = Mapping[str, Any]
Key = tuple[Any, ...]
_MADE_OF = frozenset(("pelatihan", "cooperative_id", "koperasi", "ditetapkan"))
"""What of a row is no word about the thing itself."""
_UNREAD = "catatan kantor berisi teks yang tidak ditulis kkmp; tidak diambil."
_LONGEST = 20_000
"""Letters of a text of a record."""
_DUE = ("batas", "batas_lama")
_NAMES: Mapping[str, Sequence[str]] = {
    "pelatihan": ("kota", "mulai"),
    "target": ("kota", "milestone", "tahun_buku", "batas", "nilai", "ditetapkan"),
    "angka": ("kota", "indikator", "per"),
    "tindak_lanjut": ("kota", "rapat"),
}
_WORDS: Mapping[str, Sequence[str]] = {
    "pelatihan": ("judul",),
    "target": (),
    "angka": ("sumber",),
    "tindak_lanjut": ("uraian", "penanggung_jawab"),
}
"""By which fields, and by which words however spelled, a record is known again."""


class RecordUnion:
    """The records of the register at hand with those of others; `told` is what differs."""

    def __init__(self, register: Reader, concerned: Callable[[str], bool]) -> None:
        self._concerned = concerned
        self.things: dict[Key, Thing] = {}
        self.told: list[str] = []
        self._holding: dict[Key, Thing] = {}
        for thing in _held(register):
            self._keep(thing)

    def _keep(self, thing: Thing) -> Thing:
        known = self.things.setdefault(_identity(thing), thing)
        if thing.kind == "target":
            self._holding[_about(thing)] = thing
        return known

    def add(
        self,
        other: ForeignRegister,
        ids: Mapping[str, int],
        registered: set[int],
        left: Collection[str] = (),
    ) -> None:
        """What another register has of the kota concerned; `ids` are those of areas by code,
        `registered` those of the cooperatives that are here, or come with it, `left` the own fields
        of which nothing is taken.
        """
        here, place = _Here(other, ids, self._concerned, left), other.place
        trainings = {key: self._take(thing, place) for key, thing in here.things("pelatihan")}
        for thing in here.attendances(trainings, registered):
            self._take(thing, place)
        for thing in here.targets():
            self._take_target(thing, place)
        for thing in here.others():
            self._take(thing, place)
        self.told += here.told()

    def _take(self, thing: Thing, place: str) -> Thing:
        """The thing as it is here from now on."""
        known = self._keep(thing)
        if known is not thing:
            moved = thing.kind == "tindak_lanjut" and _moved(known.row, thing.row)
            for name in _differing(known, thing):
                self._complete(known, name, thing, place, moved)
        return known

    def _complete(self, known: Thing, name: str, other: Thing, place: str, moved: object) -> None:
        """What is empty here is filled; a due date goes on where the other register moved it."""
        value = other.row[name]
        empty = known.row[name] is None and name != "batas_lama"
        if empty or (moved is True and name in _DUE):
            if known.id:
                known.news[name] = known.news.get(name, (known.row[name],))[0], value
                known.origin = other.origin
            known.row[name] = value
        elif name not in _DUE or (moved is False and name == "batas"):
            self.told.append(difference(known, name, value, place))

    def _take_target(self, thing: Thing, place: str) -> None:
        """Of several targets for the same the one holds that was set last."""
        known = self._holding.get(_about(thing))
        if thing.row["kota"] is None:
            self.told.append(f"{thing.title} di {place} berlaku untuk semua kota, tidak diambil.")
        elif _identity(thing) in self.things or (known and _says(known) == _says(thing)):
            return
        elif known and known.row["ditetapkan"] >= thing.row["ditetapkan"]:
            self.told.append(other_target(known, thing, place))
        else:
            self._keep(thing)

    @property
    def new(self) -> tuple[Thing, ...]:
        """What is not here yet, in order."""
        return tuple(thing for thing in self.things.values() if thing.id is None)

    @property
    def altered(self) -> tuple[Thing, ...]:
        """What is here and is told more of."""
        return tuple(thing for thing in self.things.values() if thing.news)


class _Here:
    """The records of another register as they would stand here."""

    def __init__(
        self,
        other: ForeignRegister,
        ids: Mapping[str, int],
        concerned: Callable[[str], bool],
        left: Collection[str],
    ) -> None:
        self._other, self._ids, self._concerned = other, ids, concerned
        self._left = {*left}
        self.unread = 0

    def things(self, kind: str) -> Iterator[tuple[int, Thing]]:
        """Those of the kota concerned, with their ids there; what is about an area that is not
        here is left out.
        """
        for key, row in self._other.records[kind].items():
            if not self._may_be_taken(row):
                continue
            codes = self._codes(row)
            several = [self._ids.get(code) for code in codes]
            if self._is_concerned(kind, row, codes) and None not in several:
                origin = self._other.authors.get((kind, key))
                yield key, Thing(kind, None, _as_here(row, several), origin=origin)

    def others(self) -> Iterator[Thing]:
        """The figures and follow-ups."""
        for kind in ("angka", "tindak_lanjut"):
            yield from (thing for _, thing in self.things(kind))

    def told(self) -> Iterator[str]:
        """How many could not be read."""
        if self.unread:
            yield f"{self._other.place}: {self.unread} {_UNREAD}"

    def _may_be_taken(self, row: Row) -> bool:
        plain = is_plain(row)
        self.unread += not plain
        return plain and self._left.isdisjoint(_fields_in(row))

    def attendances(self, trainings: Mapping[int, Thing], came: set[int]) -> Iterator[Thing]:
        """Which of these cooperatives came to trainings, which are told by their ids there."""
        for _, thing in self.things("hadir"):
            came_to = trainings.get(thing.row["pelatihan"])
            if came_to and thing.row["cooperative_id"] in came:
                yield _of(thing, came_to)

    def targets(self) -> Iterable[Thing]:
        """Those that hold there: of several for the same the last one."""
        return {_about(one): one for _, one in self.things("target")}.values()

    def _codes(self, row: Row) -> list[str]:
        """Of the cooperatives that it is about."""
        listed = row.get("cooperative_id") or row.get("koperasi") or ""
        return [self._other.codes.get(int(key), "") for key in split_list(str(listed))]

    def _is_concerned(self, kind: str, row: Row, codes: Sequence[str]) -> bool:
        places = [row["kota"]] if row.get("kota") else codes
        return any(map(self._concerned, places)) or (kind == "target" and not places)


def fields_named(other: ForeignRegister, concerned: Callable[[str], bool]) -> set[str]:
    """The keys of its own fields that targets and figures of the kota concerned are about."""
    rows = (row for kind in ("target", "angka") for row in other.records[kind].values())
    return {
        name for row in rows if concerned(row["kota"] or "") for name in _fields_in(row)
    }.intersection(own.key for own in other.vocabulary.own)


def _fields_in(row: Row) -> Iterable[str]:
    """What may name an own field: the milestone of a target, a part of the path of a figure."""
    return [row.get("milestone") or "", *(row.get("indikator") or "").split(".")]


def is_plain(row: Row) -> bool:
    """False for a text that no command of the program would have written."""
    try:
        texts = [value for value in row.values() if isinstance(value, str)]
        return all(clean(text, None) == text and len(text) <= _LONGEST for text in texts)
    except CellError:
        return False


def _held(register: Reader) -> Iterator[Thing]:
    """The records that are here, attendances with their trainings."""
    trainings: dict[int, Thing] = {}
    for kind in KINDS:
        for key, row in rows_of(register, kind).items():
            thing = Thing(kind, key, dict(row))
            if kind == "pelatihan":
                trainings[key] = thing
            yield _of(thing, trainings[row["pelatihan"]]) if kind == "hadir" else thing


def _as_here(row: Row, ids: Sequence[int | None]) -> dict[str, Any]:
    """A row with the ids of cooperatives as they are here."""
    made_here = dict(row)
    if row.get("cooperative_id"):
        made_here["cooperative_id"] = ids[0]
    elif isinstance(row.get("koperasi"), int):
        made_here["koperasi"] = ids[0]
    elif row.get("koperasi"):
        made_here["koperasi"] = ";".join(map(str, ids))
    return made_here


def _of(thing: Thing, came_to: Thing | None) -> Thing:
    """An attendance with its training."""
    thing.came_to = came_to
    return thing


def _identity(thing: Thing) -> Key:
    """By what a record is known again, in whatever register."""
    row = thing.row
    if thing.kind == "hadir":
        return ("hadir", id(thing.came_to), row["cooperative_id"])
    words = (match_key(str(row[name] or "")) for name in _WORDS[thing.kind])
    about = tuple(sorted(split_list(str(row.get("koperasi") or ""))))
    return (thing.kind, about, *(row[name] for name in _NAMES[thing.kind]), *words)


def _about(thing: Thing) -> Key:
    """For what a target is set."""
    return tuple(thing.row[name] for name in ("kota", "milestone", "tahun_buku"))


def _says(thing: Thing) -> Key:
    return tuple(thing.row[name] for name in ("batas", "nilai"))


def _differing(known: Thing, other: Thing) -> Iterator[str]:
    """The fields of which another register says something else, but for how words are spelled."""
    same = _MADE_OF.union(_WORDS.get(known.kind, ()))
    for name, value in other.row.items():
        if name not in same and value is not None and known.row[name] != value:
            yield name


def _moved(known: Row, other: Row) -> bool | None:
    """True where the other register has moved a due date on, None where this one has; False where
    neither has.
    """
    if known["batas"] in split_list(other["batas_lama"] or ""):
        return True
    return None if other["batas"] in split_list(known["batas_lama"] or "") else False


def events(register: Writer, taken: Taken) -> list[Event]:
    """The events that record what is new, and what is told more of."""
    ids: dict[int, int] = {}
    recorded: list[Event] = []
    for kind in KINDS:
        things = [thing for thing in taken.new if thing.kind == kind]
        for key, thing in enumerate(things, register.next_id(kind) if things else 0):
            ids[id(thing)] = key
            recorded.append(_from(taken, thing, made(kind, key, _row(thing, ids))))
    return [*recorded, *_alterations(taken)]


def _from(taken: Taken, thing: Thing, event: Event) -> Event:
    """An event with the place where it was said."""
    if thing.origin is None:
        return event
    return event._replace(file=taken.place(thing.origin), row=thing.origin.run)


def _row(thing: Thing, ids: Mapping[int, int]) -> Row:
    """The row with the number of its training, which may be new itself."""
    if thing.came_to is None:
        return thing.row
    return {**thing.row, "pelatihan": thing.came_to.id or ids[id(thing.came_to)]}


def _alterations(taken: Taken) -> Iterator[Event]:
    day = settings.today().isoformat()
    for thing in taken.altered:
        for name, (old, value) in thing.news.items():
            before = None if old is None else str(old)
            event = Event(thing.kind, thing.id or 0, name, before, str(value), day)
            yield _from(taken, thing, event)
