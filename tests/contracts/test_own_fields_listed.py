"""`list` and `export` are narrowed by what an office declared, on any day."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

FIELDS = (
    ("lahan", "Lahan", "tahap"),
    ("etalase", "Etalase", "ya_tidak"),
    ("omzet", "Omzet", "rupiah"),
    ("status_lahan", "Status lahan", "pilihan", "--pilihan", "Sewa,Pinjam,Hibah"),
)
SAID = {
    "Gambir": ("--x-lahan", "sudah", "--x-etalase", "ada", "--x-status-lahan", "sewa"),
    "Cideng": ("--x-lahan", "proses", "--x-etalase", "tidak", "--x-status-lahan", "pinjam"),
    "Duri Pulo": ("--x-lahan", "belum", "--x-lahan-kendala", "lahan", "--x-omzet", "5 juta"),
}
ALL = {"Gambir", "Cideng", "Duri Pulo", "Petojo Utara"}


@pytest.fixture
def gambir(office: Office) -> Office:
    """Four cooperatives, three of which have told what the office asks."""
    office.good("add", *ALL, "--kota", "jakpus")
    for key, label, kind, *more in FIELDS:
        office.good("field", "add", key, label, "--kind", kind, "--arti", "arti", *more)
    for name, words in SAID.items():
        office.good("update", name, *words, "--per", "2026-03-10")
    return office


def listed(office: Office, *words: str) -> set[str]:
    return {one["kelurahan"] for one in office.good("list", *words, "--json").json}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("--x-lahan", "sudah"), {"Gambir"}),
        (("--x-lahan", "sudah", "--x-lahan", "proses"), {"Gambir", "Cideng"}),
        (("--sudah", "x_lahan"), {"Gambir"}),
        (("--belum", "x-lahan"), {"Cideng", "Duri Pulo"}),
        (("--tanpa", "x_lahan"), ALL - {"Gambir"}),
        (("--tidak-diketahui", "x_lahan"), {"Petojo Utara"}),
        (("--terkendala", "x_lahan"), {"Duri Pulo"}),
        (("--sudah", "x_etalase"), {"Gambir"}),
        (("--belum", "x_etalase"), {"Cideng"}),
        (("--tanpa", "x_etalase"), ALL - {"Gambir"}),
        (("--x-etalase", "belum"), {"Cideng"}),
        (("--sudah", "x_omzet"), {"Duri Pulo"}),
        (("--tanpa", "x_omzet"), ALL - {"Duri Pulo"}),
        (("--x-omzet", "Rp5.000.000"), {"Duri Pulo"}),
        (("--x-status-lahan", "SEWA", "--x-status-lahan", "pinjam"), {"Gambir", "Cideng"}),
        (("--x-status-lahan", "hibah"), set()),
        (("--x-status-lahan", "sewa", "--x-lahan", "proses"), set()),
        (("--x-lahan", "sudah", "--per", "2026-03-09"), set()),
        (("--tanpa", "x_lahan", "--per", "2026-03-09"), ALL),
        (("--tanpa", "x_lahan", "--belum", "x_etalase"), {"Cideng"}),
    ],
)
def test_a_filter_lists_those_of_whom_it_holds(
    gambir: Office, words: tuple[str, ...], names: set[str]
) -> None:
    assert listed(gambir, *words) == names


def test_a_filter_of_export_is_that_of_list(gambir: Office) -> None:
    lines = gambir.good("export", "--x-lahan", "sudah", "--plain").out.splitlines()
    assert len(lines) == 2
    assert "Gambir" in lines[1]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("--belum", "x_omzet"), 2, "--tanpa x_omzet"),
        (("--terkendala", "x_omzet"), 2, "--tanpa x_omzet"),
        (("--tanpa", "x_luas"), 2, "x_lahan, x_etalase, x_omzet, x_status_lahan"),
        (("--x-luas", "5"), 2, "--x-lahan, --x-etalase, --x-omzet, --x-status-lahan"),
        (("--x-status-lahan", "beli"), 1, "Sewa, Pinjam, Hibah"),
        (("--x-omzet", "banyak"), 1, "12.500.000"),
        (("--x-lahan", "10 Maret 2026"), 2, "sudah"),
    ],
)
def test_a_filter_that_cannot_hold_is_refused_and_not_empty(
    gambir: Office, words: tuple[str, ...], code: int, named: str
) -> None:
    assert named in gambir.refused("list", *words, code=code).err
    gambir.good("list", "--tanpa", "x_omzet")


def test_a_retired_field_has_no_filter_of_its_own_values(gambir: Office) -> None:
    gambir.good("field", "retire", "lahan")
    gambir.refused("list", "--x-lahan", "sudah", code=2)
    assert "--x-lahan" not in gambir.good("list", "--help").out


def test_a_target_and_a_tindak_lanjut_are_about_a_stage_of_the_office(gambir: Office) -> None:
    done = gambir.good("target", "set", "x-lahan", "2027-12-31", "--kota", "jakpus", "--nilai", "3")
    assert "Lahan sampai 31 Desember 2027" in done.out
    told = ("--penanggung-jawab", "Sudin", "--batas", "2027-12-31")
    done = gambir.good(
        "followup", "add", "Dampingi", "--kota", "jakpus", "--belum", "x_lahan", *told
    )
    assert "2 koperasi" in done.out
    (target,) = gambir.good("report", "--kota", "jakpus", "--json").json["kota"][0]["target"]
    assert (target["milestone"], target["target"], target["tercapai"]) == ("x_lahan", 3, 1)
    assert "Lahan" in gambir.good("report", "--kota", "jakpus").out
    assert "kkmp field retire x_lahan" in gambir.refused("field", "remove", "lahan").err


@pytest.mark.parametrize("word", ["x_omzet", "x_luas"])
def test_only_a_stage_of_the_office_has_a_target(gambir: Office, word: str) -> None:
    refused = gambir.refused("target", "set", word, "2027-12-31", code=2)
    assert "rat, x_lahan" in refused.err
    told = ("--penanggung-jawab", "Sudin", "--batas", "2027-12-31", "--belum", word)
    gambir.refused("followup", "add", "Dampingi", "--kota", "jakpus", *told, code=2)


def test_a_target_of_which_nothing_is_known_is_never_printed_as_zero(gambir: Office) -> None:
    gambir.good("field", "add", "pagar", "Pagar", "--kind", "tahap", "--arti", "pagar gerai ada")
    gambir.good("target", "set", "x_pagar", "2027-12-31", "--kota", "jakpus")
    told = gambir.good("report", "--kota", "jakpus").out
    (line,) = [line for line in told.splitlines() if "31 Desember 2027" in line]
    assert "–" in line
    assert "belum ada data (4 KKMP)" in line
