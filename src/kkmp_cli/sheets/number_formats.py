"""Number formats of spreadsheets, as far as they change what a cell says.

A date shown as `Mar-26` is a month, a number shown as `0123` has its zero, 0.9 shown as `90%` is 90
per cent. Format codes are those of ECMA-376, part 1, 18.8.31. Never enters: a cell's value.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kkmp_cli.sheets.display import MONTH, PLAIN, YEAR, Display

_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
"""The format numbers that a workbook uses without a code, and that change what a cell says."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_PLACES = re.compile(r"0[0#?]*")


def by_number(number: int, codes: dict[int, str]) -> Display:
    """How a format shows a value, by its number; `codes` are those that the workbook defines."""
    return by_code(codes.get(number) or _BUILT_IN.get(number, ""))


@lru_cache(maxsize=1_024)
def by_code(code: str) -> Display:
    """How a format code shows a value; PLAIN where the value says as much.

    `mmm-yy` → the month, `yyyy` → the year, `0000` → four digits at least, `0.0%` → a percentage.
    """
    signs = _LITERAL.sub("", code).partition(";")[0].lower()
    if "general" in signs or "@" in signs:
        return PLAIN
    if "y" in signs or "m" in signs:
        return _date(signs)
    if "%" in signs:
        return Display(percent=True)
    digits = sum(map(len, _PLACES.findall(signs.partition(".")[0])))
    return Display(digits=digits) if digits > 1 and "," not in signs else PLAIN


def _date(signs: str) -> Display:
    if any(sign in signs for sign in "dhs"):
        return PLAIN
    return Display(precision=MONTH if "m" in signs else YEAR)
