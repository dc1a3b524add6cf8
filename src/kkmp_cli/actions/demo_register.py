"""The shipped facts as a register, loaded by the steps of `kkmp import` and the other commands."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kkmp_cli import settings, sheets
from kkmp_cli.actions import import_sheets
from kkmp_cli.actions.attendance import attendance
from kkmp_cli.actions.office_records import add_to
from kkmp_cli.actions.record import record
from kkmp_cli.errors import Refused
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import read_count
from kkmp_cli.parsing.text import ended
from kkmp_cli.register.writer import Writer


def load(register: Writer) -> None:
    """Loads every shipped sample into a new register. Raises Refused where one cannot be read."""
    folder = settings.shipped_data()
    for row in _rows(folder / "manifest.csv"):
        _import(register, folder / "samples" / row["berkas"], row)
    for row in _rows(folder / "figures.csv"):
        add_to(register, "angka", row, "kkmp demo: angka yang diterbitkan")
    for row in _rows(folder / "targets.csv"):
        add_to(register, "target", _target(row), "kkmp demo: target")
    _attend(register, folder / "attendance.csv", _trainings(register, folder / "trainings.csv"))


def _target(row: dict[str, str]) -> dict[str, Any]:
    year = int(row["tahun_buku"]) if row["tahun_buku"] else None
    return _stated(row) | {"tahun_buku": year, "ditetapkan": settings.today().isoformat()}


def _trainings(register: Writer, file: Path) -> dict[tuple[str, str], int]:
    trainings = {}
    for row in _rows(file):
        people = int(read_count(row["peserta"])) if row["peserta"] else None
        values = _stated(row) | {"peserta": people}
        key, _ = add_to(register, "pelatihan", values, "kkmp demo: pelatihan")
        trainings[row["judul"], row["kota"]] = key
    return trainings


def _import(register: Writer, file: Path, about: dict[str, str]) -> None:
    """One sample, of the kota and the day that the manifest names."""
    day = dates.read_per(about["per"], settings.today())
    request = import_sheets.ImportRequest(about["kota"], day)
    result = import_sheets.plan_import(register, [sheets.read(file)], request)
    for one in result.problems:
        place = f"{one.file} baris {one.row}, {one.column}"
        raise Refused(ended(f"{place}: {one.message}"), one.remedy)
    run = import_sheets.new_run(f"kkmp demo: {about['sumber']}", request, [file.name])
    import_sheets.write(register, result, run)


def _attend(register: Writer, file: Path, trainings: dict[tuple[str, str], int]) -> None:
    came: dict[int, list[int]] = {}
    for row in _rows(file):
        ids = {area.kelurahan: area.id for area in register.areas(row["kota"])}
        training = trainings[row["judul"], row["kota"]]
        came.setdefault(training, []).append(ids[row["kelurahan"]])
    for training, cooperatives in came.items():
        events = attendance(register, training, {key: {} for key in cooperatives})
        record(register, events, "kkmp demo: kehadiran")


def _stated(row: dict[str, str]) -> dict[str, Any]:
    return {name: value or None for name, value in row.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
