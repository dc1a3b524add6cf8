"""Many cooperatives: a table in which columns stand under each other, and an array."""

from __future__ import annotations

import json

import pytest

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens import plain_list
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


@pytest.mark.parametrize("width", [40, 80, 120])
def test_many_columns_fit_a_narrow_screen_with_every_value_behind_its_words(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr(plain_list, "width", lambda: width)
    vocabulary = built_in()
    names = ("kelurahan", "kecamatan", *(milestone.code for milestone in MILESTONES[:7]))
    found = view_of(jakarta_pusat().cooperatives[:3], PER, 2025)
    lines = as_text(Listing(found, PER, 2025, vocabulary, names)).split("\n")
    assert all(len(line) <= width for line in lines)
    text = " ".join(" ".join(lines).split())
    for name in names[2:]:
        assert text.count(f"{vocabulary.label_of(name)} ") >= 3
