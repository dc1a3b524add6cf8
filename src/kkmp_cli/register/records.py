"""The other things of the office, beside the cooperatives: trainings, attendances, targets,
figures, follow-ups, own fields, settings.

Each is a row of text and numbers with an id, made by an event of the field `*` and altered field by
field, so its past can be replayed from the log like everything else. The columns are the fields of
the values in `model`; a test holds the tables to them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from kkmp_cli import settings
from kkmp_cli.model.area import Area
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.run import COOPERATIVE, WHOLE, AsKnown
from kkmp_cli.model.target import Target
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.register import declared_fields, event_text, hash_chain, log
from kkmp_cli.register.batches import marks
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.shared_names import of_whole_kota


class Entity(NamedTuple):
    """A kind of record: its table and its columns; `numbers` are the columns that hold integers."""

    table: str
    columns: tuple[str, ...]
    numbers: frozenset[str] = frozenset()


def _entity(table: str, value: Any, columns: Mapping[str, str] = {}) -> Entity:
    """The record read as a `value`; `columns` renames fields, an empty name leaves one out."""
    kinds = {name: str(kind) for name, kind in value.__annotations__.items() if name != "id"}
    columns_of = {column: kinds[name] for name in kinds if (column := columns.get(name, name))}
    return Entity(
        table,
        tuple(columns_of),
        frozenset(name for name, kind in columns_of.items() if "int" in kind),
    )


_ATTENDANCE = ("pelatihan", "cooperative_id", "pengurus", "pengawas")
ENTITIES: Mapping[str, Entity] = {
    "wilayah": _entity("areas", Area),
    "alias": Entity("aliases", ("kode", "alias")),
    "judul": Entity("headings", ("judul", "isian")),
    "setelan": Entity("settings", ("kunci", "nilai")),
    "bidang": Entity("fields", declared_fields.COLUMNS),
    "berkas": Entity("imported_files", ("sidik", "nama")),
    "jawaban": Entity("file_answers", ("berkas", "pilihan", "nilai"), frozenset(("berkas",))),
    "pelatihan": _entity("trainings", Training, {"hadir": ""}),
    "hadir": Entity("attendances", _ATTENDANCE, frozenset(_ATTENDANCE)),
    "target": _entity("targets", Target),
    "angka": _entity("figures", Figure),
    "tindak_lanjut": _entity("followups", FollowUp, {"kode": "koperasi"}),
}

Row = dict[str, Any]
AreaLists = Mapping[str, dict[int, Row]]
"""The rows by id, of areas and of spellings."""
T = TypeVar("T")


class OfficeRecords(NamedTuple):
    """All records of a register at one moment, as frozen values."""

    trainings: tuple[Training, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    followups: tuple[FollowUp, ...]

    def within(self, kota: set[str]) -> dict[str, Any]:
        """Those that concern these kota."""
        return {
            "trainings": tuple(training for training in self.trainings if training.kota in kota),
            "targets": tuple(
                target for target in self.targets if target.kota is None or target.kota in kota
            ),
            "figures": tuple(figure for figure in self.figures if figure.kota in kota),
            "followups": tuple(
                item
                for item in self.followups
                if item.kota in kota or any(code[:5] in kota for code in item.kode)
            ),
        }


AREA_LIST = ("wilayah", "alias")
"""The kinds that a register is made with."""
_MADE_WITH = {
    "wilayah": ("kode", "kelurahan", "kecamatan", "kota", "provinsi", "sejak"),
    "alias": ("kode", "alias"),
}
"""What of them the first digest covers, for good."""
KINDS = ("pelatihan", "hadir", "target", "angka", "tindak_lanjut")
"""Those that tell of cooperatives and their kota."""


def others(
    register: Queries, known_at: AsKnown | None = None, kota: Collection[str] | None = None
) -> OfficeRecords:
    """Every training, target, figure, follow-up: as held now, or as known then. With `kota` (codes)
    who came is only told of trainings of these.
    """
    rows = replay(register, known_at) if known_at else _today(register, kota)
    codes = _codes(register, rows["hadir"].values(), rows["tindak_lanjut"].values(), known_at)
    return OfficeRecords(
        _trainings(rows["pelatihan"], _attendance(rows["hadir"].values(), codes)),
        _values(Target, rows["target"]),
        _values(Figure, rows["angka"]),
        tuple(_followup(key, row, codes) for key, row in rows["tindak_lanjut"].items()),
    )


def settings_of(register: Queries, known_at: AsKnown | None = None) -> dict[str, str]:
    """The settings that the register keeps, by their keys: now, or as known then."""
    rows = replay(register, known_at)["setelan"] if known_at else rows_of(register, "setelan")
    return {row["kunci"]: row["nilai"] for row in rows.values()}


def figures(register: Queries) -> tuple[Figure, ...]:
    """Every figure as held now."""
    return _values(Figure, rows_of(register, "angka"))


def _today(register: Queries, kota: Collection[str] | None) -> dict[str, dict[int, Row]]:
    narrowed = {"hadir": _of_trainings(kota)} if kota else {}
    asked = {kind: _question(kind, *narrowed.get(kind, ())) for kind in KINDS}
    register.ahead(asked.values())
    return {kind: _rows(register, kind, question) for kind, question in asked.items()}


def _of_trainings(kota: Collection[str]) -> tuple[str, Sequence[str]]:
    """The condition on attendances, and its parameters."""
    trainings = f"SELECT id FROM trainings WHERE kota IN {marks(len(kota))}"
    return f" WHERE pelatihan IN ({trainings})", [*kota]


def _question(
    entity: str, where: str = "", parameters: Sequence[str] = ()
) -> tuple[str, Sequence[str]]:
    """That for the rows of a kind, and its parameters."""
    kind = ENTITIES[entity]
    return f"SELECT id, {', '.join(kind.columns)} FROM {kind.table}{where} ORDER BY id", parameters


def _values(value: Callable[..., T], rows: Mapping[int, Row]) -> tuple[T, ...]:
    return tuple(value(key, **row) for key, row in rows.items())


def _codes(
    register: Queries,
    attendances: Iterable[Row],
    followups: Iterable[Row],
    known_at: AsKnown | None,
) -> dict[int, str]:
    """The codes of the cooperatives concerned: those of now, or those that they had then."""
    ids = {row["cooperative_id"] for row in attendances}
    ids.update(int(key) for row in followups for key in split_list(row["koperasi"]))
    if not ids:
        return {}
    if known_at and ids:
        return {one.id: one.kode for one in areas_known(register, known_at) if one.id in ids}
    return dict(register.among("SELECT id, kode FROM areas WHERE id IN {}", sorted(ids)))


def rows_of(register: Queries, entity: str) -> dict[int, Row]:
    """The rows of one kind by id. Raises Damaged."""
    return _rows(register, entity, _question(entity))


def _rows(register: Queries, entity: str, question: tuple[str, Sequence[str]]) -> dict[int, Row]:
    kind = ENTITIES[entity]
    register.claim(entity)
    listed = register.rows(*question)
    rows = {row[0]: dict(zip(kind.columns, row[1:], strict=True)) for row in listed}
    for key, row in rows.items() if entity not in AREA_LIST else ():
        try:
            event_text.refuse_row(row, kind.numbers)
        except ValueError:
            raise Damaged(f"Register rusak: baris {key} di tabel {kind.table}.", RESTORE) from None
    return rows


def _attendance(rows: Iterable[Row], codes: Mapping[int, str]) -> dict[int, list[Attendance]]:
    attendance: dict[int, list[Attendance]] = {}
    for row in rows:
        key = row["cooperative_id"]
        came = Attendance(key, codes.get(key, ""), row["pengurus"], row["pengawas"])
        attendance.setdefault(row["pelatihan"], []).append(came)
    return attendance


def _trainings(
    rows: Mapping[int, Row], came: Mapping[int, Iterable[Attendance]]
) -> tuple[Training, ...]:
    return tuple(
        Training(
            number,
            **(row | {"materi": tuple(split_list(row["materi"]))}),
            hadir=tuple(sorted(came.get(number, ()), key=attrgetter("kode", "cooperative_id"))),
        )
        for number, row in rows.items()
    )


def _followup(number: int, row: Row, codes: Mapping[int, str]) -> FollowUp:
    concerned = (codes.get(int(key)) for key in split_list(row["koperasi"]))
    values = {name: value for name, value in row.items() if name != "koperasi"}
    values["batas_lama"] = tuple(split_list(row["batas_lama"]))
    return FollowUp(number, **values, kode=tuple(sorted(filter(None, concerned))))


def replay(register: Queries, known_at: AsKnown | None = None) -> dict[str, dict[int, Row]]:
    """The rows of every kind by id, from the log alone (as known then, if given)."""
    records: dict[str, dict[int, Row]] = {kind: {} for kind in ENTITIES}
    last, void = log.last_run(register, known_at), log.void_runs(register, known_at)
    where = f"e.entitas <> '{COOPERATIVE}' AND e.run <= ?"
    for entry in log.entries(register, where, (last,)):
        if entry.run not in void and entry.entity in records:
            _tell(records[entry.entity], entry)
    return {kind: dict(sorted(rows.items())) for kind, rows in records.items()}


def shipped(entity: str) -> list[list[str | None]]:
    """The rows of the area list, or of its spellings, that come with the program, by columns."""
    import csv  # noqa: PLC0415 - only a new register reads the shipped files

    table, columns, _ = ENTITIES[entity]
    with (settings.shipped_data() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [[row.get(name) for name in columns] for row in csv.DictReader(file)]


def area_lists(register: Queries) -> tuple[AreaLists, AreaLists]:
    """The area list and its spellings as the register was made, from today's with the whole history
    taken back; and those that follow from that and the history.
    """
    void = log.void_runs(register)
    where = f"e.entitas IN {marks(len(AREA_LIST))}"
    events = [one for one in log.entries(register, where, AREA_LIST) if one.run not in void]
    made = {entity: rows_of(register, entity) for entity in AREA_LIST}
    for event in reversed(events):
        _tell(made[event.entity], event._replace(new=event.old))
    now = deepcopy(made)
    for event in events:
        _tell(now[event.entity], event)
    return made, now


def genesis(register: Queries, made: AreaLists) -> str:
    """The digest of a register as it was made."""
    lists = (
        [[key, *map(row.get, _MADE_WITH[entity])] for key, row in sorted(made[entity].items())]
        for entity in AREA_LIST
    )
    return hash_chain.genesis(register.rows("SELECT nomor, id, dibuat FROM register"), *lists)


def areas_known(
    register: Queries, known_at: AsKnown, prefixes: Sequence[str] | None = None
) -> list[Area]:
    """The areas below codes as the register knew them then, ordered by kode: those
    of today with what was recorded or undone since taken back.
    """
    rows = rows_of(register, "wilayah")
    _wind_back(register, rows, known_at)
    areas = of_whole_kota([Area(key, **row) for key, row in rows.items()])
    if prefixes is not None:
        begins = tuple(f"{prefix}." for prefix in prefixes)
        areas = [one for one in areas if one.kode in prefixes or one.kode.startswith(begins)]
    return sorted(areas, key=attrgetter("kode"))


def _wind_back(register: Queries, rows: dict[int, Row], known_at: AsKnown) -> None:
    """The areas of a day out of today's: takes back what came since, returns what was undone."""
    last, void = log.last_run(register, known_at), log.void_runs(register)
    changed = [0, *(void ^ log.void_runs(register, known_at))]  # a list is never empty in SQL
    where = f"e.entitas = 'wilayah' AND (e.run > ? OR e.run IN {marks(len(changed))})"
    since = [*log.entries(register, where, (last, *changed))]
    for event in reversed(since):
        if event.run not in void:
            _tell(rows, event._replace(new=event.old))
    for event in since:
        if event.run in void and event.run <= last:
            _tell(rows, event)


