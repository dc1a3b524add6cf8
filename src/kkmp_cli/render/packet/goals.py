"""What is wanted by when: each target that holds for a kota beside the counts that it is about, how
pressing it is, in words. Never enters: a table, a section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import DONE, LATE, SOON
from kkmp_cli.render.words import JOINT, sentences
from kkmp_cli.reports.own_figures import stage_counts
from kkmp_cli.reports.report import (
    KotaReport,
    MilestoneCount,
    Report,
    TargetProgress,
    YearlyCount,
)

_SOON = 31
"""Days before a due date from which on it is pressing."""


def in_order_of_days(value: Report, kota: KotaReport) -> list[TargetProgress]:
    """Every due date, those that only the law sets too, the earliest first."""
    due = (*kota.target, *_by_law(value, kota))
    return sorted(due, key=lambda one: (one.batas, label_of(one, value)))


def label_of(one: TargetProgress, value: Report) -> str:
    """What is due."""
    return sentences.short_label(one.milestone, _year(one, value), value.vocabulary)


def _by_law(value: Report, kota: KotaReport) -> Iterator[TargetProgress]:
    """What is due where nobody has set a target."""
    stated = {(one.milestone, one.tahun_buku) for one in kota.target}
    for code, counts in kota.milestone.items():
        due = counts.batas if isinstance(counts, YearlyCount) else None
        if isinstance(counts, YearlyCount) and due and (code, value.tahun_buku) not in stated:
            left = counts.sisa_hari or 0
            yield TargetProgress(
                code, value.tahun_buku, due, left, target=None, tercapai=counts.sudah, sumber=None
            )


def _year(one: TargetProgress, value: Report) -> int:
    return one.tahun_buku or value.tahun_buku


def counts_of(one: TargetProgress, value: Report, kota: KotaReport) -> MilestoneCount | None:
    """The counts that the target is about, where the report has them."""
    counted = {**kota.milestone, **stage_counts(kota.tambahan)}
    return counted.get(one.milestone) if _year(one, value) == value.tahun_buku else None


def open_of(one: TargetProgress, value: Report, kota: KotaReport) -> str | None:
    """What is still open of it, in words."""
    counts = counts_of(one, value, kota)
    return sentences.open_of(counts) if counts else None


def pressing_of(one: TargetProgress, value: Report, kota: KotaReport) -> str:
    """How pressing a due date is; nothing for one that concerns nobody."""
    counts = counts_of(one, value, kota)
    every = counts.asked if counts else kota.kkmp
    if not every:
        return ""
    if one.tercapai >= (every if one.target is None else one.target):
        return DONE
    return near(one.sisa_hari)


def near(days: int) -> str:
    """How pressing is what is due in so many days."""
    return LATE if days < 0 else SOON if days <= _SOON else ""


def of_each(value: Report, kota: KotaReport) -> Mapping[str, TargetProgress]:
    """By milestone the target of the book year that is counted, the earliest."""
    held: dict[str, TargetProgress] = {}
    for one in in_order_of_days(value, kota):
        if counts_of(one, value, kota):
            held.setdefault(one.milestone, one)
    return held


def wanted(one: TargetProgress) -> str:
    """How many: `40`, `semua`."""
    return "semua" if one.target is None else numbers.show(one.target)


def in_words(one: TargetProgress, counts: MilestoneCount) -> str:
    """`target 40 · batas 15 Desember 2026, 15 hari lagi`; of what the law alone sets the day."""
    if not counts.asked:
        return ""
    number = counts.asked if one.target is None else one.target
    by_law = one.target is None and one.sumber is None and one.ditetapkan is None
    if one.tercapai >= number:
        return "" if by_law else f"target {wanted(one)} tercapai"
    when = f"{dates.show(one.batas)}, {dates.show_remaining(one.sisa_hari)}"
    return JOINT.join([*([] if by_law else [f"target {wanted(one)}"]), f"batas {when}"])
