"""The front door: an error of the system becomes the right sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli import settings
from running import Office, office  # noqa: F401 - a fixture


@pytest.mark.parametrize(
    "arguments", [("demo",), ("add", "Gambir"), ("add", "--kota", "jakpus", "--all")], ids=" ".join
)
def test_missing_shipped_data_are_named_and_no_register_is_left_behind(
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setattr(settings, "shipped_data", lambda: tmp_path / "data")
    done = office.run(*arguments, db=office.register)
    assert (done.code, done.out) == (3, "")
    assert (
        f"Data bawaan program tidak dapat dibaca: {tmp_path / 'data' / 'areas.csv'}: tidak ada."
        in done.err
    )
    assert "Pasang ulang" in done.err
    assert not office.register.exists()
