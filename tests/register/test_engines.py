"""A location names the engine that keeps the register."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.sqlite import SqliteFile


def test_a_path_and_its_url_name_one_file(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    assert engine_of(str(path)) == engine_of(f"sqlite:///{path}") == SqliteFile(path)
    assert str(engine_of(str(path))) == str(path)


@pytest.mark.parametrize("location", ["mysql://kantor/kkmp", ":memory:", "file:register.db", " "])
def test_what_names_no_engine_is_refused(location: str) -> None:
    with pytest.raises(Unusable):
        engine_of(location)
