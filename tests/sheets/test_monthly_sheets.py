"""Which of the sheets that are named after months is the newest."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.monthly_sheets import newest


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (["OKTOBER", "NOVEMBER"], "NOVEMBER"),
        (["Nov", "Okt", "Sept"], "Nov"),
        (["November", "Desember", "Januari"], "Januari"),
        (["Des 2025", "Jan 2026"], "Jan 2026"),
        (["Jan 2026", "Des 2025"], "Jan 2026"),
        (["Data Okt'26", "Data Des'25"], "Data Okt'26"),
        (["31 Oktober", "27 November"], "27 November"),
        (["1. Maret", "2. April"], "2. April"),
        (["Januari", "Juli", "Maret"], None),
        (["Nov 2026", "November 2026"], None),
        (["Gambir", "Maret"], None),
        (["Rekap", "Data"], None),
    ],
)
def test_the_newest_month_is_told_where_it_is_certain(names: list[str], name: str | None) -> None:
    assert newest(names) == name
