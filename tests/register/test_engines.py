"""A location names the engine that keeps the register."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kkmp_cli.errors import MissingExtra, Unusable
from kkmp_cli.register.engines import engine_of, server_of
from kkmp_cli.register.sqlite import SqliteFile


def test_a_path_and_its_url_name_one_file(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    assert engine_of(str(path)) == engine_of(f"sqlite:///{path}") == SqliteFile(path)
    assert str(engine_of(str(path))) == str(path)


@pytest.mark.parametrize("location", ["mysql://kantor/kkmp", ":memory:", "file:register.db", " "])
def test_what_names_no_engine_is_refused(location: str) -> None:
    with pytest.raises(Unusable):
        engine_of(location)


def test_without_the_driver_it_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also where the driver is there and the library that it needs is not."""
    for name in [*sys.modules]:
        if name.startswith(("psycopg", "kkmp_cli.register.server.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match="`pg`") as told:
        server_of("postgresql://petugas@server/kkmp")
    assert "pip install" in told.value.remedy


@pytest.mark.parametrize(
    "location",
    [
        "host=server user=petugas password=rahasia",
        "password=rahasia dbname=kkmp",
        "postgresql:/petugas:rahasia@server/kkmp",
        "POSTGRESQL://petugas:rahasia@server/kkmp",
        "postgres:petugas:rahasia@server",
    ],
)
def test_an_address_that_is_none_by_its_url_is_no_file_and_is_not_repeated(location: str) -> None:
    with pytest.raises(Unusable, match="alamat server") as refused:
        engine_of(location)
    assert "rahasia" not in refused.value.message + refused.value.remedy
