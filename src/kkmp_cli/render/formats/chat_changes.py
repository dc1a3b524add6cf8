"""What changed since the last meeting, as lines of a message. Never enters: a sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.packet.table_cells import in_order
from kkmp_cli.render.words import growth, sentences
from kkmp_cli.reports.report import FieldChange, KecamatanCount, KotaReport, MilestoneChange, Report


def of_kota(value: Report, kota: KotaReport, named: bool) -> list[str]:
    """Of a whole kota; `named` says of whom, but of those that only became known."""
    now = {code: count.sudah for code, count in kota.milestone.items()}
    kinds = [kind for kind in sentences.CHANGE_WORDS if kind != growth.NEWLY] if named else []
    return [*_lines(value, now, kota.berubah, kota.data_berubah, kinds)]


def of_kecamatan(value: Report, kota: KotaReport, one: KecamatanCount, named: bool) -> list[str]:
    """Of one of its kecamatan; `named` says of whom."""
    milestones = [change for change in kota.berubah if change.kode[:8] == one.kode]
    fields = [change for change in kota.data_berubah if change.kode[:8] == one.kode]
    kinds = [*sentences.CHANGE_WORDS] if named else []
    return [*_lines(value, one.sudah, milestones, fields, kinds)]


def _lines(
    value: Report,
    now: Mapping[str, int],
    milestones: Sequence[MilestoneChange],
    fields: Sequence[FieldChange],
    named: Sequence[str],
) -> Iterator[str]:
    since = f"sejak {dates.show(value.sejak or value.per)}"
    if not milestones and not fields:
        yield f"Tidak ada yang berubah {since}."
        return
    yield f"Berubah {since}:"
    for code in in_order(now):
        mine = [one for one in milestones if one.milestone == code]
        label = sentences.short_label(code, value.tahun_buku)
        kinds = growth.of_milestone(mine, code)
        if mine:
            yield f"- {growth.net_change(code, label, now[code], kinds)}"
        yield from _names(mine, named)
    yield from _of_fields(fields, value.vocabulary)
    if any(one.jenis == growth.NEWLY for one in milestones):
        yield sentences.NEWLY_RECORDED


def _of_fields(changes: Sequence[FieldChange], vocabulary: Vocabulary) -> Iterator[str]:
    for name, those in groupby(changes, lambda one: one.isian):
        count = numbers.show(len([*those]))
        yield f"- {vocabulary.label_of(name)}: berubah pada {count} KKMP"


def _names(changes: Sequence[MilestoneChange], kinds: Sequence[str]) -> Iterator[str]:
    """Of whom, kind by kind."""
    for kind in kinds:
        names = [distinct_name(one.kelurahan) for one in changes if one.jenis == kind]
        if names:
            yield f"  {sentences.CHANGE_WORDS[kind].capitalize()}: {', '.join(names)}"
