from __future__ import annotations

from kkmp_cli.reports.last_word import MOST, NO_WORD, is_told, with_words_in_lines
from kkmp_cli.reports.report import Summary, SummaryRow


def _summary(kota: int, count: int) -> Summary:
    rows = tuple(SummaryRow(f"31.7{at}", "Kota", 1, count, 0, {}) for at in range(kota))
    total = SummaryRow("", "", kota, kota * count, 0, {})
    return Summary("2026-03-10", 2025, rows, total)


def test_it_is_told_of_several_kota_that_somebody_can_look_through() -> None:
    assert [is_told(_summary(*one)) for one in ((1, 9), (2, 9), (2, MOST))] == [False, True, False]


def test_a_kota_without_a_word_is_told_apart_from_one_that_was_not_asked() -> None:
    told = with_words_in_lines(_summary(2, 9), {"31.71": "2026-03-01"})
    assert [row.kabar_terakhir for row in (*told.kota, told.total)] == [
        NO_WORD,
        "2026-03-01",
        None,
    ]
