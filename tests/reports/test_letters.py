"""One letter for each camat or lurah, about who passes and what is open there."""

from __future__ import annotations

from kkmp_cli.reports.letters import CAMAT, LURAH, asked, letters
from kkmp_cli.reports.selection import Filters, select
from snapshots import PER, areas_of, cooperative, jakarta_pusat


def test_a_camat_gets_all_of_the_kecamatan_and_a_lurah_one() -> None:
    filters = Filters(belum=["rat"])
    matches = select(jakarta_pusat().cooperatives, filters, PER, 2025)
    to_camat = letters(matches, filters, 2025, CAMAT)
    assert [one.addressee for one in to_camat][:2] == ["Camat Gambir", "Camat Sawah Besar"]
    assert sum(len(one.koperasi) for one in to_camat) == 39
    to_lurah = letters(matches, filters, 2025, LURAH)
    assert len(to_lurah) == 39 and to_lurah[0].addressee == "Lurah Gambir"
    assert to_lurah[0].koperasi[0].terbuka == (("rat_2025", "belum"),)


def test_unknown_is_told_as_unknown_and_what_is_done_is_not_told() -> None:
    area = areas_of("31.71")[0]
    filters = Filters(tanpa=["nib", "npwp"])
    one = cooperative(area, {"rat_2025": "belum", "npwp": "proses"})
    (letter,) = letters(select([one], filters, PER, 2025), filters, 2025, CAMAT)
    assert letter.koperasi[0].terbuka == (("nib", "tidak_diketahui"), ("npwp", "proses"))
    assert asked(filters, 2025) == ("nib", "npwp")


def test_without_a_milestone_asked_for_it_is_what_is_stated_not_to_be() -> None:
    area = areas_of("31.71")[0]
    one = cooperative(area, {"nib": "belum", "npwp": "sudah"})
    (letter,) = letters(select([one], Filters(), PER, 2025), Filters(), 2025, LURAH)
    assert letter.koperasi[0].terbuka == (("nib", "belum"),)
    assert asked(Filters(terkendala=["semua"]), 2025) == ()


def test_a_desa_has_a_head_of_its_own() -> None:
    area = areas_of("31.71")[0]._replace(kode="35.16.01.2001", kelurahan="Contoh")
    one = cooperative(area, {"nib": "belum"})
    (letter,) = letters(select([one], Filters(), PER, 2025), Filters(), 2025, LURAH)
    assert letter.addressee == "Kepala Desa Contoh"
