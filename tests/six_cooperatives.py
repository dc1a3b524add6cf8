"""A register with the six cooperatives of a kecamatan, for what is tried many times."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli import app
from running import Office, placed


@pytest.fixture(scope="session")
def gambir_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register, of which nothing is known."""
    path = tmp_path_factory.mktemp("gambir") / "register.db"
    codes = [f"31.71.01.100{number}" for number in range(1, 7)]
    assert app.run(["--db", str(path), "add", *codes, "--yes"]) == 0
    return path


@pytest.fixture
def gambir(office: Office, gambir_template: Path) -> Office:
    """A desk with it, on a file."""
    return placed(office, gambir_template)
