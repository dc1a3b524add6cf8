"""Numbers that cooperatives report: sum, median, least and most of those who did, of how many, and
as of which days.

Who said nothing counts in no number and in no mean; percentages are never summed. Never enters: how
a number is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median

from kkmp_cli.model.cooperative import NUMBERS
from kkmp_cli.reports.counting import DayView, grouped
from kkmp_cli.reports.report import KecamatanNumber, NumberTotal

_PERCENT = "%"


def number_totals(
    kecamatan: Mapping[str, str], seen: Sequence[DayView], names: Iterable[str] = NUMBERS
) -> dict[str, NumberTotal]:
    """What those who count on the day report of each field, which holds whole numbers or shares;
    with a row for every kecamatan (code → name) by code.
    """
    within = grouped((one.cooperative.area.kecamatan_code, one) for one in seen)
    return {
        name: _of(seen, name)._replace(
            kecamatan=tuple(
                _of_kecamatan(code, kecamatan[code], within.get(code, ()), name)
                for code in sorted(kecamatan)
            )
        )
        for name in names
    }


def added(several: Sequence[NumberTotal]) -> NumberTotal:
    """The same over several kota."""
    stated = [text for one in several for text in one.nilai]
    days = [day for one in several for day in (one.per_terlama, one.per_terbaru) if day]
    made = _total(stated, days, sum(one.tidak_diketahui for one in several))
    return made._replace(kecamatan=tuple(row for one in several for row in one.kecamatan))


def _of(seen: Sequence[DayView], name: str) -> NumberTotal:
    stated: list[str] = []
    days: list[str] = []
    for one in seen:
        if (text := one.value(name)) is not None:
            stated.append(text)
            days += filter(None, [one.cooperative.day_of(name, one.day)])
    return _total(stated, days, len(seen) - len(stated))


def _of_kecamatan(code: str, kecamatan: str, seen: Sequence[DayView], name: str) -> KecamatanNumber:
    one = _of(seen, name)
    return KecamatanNumber(code, kecamatan, len(seen), one.melapor, one.jumlah)


def _total(stated: Sequence[str], days: Sequence[str], unknown: int) -> NumberTotal:
    if not stated:
        return NumberTotal(tidak_diketahui=unknown)
    values = sorted(Decimal(text.removesuffix(_PERCENT)) for text in stated)
    return NumberTotal(
        jumlah=_sum(stated),
        melapor=len(stated),
        tidak_diketahui=unknown,
        median=_plain(median(values)),
        terkecil=_plain(values[0]),
        terbesar=_plain(values[-1]),
        per_terlama=min(days, default=None),
        per_terbaru=max(days, default=None),
        nilai=tuple(stated),
    )


def _sum(stated: Sequence[str]) -> int | None:
    """The sum of whole numbers; of shares there is none."""
    return None if any(text.endswith(_PERCENT) for text in stated) else sum(map(int, stated))


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
