"""Numbers as they are written in Indonesia: `1.250`, `77,3%`, and read back from what somebody
published.

Never enters: what is being counted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kkmp_cli.errors import CellError

_VALUE = (
    r"(?ai)(?P<about>"
    r"(?:sekitar|kira-kira|kurang lebih|hampir|lebih dari|kurang dari|lebih|±|~|>|<)\s*)?"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?\s*(?P<percent>%|persen)?"
)


_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,0+)?|\d+(?:,0+)?", re.ASCII)
_ENGLISH = re.compile(r"[\d.,]*\d,\d{3}", re.ASCII)
"""`1,000` is a thousand in English writing and one in Indonesian."""
_COUNTED = re.compile(r"\s*(?:orang|anggota|org)\.?$")
_LARGEST = 10**18 - 1
"""With more digits a row of the history is not read back."""


class Quantity(NamedTuple):
    """A number as published: `about` where said to be only near, `percent` for a share of 100."""

    value: int | float
    percent: bool = False
    about: bool = False


def read(text: str) -> Quantity | None:
    """`34`, `1.250`, `77,3%`, `sekitar 90 persen` → the quantity; None for what is no number, or
    not clearly one: `1,000`.
    """
    match = re.fullmatch(_VALUE, " ".join(text.split()))
    if match is None or (len(match["part"] or "") == 3 and not match["percent"]):
        return None
    whole = match["whole"].replace(".", "")
    value = float(f"{whole}.{match['part']}") if match["part"] else int(whole)
    return Quantity(value, bool(match["percent"]), bool(match["about"]))


def read_count(text: str) -> str:
    """Digits of a number of people or things: `1.250` is one thousand two hundred and fifty.

    Raises CellError for what is no whole number, or too large to be kept.
    """
    bare = _COUNTED.sub("", text.strip().casefold())
    if _ENGLISH.fullmatch(bare):
        raise CellError(
            "koma sebelum tiga angka tidak jelas: seribu atau satu?",
            "Tulis ribuan dengan titik, misalnya 1.250, atau tanpa tanda, 1250.",
        )
    if not _GROUPED.fullmatch(bare):
        raise CellError("bukan bilangan bulat", "Tulis bilangan bulat, misalnya 175 atau 1.250.")
    return storable(bare.partition(",")[0].replace(".", ""))


def storable(digits: str) -> str:
    """A whole number without zeros before it. Raises CellError for one too large to be kept."""
    digits = digits.lstrip("0") or "0"
    if len(digits) > len(str(_LARGEST)) or int(digits) > _LARGEST:
        raise CellError("bilangan ini terlalu besar", "Periksa angkanya.")
    return digits


_PERCENT = r"(?a)(?P<whole>\d{1,3})(?:[.,](?P<part>\d{1,10}))?\s*(?P<sign>%|persen|pct)?"


def read_percent(text: str) -> str:
    """A share from 0 to 100, `45%` or `45.5%`, of what is written with a comma or a point.

    Raises CellError for what is none, and without its sign for what may be a fraction of one: `1`
    and `0,45` are 100% and 45% where a spreadsheet does not show its percentages.
    """
    match = re.fullmatch(_PERCENT, text.strip().casefold())
    if match is None:
        raise CellError("bukan persentase", "Tulis misalnya 45% atau 45,5%.")
    whole, part = int(match["whole"]), (match["part"] or "").rstrip("0")
    if whole > 100 or (whole == 100 and part):
        raise CellError("lebih dari 100%", "Tulis persentase dari 0% sampai 100%.")
    fraction = f"{whole}{part and ',' + part}"
    if not match["sign"]:
        _refuse_unclear_share(fraction, len(match["part"] or ""))
    return fraction.replace(",", ".") + "%"


def _refuse_unclear_share(fraction: str, decimals: int) -> None:
    remedy = "Tulis dengan tanda persen."
    if fraction == "1" or fraction.startswith("0,"):
        message = f"tidak jelas: {fraction}% atau {_hundredfold(fraction)}%?"
        raise CellError(message, remedy)
    if decimals == 3:
        raise CellError("tiga angka di belakang tanda tidak jelas", remedy)


def _hundredfold(fraction: str) -> str:
    whole, _, part = fraction.partition(",")
    part = part.ljust(2, "0")
    more = f",{part[2:]}" if part[2:] else ""
    return ((whole + part[:2]).lstrip("0") or "0") + more


def show(number: int) -> str:
    """A count with a dot between thousands: `1.250`."""
    return f"{number:,}".replace(",", ".")


def show_signed(number: int) -> str:
    """A change with its sign: `+3`, `-1`, `0`."""
    return f"+{show(number)}" if number > 0 else show(number)


def tenths(part: int, whole: int) -> int:
    """A share of `whole` (above 0) in tenths of a percent, halves rounded up: 28 of 44 → 636."""
    return (part * 2_000 + whole) // (whole * 2)


def percent(part: int, whole: int) -> str:
    """`77,3%`. Only nothing is `0%` and only all is `100%`; `whole` must be above 0."""
    if part in (0, whole):
        return "100%" if part else "0%"
    shown = min(max(tenths(part, whole), 1), 999)
    return f"{shown // 10},{shown % 10}%"


def show_points(points: float) -> str:
    """A percentage or a distance between two, one decimal and a comma: `63,6`."""
    return f"{points:.1f}".replace(".", ",")


def share(part: int, whole: int) -> str:
    """A count with its whole and its percentage: `28 dari 44 (63,6%)`."""
    return f"{show(part)} dari {show(whole)} ({percent(part, whole)})"
