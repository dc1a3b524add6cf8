"""Registers of colleagues against the register at hand: what is taken of them, and the one run that
records it. Each statement keeps its day, its officer and the run in which it was said.

Never enters: a printed word but what is told of what is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kkmp_cli import settings
from kkmp_cli.actions import foreign_fields, own_fields
from kkmp_cli.actions.corrections import corrections
from kkmp_cli.actions.foreign_fields import FieldsTaken
from kkmp_cli.actions.foreign_records import RecordUnion, events, fields_named
from kkmp_cli.actions.import_sheets import ImportRequest
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Advice, Command, Problem, Refused
from kkmp_cli.importing import ReadResult
from kkmp_cli.importing.foreign_register import ForeignRegister, Taken, Withdrawn
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.area import Area
from kkmp_cli.model.bulk import Events
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.event import Event
from kkmp_cli.model.run import REGISTERED
from kkmp_cli.model.statement import ForeignRun, Statement
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.text import match_key
from kkmp_cli.planning.intent import REJECTED, Plan, RowResult
from kkmp_cli.planning.taken_values import problem_of
from kkmp_cli.planning.union import Policy, Told, united
from kkmp_cli.planning.unique import duplicates
from kkmp_cli.register import foreign, heads
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import KINDS
from kkmp_cli.register.statements import statements
from kkmp_cli.register.writer import NewRun, Writer


def read(session: Session, places: Sequence[str]) -> tuple[ForeignRegister, ...]:
    """The registers in these files. Raises Refused, Unusable as `foreign.read` does."""
    own = engine_of(session.location).path
    once = dict.fromkeys(places)
    return tuple(foreign.read(name, at, own, session.tell) for at, name in enumerate(once))


def preview(
    session: Session, registers: Sequence[ForeignRegister], request: ImportRequest
) -> Taken:
    """The plan of registers; writes nothing. Raises Refused where none has a kota that is named."""
    with session.planning() as register:
        return plan(register, registers, request)


def take(session: Session, seen: Taken, request: ImportRequest, agreed: bool) -> Taken:
    """Records what was seen; planned again where somebody has written meanwhile. Raises Refused
    where an officer has `agreed` to another plan than the one that it would be now.
    """
    with session.writing(create=True) as register:
        taken = _as_now(register, seen, request)
        if agreed and taken.result.plan.events != seen.result.plan.events:
            words = "Register berubah sewaktu menunggu jawaban; tidak ada yang ditulis."
            raise Refused(words, "Ulangi perintahnya.")
        if not taken.writable(request.skip_errors):
            return taken
        files = (*(one.place for one in taken.registers), *map(str, taken.origins))
        return _recorded(register, taken, NewRun(session.typed, request.why, files))


def _recorded(register: Writer, taken: Taken, run: NewRun) -> Taken:
    """All of it as one run, after a copy."""
    register.keep_copy()
    number = register.apply(Events([*_events(register, taken)]), run)
    return taken._replace(result=taken.result._replace(run=number))


def _as_now(register: Writer, seen: Taken, request: ImportRequest) -> Taken:
    """The plan, made again where somebody has written meanwhile; nobody else writes of these kota
    before it is recorded.
    """
    register.claim_areas({row.area.id for row in seen.result.plan.results})
    register.claim(*KINDS)
    if heads.head(register) == seen.head:
        return seen
    return plan(register, seen.registers, request)


def _events(register: Writer, taken: Taken) -> Iterator[Sequence[Event]]:
    """What is declared, what is said of cooperatives, the records."""
    yield [*own_fields.declarations(register, taken.fields)] if taken.fields else []
    yield from (row.events for row in taken.result.plan.results if row.events)
    yield events(register, taken)


def plan(register: Reader, registers: Sequence[ForeignRegister], request: ImportRequest) -> Taken:
    """The plan of registers against the one at hand."""
    planning = _Planning(register, registers, request)
    return planning.made()


_Held = Mapping[int, Sequence[Statement]]
"""What the register at hand says, by the id of the cooperative."""


class _Planning:
    """The steps of a plan: whom it concerns, which fields, each cooperative, the records."""

    def __init__(
        self, register: Reader, registers: Sequence[ForeignRegister], request: ImportRequest
    ) -> None:
        self.register, self.registers, self.request = register, registers, request
        self.prefixes = prefixes(register, registers, request.kota)
        self.areas = self._areas()
        self.problems: list[Problem] = []
        self.said: dict[Area, dict[int, Sequence[Statement]]] = {}
        self.origins: dict[ForeignRun, int] = {}

    def _areas(self) -> dict[str, Area]:
        """The areas of this register by code, of the kota of the others."""
        kota = sorted({area.kota_code for one in self.registers for area in one.areas})
        listed = (area for code in kota for area in self.register.areas(code))
        return {area.kode: area for area in listed if self._is_concerned(area.kode)}

    @property
    def _ids(self) -> dict[str, int]:
        return {kode: area.id for kode, area in self.areas.items()}

    def _is_concerned(self, code: str) -> bool:
        return any(f"{code}.".startswith(f"{prefix}.") for prefix in self.prefixes)

    def made(self) -> Taken:
        """All of it."""
        said = [dict(self._said(one)) for one in self.registers]
        fields = self._fields(said)
        self._keep_good(said, fields)
        current = self.register.present([area.id for area in self.said])
        held = statements(self.register, current, str(self.register.engine))
        taken = self._with_records(self._taken(held, current), fields, {*current})
        return taken._replace(withdrawn=tuple(self._withdrawn(held, current)))

    def _keep_good(
        self, said: Sequence[Mapping[Area, Sequence[Statement]]], fields: FieldsTaken
    ) -> None:
        """Of what is said by area what can be taken."""
        for number, listed in enumerate(said):
            for area, several in listed.items():
                good = [*self._good(number, area, several, fields.left)]
                self.said.setdefault(area, {})[number] = good

    def _said(self, other: ForeignRegister) -> Iterator[tuple[Area, Sequence[Statement]]]:
        """What a register says, by the area as it is here."""
        for area in other.areas:
            here = self.areas.get(area.kode)
            if here and match_key(here.kelurahan) != match_key(area.kelurahan):
                self.problems.append(_named_otherwise(area, here, other.place))
            elif here:
                yield here, other.statements.get(area.id, ())

    def _fields(self, said: Sequence[Mapping[Area, Sequence[Statement]]]) -> FieldsTaken:
        """What becomes of own fields; those that are new are of the vocabulary from now on."""
        used = [
            {other.vocabulary.owner_of(one.field) for several in listed.values() for one in several}
            | fields_named(other, self._is_concerned)
            for other, listed in zip(self.registers, said, strict=True)
        ]
        known = self.register.vocabulary
        fields = foreign_fields.taken(known.own, self.registers, used)
        if fields.new:
            self.register.vocabulary = Vocabulary((*known.own, *fields.new))
        return fields

    def _good(
        self,
        number: int,
        area: Area,
        several: Iterable[Statement],
        left: Mapping[tuple[int, str], str],
    ) -> Iterator[Statement]:
        """What can be taken of what is said; the rest is a problem, or left out."""
        other, known, today = self.registers[number], self.register.vocabulary, settings.today()
        for one in several:
            if (number, other.vocabulary.owner_of(one.field)) in left:
                continue
            why = one.field != REGISTERED and problem_of(one, area, known, today)
            if why:
                self.problems.append(why._replace(file=other.place))
            else:
                yield one

    def _united(
        self, held: _Held, current: Mapping[int, Cooperative]
    ) -> tuple[list[RowResult], tuple[Event, ...]]:
        """What becomes of each cooperative, and what of it is of the past."""
        policy = Policy(self._place_of, self.request.overwrite, self.register.vocabulary)
        done = [
            united(self._told(area, held.get(area.id, ()), area.id in current), policy)
            for area in self.said
        ]
        rows = [row for one in done for row in one.rows]
        return sorted(rows, key=_place), tuple(event for one in done for event in one.past)

    def _place_of(self, origin: ForeignRun) -> int:
        """The place of an origin among the files of the run, behind the registers."""
        return self.origins.setdefault(origin, len(self.registers) + len(self.origins))

    def _told(self, area: Area, held: Sequence[Statement], registered: bool) -> Told:
        said = self.said[area]
        places = {number: self.registers[number].place for number in said}
        others = [one for several in said.values() for one in several]
        return Told(area, registered, held, others, places)

    def _taken(self, held: _Held, current: Mapping[int, Cooperative]) -> Taken:
        """The plan as of a sheet."""
        rows, past = self._united(held, current)
        self._refuse_twice(rows, current)
        result = self._result(Plan(self.register.vocabulary, tuple(rows), tuple(self.problems)))
        taken = Taken(tuple(self.registers), result, tuple(self.origins), past=past)
        return taken._replace(unknown=tuple(self._unknown()), head=heads.head(self.register))

    def _result(self, made: Plan) -> ImportResult:
        against = corrections(self.register, made, self.request.overwrite)
        return ImportResult(ReadResult((), (), (), ()), made, (), corrections=against)

    def _refuse_twice(self, rows: list[RowResult], current: Mapping[int, Cooperative]) -> None:
        """Numbers that two would hold are problems."""
        newest = [_of_today(row, current.get(row.area.id)) for row in rows]
        twice, more = duplicates(newest, current, self.register.numbers())
        self.problems += more
        for at, several in twice.items():
            self.problems += several
            rows[at] = rows[at]._replace(outcome=REJECTED, events=())

    def _with_records(self, taken: Taken, fields: FieldsTaken, registered: set[int]) -> Taken:
        """The same with the trainings, targets, figures and follow-ups."""
        coming = {row.area.id for row in taken.result.plan.results if row.events}
        union = self._records(fields, registered | coming)
        told = (*fields.left.values(), *union.told)
        taken = taken._replace(told=told, fields=fields.new, new=union.new, altered=union.altered)
        return taken._replace(origins=self._origins(taken))

    def _records(self, fields: FieldsTaken, registered: set[int]) -> RecordUnion:
        union = RecordUnion(self.register, self._is_concerned)
        for number, other in enumerate(self.registers):
            left = [key for at, key in fields.left if at == number]
            union.add(other, self._ids, registered, left)
        return union

    def _origins(self, taken: Taken) -> tuple[ForeignRun, ...]:
        """Who said all that is taken, those of records behind those of cooperatives."""
        for thing in (*taken.new, *taken.altered):
            if thing.origin:
                self._place_of(thing.origin)
        return tuple(self.origins)

    def _unknown(self) -> Iterator[Area]:
        for other in self.registers:
            for area in other.areas:
                if self._is_concerned(area.kode) and area.kode not in self.areas:
                    yield area

    def _withdrawn(self, held: _Held, current: Mapping[int, Cooperative]) -> Iterator[Withdrawn]:
        """What was taken earlier and was undone since where it was said."""
        everything = [(current[key].area, one) for key, several in held.items() for one in several]
        for other in self.registers:
            for area, one in everything:
                if one.taken and one.origin.at in other.taken_back and one.field != REGISTERED:
                    yield Withdrawn(area, one.field, one.value, one.per, other.place)


def prefixes(
    register: Reader, registers: Sequence[ForeignRegister], kota: str | None
) -> Sequence[str]:
    """The codes of what is asked for: those named, else all that the registers hold. Raises Refused
    where they hold nothing of that.
    """
    held = {area.kota_code: area.kota for one in registers for area in one.areas}
    if not kota or match_key(kota) == "semua":
        _refuse_unseen(register, registers, held)
        return sorted(held)
    named = scope(register, kota).kota
    for code, name in named:
        if not any(f"{each}.".startswith(f"{code}.") for each in held):
            raise _not_there(registers, name, held)
    return [code for code, _ in named]


def _refuse_unseen(
    register: Reader, registers: Sequence[ForeignRegister], held: Iterable[str]
) -> None:
    """Raises Refused where the registers hold a kota that who asks may not see."""
    sight = register.sight
    seen = sorted(code for code in held if sight.has(code))
    if sight.kota is None or len(seen) == len([*held]):
        return
    own = ("--kota", seen[0]) if seen else ("--kota", "…")
    places = (one.place for one in registers)
    raise Refused(
        "Register itu memuat kota yang tidak terlihat oleh peran Anda.",
        Advice("Ambil kota Anda saja: `{}`", Command("import", *places, *own)),
    )


def _not_there(registers: Sequence[ForeignRegister], name: str, held: Mapping[str, str]) -> Refused:
    places = ", ".join(one.place for one in registers)
    there = ", ".join(held[code] for code in sorted(held)) or "tidak ada koperasi"
    return Refused(f"{places} tidak memuat koperasi {name}.", f"Yang ada di sana: {there}.")


def _place(row: RowResult) -> tuple[int, str]:
    """By register, then by kode."""
    return row.source.file if row.source else 0, row.area.kode


def _of_today(row: RowResult, current: Cooperative | None) -> RowResult:
    """A row without the events that are older than what is held."""
    pers = current.pers if current else {}
    return row._replace(
        events=tuple(one for one in row.events if one.per >= pers.get(one.field, ""))
    )


def _named_otherwise(area: Area, here: Area, place: str) -> Problem:
    return Problem(
        row=0,
        column="Kode",
        cell=area.kode,
        content=area.kelurahan,
        message=f"kode {area.kode} di sini {here.kelurahan}, di {place} {area.kelurahan}",
        remedy="Samakan daftar wilayahnya dulu, atau masukkan yang lain saja dengan --skip-errors.",
        file=place,
    )
