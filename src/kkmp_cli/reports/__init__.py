"""Cooperatives and a day → a report of readiness as plain values. The only arithmetic of the
program.

`build` counts a snapshot and names everybody; `summary` turns what the register counted into a line
per kota. Never enters: a database, a sheet, a word of layout, today's date.
"""

from __future__ import annotations

from kkmp_cli.reports.assembly import build, has_more, summarise, summary
from kkmp_cli.reports.published import indicator_named, indicators_of

__all__ = ["build", "has_more", "indicator_named", "indicators_of", "summarise", "summary"]