def _tell(rows: dict[int, Row], entry: log.Entry) -> None:
    """What an event makes of the rows of its kind. Raises Damaged."""
    try:
        _follow(rows, entry)
    except ValueError:
        raise log.damage(entry.run, entry.place) from None


def _follow(rows: dict[int, Row], entry: log.Entry) -> None:
    if entry.field != WHOLE:
        if entry.key in rows:
            rows[entry.key][entry.field] = typed(entry.entity, entry.field, entry.new)
    elif entry.new is None:
        rows.pop(entry.key, None)
    else:
        rows[entry.key] = from_json(entry.entity, entry.new)


def to_json(values: Mapping[str, Any]) -> str:
    """A whole record as the history keeps it."""
    return json.dumps(
        {name: value for name, value in values.items() if value is not None}, ensure_ascii=False
    )


def from_json(entity: str, text: str) -> Row:
    """A whole record back from the history; what was not stated is None. Raises ValueError."""
    _, columns, numbers = ENTITIES[entity]
    return event_text.record(text, columns, numbers)


def typed(entity: str, name: str, value: str | None) -> Any:
    """A field of the history as its column holds it. Raises ValueError, for an unknown one too."""
    _, columns, numbers = ENTITIES[entity]
    if name not in columns:
        raise ValueError(name)
    return event_text.record_value(value, name, name in numbers)
