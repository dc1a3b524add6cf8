"""The RAT, by name: held, not held, unknown and in arrears are four lists."""

from __future__ import annotations

from datetime import date

from sections import column, sections, table
from snapshots import HELD_RAT, jakarta_pusat, small, unknown


def test_the_published_five_have_held_it_and_those_that_do_not_operate_are_marked() -> None:
    rat = sections(jakarta_pusat())["rat"]
    assert {*column(table(rat, "sudah_rat"), "kelurahan")} == {*HELD_RAT}
    missing = table(rat, "belum_rat")
    assert len(missing.rows) == 39
    marked = [name for group in missing.groups for name in group.items if name.endswith("*")]
    assert len(marked) == 10
    assert any("10 di antara" in sentence for sentence in rat.lead)


def test_where_nothing_is_known_nobody_is_called_missing() -> None:
    rat = sections(unknown())["rat"]
    assert table(rat, "belum_rat").rows == ()
    assert len(table(rat, "rat_tidak_diketahui").rows) == 44


def test_arrears_of_earlier_years_stand_apart() -> None:
    rat = sections(small({"rat_2025": "belum"}), date(2027, 4, 1))["rat"]
    assert column(table(rat, "tunggakan_rat"), "tahun_buku") == ["2025"]
