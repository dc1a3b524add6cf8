"""What an official list says otherwise, in lines."""

from __future__ import annotations

from kkmp_cli.areas.official_lists import ListDifference, ListedArea
from kkmp_cli.render.screens.area_difference import lines
from snapshots import areas_of

AREAS = areas_of("31.71")
NEW = ListedArea("31.71.01.1099", "Gambir Baru", "Gambir", "Kota Administrasi Jakarta Pusat", "J")


def test_where_nothing_differs_there_is_one_line_of_noughts() -> None:
    same = ListDifference((), (), (), ())
    assert [*lines(same, 84_000, False, True)] == [
        "84.000 kelurahan/desa di daftar: 0 baru · 0 berganti nama · 0 tidak ada lagi"
    ]


def test_of_a_renamed_area_only_what_differs_is_told() -> None:
    area = AREAS[0]
    entry = ListedArea(area.kode, "Gambir Jaya", area.kecamatan, area.kota, "Jakarta Raya")
    told = [*lines(ListDifference((), ((area, entry),), (), ()), 44, False, True)]
    assert told[1:] == [
        "Berganti nama:",
        f"  {area.kode} {area.kelurahan} → Gambir Jaya, provinsi {area.provinsi} → Jakarta Raya",
    ]


def test_the_vanished_are_named_or_counted_and_many_are_cut() -> None:
    gone = ListDifference((), (), AREAS, ())
    named = [*lines(gone, 0, True, True)]
    assert named[1] == "Tidak ada lagi (dihapus bila belum pernah punya koperasi):"
    assert named[-1] == "  … dan 24 lainnya" and len(named) == 23
    counted = [*lines(gone, 0, False, False)]
    assert counted[1].startswith("44 yang tidak ada lagi tetap di register") and len(counted) == 2


def test_a_code_that_seems_to_have_changed_comes_with_its_command() -> None:
    (_, advice) = lines(ListDifference((), (), (), ((AREAS[0], NEW),)), 44, False, True)
    assert advice.endswith(f"Bila benar: kkmp area recode {AREAS[0].kode} 31.71.01.1099")
