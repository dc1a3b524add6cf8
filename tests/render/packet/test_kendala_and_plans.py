"""What is stuck, counted and by name; what is planned, and who has no plan."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.timeline import Span
from sections import column, sections, table
from snapshots import areas_of, cooperative, jakarta_pusat, small, stuck


def test_the_sum_of_the_causes_is_the_number_of_lines() -> None:
    kendala = sections(stuck())["kendala"]
    lines, causes = table(kendala, "kendala"), table(kendala, "kendala_per_kategori")
    assert column(lines, "hari") == [57, 0]
    assert sum(int(str(count)) for count in column(causes, "jumlah")) == len(lines.rows) == 2


def test_a_kendala_is_said_with_its_category_and_one_without_is_said_to_have_none() -> None:
    lines = table(sections(stuck())["kendala"], "kendala")
    assert column(lines, "kendala") == ["tempat: menunggu aset", "sebab belum dicatat"]


def test_who_has_no_plan_is_named_for_usaha_and_rat() -> None:
    plans = sections(jakarta_pusat())["rencana"]
    assert len(table(plans, "tanpa_rencana_usaha").rows) == 10
    assert len(table(plans, "tanpa_rencana_rat").rows) == 39


def test_a_plan_that_has_passed_comes_first() -> None:
    areas = areas_of("31.71")
    planned = tuple(
        cooperative(area, {"usaha": "belum"}, plans={"usaha": (Span("2026-01-01", None, day),)})
        for area, day in zip(areas, ("2026-05-01", "2026-02"), strict=False)
    )
    found = table(sections(Snapshot(areas, planned))["rencana"], "rencana")
    assert column(found, "rencana") == ["2026-02", "2026-05-01"]
    assert column(found, "kelurahan") == [areas[1].kelurahan, areas[0].kelurahan]
    assert table(sections(small({}))["rencana"], "rencana").rows == ()
