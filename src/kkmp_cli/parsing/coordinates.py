"""Where a cooperative is: decimal degrees inside Indonesia ↔ canonical text with a point.

Never enters: degrees with minutes, a pair in one cell.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kkmp_cli.errors import CellError


class _Axis(NamedTuple):
    """One of both: its least and greatest degree in Indonesia, and an example."""

    label: str
    least: float
    most: float
    example: str


_LATITUDE = _Axis("lintang", -11.01, 6.08, "-6,1754")
_LONGITUDE = _Axis("bujur", 94.97, 141.02, "106,8272")
_DEGREES = r"(?a)([+\-]?)(\d{1,3})(?:[.,](\d{1,10}))?\s*°?"


def read_latitude(text: str) -> str:
    """Degrees north, `-6.1754`. Raises CellError for what is none or lies outside Indonesia."""
    return _read(text, _LATITUDE, _LONGITUDE)


def read_longitude(text: str) -> str:
    """Degrees east, `106.8272`. Raises CellError as `read_latitude` does."""
    return _read(text, _LONGITUDE, _LATITUDE)


def _read(text: str, axis: _Axis, other: _Axis) -> str:
    match = re.fullmatch(_DEGREES, text.strip().replace("−", "-"))
    if match is None:
        raise CellError(
            f"bukan {axis.label} dalam derajat desimal", f"Tulis misalnya {axis.example}."
        )
    degrees = float(f"{match[1]}{match[2]}.{match[3] or 0}")
    if axis.least <= degrees <= axis.most:
        return f"{degrees:.10f}".rstrip("0").rstrip(".")
    raise _outside(degrees, axis, other)


def _outside(degrees: float, axis: _Axis, other: _Axis) -> CellError:
    """Why a number lies outside: it is that of the other axis, or its sign is lost."""
    if other.least <= degrees <= other.most:
        return CellError(
            f"ini {other.label}, bukan {axis.label}: keduanya tertukar",
            "Tukar isi lintang dan bujur.",
        )
    if axis.least <= -degrees <= axis.most:
        return CellError(
            f"{axis.label} ini di luar Indonesia",
            f"Lintang selatan ditulis dengan minus, misalnya {axis.example}.",
        )
    return CellError(f"{axis.label} ini di luar Indonesia", f"Tulis misalnya {axis.example}.")
