"""As which file a workbook was saved, whether it is still open, and what opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import Desktop
from kkmp_cli.actions.saved_workbook import SavedWorkbook, open_in_program


def test_what_is_written_since_is_known_whatever_its_format(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"issued")
    path.with_suffix(".csv").write_bytes(b"lay here before")
    workbook = SavedWorkbook.at(path)
    assert workbook.saved() == []
    path.with_suffix(".ods").write_bytes(b"saved")
    assert workbook.saved() == [path.with_suffix(".ods")]
    path.write_bytes(b"saved too")
    assert workbook.saved() == [path, path.with_suffix(".ods")]


@pytest.mark.parametrize("lock", ["~$a.xlsx", ".~lock.a.xlsx#", ".~lock.a.ods#"])
def test_a_lock_beside_it_says_that_it_is_open(tmp_path: Path, lock: str) -> None:
    workbook = SavedWorkbook.at(tmp_path / "a.xlsx")
    assert workbook.lock() is None
    (tmp_path / lock).touch()
    assert workbook.lock() == tmp_path / lock


def test_it_is_opened_by_the_program_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop(tmp_path)
    monkeypatch.setenv("PATH", str(desktop.programs))
    assert open_in_program(tmp_path / "a b.xlsx")
    assert desktop.opened == [tmp_path / "a b.xlsx"]


def test_where_nothing_opens_it_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not open_in_program(tmp_path / "a.xlsx")
    monkeypatch.setenv("PATH", str(Desktop(tmp_path, code=3).programs))
    assert not open_in_program(tmp_path / "a.xlsx")
    (tmp_path / "programs" / "xdg-open").write_text("no program")
    assert not open_in_program(tmp_path / "a.xlsx")
