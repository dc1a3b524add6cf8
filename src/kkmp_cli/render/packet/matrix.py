"""The matrix: a line for each KKMP in its kecamatan, a mark for each milestone and each stage of
the office; and the same as a table of data.

The counts at its foot are those of the report. Never enters: a sum, a colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from kkmp_cli.milestones import BERHENTI, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.render import words
from kkmp_cli.render.document import (
    Column,
    Mark,
    Matrix,
    MatrixGroup,
    MatrixLine,
    Section,
    Table,
)
from kkmp_cli.render.packet.table_cells import PLACE
from kkmp_cli.render.words import sentences, signs
from kkmp_cli.reports.counting import NOT_OWED, grouped
from kkmp_cli.reports.kota_details import KelurahanStates, KotaDetails
from kkmp_cli.reports.own_figures import stage_counts
from kkmp_cli.reports.report import Grouping, KotaReport, MilestoneCount, Report, YearlyCount

KEY, TITLE = "matriks", "Matriks: keadaan setiap KKMP"
MOST_OWN = 6
"""So many stages of the office have room beside the milestones."""


def matrix(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """One section, which the short form of a screen leaves out."""
    counts = {**kota.milestone, **stage_counts(kota.tambahan)}
    drawn = dict(islice(counts.items(), len(kota.milestone) + MOST_OWN))
    left_out = [_label(value, key) for key in counts if key not in drawn]
    made = _matrix(value, drawn, _groups(kota, more, [*drawn]), left_out)
    data = _data(value, [*counts], more.matriks)
    return Section(KEY, TITLE, tables=(data,), brief=False, matrix=made)


def _matrix(
    value: Report,
    counts: Mapping[str, MilestoneCount],
    groups: tuple[MatrixGroup, ...],
    left_out: Sequence[str],
) -> Matrix:
    legend = _legend(counts)
    labels = {key: _label(value, key) for key in counts}
    return Matrix(
        "Kelurahan",
        columns=tuple(labels.values()),
        heads=tuple(_heads(labels)),
        groups=groups,
        legend=legend,
        counts=tuple(_counted(counts, entry.state) for entry in legend),
        notes=tuple(_notes(value, counts["rat"], left_out)) + _dated(groups),
    )


def _legend(counts: Mapping[str, MilestoneCount]) -> tuple[Mark, ...]:
    """The signs that anybody bears."""
    states = (one for one in signs.SIGNS if any(map(_in_state(one), counts.values())))
    return tuple(map(mark, states))


def _heads(labels: Mapping[str, str]) -> list[str]:
    """One short word for each; the whole label where another would have the same."""
    heads = {key: signs.head(key, label) for key, label in labels.items()}
    shared = Counter(heads.values())
    return [labels[key] if shared[word] > 1 else word for key, word in heads.items()]


def _label(value: Report, key: str) -> str:
    """A milestone without its tahun buku, which the notes tell."""
    return sentences.step(key, value.vocabulary)


def _in_state(state: str) -> Callable[[MilestoneCount], int]:
    return lambda counted: getattr(counted, state, 0)


def _counted(counts: Mapping[str, MilestoneCount], state: str) -> tuple[int | None, ...]:
    """How many are in a state, None where nothing is known."""
    always = state in (UNKNOWN, NOT_OWED)
    return tuple(
        getattr(one, state, 0) if always or one.known or not one.asked else None
        for one in counts.values()
    )


def _groups(kota: KotaReport, more: KotaDetails, keys: Sequence[str]) -> tuple[MatrixGroup, ...]:
    """By kecamatan, or by what the report is grouped by."""
    if kota.menurut:
        return _by_value(kota.menurut, more, keys)
    lines = grouped((one.kode[:8], (one.kelurahan, one)) for one in more.matriks)
    return tuple(_group(those[0][1].kecamatan, those, keys) for those in lines.values())


def _by_value(
    grouping: Grouping, more: KotaDetails, keys: Sequence[str]
) -> tuple[MatrixGroup, ...]:
    """Each name with its kecamatan beside it."""
    named = ((one.kelompok, (f"{one.kelurahan} ({one.kecamatan})", one)) for one in more.matriks)
    lines = grouped(named)
    values = [one.kode for one in grouping.kelompok if one.kode in lines]
    return tuple(_group(words.STATE_WORDS.get(v, v), lines[v], keys) for v in values)


def _group(
    name: str, lines: Sequence[tuple[str, KelurahanStates]], keys: Sequence[str]
) -> MatrixGroup:
    marked = (
        MatrixLine(label, tuple(mark(*one.keadaan[key]) for key in keys)) for label, one in lines
    )
    return MatrixGroup(name, tuple(marked))


def _notes(value: Report, rat: MilestoneCount, left_out: Sequence[str]) -> Iterator[str]:
    batas = f", batas {dates.show(rat.batas)}" if isinstance(rat, YearlyCount) and rat.batas else ""
    yield f"RAT: tahun buku {value.tahun_buku}{batas}."
    if left_out:
        yield f"Tidak muat di sini: {', '.join(left_out)}."


def _dated(groups: Sequence[MatrixGroup]) -> tuple[str, ...]:
    """What the months mean, where there are any."""
    lines = (line for group in groups for line in group.lines)
    if not any(mark.month for line in lines for mark in line.marks):
        return ()
    return ("Bulan: sejak kapan sudah, atau berhenti; tahun saja bila bulannya tidak diketahui.",)


def _data(value: Report, keys: Sequence[str], lines: Sequence[KelurahanStates]) -> Table:
    """The same in words, with the whole day where one is known."""
    columns = (*PLACE, *(Column(key, _label(value, key)) for key in keys))
    rows = tuple(
        (one.kode, one.kelurahan, one.kecamatan, *(mark(*one.keadaan[key]).words for key in keys))
        for one in lines
    )
    return Table(KEY, TITLE, columns, rows, paper=False)


@lru_cache(maxsize=4_096)
def mark(state: str, day: str | None = None, kendala: str | None = None) -> Mark:
    """`● Agu 25`, `◐ proses`, `▲ modal`, `·`; the month of the day where one is stated."""
    if day and state in (SUDAH, BERHENTI):
        told = words.state(f"{state} {day}" if state == BERHENTI else day)
        return Mark(state, signs.SIGNS[state], *signs.month(day), told, day)
    if kendala and state == TERKENDALA:
        return _stuck(*split_obstacle(kendala))
    word = words.STATE_WORDS[state]
    short = "" if state in (UNKNOWN, NOT_OWED) else word
    return Mark(state, signs.SIGNS[state], short, "", word)


def _stuck(category: str, note: str | None) -> Mark:
    short = words.CATEGORY_WORDS.get(category, category)
    told = f"{TERKENDALA}: {words.kendala(category, note)}"
    return Mark(TERKENDALA, signs.SIGNS[TERKENDALA], short, "", told)
