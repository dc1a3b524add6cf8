"""Beside each of several kota until which day word has come of it.

Never enters: where that is known from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from kkmp_cli.reports.report import KotaReport, Report, Summary, SummaryRow

MOST = 10_000
"""Cooperatives: of a whole country nobody looks for the kota that is silent in one list."""
NO_WORD = ""
"""Nothing was said yet of any cooperative."""

Line = TypeVar("Line", KotaReport, SummaryRow)


def is_told(value: Report | Summary) -> bool:
    """True for a report of several kota that somebody can look through."""
    count = value.total.kkmp + value.total.tidak_aktif
    return len(value.kota) > 1 and count <= MOST


def with_words(value: Report, words: Mapping[str, str]) -> Report:
    """The report with the day of each kota, by its code."""
    return value._replace(kota=tuple(_told(one, words) for one in value.kota))


def with_words_in_lines(value: Summary, words: Mapping[str, str]) -> Summary:
    """The same of a line per kota."""
    return value._replace(kota=tuple(_told(one, words) for one in value.kota))


def _told(one: Line, words: Mapping[str, str]) -> Line:
    return one._replace(kabar_terakhir=words.get(one.kode, NO_WORD))
