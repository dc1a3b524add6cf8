"""What stands over each column, below the group headings that reach over it."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.heading_groups import Heading, headings_below

FIELDS = {"kelurahan": "kelurahan", "nib": "nib", "npwp": "npwp", "tanggal nib": "nib_tanggal"}


def _below(*lines: str) -> list[Heading]:
    levels = [line.split("|") for line in lines]
    return headings_below(levels, lambda text: FIELDS.get(text.casefold()))


def test_a_group_gives_its_meaning_to_the_words_below_it_until_the_next_group() -> None:
    headings = _below("Kelurahan|NIB||NPWP", "|Nomor|Tanggal|")
    assert [each.text for each in headings] == ["Kelurahan", "NIB Nomor", "NIB Tanggal", "NPWP"]
    assert headings[2].asked == "Tanggal NIB"


def test_a_known_heading_stands_for_itself_below_a_group_that_means_nothing() -> None:
    assert [each.asked for each in _below("Izin||", "NIB|NPWP|")] == ["NIB", "NPWP"]


@pytest.mark.parametrize("group", ["Belum Memiliki", "Usulan"])
def test_below_a_group_that_turns_the_meaning_no_heading_stands_for_itself(group: str) -> None:
    assert _below(f"{group}|", "NIB|NPWP")[0].asked == f"{group} NIB"


def test_a_unit_is_no_heading() -> None:
    assert [each.text for each in _below("Kelurahan|NIB", "|(sudah/belum)")] == ["Kelurahan", "NIB"]


def test_equal_headings_below_two_groups_are_told_apart() -> None:
    texts = [each.text for each in _below("Sebelum|Sesudah", "NIB|NIB")]
    assert texts == ["Sebelum NIB", "Sesudah NIB"]


def test_the_number_of_a_row_belongs_to_no_group() -> None:
    assert _below("Data||", "No|Kelurahan|")[0] == Heading(0, "No", "No")
