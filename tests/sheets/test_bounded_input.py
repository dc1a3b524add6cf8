"""A file is read up to a limit, whatever it says of its size."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.sheets import bounded_input


def test_a_file_is_read_whole_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded_input, "LIMIT", 10)
    path = tmp_path / "isian.csv"
    path.write_bytes(b"x" * 10)
    assert bounded_input.read(path) == (b"x" * 10, str(path))
    path.write_bytes(b"x" * 11)
    with pytest.raises(Unusable, match="terlalu besar"):
        bounded_input.read(path)


def test_a_file_that_says_nothing_of_its_size_ends_at_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bounded_input, "LIMIT", 10)
    growing = Path("/proc/self/status")
    if not growing.is_file():
        pytest.skip("needs a file of which the size is not known before")
    assert growing.stat().st_size == 0
    with pytest.raises(Unusable, match="terlalu besar"):
        bounded_input.read(growing)


def test_a_pipe_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(Unusable, match="bukan berkas biasa"):
        bounded_input.read(tmp_path / "pipa")
