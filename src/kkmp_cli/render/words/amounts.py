"""Numbers that cooperatives report, as they are read out: how many of how many, and what is short
for an amount of money.

Never enters: a sum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.rupiah import show as whole_rupiah
from kkmp_cli.render.words import NO_DATA
from kkmp_cli.reports.report import NumberTotal

_UNITS = ((12, "triliun"), (9, "miliar"), (6, "juta"))
"""The zeros that a word stands for."""
_DECIMALS = 2
"""So many at most stand before such a word; a longer amount is written out."""


def rupiah(amount: int) -> str:
    """`Rp12,5 juta` where that is the whole amount, else `Rp12.345.678`."""
    for zeros, word in _UNITS:
        if abs(amount) >= 10**zeros:
            whole, rest = divmod(abs(amount), 10**zeros)
            part, lost = divmod(rest, 10 ** (zeros - _DECIMALS))
            if lost:
                break
            decimals = f"{part:0{_DECIMALS}}".rstrip("0")
            sign = "-" if amount < 0 else ""
            return f"{sign}Rp{numbers.show(whole)}{decimals and ',' + decimals} {word}"
    return whole_rupiah(amount)


def number(value: int | float) -> str:
    """`1.250`, `45,5`."""
    if isinstance(value, int):
        return numbers.show(value)
    whole, _, part = f"{value:.2f}".rstrip("0").partition(".")
    return f"{numbers.show(int(whole))},{part}"


def reported(counted: NumberTotal, written: Callable[[int], str] = numbers.show) -> str:
    """`jumlah 3.432 dari 38 KKMP yang melapor (6 belum ada data)`; shares have no sum."""
    if counted.jumlah is None:
        return heard(counted.melapor, counted.tidak_diketahui)
    of = f"dari {numbers.show(counted.melapor)} KKMP yang melapor"
    return f"jumlah {written(counted.jumlah)} {of}{_silent(counted.tidak_diketahui)}"


def heard(reporting: int, unknown: int) -> str:
    """`38 KKMP melapor (6 belum ada data)`."""
    return f"{numbers.show(reporting)} KKMP melapor{_silent(unknown)}"


def _silent(unknown: int) -> str:
    return f" ({numbers.show(unknown)} {NO_DATA})" if unknown else ""


def spread(counted: NumberTotal, written: Callable[[int | float], str] = number) -> Iterator[str]:
    """The median, the least and the most of those who reported, and as of which days."""
    if counted.median is None or counted.terkecil is None or counted.terbesar is None:
        return
    if counted.melapor > 1:
        yield f"median {written(counted.median)}"
        yield f"paling sedikit {written(counted.terkecil)}"
        yield f"paling banyak {written(counted.terbesar)}"
    yield from as_of(counted.per_terlama, counted.per_terbaru)


def as_of(oldest: str | None, newest: str | None) -> Iterator[str]:
    """As of which days values were told."""
    if oldest and newest:
        several = f" sampai {dates.show(newest)}" * (oldest != newest)
        yield f"data per {dates.show(oldest)}{several}"
