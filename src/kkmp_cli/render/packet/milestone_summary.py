"""How many of how many, milestone by milestone, and what stands beside that."""

from __future__ import annotations

from collections.abc import Mapping

from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.parsing import numbers
from kkmp_cli.render.document import BARS, IF_ANY, NEVER, SIGNED, Bar, Column, Row, Section, Table
from kkmp_cli.render.packet.table_cells import count, excused, in_order, tally
from kkmp_cli.render.words import JOINT, STATE_WORDS, growth, sentences
from kkmp_cli.reports.report import KotaReport, MilestoneCount, Report

_COLUMNS = (
    Column("kunci", "Kunci", paper=NEVER),
    Column("milestone", "Milestone"),
    count("sudah", "Sudah"),
    count("dari", "Dari"),
    Column("persen", "Persen"),
    Column("naik_turun", "Naik/turun", SIGNED, IF_ANY),
    count("baru_tercatat", "Baru tercatat", IF_ANY),
    *(count(state, STATE_WORDS[state].capitalize(), IF_ANY) for state in STATES[1:]),
    count("tidak_wajib", "Tidak wajib", IF_ANY),
)


def summary(value: Report, kota: KotaReport) -> Section:
    """A bar and a row per milestone; papers of those operating, stages, gerai and usaha."""
    section = counts("milestone", "Kemajuan setiap tahap", kota.milestone, value)
    beside = sentences.papers_of_operating(kota.berkas_beroperasi, kota.milestone["usaha"].sudah)
    more = (_stages(kota), _outlets(kota))
    return section._replace(lead=(beside,) if beside else (), tables=(*section.tables, *more))


def counts(key: str, title: str, milestone: Mapping[str, MilestoneCount], value: Report) -> Section:
    """A bar and a row of counts per milestone; no `sudah` for one of which nothing is known."""
    codes = in_order(milestone)
    rows = tuple(_row(code, milestone[code], value) for code in codes)
    bars = tuple(_bar(code, milestone[code], value) for code in codes)
    return Section(
        key, title, tables=(Table(key, "Milestone", _COLUMNS, rows, chart=BARS),), bars=bars
    )


def _label(code: str, value: Report) -> str:
    return sentences.short_label(code, value.tahun_buku, value.vocabulary)


def _row(code: str, counted: MilestoneCount, value: Report) -> Row:
    is_known, compared = counted.known, counted.berubah is not None
    sure = is_known and (counted.sudah or not counted.tidak_diketahui)
    return (
        code,
        _label(code, value),
        counted.sudah if is_known or not counted.asked else None,
        counted.asked,
        numbers.percent(counted.sudah, counted.asked) if sure else None,
        counted.growth if compared and is_known else None,
        counted.baru_tercatat if compared else None,
        *(getattr(counted, state) for state in STATES[1:]),
        excused(counted),
    )


def _bar(code: str, counted: MilestoneCount, value: Report) -> Bar:
    share, *rest = sentences.standing(counted).split(JOINT)
    moved = growth.moved(counted) if counted.known else []
    return Bar(
        _label(code, value),
        counted.sudah,
        counted.stated_not,
        counted.tidak_diketahui,
        JOINT.join([share, *moved, *rest]),
    )


def _stages(kota: KotaReport) -> Table:
    """How far they are; on paper where that says more than the bars."""
    more = any(kota.tahap[key] for key in kota.tahap if key not in ("beroperasi", UNKNOWN))
    return tally("tahap", "Tahap", kota.tahap, sentences.STAGE_WORDS)._replace(paper=more)


def _outlets(kota: KotaReport) -> Table:
    counted = kota.gerai_usaha
    notes = (sentences.OUTLET_NOTE,) if counted["belum_gerai"] else ()
    return tally("gerai_usaha", "Gerai dan usaha", counted, sentences.OUTLET_WORDS)._replace(
        paper=counted[UNKNOWN] != kota.kkmp, notes=notes
    )
