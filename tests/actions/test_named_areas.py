"""The areas that a command line names, narrowed by kota and kecamatan."""

from __future__ import annotations

import pytest

from running import Office


def test_kkmp_kota_narrows_names_and_is_overridden(
    demo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert len(demo.good("list", "--json").json) == 44
    assert len(demo.good("list", "--kota", "semua", "--json").json) == 214
    assert demo.good("show", "31.72.01.1005", "--json").json["kelurahan"] == "Pluit"
