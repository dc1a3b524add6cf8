"""Published figures of single cooperatives beside the register's, in words.

Never enters: a comparison.
"""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import NO_DATA, canonical
from kkmp_cli.reports.report import CooperativeFigure

SAME, DIFFERS = "sama", "berbeda"


def published(one: CooperativeFigure, vocabulary: Vocabulary) -> str:
    """The figure as it is printed: `sudah`, `175`."""
    return canonical(vocabulary.field(one.indikator), one.nilai)


def registered(one: CooperativeFigure, vocabulary: Vocabulary) -> str:
    """What the register has of that day."""
    if one.register is None:
        return NO_DATA
    return canonical(vocabulary.field(one.indikator), one.register)


def verdict(one: CooperativeFigure) -> str:
    """`sama`, `berbeda`, `belum ada data`; of numbers by how much the register has more or less."""
    if one.sama is None:
        return NO_DATA
    if isinstance(one.selisih, int) and one.selisih:
        return numbers.show_signed(one.selisih)
    return SAME if one.sama else DIFFERS


def summary(several: Iterable[CooperativeFigure], vocabulary: Vocabulary) -> list[str]:
    """A line for each indicator, source and day: how many are the same, differ, are not known."""
    groups: dict[tuple[str, str | None, str], list[bool | None]] = {}
    for one in several:
        groups.setdefault((one.indikator, one.sumber, one.per), []).append(one.sama)
    return [
        _line(vocabulary.label_of(name), source, per, same)
        for (name, source, per), same in groups.items()
    ]


def _line(label: str, source: str | None, per: str, same: list[bool | None]) -> str:
    where = f"{source}, per" if source else "per"
    counted = ((True, SAME), (False, DIFFERS), (None, f"{NO_DATA} di register"))
    pieces = [
        f"{numbers.show(same.count(state))} {word}" for state, word in counted if state in same
    ]
    of = f"dari {numbers.show(len(same))} KKMP: {', '.join(pieces)}"
    return f"{label} ({where} {dates.show(per)}): {of}."
