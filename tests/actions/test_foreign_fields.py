"""The own fields of a colleague: declared here as he has them, or left out where they differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from colleagues import Colleague, colleague
from running import Office

OMZET = ("field", "add", "omzet", "Omzet", "--arti", "penjualan sebulan")
LUAS = ("field", "add", "luas", "Luas gerai", "--arti", "bentuk ruang")


@pytest.fixture
def sudin(pusat: Office, pusat_template: Path) -> Colleague:
    """A colleague with two fields of his own, and one of which he says nothing."""
    one = colleague(pusat, pusat_template)
    one.good(*OMZET, "--kind", "rupiah")
    one.good(*LUAS, "--kind", "pilihan", "--pilihan", "kecil,besar")
    one.good("field", "add", "kosong", "Kosong", "--kind", "teks", "--arti", "tidak diisi")
    one.good(
        "update", "Gambir", "--x-omzet", "12500000", "--x-luas", "besar", "--per", "2026-06-30"
    )
    return one


def _value(office: Office, key: str) -> object:
    return office.good("show", "Gambir", "--json").json.get(key)


def test_a_field_that_is_not_here_is_declared_as_it_is_there(
    pusat: Office, sudin: Colleague
) -> None:
    done = pusat.good("import", sudin.register, "--json").json
    assert done["bidang_baru"] == ["x_omzet", "x_luas"]
    assert (_value(pusat, "x_omzet"), _value(pusat, "x_luas")) == (12500000, "besar")
    pusat.good("undo")
    assert pusat.good("field", "list", "--json").json == []


def test_of_a_field_of_another_kind_nothing_is_taken(pusat: Office, sudin: Colleague) -> None:
    pusat.good(*OMZET, "--kind", "teks")
    told = pusat.good("import", sudin.register).out
    assert "berjenis rupiah, di sini teks: isiannya tidak diambil" in told
    assert (_value(pusat, "x_omzet"), _value(pusat, "x_luas")) == (None, "besar")


def test_choices_that_are_not_here_are_told_with_the_command_that_adds_them(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good(*LUAS, "--kind", "pilihan", "--pilihan", "kecil,sedang")
    told = pusat.good("import", sudin.register).out
    command = told.partition("Tambahkan dulu: `kkmp ")[2].partition("`")[0]
    assert _value(pusat, "x_luas") is None
    pusat.good(*command.split())
    pusat.good("import", sudin.register)
    assert _value(pusat, "x_luas") == "besar"


def test_a_field_whose_heading_is_another_ones_is_left_out(pusat: Office, sudin: Colleague) -> None:
    pusat.good("field", "add", "jual", "Omzet", "--kind", "rupiah", "--arti", "penjualan")
    assert "x_omzet dari " in pusat.good("import", sudin.register).out
    assert _value(pusat, "x_luas") == "besar"


def test_a_field_that_only_a_target_or_a_figure_is_about_comes_with_it(
    pusat: Office, pusat_template: Path
) -> None:
    other = colleague(pusat, pusat_template, "lain")
    other.good("field", "add", "x_lahan", "Lahan", "--kind", "tahap", "--arti", "lahan siap")
    other.good("target", "set", "x_lahan", "2026-12-31", "--kota", "jakpus")
    other.good("figure", "add", "x_lahan", 5, "--kota", "jakpus", "--per", "2026-03-10")
    told = pusat.good("import", other.register).out
    assert "x_lahan (Lahan, tahap)" in told
    assert ": 1 target, 1 angka. Batalkan" in told
    assert "Lahan" in pusat.good("target", "list").out
    pusat.good("undo")
    pusat.good("field", "add", "x_lahan", "Lahan", "--kind", "teks", "--arti", "lahan")
    assert "berjenis tahap, di sini teks" in pusat.good("import", other.register).out
    assert pusat.good("target", "list", "--json").json == []
