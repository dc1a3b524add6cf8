"""Many cooperatives: a table in which columns stand under each other, and an array."""

from __future__ import annotations

import json

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens.list_ import Listing, as_json, as_text
from kkmp_cli.reports.counting import view_of
from snapshots import PER, jakarta_pusat, unknown


def test_none_is_a_count_and_an_empty_array() -> None:
    nobody = Listing([], PER, 2025, built_in())
    assert as_text(nobody) == "0 koperasi"
    assert json.loads(as_json(nobody)) == []


def test_a_line_says_how_many_milestones_are_sudah_and_how_far_it_is() -> None:
    listing = Listing(view_of(jakarta_pusat().cooperatives, PER, 2025), PER, 2025, built_in())
    first, *lines, last = as_text(listing).split("\n")
    assert (len(lines), last) == (44, "44 koperasi")
    at = first.index("Sudah")
    assert {line[at - 2 : at] for line in lines} == {"  "}
    assert sum("Beroperasi (unit usaha berjalan)" in line for line in lines) == 34


def test_where_nothing_is_known_that_is_said() -> None:
    listing = Listing(view_of(unknown().cooperatives[:1], PER, 2025), PER, 2025, built_in())
    assert as_text(listing).split("\n")[1].endswith("belum ada data")
