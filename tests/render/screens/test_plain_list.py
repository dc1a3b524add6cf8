"""Small lists: a line for each record in a pipe, and whatever the screen, within it and with every
word.
"""

from __future__ import annotations

import pytest

from kkmp_cli.render.screens import plain_list

ROWS: list[dict[str, object]] = [
    {
        "id": 1,
        "nilai": "44",
        "kota": "Jakarta Pusat",
        "sumber": "Beritajakarta, 10 Maret 2026, halaman muka",
    },
    {"id": 2, "nilai": None, "kota": "Kota Mojokerto", "sumber": "Bhirawa"},
]
COLUMNS = ("id", "nilai", "kota", "sumber")


def shown(monkeypatch: pytest.MonkeyPatch, width: int | None) -> list[str]:
    monkeypatch.setattr(plain_list, "width", lambda: width)
    return plain_list.records(ROWS, False, COLUMNS).split("\n")


def test_a_pipe_has_a_line_for_each_record(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, None) == [
        "No  Nilai  Kota            Sumber",
        "1   44     Jakarta Pusat   Beritajakarta, 10 Maret 2026, halaman muka",
        "2   –      Kota Mojokerto  Bhirawa",
    ]


def test_on_a_screen_the_last_column_goes_on_below_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 60)[1:3] == [
        "1   44     Jakarta Pusat   Beritajakarta, 10 Maret 2026,",
        "                           halaman muka",
    ]


def test_on_a_narrow_screen_a_record_is_a_row_of_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 48) == [
        "1  44 · Jakarta Pusat ·",
        "    Sumber Beritajakarta, 10 Maret 2026, halaman",
        "    muka",
        "2  Kota Mojokerto · Sumber Bhirawa",
    ]


@pytest.mark.parametrize("width", [40, 48, 60, 80])
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(
    monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    lines = shown(monkeypatch, width)
    assert all(len(line) <= width for line in lines)
    said = " ".join(lines)
    assert all(
        word in said
        for row in ROWS
        for value in row.values()
        if value
        for word in str(value).split()
    )
