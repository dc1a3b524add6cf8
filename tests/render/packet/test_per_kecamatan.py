"""A row for every kecamatan; each total is the sum of its column."""

from __future__ import annotations

from sections import column, sections, table
from snapshots import jakarta_pusat


def test_every_part_of_every_milestone_sums_to_the_cooperatives() -> None:
    whole = table(sections(jakarta_pusat())["kecamatan"], "kecamatan")
    assert whole.total is not None
    for at, one in enumerate(whole.columns[2:], 2):
        assert whole.total[at] == sum(int(str(row[at])) for row in whole.rows), one.key
    milestones = {one.key.rpartition("_sudah")[0] for one in whole.columns if "_sudah" in one.key}
    for code in milestones:
        parts = [one.key for one in whole.columns if one.key.startswith(f"{code}_")]
        sums = zip(*(column(whole, key) for key in parts), strict=True)
        assert [sum(map(int, map(str, row))) for row in sums] == column(whole, "kkmp")


def test_the_short_form_shows_what_is_known_and_shades_it() -> None:
    brief = table(sections(jakarta_pusat())["kecamatan"], "kecamatan_ringkas")
    assert [one.key for one in brief.columns][2:] == [
        "usaha_sudah",
        "usaha_belum",
        "rat_sudah",
        "rat_belum",
    ]
    assert len(brief.shades) == len(brief.rows) == 8
