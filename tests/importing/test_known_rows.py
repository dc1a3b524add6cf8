"""A sheet that comes again is known by its rows; that they were passed over is seen in the time it
takes alone.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli import sheets
from kkmp_cli.actions import import_sheets
from kkmp_cli.cli import app
from kkmp_cli.importing import known_rows
from kkmp_cli.model.run import Head
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import open_writer
from kkmp_cli.render.screens import import_ as plan_words
from kkmp_cli.render.screens import import_json
from running import Office, count, opened
from snapshots import areas_of

HEADING = "kode;kelurahan;anggota;NIB;No NIB;usaha;usaha_kendala;gerai"
AREAS = areas_of("31.71")[:6]
CELLS = (
    st.sampled_from(["", "20", "175", "1.250"]),
    st.sampled_from(["", "sudah", "belum", "2025-08-15", "proses", "-", "8120012345678"]),
    st.sampled_from(["", "0123456789012", "0123456789013"]),
    st.sampled_from(["", "sudah", "belum", "terkendala", "Agustus 2025"]),
    st.sampled_from(["", "", "", "modal"]),
    st.sampled_from(["", "sudah", "berhenti 2026-01-10", "belum"]),
)
ROW = st.tuples(st.integers(0, len(AREAS) - 1), st.tuples(*CELLS))
SHEET = st.lists(ROW, min_size=1, max_size=6, unique_by=lambda row: row[0])
PER = st.sampled_from([None, "2026-01-31", "2026-02-28"])
BETWEEN = st.sampled_from(
    [
        (),
        ("update", AREAS[0].kode, "--nib", "proses"),
        ("update", AREAS[1].kode, "--anggota", "7"),
        ("undo",),
        ("area", "alias", "Gambir Kota", AREAS[0].kode),
        ("update", AREAS[2].kode, "--usaha", "belum", "--koreksi"),
    ]
)

STEP = st.tuples(SHEET, PER, BETWEEN)
Rows = list[tuple[int, tuple[str, ...]]]


def sheet_of(rows: Rows) -> str:
    told = [";".join((AREAS[at].kode, AREAS[at].kelurahan, *cells)) for at, cells in rows]
    return "\n".join([HEADING, *told, ""])


@contextmanager
def register_of(template: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        shutil.copyfile(template, path)
        yield path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dikenal") / "awal.db"
    with open_writer(str(path), create=True) as register:
        register.recorded.append(Head(0, ""))
    return path


def told(register: Path, file: Path, per: str | None) -> tuple[str, str, list[object]]:
    """All that an import would say and write."""
    with open_reader(str(register)) as held:
        request = import_sheets.ImportRequest(per=date.fromisoformat(per) if per else None)
        result = import_sheets.plan_import(held, [sheets.read(file)], request)
    return (
        import_json.as_json(result),
        plan_words.as_text(result, dry_run=True),
        list(result.plan.events),
    )


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(steps=st.lists(STEP, min_size=1, max_size=3), again=SHEET, per=PER, at=st.integers(0, 2))
def test_what_a_sheet_would_do_is_the_same_whether_its_rows_are_known_or_not(
    empty: Path,
    steps: list[tuple[Rows, str | None, tuple[str, ...]]],
    again: Rows,
    per: str | None,
    at: int,
) -> None:
    with register_of(empty) as register:
        for number, (rows, day, between) in enumerate(steps):
            file = register.with_name(f"{number}.csv")
            file.write_text(sheet_of(rows), encoding="utf-8")
            app.run(["--db", str(register), "import", str(file), *(("--per", day) if day else ())])
            if between:
                app.run(["--db", str(register), *between])
        sheet, day = (steps[at][0], steps[at][1]) if at < len(steps) else (again, per)
        file = register.with_name("lagi.csv")
        file.write_text(sheet_of(sheet), encoding="utf-8")
        known = told(register, file, day)
        with sqlite3.connect(register) as connection:
            connection.execute("DELETE FROM fingerprints")
        connection.close()
        assert told(register, file, day) == known


def test_a_sign_between_cells_inside_a_cell_is_no_digest() -> None:
    marks = known_rows.Fingerprints(known_rows.KnownRows({}), 2)
    assert marks.of(["a\x1fb", "c"]) == b""
    assert marks.of(["a", "b"]) not in (b"", marks.of(["a", "c"]))


SHEET_TEXT = f"{HEADING}\n{AREAS[0].kode};Gambir;175;sudah;;belum;;\n{AREAS[1].kode};{AREAS[1].kelurahan};;;;sudah;;\n"


@pytest.fixture
def taken(office: Office, tmp_path: Path) -> tuple[Office, Path]:
    """A register into which a sheet of two rows was imported."""
    file = tmp_path / "isian.csv"
    file.write_text(SHEET_TEXT, encoding="utf-8")
    office.good("import", file, "--per", "2026-03-10")
    return office, file


def test_rows_are_known_after_an_import_and_read_no_more(
    taken: tuple[Office, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, file = taken
    assert count(office.register, "fingerprints") == 2
    monkeypatch.setattr("kkmp_cli.importing.row.RowReader.read", None)
    done = office.good("import", file, "--per", "2026-03-10", "--json").json
    assert (done["berkas"][0]["sama"], done["ditulis"]) == (2, False)


@pytest.mark.parametrize(
    ("command", "left"),
    [
        (("update", "Gambir", "--kota", "jakpus", "--anggota", "7"), 1),
        (("undo",), 0),
        (("area", "alias", "Gambir Kota", AREAS[0].kode), 0),
        (
            (
                "followup",
                "add",
                "Undang pengurus",
                "--kota",
                "jakpus",
                "--penanggung-jawab",
                "Sudin",
                "--batas",
                "2026-12-01",
            ),
            2,
        ),
    ],
)
def test_what_may_change_the_meaning_of_a_row_makes_it_unknown(
    taken: tuple[Office, Path], command: tuple[str, ...], left: int
) -> None:
    office, _ = taken
    office.good(*command)
    assert count(office.register, "fingerprints") == left


def test_another_version_of_the_program_reads_every_row_again(
    taken: tuple[Office, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, file = taken
    monkeypatch.setattr(known_rows, "__version__", "99")
    with open_reader(str(office.register)) as held:
        request = import_sheets.ImportRequest(per=date(2026, 3, 10))
        result = import_sheets.plan_import(held, [sheets.read(file)], request)
    assert not result.reading.passed


def test_a_sheet_with_personal_data_leaves_no_digest(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "isian.csv"
    file.write_text(f"kode;ketua;nib\n{AREAS[0].kode};Budi;sudah\n", encoding="utf-8")
    office.good("import", file)
    assert count(office.register, "fingerprints") == 0


def test_a_row_twice_is_refused_though_it_is_known(taken: tuple[Office, Path]) -> None:
    office, file = taken
    file.write_text(SHEET_TEXT + SHEET_TEXT.splitlines()[1] + "\n", encoding="utf-8")
    done = office.run("import", file, "--per", "2026-03-10", "--json")
    assert (done.code, done.json["berkas"][0]["ditolak"], done.json["berkas"][0]["sama"]) == (
        1,
        2,
        1,
    )


def test_the_sums_of_a_closing_row_are_compared_with_known_rows_too(
    taken: tuple[Office, Path],
) -> None:
    office, file = taken
    file.write_text(SHEET_TEXT + ";JUMLAH;175;1;;2;;\n", encoding="utf-8")
    first = office.good("import", file, "--per", "2026-03-10").out
    with opened(office.register) as connection:
        connection.execute("DELETE FROM fingerprints")
    assert office.good("import", file, "--per", "2026-03-10").out == first


FIRST, SECOND = AREAS[:2]


@pytest.mark.parametrize(
    ("before", "sheet"),
    [
        (
            "kode,kelurahan,nib\n{0},Gambir,sudah\n",
            "kode,kelurahan,nib\n,Gambir,\n{0},Gambir,sudah\n",
        ),
        (
            "kode,nib,,usaha\n{0},sudah,isi,belum\n",
            "kode,nib,,usaha\n{0},sudah,isi,belum\n{1},,,belum\n",
        ),
        (
            "kode,nib,Aneh\n{0},sudah,z\n",
            "kode,nib,Aneh\n{0},sudah,z\n" + "\n" * 80 + "{1},," + "z" * 140_000 + "\n",
        ),
        (
            "kode,kelurahan,kecamatan,nib\n{0},Gambir,GAMBIR,sudah\n",
            "kode,kelurahan,kecamatan,nib\n{0},Gambir,GAMBIR,sudah\n,Cideng,,sudah\n",
        ),
        ("kode,nib\n{0},sudah\n{1},sudah\n", "kode,nib\n{0},sudah\n{1},sudah\n{0},sudah\n"),
    ],
    ids=[
        "a kecamatan above its rows",
        "a column without a heading",
        "a cell that is too long",
        "a spelling",
        "twice",
    ],
)
def test_a_register_that_knows_rows_says_what_one_says_that_knows_none(
    office: Office, tmp_path: Path, before: str, sheet: str
) -> None:
    file = tmp_path / "isian.csv"
    file.write_text(before.format(FIRST.kode, SECOND.kode), encoding="utf-8")
    office.good("import", file, "--kota", "jakpus")
    file.write_text(sheet.format(FIRST.kode, SECOND.kode), encoding="utf-8")
    known = office.run("import", file, "--kota", "jakpus", "--dry-run")
    with opened(office.register) as connection:
        connection.execute("DELETE FROM fingerprints")
    assert office.run("import", file, "--kota", "jakpus", "--dry-run") == known
