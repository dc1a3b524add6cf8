"""When a file was saved last: no later than that was true what stands in it.

A workbook says it itself, and keeps it when it is sent; the folder tells when the copy was made.
Never enters: a row.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

from kkmp_cli.settings import JAKARTA

_PARTS = {
    "docProps/core.xml": rb"<dcterms:modified[^>]*>([^<]{10,40})<",
    "meta.xml": rb"<dc:date>([^<]{10,40})<",
}
_MOST = 65_536


def saved_day(path: Path) -> date | None:
    """The day in Jakarta; None where nothing tells it."""
    try:
        days = [datetime.fromtimestamp(path.stat().st_mtime, JAKARTA).date()]
        if zipfile.is_zipfile(path):
            days += _told(path)
    except (OSError, ValueError, OverflowError, RuntimeError, zipfile.BadZipFile):
        return None
    return min(days)


def _told(path: Path) -> list[date]:
    """The days that a workbook says of itself."""
    days = []
    with zipfile.ZipFile(path) as package:
        for name in _PARTS.keys() & {*package.namelist()}:
            with package.open(name) as part:
                found = re.search(_PARTS[name], part.read(_MOST))
            if found and (day := _day(found[1].decode("ascii", "replace"))):
                days.append(day)
    return days


def _day(text: str) -> date | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return (moment.astimezone(JAKARTA) if moment.tzinfo else moment).date()
