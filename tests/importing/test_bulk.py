"""Rows that are read together say, do and leave what they would one by one; that they were is seen
in time alone.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli.actions.import_sheets import Taken
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.cli import app
from kkmp_cli.importing import Options, Reading, bulk, read_rows
from kkmp_cli.importing.known_rows import Fingerprints, Known
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register.writer import writing
from kkmp_cli.render.screens import import_json
from kkmp_cli.sheets import Sheet
from running import Office
from snapshots import areas_of

AREAS = areas_of("31.71")[:8]
INDEX = AreaIndex(areas_of("31.71"))
DAY = date(2026, 3, 10)
HEADINGS = (
    "kode",
    "kelurahan",
    "nama",
    "anggota",
    "unit_usaha",
    "musyawarah",
    "NIB",
    "nib_nomor",
    "rekening",
    "rekening_nomor",
    "rekening_bank",
    "usaha",
    "usaha_kendala",
    "",
)
PLAIN = {
    "nama": [
        "",
        "KKMP\nGambir",
        "KKMP Gambir",
        "KKMP Maju 1 Jaya",
        "Koperasi Kelurahan Merah Putih Gambir",
    ],
    "anggota": ["", "20", "1.250"],
    "unit_usaha": ["", "sembako", "kantor;klinik"],
    "musyawarah": ["", "2025-05-31", "31 Mei 2025", "belum", "2025"],
    "NIB": ["", "sudah", "belum", "-", "10/6/2025"],
    "nib_nomor": ["", "", "8120012345678", "8120012345678\n", "0120012345678", "0120012345679"],
    "rekening": ["", "sudah", "proses"],
    "rekening_nomor": ["", "", "00123456"],
    "rekening_bank": ["", "BRI", "Bank DKI"],
    "usaha": ["", "sudah", "berhenti 2026-01-10", "belum"],
}
STRANGE = {
    "kelurahan": ["gambir", "Kel. Cideng", "", "Petojo"],
    "anggota": ["banyak", "(kosongkan)"],
    "unit_usaha": ["+klinik"],
    "NIB": ["8120012345678", "x", "2027-01-01", "su\u200bdah"],
    "nib_nomor": ["1,23E+12"],
    "usaha_kendala": ["modal", "belum ada tempat"],
    "": ["lain", "\x1f"],
    "kode": ["", "JUMLAH", "31.71.99.1001"],
}


BETWEEN = ["", "JUMLAH", "Kec. Gambir", "Catatan:", "Mengetahui,", "Petojo", "kode", "2"]
"""What a row between or below those of the cooperatives may begin with."""


@st.composite
def sheets(draw: st.DrawFn) -> list[list[str]]:
    """Mostly plain rows, some with a cell that needs a closer look; an area may come twice, a row
    be short or long.
    """
    rows = [list(HEADINGS)]
    for area in draw(
        st.lists(st.sampled_from(AREAS), min_size=1, max_size=8, unique=draw(st.booleans()))
    ):
        told = {name: draw(st.sampled_from(texts)) for name, texts in PLAIN.items()}
        told |= {"kode": area.kode, "kelurahan": area.kelurahan}
        if draw(st.integers(0, 9)) == 0:
            name = draw(st.sampled_from(sorted(STRANGE)))
            told[name] = draw(st.sampled_from(STRANGE[name]))
        row = [told.get(name, "") for name in HEADINGS]
        width = draw(st.sampled_from([*[len(HEADINGS)] * 9, 4, len(HEADINGS) + 1]))
        rows.append([*row, "lebih"][:width])
        if draw(st.integers(0, 5)) == 0:
            rows.append([draw(st.sampled_from(BETWEEN)), *[draw(st.sampled_from(["", "3"]))] * 3])
    return rows


@contextmanager
def read_together(few: int, many: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "_FEW", few)
        patch.setattr("kkmp_cli.importing.walk.MANY", many)
        yield


def read(rows: list[list[str]], known: dict[bytes, int]) -> Reading:
    sheet = Sheet("isian.csv", None, "utf-8", ";", list(enumerate(rows, 1)))
    return read_rows([sheet], INDEX, Options(2025, DAY), DAY, known)


def told(reading: Reading) -> tuple[object, ...]:
    """All that comes of a sheet: what was understood, planned, would be written and be known
    again.
    """
    rows = [*reading.intents, *(intent for batch in reading.batches for intent in batch)]
    rows.sort(key=lambda intent: intent.source.row if intent.source else 0)
    planned = build_plan(reading.in_order(), {}, MergePolicy(), {}, reading.faulty)
    planned = replace(planned, passed=reading.passed)
    taken = Taken(reading, planned, ((),))
    return (
        [
            (intent._replace(source=None), dict(intent.source.cells) if intent.source else None)
            for intent in rows
        ],
        reading.files,
        reading.problems,
        [sorted(ids) for ids in reading.named],
        reading.faulty,
        reading.blocked,
        reading.passed,
        sorted(planned.events),
        sorted(problem.cell for problem in planned.problems),
        sorted(taken.marks().items()),
        sorted((row.area.id, row.outcome, row.unapplied, row.notes) for row in planned.results),
        import_json.as_json(taken),
    )


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=sheets(), known=st.sets(st.integers(1, 8)), many=st.sampled_from([1, 3, 2_048]))
def test_rows_read_together_say_what_they_say_one_by_one(
    rows: list[list[str]], known: set[int], many: int
) -> None:
    with read_together(10**9, many):
        marks = {
            intent.source.mark: intent.area.id
            for intent in read(rows, {}).intents
            if intent.source and intent.source.mark and intent.source.row - 1 in known
        }
        alone = told(read(rows, {**marks}))
    with read_together(1, many):
        assert told(read(rows, {**marks})) == alone


def test_plain_rows_are_read_together() -> None:
    rows = [
        list(HEADINGS),
        *([area.kode, area.kelurahan, *[""] * 4, "sudah", *[""] * 7] for area in AREAS),
    ]
    with read_together(1, 2_048):
        reading = read(rows, {})
    assert (len(reading.intents), [len(batch) for batch in reading.batches]) == (0, [8])


def test_a_sign_between_cells_inside_a_cell_is_no_digest() -> None:
    marks = Fingerprints(Known({}), 2)
    assert marks.of_all([["a", "b"], ["a\x1fb", "c"]]) is None
    assert marks.of_all([["a", "b"], ["c", "d"]]) == [marks.of(["a", "b"]), marks.of(["c", "d"])]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bersama") / "awal.db"
    with writing(str(path), create=True) as register:
        register.recorded.append(0)
    return path


def held(register: Path) -> dict[str, list[object]]:
    """What a register holds; of a row of the history the statements in the order of their
    fields.
    """
    with sqlite3.connect(register) as connection:
        tables = {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3").fetchall()
            for name in ("cooperatives", "identifiers", "areas")
        }
        marks = connection.execute("SELECT * FROM fingerprints ORDER BY 1").fetchall()
        rows = connection.execute(
            "SELECT run, entitas, subjek, per, berkas, baris, isi FROM changes"
        ).fetchall()
    connection.close()
    return {
        **tables,
        "fingerprints": marks,
        "changes": sorted((*row, sorted(json.loads(isi))) for *row, isi in rows),
    }


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=sheets())
def test_a_register_holds_the_same_whichever_way_it_was_filled(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    kept = []
    for few in (1, 10**9):
        folder = tmp_path_factory.mktemp("kkmp")
        (folder / "isian.csv").write_text(text.getvalue(), encoding="utf-8")
        register = folder / "register.db"
        shutil.copyfile(empty, register)
        with read_together(few, 2_048):
            app.run(
                ["--db", str(register), "import", str(folder / "isian.csv"), "--per", "2026-03-10"]
            )
        kept.append(held(register))
    assert kept[0] == kept[1]


def test_many_new_cooperatives_are_checked_and_undone_whole(office: Office, tmp_path: Path) -> None:
    rows = [
        f"{area.kode};{area.kelurahan};sudah;{number:013}"
        for number, area in enumerate(areas_of("31.71"))
    ]
    file = tmp_path / "isian.csv"
    file.write_text("\n".join(["kode;kelurahan;NIB;nib_nomor", *rows, ""]), encoding="utf-8")
    with read_together(1, 10):
        office.good("import", file, "--per", "2026-03-10")
    office.good("check", "--json")
    office.good("undo")
    assert office.good("list", "--json").json == []


def test_a_line_break_inside_a_cell_is_no_part_of_a_number(office: Office, tmp_path: Path) -> None:
    rows = [
        f'{area.kode},"91200{at:08d}{chr(10) if at == 5 else ""}"' for at, area in enumerate(AREAS)
    ]
    (tmp_path / "a.csv").write_text("\n".join(["kode,nib_nomor", *rows, ""]), encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        f"kode,nib_nomor\n{areas_of('31.74')[0].kode},9120000000005\n", encoding="utf-8"
    )
    with read_together(1, 2_048):
        office.good("import", tmp_path / "a.csv")
    assert office.run("import", tmp_path / "b.csv").code == 1
