"""What an import would change and could not read, as one object for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from kkmp_cli.errors import Problem
from kkmp_cli.importing import Understanding
from kkmp_cli.importing.corrected_cells import CellRead
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.area import Area
from kkmp_cli.model.vocabulary import PERSONAL
from kkmp_cli.parsing.excerpt import masked
from kkmp_cli.planning.intent import CONFLICT, OUTCOMES, REJECTED, SAME, STALE, RowResult, Unapplied
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.screens.conflicts import advice, since_of


def as_json(taken: ImportResult, worded: Callable[[str], str] = str) -> str:
    """The object that `import --json` promises. `worded` makes what is printed of each text."""
    problems = taken.problems_of_files()
    files = [_file(taken, at, problems[at]) for at in range(len(problems))]
    whole = {"berkas": files, "ditulis": taken.run is not None, "run": taken.run}
    return json_text(worded_whole(whole, worded))


def worded_whole(value: Any, worded: Callable[[str], str]) -> Any:
    """The same with every text as it is printed."""
    if isinstance(value, dict):
        return {name: worded_whole(each, worded) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [worded_whole(each, worded) for each in value]
    return worded(value) if isinstance(value, str) else value


def _file(taken: ImportResult, at: int, problems: Iterable[Problem]) -> dict[str, Any]:
    file = taken.reading.files[at]
    return {
        **_understood(file),
        **_outcomes(taken, at, file),
        **_as_corrected(file),
        "tidak_ada_di_berkas": [place(area) for area in taken.absent[at]],
        "galat": errors(problems),
    }


def _understood(file: Understanding) -> dict[str, Any]:
    return {
        "berkas": file.file,
        "lembar": file.sheet,
        "baris_judul": file.heading_row,
        "penyandian": file.encoding,
        "pemisah": file.separator,
        "per": file.per.isoformat(),
        "kolom": file.meanings,
        "diabaikan": [*file.ignored, *(one.heading for one in file.unknown)],
    }


def _as_corrected(file: Understanding) -> dict[str, Any]:
    """What was read otherwise than it stands in the file, because somebody said so."""
    left_out = ((one.row, one.area) for one in file.left_out)
    return {
        "dibetulkan": len(file.corrected),
        "rincian_dibetulkan": [*map(_corrected, file.corrected)],
        "tidak_diikutkan": [
            {"baris": row, "kode": area.kode if area else None} for row, area in left_out
        ],
    }


def _corrected(one: CellRead) -> dict[str, Any]:
    return {
        "baris": one.cell.row,
        "kolom": one.column.heading if one.column else None,
        "sel": one.cell.name,
        "semula": None if one.personal else masked(one.cell.old),
        "menjadi": None if one.personal else masked(one.cell.new),
    }


def place(area: Area) -> dict[str, Any]:
    """A cooperative by its area."""
    return {"kode": area.kode, "kelurahan": area.kelurahan, "kecamatan": area.kecamatan}


def _outcomes(taken: ImportResult, at: int, file: Understanding) -> dict[str, Any]:
    rows = [row for row in taken.plan.results if row.source is not None and row.source.file == at]
    counts = Counter(row.outcome for row in rows)
    counts[SAME] += taken.plan.passed.get(at, 0)
    counts[REJECTED] += len(file.rejected)
    return {
        **{outcome: counts[outcome] for outcome in OUTCOMES},
        "rincian_konflik": details(taken, rows, CONFLICT),
        "rincian_usang": details(taken, rows, STALE),
    }


def details(taken: ImportResult, rows: Iterable[RowResult], outcome: str) -> list[dict[str, Any]]:
    """What rows say that was not applied, for one reason."""
    left = (one for row in rows for one in row.unapplied if one.outcome == outcome)
    return [_left(one, since_of(taken, one)) for one in left]


def errors(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """What could not be read or taken."""
    return [
        {
            "baris": one.row,
            "kolom": one.column,
            "sel": one.cell,
            "isi": one.content,
            "pesan": one.message,
            "saran": one.remedy,
        }
        for one in problems
    ]


def _left(one: Unapplied, since: str | None) -> dict[str, Any]:
    shown = one.field not in PERSONAL
    return {
        "kode": one.area.kode,
        "kelurahan": one.area.kelurahan,
        "field": one.field,
        "tercatat": one.held if shown else None,
        "tercatat_per": one.held_per or None,
        "di_berkas": one.stated if shown else None,
        "per": one.per,
        "perintah": one.command or None,
        "mengubah_sejak": since,
        "saran": advice(one, since) if one.command else None,
        **_where(one),
    }


def _where(one: Unapplied) -> dict[str, Any]:
    source = one.source
    heading, cell = source.cells.get(one.field, ("", "")) if source else ("", "")
    row = source.row or None if source else None
    said = {"asal": objects.origin(one.origin)} if one.origin else {}
    return {"baris": row, "kolom": heading, "sel": cell, **said}
