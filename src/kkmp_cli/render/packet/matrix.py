"""The matrix: a line for each KKMP in its kecamatan, a mark for each milestone and each stage of
the office; and the same as a table of data.

The counts at its foot are those of the report. Never enters: a sum, a colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from kkmp_cli.milestones import BERHENTI, SUDAH, TERKENDALA, UNKNOWN
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.render import words
from kkmp_cli.render.document import (
    Column,
    Document,
    Mark,
    Matrix,
    MatrixGroup,
    MatrixLine,
    Part,
    Section,
    Table,
)
from kkmp_cli.render.packet.office_fields import stage_counts
from kkmp_cli.render.packet.table_cells import PLACE
from kkmp_cli.render.words import sentences, signs
from kkmp_cli.reports.counting import NOT_OWED, grouped
from kkmp_cli.reports.kota_details import KelurahanStates, KotaDetails
from kkmp_cli.reports.report import KotaReport, MilestoneCount, Report, YearlyCount

KEY, TITLE = "matriks", "Matriks: keadaan setiap KKMP"
MOST_KOTA = 10
"""A packet of more kota has no matrix."""
MOST_OWN = 6
"""So many stages of the office have room beside the milestones."""


def matrix(value: Report, kota: KotaReport, more: KotaDetails) -> Section:
    """One section, which the short form of a screen leaves out."""
    counts = {**kota.milestone, **stage_counts(kota.tambahan)}
    own = [key for key in counts if key not in kota.milestone]
    drawn = {key: counts[key] for key in counts if key not in own[MOST_OWN:]}
    made = _matrix(value, drawn, _groups(kota, more, [*drawn]))
    left_out = [_label(value, key) for key in own[MOST_OWN:]]
    notes = (
        *_notes(value, kota),
        *[f"Tidak muat di sini: {', '.join(left_out)}."] * bool(left_out),
    )
    data = _data(value, [*counts], more.matriks)
    return Section(KEY, TITLE, (), (data,), brief=False, matrix=made._replace(notes=notes))


def alone(document: Document) -> Document:
    """The document with nothing but its matrices."""
    parts = (part._replace(sections=_of(part)) for part in document.parts)
    kept = tuple(part for part in parts if part.sections or not part.key)
    return document._replace(parts=kept, signatures=())


def _of(part: Part) -> tuple[Section, ...]:
    return tuple(one._replace(brief=True) for one in part.sections if one.key == KEY)


def _matrix(
    value: Report, counts: Mapping[str, MilestoneCount], groups: tuple[MatrixGroup, ...]
) -> Matrix:
    legend = [mark(state) for state in signs.SIGNS if any(map(_in_state(state), counts.values()))]
    labels = [_label(value, key) for key in counts]
    return Matrix(
        "Kelurahan",
        tuple(labels),
        tuple(_heads(dict(zip(counts, labels, strict=True)))),
        groups,
        tuple(legend),
        tuple(tuple(_counted(one, entry.state) for one in counts.values()) for entry in legend),
    )


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


def _counted(counted: MilestoneCount, state: str) -> int | None:
    """None where nothing is known that could be counted, and where nobody can be in that state."""
    if state not in (UNKNOWN, NOT_OWED) and not counted.known and counted.asked:
        return None
    return getattr(counted, state, None)


def _groups(kota: KotaReport, more: KotaDetails, keys: Sequence[str]) -> tuple[MatrixGroup, ...]:
    """By kecamatan, or by what the report is grouped by, the kecamatan beside each name then."""
    if kota.menurut is None:
        by_code = grouped((one.kode[:8], one) for one in more.matriks)
        return tuple(
            _group(lines[0].kecamatan, [(one.kelurahan, one) for one in lines], keys)
            for lines in by_code.values()
        )
    by_value = grouped((one.kelompok, one) for one in more.matriks)
    return tuple(
        _group(
            words.STATE_WORDS.get(one.kode, one.kode),
            [(f"{line.kelurahan} ({line.kecamatan})", line) for line in by_value[one.kode]],
            keys,
        )
        for one in kota.menurut.kelompok
        if one.kode in by_value
    )


def _group(
    name: str, lines: Sequence[tuple[str, KelurahanStates]], keys: Sequence[str]
) -> MatrixGroup:
    label = f"{name} ({numbers.show(len(lines))})"
    return MatrixGroup(
        label,
        tuple(
            MatrixLine(name, tuple(mark(*one.keadaan[key]) for key in keys)) for name, one in lines
        ),
    )


def _notes(value: Report, kota: KotaReport) -> tuple[str, ...]:
    rat = kota.milestone["rat"]
    batas = f", batas {dates.show(rat.batas)}" if isinstance(rat, YearlyCount) and rat.batas else ""
    return (f"RAT: tahun buku {value.tahun_buku}{batas}.",)


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
    sign = signs.SIGNS[state]
    if state in (SUDAH, BERHENTI) and day:
        told = words.state(f"{state} {day}" if state == BERHENTI else day)
        return Mark(state, sign, *signs.month(day), told)
    if state == TERKENDALA and kendala:
        category, note = split_obstacle(kendala)
        short = words.CATEGORY_WORDS.get(category, category)
        return Mark(state, sign, short, "", f"{state}: {words.kendala(category, note)}")
    word = words.STATE_WORDS[state]
    return Mark(state, sign, "" if state in (UNKNOWN, NOT_OWED) else word, "", word)
