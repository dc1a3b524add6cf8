"""`kkmp add`: one cooperative, then all others of a kota."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


def test_add_registers_one_and_then_all_others(office: Office) -> None:
    assert "KKMP Gambir (31.71.01.1001)" in office.good("add", "Gambir", "--nib", "sudah").out
    done = office.good("add", *PUSAT, "--all")
    assert "43 koperasi" in done.out
    assert "1 koperasi sudah terdaftar" in done.err
    assert "tidak ada yang ditulis" in office.good("add", *PUSAT, "--all").out
    assert len(office.good("history", "--json").json) == 2
