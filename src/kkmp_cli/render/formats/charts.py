"""Bars and lines of a document → the places and sizes of their drawing, in units of an SVG. Never
enters: a colour.
"""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.parsing import dates
from kkmp_cli.render.document import Bar, Line

WIDTH = 600
_TOP, _BOTTOM, _LEFT, _RIGHT = 22, 86, 8, 292


class Stripe(NamedTuple):
    """One bar of `WIDTH`: where each of its three shares begins and how wide it is; nothing where
    nothing is known.
    """

    bar: Bar
    done: float
    open_at: float
    open: float
    unknown_at: float
    unknown: float
    known: bool


class Curve(NamedTuple):
    """One small chart: its line in pieces (a gap where nothing is known), its points, the last of
    which is named.
    """

    label: str
    pieces: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    first: str
    last: str
    low: float
    high: float
    top: int
    end: tuple[float, float, int] | None
    words: str


def stripe(bar: Bar) -> Stripe:
    """A bar of three shares."""
    whole = bar.done + bar.open + bar.unknown or 1
    done, missing = (round(part * WIDTH / whole, 1) for part in (bar.done, bar.open))
    rest = round(WIDTH - done - missing, 1)
    return Stripe(bar, done, done, missing, round(done + missing, 1), rest, bar.done + bar.open > 0)


def curve(line: Line) -> Curve:
    """A line over the months between nothing and all."""
    step = (_RIGHT - _LEFT) / max(len(line.days) - 1, 1)
    pieces: list[list[str]] = [[]]
    points = []
    for at, value in enumerate(line.values):
        if value is None:
            pieces.append([])
            continue
        x = round(_LEFT + at * step, 1)
        y = round(_BOTTOM - (_BOTTOM - _TOP) * value / max(line.top, 1), 1)
        pieces[-1].append(f"{x},{y}")
        points.append((x, y, value))
    said = ", ".join(
        f"{dates.show(day)} {value}"
        for day, value in zip(line.days, line.values, strict=True)
        if value is not None
    )
    return Curve(
        line.label,
        tuple(" ".join(piece) for piece in pieces if len(piece) > 1),
        tuple((x, y) for x, y, _ in points),
        _month(line.days[0]),
        _month(line.days[-1]),
        _BOTTOM,
        _TOP,
        line.top,
        points[-1] if points else None,
        f"{line.label}: {said}",
    )


def _month(day: str) -> str:
    return f"{dates.MONTHS[int(day[5:7]) - 1][:3]} {day[:4]}"
