"""A line per kota and the total; nothing known is no zero."""

from __future__ import annotations

from datetime import date

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.render.packet.kota_overview import overview_part
from sections import column, table
from snapshots import jakarta_pusat, unknown


def overview() -> Snapshot:
    """Jakarta Pusat as published, and Mojokerto of which nothing is known."""
    first, second = jakarta_pusat(), unknown("35.76")
    areas = (*first.areas, *second.areas)
    moved = tuple(one._replace(id=one.id + 100) for one in second.cooperatives)
    return first._replace(areas=areas, cooperatives=(*first.cooperatives, *moved))


def test_the_rows_sum_to_the_total_and_an_unknown_kota_has_a_dash() -> None:
    part = overview_part(reports.summarise(reports.build(overview(), date(2026, 3, 10))))
    (section,) = part.sections
    lines = table(section, "kota")
    assert column(lines, "usaha_sudah") == [34, None]
    assert column(lines, "usaha_belum_ada_data") == [0, 18]
    assert lines.total is not None and lines.total[2] == sum(
        map(int, map(str, column(lines, "kkmp")))
    )
    assert part.facts == ("62 KKMP di 2 kota/kabupaten",)


def test_the_narrow_form_has_a_cell_for_each_heading_and_short_names() -> None:
    part = overview_part(reports.summarise(reports.build(overview(), date(2026, 3, 10))))
    narrow = table(part.sections[0], "kota").narrow
    assert narrow is not None and narrow.total is not None
    assert {len(row) for row in (*narrow.rows, narrow.total)} == {len(narrow.columns)}
    assert [row[0] for row in narrow.rows] == ["Jakarta Pusat", "Kota Mojokerto"]
    assert narrow.rows[1][2:] == (None,) * (len(narrow.columns) - 2)
