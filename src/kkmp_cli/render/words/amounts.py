"""Numbers that cooperatives report, as they are read out: how many of how many, and what is short
for an amount of money.

Never enters: a sum.
"""

from __future__ import annotations

from collections.abc import Iterator

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


def reported(counted: NumberTotal) -> str:
    """`3.432 dari 38 KKMP yang melapor (6 belum ada data)`; shares have no sum."""
    unknown = f" ({numbers.show(counted.tidak_diketahui)} {NO_DATA})" * bool(
        counted.tidak_diketahui
    )
    of = f"dari {numbers.show(counted.melapor)} KKMP yang melapor{unknown}"
    return of if counted.jumlah is None else f"{numbers.show(counted.jumlah)} {of}"


def spread(counted: NumberTotal) -> Iterator[str]:
    """The median, the least and the most of those who reported, and as of which days."""
    if counted.median is None or counted.terkecil is None or counted.terbesar is None:
        return
    if counted.melapor > 1:
        yield f"median {number(counted.median)}"
        yield f"paling sedikit {number(counted.terkecil)}"
        yield f"paling banyak {number(counted.terbesar)}"
    yield from _days(counted)


def _days(counted: NumberTotal) -> Iterator[str]:
    oldest, newest = counted.per_terlama, counted.per_terbaru
    if oldest and newest:
        several = f" sampai {dates.show(newest)}" * (oldest != newest)
        yield f"data per {dates.show(oldest)}{several}"
