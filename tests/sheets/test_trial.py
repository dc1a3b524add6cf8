"""A workbook that would end the program ends a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hurtful_workbooks import xls_reuses
from kkmp_cli.sheets import trial
from sheet_files import biff_stream, xls


def test_what_can_be_read_survives(tmp_path: Path) -> None:
    assert trial.survives(xls(tmp_path / "a.xls", biff_stream([(0, 0, "NIB")])).read_bytes())


def test_what_its_parser_refuses_survives_to_be_told_by_it() -> None:
    assert trial.survives(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(999))


def test_what_takes_too_much_memory_does_not(tmp_path: Path) -> None:
    assert not trial.survives(xls_reuses(tmp_path / "a.xls", 200_000).read_bytes())


@pytest.mark.parametrize("program", ["import os; os.abort()", "raise MemoryError"])
def test_an_abort_is_no_answer(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(trial, "_PROGRAM", program)
    assert not trial.survives(b"")


def test_what_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_PROGRAM", "import time; time.sleep(300)")
    monkeypatch.setattr(trial, "_SECONDS", 0.1)
    assert not trial.survives(b"")
