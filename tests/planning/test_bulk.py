"""Plain rows on new cooperatives, judged together, do and leave what they would one by one."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.cli import app
from kkmp_cli.importing import ImportOptions, ReadResult, read_rows
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.model.run import Head
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning import bulk
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register.writer import open_writer
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
def together(many: int) -> Iterator[None]:
    """So many plain rows on new cooperatives are judged together; 0: each alone."""
    with pytest.MonkeyPatch.context() as patch:
        if many:
            patch.setattr("kkmp_cli.planning.plan._MANY", many)
        else:
            patch.setattr(bulk, "is_plain", lambda *_: False)
        yield


def read(rows: list[list[str]]) -> ReadResult:
    sheet = Sheet("isian.csv", None, "utf-8", ";", list(enumerate(rows, 1)))
    return read_rows([sheet], INDEX, ImportOptions(built_in(), 2025, DAY), DAY)


def told(result: ReadResult) -> tuple[object, ...]:
    """All that comes of a sheet: what is planned, would be written and be known again."""
    planned = build_plan(result.intents, {}, MergePolicy(), {}, built_in(), result.faulty)
    taken = ImportResult(result, planned, ((),))
    return (
        sorted(planned.events),
        sorted(problem.cell for problem in planned.problems),
        sorted(taken.marks().items()),
        sorted((row.area.id, row.outcome, row.unapplied, row.notes) for row in planned.results),
        import_json.as_json(taken),
    )


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=sheets(), many=st.sampled_from([1, 3, 2_048]))
def test_rows_judged_together_come_to_what_they_come_to_one_by_one(
    rows: list[list[str]], many: int
) -> None:
    result = read(rows)
    with together(0):
        alone = told(result)
    with together(many):
        assert told(result) == alone


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bersama") / "awal.db"
    with open_writer(str(path), create=True) as register:
        register.recorded.append(Head(0, ""))
    return path


def held(register: Path) -> dict[str, list[object]]:
    """What a register holds; of a row of the history the statements in the order of their
    fields.
    """
    with sqlite3.connect(register) as connection:
        tables = {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3").fetchall()
            for name in ("cooperatives", "milestones", "field_values", "areas")
        }
        marks = connection.execute("SELECT * FROM fingerprints ORDER BY 1").fetchall()
        rows = connection.execute(
            "SELECT run, entitas, subjek, per, berkas, baris, isi FROM events"
        ).fetchall()
    connection.close()
    return {
        **tables,
        "fingerprints": marks,
        "events": sorted((*row, sorted(json.loads(isi))) for *row, isi in rows),
    }


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(rows=sheets())
def test_a_register_holds_the_same_whichever_way_it_was_filled(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    kept = []
    for many in (2_048, 0):
        folder = tmp_path_factory.mktemp("kkmp")
        (folder / "isian.csv").write_text(text.getvalue(), encoding="utf-8")
        register = folder / "register.db"
        shutil.copyfile(empty, register)
        with together(many):
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
    with together(10):
        office.good("import", file, "--per", "2026-03-10")
    office.good("check", "--json")
    office.good("undo")
    assert office.good("list", "--json").json == []


def test_a_line_break_inside_a_cell_is_no_part_of_a_number(office: Office, tmp_path: Path) -> None:
    rows = [
        f'{area.kode},"91200{at + 1:08d}{chr(10) if at == 4 else ""}"'
        for at, area in enumerate(AREAS)
    ]
    (tmp_path / "a.csv").write_text("\n".join(["kode,nib_nomor", *rows, ""]), encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        f"kode,nib_nomor\n{areas_of('31.74')[0].kode},9120000000005\n", encoding="utf-8"
    )
    with together(2_048):
        office.good("import", tmp_path / "a.csv")
    assert office.run("import", tmp_path / "b.csv").code == 1
