"""The file of settings is written whole, and beside nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli import settings_file
from kkmp_cli.settings import config_file


def test_a_setting_is_kept_and_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "a" / "b"))
    file = settings_file.keep("petugas", 'Sari "Ria" \\ 1')
    assert config_file.values() == {"petugas": 'Sari "Ria" \\ 1'}
    assert [*file.parent.iterdir()] == [file]
    assert file.parent.stat().st_mode & 0o777 == 0o700
    settings_file.keep("petugas", None)
    assert config_file.values() == {}
