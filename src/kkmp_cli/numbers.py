"""Numbers as they are written in Indonesia: `1.250`, `77,3%`, and read back from what somebody published.

Never enters: what is being counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_VALUE = re.compile(
    r"(?P<about>(?:sekitar|kira-kira|kurang lebih|hampir|lebih dari|kurang dari|lebih|±|~|>|<)\s*)?"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?\s*(?P<percent>%|persen)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as published: `about` where it is said to be only near, `percent` where it is a share of 100."""

    value: Fraction
    percent: bool = False
    about: bool = False


def read(text: str) -> Quantity | None:
    """`34`, `1.250`, `77,3%`, `sekitar 90 persen` → the quantity; None for what is no number."""
    match = _VALUE.fullmatch(" ".join(text.split()))
    if match is None:
        return None
    part = match["part"] or ""
    value = Fraction(int(match["whole"].replace(".", "") + part), 10 ** len(part))
    return Quantity(value, bool(match["percent"]), bool(match["about"]))


def show(number: int) -> str:
    """A count with a dot between thousands: `1.250`."""
    return f"{number:,}".replace(",", ".")


def show_signed(number: int) -> str:
    """A change with its sign: `+3`, `-1`, `0`."""
    return f"+{show(number)}" if number > 0 else show(number)


def percent(part: int, whole: int) -> str:
    """`77,3%`. Only nothing is `0%` and only all is `100%`; `whole` must be above 0."""
    if part in (0, whole):
        return "100%" if part else "0%"
    tenths = min(max(round(Fraction(part * 1_000, whole)), 1), 999)
    return f"{tenths // 10},{tenths % 10}%"


def show_points(points: float) -> str:
    """A percentage or a distance between two, one decimal and a comma: `63,6`."""
    return f"{points:.1f}".replace(".", ",")


def share(part: int, whole: int) -> str:
    """A count with its whole and its percentage: `28 dari 44 (63,6%)`."""
    return f"{show(part)} dari {show(whole)} ({percent(part, whole)})"
