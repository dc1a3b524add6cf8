"""What the pages show is true: their commands run, the excerpt is what is printed, tables agree
with the code.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import guide
from kkmp_cli import errors
from kkmp_cli.cli import app
from kkmp_cli.errors import KkmpError
from running import (  # noqa: F401 - fixtures
    Office,
    engine,
    office,
    opened,
    pusat,
    pusat_template,
    server_database,
)

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SQL = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
GUIDE = tuple(f"docs/{page}" for page in guide.PAGES)
PAGES = ("README.md", *GUIDE)
OTHER_PAGES = tuple(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")]
    if path.relative_to(ROOT).as_posix() not in PAGES
)
SHEET = """Data KKMP Kecamatan Gambir;;;;;
Keadaan per 9 Maret 2026;;;;;
No;Kelurahan;No. SK AHU;Tgl NIB;Usaha Berjalan;Jumlah Anggota
1;Duri Pulo;AHU-0001234.AH.01.29.TAHUN 2025;10/6/2025;proses;45
2;Kebon Kelapa;;;sudah;1.250
;JUMLAH;;;;1.295
"""
ATTENDANCE = (
    "Kelurahan;Jabatan;Nama\nGambir;Ketua;Contoh Satu\nGambir;Bendahara;Contoh "
    "Dua\nCideng;Pengawas;Contoh Tiga\n"
)
AREAS = (
    "kode,kelurahan,kecamatan,kota,provinsi\n33.74.01.1001,Contoh,Semarang Tengah,Kota "
    "Semarang,Jawa Tengah\n"
)
PUSAT = ("--kota", "jakpus")
MARCH = ("--per", "2026-03-10")
BROUGHT = {"isian.csv": SHEET, "hadir.csv": ATTENDANCE, "wilayah.csv": AREAS}
"""The files that the pages take for granted."""


def blocks(text: str, kind: str) -> list[str]:
    """The fenced blocks of a page whose fence says exactly `kind`."""
    return re.findall(rf"^```{re.escape(kind)}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def environment(folder: Path) -> dict[str, str]:
    """A new officer's surroundings: an empty home, `kkmp` and `python3` on the path."""
    tools = folder / "bin"
    tools.mkdir()
    (tools / "python3").symlink_to(sys.executable)
    (tools / "kkmp").write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m kkmp_cli "$@"\n', encoding="utf-8"
    )
    (tools / "kkmp").chmod(0o755)
    return {"HOME": str(folder), "PATH": f"{tools}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A register of the shipped facts, and what `kkmp demo` printed."""
    folder = tmp_path_factory.mktemp("docs")
    run = subprocess.run(
        ["kkmp", "demo", "--db", "demo.db"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    )
    return folder / "demo.db", run.stdout


@pytest.fixture
def register(demo: tuple[Path, str]) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{demo[0]}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.mark.parametrize("page", ["README.md"])
def test_the_commands_of_a_page_run_in_their_order(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    for name, content in BROUGHT.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    for line in "".join(blocks((ROOT / page).read_text(encoding="utf-8"), "bash run")).splitlines():
        code = _typed(line, monkeypatch)
        assert code == 0, f"{line}\n{capsys.readouterr().err}"
        for written in re.findall(r" -o (\S+)", line):
            assert (tmp_path / written).exists(), line


def _typed(line: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of one line: of `kkmp` here, of anything else by a shell."""
    if "|" in line:
        return subprocess.run(["sh", "-c", line], stdin=subprocess.DEVNULL, check=False).returncode
    command, *words = shlex.split(line)
    if command == "export":
        for word in words:
            name, _, value = word.partition("=")
            monkeypatch.setenv(name, value)
        return 0
    assert command == "kkmp"
    return app.run(words)


def test_the_first_command_stands_on_the_first_two_screens() -> None:
    before = README.partition("```bash\n")[0]
    assert before.count("\n") <= 48
    (picture,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", before)
    assert picture in (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8").replace(
        "(gambar/", "(docs/gambar/"
    )


def test_the_path_of_one_row_is_what_the_commands_say(pusat: Office, tmp_path: Path) -> None:
    path = README.partition("## The path of one row")[2].partition("\n## ")[0]
    sheet, packet = tmp_path / "isian.csv", tmp_path / "paket.html"
    sheet.write_text(
        "Keadaan per 9 Maret 2026\nNo;Kelurahan;Tgl NIB\n1;Gambir;10/6/2025\n", encoding="utf-8"
    )
    line, march = ("import", sheet, *PUSAT), (*PUSAT, "--per", "2026-03-10")
    for said, text in (
        (pusat.good(*line, "--dry-run").out, "NIB: Gambir belum ada data → sudah, 10 Juni 2025"),
        (pusat.good(*line).out and pusat.good("history").out, "isian.csv baris 3"),
        (pusat.good("report", *march).out, "1 dari 44 (2,3%) · 43 belum ada data"),
    ):
        assert text in said and f"`{text}`" in path.replace("\n   ", " "), said
    assert "1 dari 44" not in pusat.good("report", *PUSAT, "--per", "2025-06-09").out
    pusat.good("report", *march, "-o", packet)
    pusat.good("undo")
    assert "sama dengan yang tercatat" in pusat.good("verify", packet).out


def test_windows_is_given_the_same_three_steps_as_the_first_line() -> None:
    unix = blocks(README, "bash")[0].strip().split(" && ")
    windows = blocks(README, "powershell")[0].split("\n")
    assert [line.replace("python3", "py").replace("/bin/", "\\Scripts\\") for line in unix] == [
        line.replace("/", "\\") for line in windows if line
    ]


def test_the_table_of_forms_is_what_the_report_can_be_written_as(helped: dict[str, str]) -> None:
    (lines,) = re.findall(r"--format BENTUK +([^.]*)\.$", helped["report"], re.MULTILINE)
    said = " ".join(lines.split())
    told = re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)
    assert sorted(told) == sorted(said.split(", "))


@pytest.mark.parametrize(
    "line", ["export --kota jakpus -o kembali.csv", "export --kota jakpus -o kembali.xlsx"]
)
def test_an_export_imports_as_nothing_new(
    line: str, demo: tuple[Path, str], tmp_path: Path
) -> None:
    register = tmp_path / "register.db"
    shutil.copyfile(demo[0], register)
    file = tmp_path / line.split()[-1]
    assert app.run(["--db", str(register), *line.split()[:-1], str(file)]) == 0
    before = register.read_bytes()
    assert app.run(["--db", str(register), "import", str(file), "--kota", "jakpus"]) == 0
    assert register.read_bytes() == before


def test_personal_values_are_printed_only_where_the_pages_say(
    demo: tuple[Path, str], tmp_path: Path
) -> None:
    register = tmp_path / "register.db"
    shutil.copyfile(demo[0], register)
    assert (
        app.run(
            [
                "--db",
                str(register),
                "update",
                "Cideng",
                "--kota",
                "jakpus",
                "--ketua",
                "Contoh Nama",
            ]
        )
        == 0
    )
    for words in (
        ["show", "Cideng"],
        ["report"],
        ["report", "--format", "html"],
        ["export", "--plain"],
        ["list"],
        ["list", "--json"],
        ["history"],
        ["history", "--json"],
    ):
        place = [] if words[0] == "history" else ["--kota", "jakpus"]
        assert "Contoh Nama" not in _said(register, [*words, *place]), words
    for words in (["show", "Cideng"], ["report", "--format", "html"], ["export", "--plain"]):
        assert "Contoh Nama" in _said(register, [*words, "--kota", "jakpus", "--with-personal"]), (
            words
        )


def _said(register: Path, words: list[str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kkmp_cli", "--db", str(register), *words],
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


def test_the_table_of_exit_codes_agrees_with_the_errors() -> None:
    said = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    raised = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, KkmpError)
    }
    assert said == raised | {0, app.FAULT, app.INTERRUPTED}


@pytest.fixture(scope="module")
def helped() -> dict[str, str]:
    """Every command, those of the groups too, with its help."""
    pages: dict[str, str] = {}
    for name in _commands([]):
        pages[name] = _help([name])
        if re.search(r"^Pakai: .*PERINTAH", pages[name], re.MULTILINE):
            pages.update((f"{name} {inner}", _help([name, inner])) for inner in _commands([name]))
    return pages


def _help(words: list[str]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert app.run([*words, "--help"]) == 0
    return printed.getvalue()


def _commands(words: list[str]) -> list[str]:
    listed = _help(words).partition("Opsi")[0] if words else _help([])
    return re.findall(r"^  ([a-z]+)  +[A-Z]", listed, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_that_a_page_names_exists(
    page: str, helped: dict[str, str]
) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    known = set(re.findall(r"--[a-z][a-z-]+", "\n".join([_help([]), *helped.values()])))
    groups = {name.split()[0] for name in helped if " " in name}
    inner = {
        " ".join(pair) for pair in re.findall(r"(?:^|`)kkmp ([a-z]+) ([a-z]+)", text, re.MULTILINE)
    }
    assert {pair for pair in inner if pair.split()[0] in groups} - set(helped) == set()
    own = set(re.findall(r"(?<![\w-])--x-[a-z-]+", text))
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - known - own == set()
    named = set(re.findall(r"(?:^|`)kkmp ([a-z]+)", text, re.MULTILINE))
    assert named - set(helped) == set()


@pytest.mark.parametrize("page", [*PAGES, *OTHER_PAGES])
def test_every_file_that_a_page_links_to_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_both_set_up_commands_stand_alone_in_one_line_each() -> None:
    lines = [block.strip() for block in blocks(README, "bash")]
    assert [line.count("\n") for line in lines] == [0, 0]
    assert lines[0].endswith("kkmp demo")
    assert (
        lines[1]
        == "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -q"
    )


def test_every_view_is_documented_with_all_its_columns(register: sqlite3.Connection) -> None:
    documented = {
        name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)
        for name, body in re.findall(r"^## (v_\w+)\n(.*?)(?=^## )", SQL, re.MULTILINE | re.DOTALL)
    }
    views = [
        row[0] for row in register.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    ]
    assert documented == {
        view: [column[1] for column in register.execute(f"PRAGMA table_info({view})")]
        for view in views
    }


@pytest.mark.parametrize("query", blocks(SQL, "sql")[:3], ids=lambda query: query.split()[1])
def test_a_documented_query_answers(query: str, register: sqlite3.Connection) -> None:
    assert register.execute(query).fetchall()


def test_the_query_of_own_fields_answers_where_there_are_any(office: Office) -> None:
    office.good("add", "Gambir", "--kota", "jakpus")
    office.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "arti")
    office.good("field", "add", "lahan", "Lahan", "--kind", "tahap", "--arti", "arti")
    office.good("update", "Gambir", "--x-omzet", "5 juta", "--x-lahan", "proses", *MARCH)
    with opened(office.register) as connection:
        rows = connection.execute(blocks(SQL, "sql")[3]).fetchall()
    assert [row[1:] for row in rows] == [
        ("Gambir", "x_lahan", "Lahan", "proses", "2026-03-10"),
        ("Gambir", "x_omzet", "Omzet", "5000000", "2026-03-10"),
    ]


def test_the_first_documented_query_counts_as_the_report_does(register: sqlite3.Connection) -> None:
    rows = register.execute(blocks(SQL, "sql")[0]).fetchall()
    assert [sum(row[place] for row in rows) for place in (1, 2, 3)] == [44, 34, 0]


def test_the_view_of_the_history_shows_an_undo(demo: tuple[Path, str], tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    shutil.copyfile(demo[0], register)
    assert (
        app.run(
            ["--db", str(register), "update", "Cideng", "--kota", "jakpus", "--usaha", "proses"]
        )
        == 0
    )
    assert app.run(["--db", str(register), "undo"]) == 0
    connection = sqlite3.connect(register)
    found = connection.execute(
        "SELECT run, membatalkan, bidang FROM v_riwayat ORDER BY run DESC LIMIT 1"
    ).fetchall()
    connection.close()
    assert found == [(found[0][1] + 1, found[0][1], None)]


def test_the_rooms_of_the_architecture_are_those_that_there_are() -> None:
    (drawn,) = (block for block in blocks(ARCHITECTURE, "text") if "commands" in block)
    there = {
        path.stem
        for path in (ROOT / "src" / "kkmp_cli").iterdir()
        if path.suffix == ".py" or _is_room(path)
    }
    words = set(re.findall(r"[a-z_]+", drawn))
    assert there - {"__init__"} - words == set()


def _is_room(path: Path) -> bool:
    return (path / "__init__.py").exists()


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/model.md"])
def test_every_module_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    modules = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "tests", "tools")
        for path in (ROOT / folder).rglob("*.py")
    ]
    for named in re.findall(r"(?<![\w/])[\w/]*[\w]+\.py\b", text):
        assert any(f"/{module}".endswith(f"/{named}") for module in modules), named
