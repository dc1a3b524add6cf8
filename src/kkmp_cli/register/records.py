"""The other things of the office, beside the cooperatives: trainings, attendances, targets,
figures, follow-ups.

Each is a row of text and numbers with an id, made by a change of the field `*` and altered field by
field, so its past can be replayed from the history like everything else. One table below says what
there is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kkmp_cli.model.figure import Figure
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.run import COOPERATIVE, WHOLE
from kkmp_cli.model.target import Target
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.register import log

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader


class Entity(NamedTuple):
    """A kind of record: its table and its columns; `numbers` are the columns that hold integers."""

    table: str
    columns: tuple[str, ...]
    numbers: frozenset[str] = frozenset()


ENTITIES: Mapping[str, Entity] = {
    "wilayah": Entity("areas", ("kode", "kelurahan", "kecamatan", "kota", "provinsi")),
    "alias": Entity("aliases", ("kode", "alias")),
    "judul": Entity("headings", ("judul", "isian")),
    "pelatihan": Entity(
        "trainings",
        (
            "judul",
            "kota",
            "mulai",
            "selesai",
            "tempat",
            "penyelenggara",
            "materi",
            "peserta",
            "sumber",
        ),
        frozenset({"peserta"}),
    ),
    "hadir": Entity(
        "attendances",
        ("pelatihan", "cooperative_id", "pengurus", "pengawas"),
        frozenset({"pelatihan", "cooperative_id", "pengurus", "pengawas"}),
    ),
    "target": Entity(
        "targets",
        ("milestone", "batas", "kota", "tahun_buku", "nilai", "sumber", "ditetapkan"),
        frozenset({"tahun_buku"}),
    ),
    "angka": Entity("figures", ("indikator", "nilai", "kota", "per", "sumber")),
    "tindak_lanjut": Entity(
        "followups",
        (
            "uraian",
            "penanggung_jawab",
            "batas",
            "kota",
            "koperasi",
            "rapat",
            "selesai",
            "hasil",
            "batas_lama",
        ),
    ),
}

Row = dict[str, Any]


class Others(NamedTuple):
    """All records of a register at one moment, as frozen values."""

    trainings: tuple[Training, ...]
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    followups: tuple[FollowUp, ...]

    def within(self, kota: set[str], cooperatives: set[int]) -> dict[str, Any]:
        """Those that concern these kota; attendance only of these cooperatives' kota."""
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


def others(
    reader: Reader, known_at: date | None = None, void: frozenset[int] = frozenset()
) -> Others:
    """Every training, target, figure and follow-up: as held now, or as known at the end of a
    day.
    """
    kinds = ("pelatihan", "hadir", "target", "angka", "tindak_lanjut")
    held = (
        {kind: rows_of(reader, kind) for kind in kinds}
        if known_at is None
        else replay(reader, known_at, void)
    )
    came = json.dumps(sorted({row["cooperative_id"] for row in held["hadir"].values()}))
    codes = dict(
        reader.rows(
            "SELECT id, kode FROM areas WHERE id IN (SELECT value FROM json_each(?))", (came,)
        )
    )
    attendance: dict[int, list[Attendance]] = {}
    for row in held["hadir"].values():
        kode = codes.get(row["cooperative_id"], "")
        entry = Attendance(row["cooperative_id"], kode, row["pengurus"], row["pengawas"])
        attendance.setdefault(row["pelatihan"], []).append(entry)
    return Others(
        tuple(
            _training(number, row, attendance.get(number, ()))
            for number, row in held["pelatihan"].items()
        ),
        tuple(_target(number, row) for number, row in held["target"].items()),
        tuple(Figure(number, **row) for number, row in held["angka"].items()),
        _followups(reader, held["tindak_lanjut"]),
    )


def rows_of(reader: Reader, entity: str) -> dict[int, Row]:
    """The rows of one kind by id."""
    kind = ENTITIES[entity]
    found = reader.rows(f"SELECT id, {', '.join(kind.columns)} FROM {kind.table} ORDER BY id")
    return {row[0]: dict(zip(kind.columns, row[1:], strict=True)) for row in found}


def _training(number: int, row: Row, hadir: Iterable[Attendance]) -> Training:
    values = row | {"materi": tuple(split_list(row["materi"]))}
    return Training(
        number,
        **values,
        hadir=tuple(sorted(hadir, key=lambda entry: (entry.kode, entry.cooperative_id))),
    )


def _target(number: int, row: Row) -> Target:
    return Target(number, **row)


def _followups(reader: Reader, rows: Mapping[int, Row]) -> tuple[FollowUp, ...]:
    wanted = sorted({int(key) for row in rows.values() for key in split_list(row["koperasi"])})
    codes: dict[int, str] = {}
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        codes.update(
            reader.rows(
                f"SELECT id, kode FROM areas WHERE id IN ({','.join('?' * len(chunk))})", chunk
            )
        )
    found = []
    for number, row in rows.items():
        kode = tuple(
            sorted(codes[int(key)] for key in split_list(row["koperasi"]) if int(key) in codes)
        )
        values = {name: value for name, value in row.items() if name != "koperasi"}
        found.append(
            FollowUp(
                number,
                **values | {"kode": kode, "batas_lama": tuple(split_list(row["batas_lama"]))},
            )
        )
    return tuple(found)


def replay(reader: Reader, known_at: date, void: frozenset[int]) -> dict[str, dict[int, Row]]:
    """The rows of every kind by id, as the history alone tells them at the end of a day."""
    held: dict[str, dict[int, Row]] = {kind: {} for kind in ENTITIES}
    where = f"c.entitas <> '{COOPERATIVE}' AND c.run IN (SELECT id FROM runs WHERE waktu < ?)"
    for entry in log.entries(reader, where, (log.end_of(known_at),)):
        entity, key, name, new = entry.entity, entry.key, entry.field, entry.new
        if entry.run in void or entity not in held:
            continue
        rows = held[entity]
        if name != WHOLE:
            if key in rows:
                rows[key][name] = typed(entity, name, new)
        elif new is None:
            rows.pop(key, None)
        else:
            rows[key] = from_json(entity, new)
    return {kind: dict(sorted(rows.items())) for kind, rows in held.items()}


def to_json(values: Mapping[str, Any]) -> str:
    """A whole record as the history keeps it."""
    return json.dumps(
        {name: value for name, value in values.items() if value is not None}, ensure_ascii=False
    )


def from_json(entity: str, text: str) -> Row:
    """A whole record back from the history; what was not stated is None."""
    values = json.loads(text)
    return {name: values.get(name) for name in ENTITIES[entity].columns}


def typed(entity: str, name: str, value: str | None) -> Any:
    """A field of the history as its column holds it."""
    return int(value) if value is not None and name in ENTITIES[entity].numbers else value
