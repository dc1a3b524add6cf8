"""Bars and lines of a document → places and sizes in units of an SVG. Never enters: a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kkmp_cli.parsing import dates
from kkmp_cli.render.document import Bar, Line

WIDTH = 600
_TOP, _BOTTOM, _LEFT, _RIGHT = 22, 86, 8, 292


class Stripe(NamedTuple):
    """A bar of `WIDTH`: begin and width of its three shares, and where what is wanted lies; nothing
    where nothing is known.
    """

    bar: Bar
    done: float
    open_at: float
    open: float
    unknown_at: float
    unknown: float
    known: bool
    mark: float | None = None


class Curve(NamedTuple):
    """A small chart: its line in pieces (gaps where unknown), its points, the first and the last of
    them named.
    """

    label: str
    pieces: tuple[str, ...]
    points: tuple[tuple[float, float], ...]
    first: str
    last: str
    top: int
    begin: tuple[float, float, int] | None
    end: tuple[float, float, int] | None
    words: str
    low: float = _BOTTOM
    high: float = _TOP


def stripe(bar: Bar) -> Stripe:
    """A bar of three shares."""
    total = bar.done + bar.open + bar.unknown or 1
    done, missing = (round(part * WIDTH / total, 1) for part in (bar.done, bar.open))
    return Stripe(
        bar,
        done=done,
        open_at=done,
        open=missing,
        unknown_at=round(done + missing, 1),
        unknown=round(WIDTH - done - missing, 1),
        known=bar.done + bar.open > 0,
        mark=None if bar.mark is None else round(bar.mark * WIDTH / total, 1),
    )


def curve(line: Line) -> Curve:
    """A line over the months between nothing and all."""
    places = [*_places(line)]
    named = _named(places, line)
    return Curve(
        label=line.label,
        pieces=tuple(_pieces(places)),
        points=tuple(filter(None, places)),
        first=_month(line.days[0]),
        last=_month(line.days[-1]),
        top=line.top,
        begin=named[0],
        end=named[-1],
        words=_told(line.label, [*_known(line)]),
    )


def _named(
    places: Iterable[tuple[float, float] | None], line: Line
) -> Sequence[tuple[float, float, int] | None]:
    """The points with their numbers; where there is none, that."""
    both = zip(places, line.values, strict=True)
    return [(*place, number) for place, number in both if place and number is not None] or [None]


def _told(label: str, numbers: Sequence[tuple[str, int]]) -> str:
    return f"{label}: {', '.join(f'{dates.show(day)} {number}' for day, number in numbers)}"


def _known(line: Line) -> Iterator[tuple[str, int]]:
    for day, number in zip(line.days, line.values, strict=True):
        if number is not None:
            yield day, number


def _pieces(places: Iterable[tuple[float, float] | None]) -> Iterator[str]:
    """What is known from month to month, as one line each."""
    for is_known, run in groupby(places, bool):
        points = [f"{place[0]},{place[1]}" for place in run if place]
        if is_known and len(points) > 1:
            yield " ".join(points)


def _places(line: Line) -> Iterator[tuple[float, float] | None]:
    """Where the number of each month stands; None where none is known."""
    step = (_RIGHT - _LEFT) / max(len(line.days) - 1, 1)
    for at, value in enumerate(line.values):
        if value is None:
            yield None
        else:
            y = _BOTTOM - (_BOTTOM - _TOP) * value / max(line.top, 1)
            yield round(_LEFT + at * step, 1), round(y, 1)


def _month(day: str) -> str:
    return f"{dates.MONTHS[int(day[5:7]) - 1][:3]} {day[:4]}"
