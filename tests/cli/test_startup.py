"""A fast start: help and completion load no database library (speed before the first word is
printed).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SHOW_LOADED = """
import sys
sys.argv = ["kkmp", *{arguments!r}]
from kkmp_cli.cli import app
try:
    app.main()
except SystemExit:
    pass
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
"""
HEAVY = {
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "jinja2",
    "xlsxwriter",
    "python_calamine",
    "rapidfuzz",
    "pydantic",
}
UNASKED = {"kkmp_cli.model.field", "kkmp_cli.model.vocabulary", "platformdirs"}
"""What only a command needs: the fields, and where the register lies unless somebody says."""


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["report", "--help"], ["--version"]], ids=" ".join
)
def test_help_and_version_load_no_library_of_the_register_or_of_files(arguments: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHOW_LOADED.format(arguments=arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout
    assert set(run.stderr.split()) & HEAVY == set()
    assert "kkmp_cli.cli.app" in run.stderr.split()


def test_the_list_of_commands_seeks_no_register_and_knows_no_field() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHOW_LOADED.format(arguments=["--help"])],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(run.stderr.split()) & UNASKED == set()


def test_a_report_on_the_screen_loads_no_library_of_files(tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    subprocess.run(
        [sys.executable, "-m", "kkmp_cli", "demo", "--db", register],
        capture_output=True,
        check=True,
    )
    arguments = ["--db", str(register), "report", "--kota", "jakpus", "--per", "2026-03-10"]
    run = subprocess.run(
        [sys.executable, "-c", SHOW_LOADED.format(arguments=arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "34 dari 44" in run.stdout
    assert set(run.stderr.split()) & (HEAVY | {"typst", "rich.console"}) == set()
