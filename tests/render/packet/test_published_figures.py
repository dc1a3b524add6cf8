"""A published figure beside the register's own count of the same day."""

from __future__ import annotations

from kkmp_cli.model.figure import Figure
from sections import column, sections, table
from snapshots import PER, SOURCE, jakarta_pusat, small


def test_what_agrees_is_said_to_be_the_same() -> None:
    figures = table(sections(jakarta_pusat())["angka_rujukan"], "angka_rujukan")
    assert column(figures, "register") == [34, 5]
    assert column(figures, "selisih") == ["sama", "sama"]


def test_what_differs_says_by_how_much_and_what_cannot_be_compared_does_not() -> None:
    figures = (
        Figure(1, "beroperasi", "3", "31.71", PER, SOURCE),
        Figure(2, "nib", "sekitar 90%", "31.71", PER, SOURCE),
    )
    found = table(
        sections(small({"usaha": "sudah"}, figures=figures))["angka_rujukan"], "angka_rujukan"
    )
    differences = [str(one) for one in column(found, "selisih")]
    assert "2" in differences[0]
    assert not any(letter.isdigit() for letter in differences[1])
