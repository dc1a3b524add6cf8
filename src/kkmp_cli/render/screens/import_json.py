"""What an import would change and could not read, as the object of the contract (section 5)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from kkmp_cli.errors import Problem
from kkmp_cli.importing import Understanding
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model import vocabulary
from kkmp_cli.planning.intent import CONFLICT, OUTCOMES, REJECTED, SAME, STALE, Unapplied


def as_json(taken: ImportResult) -> str:
    """The object of the contract, section 5."""
    files = [_file(taken, at, one) for at, one in enumerate(taken.reading.files)]
    whole = {"berkas": files, "ditulis": taken.run is not None, "run": taken.run}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _file(taken: ImportResult, at: int, file: Understanding) -> dict[str, Any]:
    unknown = (one.heading for one in file.unknown)
    return {
        "berkas": file.file,
        "lembar": file.sheet,
        "baris_judul": file.heading_row,
        "penyandian": file.encoding,
        "pemisah": file.separator,
        "per": file.per.isoformat(),
        "kolom": file.meanings,
        "diabaikan": [*file.ignored, *unknown],
        **_outcomes(taken, at, file),
        "tidak_ada_di_berkas": [
            {"kode": area.kode, "kelurahan": area.kelurahan, "kecamatan": area.kecamatan}
            for area in taken.absent[at]
        ],
        "galat": _errors(one for one in taken.problems if one.file in ("", file.place)),
    }


def _outcomes(taken: ImportResult, at: int, file: Understanding) -> dict[str, Any]:
    """How many rows came to what, and what was left in detail."""
    rows = [row for row in taken.plan.results if row.source is not None and row.source.file == at]
    counts = Counter(row.outcome for row in rows)
    counts[SAME] += taken.plan.passed.get(at, 0)
    counts[REJECTED] += len(file.rejected)
    left = [one for row in rows for one in row.unapplied]
    return {
        **{outcome: counts[outcome] for outcome in OUTCOMES},
        "rincian_konflik": [_left(one) for one in left if one.outcome == CONFLICT],
        "rincian_usang": [_left(one) for one in left if one.outcome == STALE],
    }


def _errors(found: Iterable[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "baris": one.row,
            "kolom": one.column,
            "sel": one.cell,
            "isi": one.content,
            "pesan": one.message,
            "saran": one.remedy,
        }
        for one in found
    ]


def _left(one: Unapplied) -> dict[str, Any]:
    field = vocabulary.by_name(one.field)
    concealed = field is not None and field.personal
    source = one.source
    heading, cell = source.cells.get(one.field, ("", "")) if source else ("", "")
    return {
        "kode": one.area.kode,
        "kelurahan": one.area.kelurahan,
        "field": one.field,
        "tercatat": None if concealed else one.held,
        "tercatat_per": one.held_per or None,
        "di_berkas": None if concealed else one.stated,
        "per": one.per,
        "perintah": one.command or None,
        "baris": source.row if source else None,
        "kolom": heading,
        "sel": cell,
    }
