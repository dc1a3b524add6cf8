"""Published figures of single cooperatives beside what the register has of them on the figure's
day.

Never enters: a figure of a whole kota (`published`), a word of layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from kkmp_cli.milestones import SUDAH, by_code
from kkmp_cli.model.cooperative import NUMBERS, Cooperative
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.projection import state_text
from kkmp_cli.model.timeline import Span, is_coarser
from kkmp_cli.model.vocabulary import STATE, VALUE, Field, Vocabulary
from kkmp_cli.parsing.states import split_state
from kkmp_cli.reports.by_name import last_day
from kkmp_cli.reports.counting import DayView, grouped
from kkmp_cli.reports.report import CooperativeFigure


def is_comparable(field: Field, vocabulary: Vocabulary) -> bool:
    """True for a field of which a published value can be held beside the register's."""
    own = field.kind == VALUE and vocabulary.own_of(field.name) is not None
    return field.kind == STATE or own or field.name in NUMBERS


def of_kota(
    figures: Iterable[Figure], seen: Sequence[DayView], day: str
) -> tuple[CooperativeFigure, ...]:
    """Of each cooperative that counts on the day, indicator and source the newest figure by then,
    in the order of the codes.
    """
    mine = grouped((figure.koperasi, figure) for figure in figures if last_day(figure.per) <= day)
    return tuple(
        beside(figure, one.cooperative)
        for one in seen
        for figure in _newest(mine.get(one.cooperative.id, ()))
    )


def _newest(figures: Iterable[Figure]) -> Iterable[Figure]:
    """The newest of each indicator and source."""
    in_order = sorted(figures, key=lambda one: (last_day(one.per), one.id))
    return {(one.indikator, one.sumber): one for one in in_order}.values()


def beside(figure: Figure, one: Cooperative) -> CooperativeFigure:
    """A figure of a cooperative beside the register's word of that day, with its own day."""
    day, area = last_day(figure.per), one.area
    made = CooperativeFigure(
        area.kode,
        area.kelurahan,
        area.kecamatan,
        *(figure.indikator, figure.nilai, figure.per, figure.sumber),
        register_per=one.day_of(figure.indikator, day),
    )
    if is_state(figure.indikator, one):
        return _of_state(made, one.span(figure.indikator, day))
    return _of_value(made, one.value(figure.indikator, day))


def is_state(indikator: str, one: Cooperative) -> bool:
    """True for a milestone, the RAT of a tahun buku and a `tahap` of the office among them."""
    base, _, year = indikator.rpartition("_")
    return bool(by_code(base if year.isdigit() else indikator)) or indikator in one.states


def _of_state(made: CooperativeFigure, span: Span | None) -> CooperativeFigure:
    if span is None:
        return made
    same = _same_state(*split_state(made.nilai), span)
    return made._replace(register=state_text(span), sama=same)


def _same_state(word: str, day: str | None, span: Span) -> bool:
    """True where both say that it is there, on days of which one holds the other, or both not."""
    if word != SUDAH or span.value != SUDAH:
        return (word == SUDAH) == (span.value == SUDAH)
    return not day or not span.day or is_coarser(day, span.day) or is_coarser(span.day, day)


def _of_value(made: CooperativeFigure, text: str | None) -> CooperativeFigure:
    if text is None:
        return made
    published, own = _number(made.nilai), _number(text)
    if published is None or own is None:
        return made._replace(register=text, sama=text == made.nilai)
    difference = own - published
    return made._replace(register=text, selisih=_plain(difference), sama=not difference)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.removesuffix("%"))
    except InvalidOperation:
        return None


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
