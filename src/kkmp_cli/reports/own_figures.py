"""What the office's own fields tell of a kota on a day: how many reported, which values, and who
did not.

They enter no stage, no count of running ones and no RAT. Who said nothing counts in no number.
Never enters: how a value is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.model.own_field import (
    NO,
    NUMERIC,
    PILIHAN,
    TAHAP,
    TANGGAL,
    YA_TIDAK,
    YES,
    OwnField,
)
from kkmp_cli.reports.counting import DayView, add_groups, by_group, grouped
from kkmp_cli.reports.number_totals import added as added_numbers
from kkmp_cli.reports.number_totals import number_totals
from kkmp_cli.reports.report import Grouping, KotaReport, MilestoneCount, OwnFigures

GROUPING = (TAHAP, YA_TIDAK, PILIHAN)
"""The kinds that have a known set of values, by which a report can be grouped."""


def own_figures(
    own: Iterable[OwnField], kecamatan: Mapping[str, str], seen: Sequence[DayView]
) -> dict[str, OwnFigures]:
    """By key, in the order in which they were declared; retired ones are not asked any more."""
    return {one.key: _of(one, kecamatan, seen) for one in own if not one.retired}


def stage_counts(figures: Mapping[str, OwnFigures]) -> dict[str, MilestoneCount]:
    """How many are in each state of each stage."""
    return {
        key: MilestoneCount(**(one.nilai or {}), tidak_diketahui=one.tidak_diketahui)
        for key, one in figures.items()
        if one.jenis == TAHAP
    }


def _of(own: OwnField, kecamatan: Mapping[str, str], seen: Sequence[DayView]) -> OwnFigures:
    figures = _told(own, [(one, value_of(own, one)) for one in seen])
    if own.kind in NUMERIC:
        return figures._replace(angka=number_totals(kecamatan, seen, (own.key,))[own.key])
    return figures


def _told(own: OwnField, values: Sequence[tuple[DayView, str | None]]) -> OwnFigures:
    """How many reported what, as of which days, and who did not."""
    told = [(one, value) for one, value in values if value is not None]
    days = [one.cooperative.day_of(own.key, one.day) for one, _ in told]
    silent = tuple(one.place for one, value in values if value is None)
    counted = (len(told), len(silent), _first(days), _last(days))
    figures = OwnFigures(own.label, own.kind, own.meaning, *counted, belum_melapor=silent)
    return _by_value(figures, own, told)


def _first(days: Iterable[str | None]) -> str | None:
    return min(filter(None, days), default=None)


def _last(days: Iterable[str | None]) -> str | None:
    return max(filter(None, days), default=None)


def value_of(own: OwnField, one: DayView) -> str | None:
    """The canonical value of an own field on the day, the state of a `tahap`; None if unknown."""
    if own.kind != TAHAP:
        return one.value(own.key)
    state = one.cooperative.state(own.key, one.day)
    return None if state == UNKNOWN else state


def _by_value(
    figures: OwnFigures, own: OwnField, told: Sequence[tuple[DayView, str]]
) -> OwnFigures:
    """With who holds each value, where the field has a known set of them; of dates the ends."""
    if own.kind == TANGGAL:
        days = [value for _, value in told]
        return figures._replace(terawal=_first(days), terakhir=_last(days))
    return _with_names(figures, own, told) if own.kind in GROUPING else figures


def _with_names(
    figures: OwnFigures, own: OwnField, told: Sequence[tuple[DayView, str]]
) -> OwnFigures:
    places = grouped((value, one.place) for one, value in told)
    names = {value: tuple(places.get(value, ())) for value in _values(own, places)}
    counted = {value: len(those) for value, those in names.items()}
    return figures._replace(nilai=counted, nama=names)


def _values(own: OwnField, stated: Iterable[str]) -> list[str]:
    """The values of a field in their order; a retired choice only where somebody holds it."""
    if own.kind == TAHAP:
        return [state for state in STATES if state != UNKNOWN]
    offered = (YES, NO) if own.kind == YA_TIDAK else own.offered
    return [*offered, *sorted(set(stated).difference(offered))]


def grouping(own: OwnField, seen: Sequence[DayView]) -> Grouping:
    """All who count by the values of a choice, of a yes or no or of a stage."""
    values = [(value_of(own, one) or UNKNOWN, one) for one in seen]
    known = _values(own, (value for value, _ in values if value != UNKNOWN))
    names = {value: value for value in (*known, UNKNOWN)}
    return Grouping(own.key, own.label, by_group(names, values))


def total(parts: Sequence[KotaReport]) -> dict[str, Any]:
    """`tambahan` and `menurut` over several kota, without names."""
    return {
        "tambahan": _added_fields([part.tambahan for part in parts]),
        "menurut": _added_groupings([part.menurut for part in parts if part.menurut]),
    }


def _added_groupings(several: Sequence[Grouping]) -> Grouping | None:
    if not several:
        return None
    groups = add_groups([one.kelompok for one in several])
    return several[0]._replace(kelompok=tuple(sorted(groups, key=lambda one: one.kode == UNKNOWN)))


def _added_fields(several: Sequence[Mapping[str, OwnFigures]]) -> dict[str, OwnFigures]:
    return {key: _added([one[key] for one in several]) for key in (several[0] if several else ())}


def _added(several: Sequence[OwnFigures]) -> OwnFigures:
    return several[0]._replace(
        melapor=sum(one.melapor for one in several),
        tidak_diketahui=sum(one.tidak_diketahui for one in several),
        **_added_days(several),
        nilai=_summed([one.nilai for one in several if one.nilai is not None]),
        angka=added_numbers([one.angka for one in several if one.angka])
        if several[0].angka
        else None,
        nama=None,
        belum_melapor=None,
    )


def _added_days(several: Sequence[OwnFigures]) -> dict[str, Any]:
    return {
        "per_terlama": _first(one.per_terlama for one in several),
        "per_terbaru": _last(one.per_terbaru for one in several),
        "terawal": _first(one.terawal for one in several),
        "terakhir": _last(one.terakhir for one in several),
    }


def _summed(several: Sequence[Mapping[str, int]]) -> dict[str, int] | None:
    if not several:
        return None
    values = dict.fromkeys(value for one in several for value in one)
    return {value: sum(one.get(value, 0) for one in several) for value in values}
