"""Those that do not run a usaha: what is missing, and apart from them those of whom nobody has
said.
"""

from __future__ import annotations

from sections import column, sections, table
from snapshots import IDLE, jakarta_pusat, small, stuck, unknown


def test_the_published_ten_are_named_and_counted_in_the_title() -> None:
    section = sections(jakarta_pusat())["belum_beroperasi"]
    assert section.title == "Belum beroperasi: 10 KKMP"
    assert {*column(table(section, "belum_beroperasi"), "kelurahan")} == {*IDLE}


def test_unknown_is_not_missing() -> None:
    section = sections(unknown())["belum_beroperasi"]
    assert table(section, "belum_beroperasi").rows == ()
    assert len(table(section, "usaha_tidak_diketahui").rows) == 44
    (row,) = [
        *column(
            table(sections(small({"usaha": "belum"}))["belum_beroperasi"], "belum_beroperasi"),
            "kurang",
        )
    ]
    assert row == "Beroperasi"


def test_its_kendala_is_said_with_the_day_since_when() -> None:
    idle = table(sections(stuck())["belum_beroperasi"], "belum_beroperasi")
    assert column(idle, "kendala") == ["tempat: menunggu aset (sejak 12 Januari 2026)"]
