"""How many of how many, milestone by milestone, and what stands beside that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import BARS, IF_ANY, NEVER, SIGNED, Bar, Column, Row, Section, Table
from kkmp_cli.render.packet import goals
from kkmp_cli.render.packet.table_cells import count, day, excused, in_order, tally
from kkmp_cli.render.words import JOINT, STATE_WORDS, growth, sentences
from kkmp_cli.reports.report import KotaReport, MilestoneCount, Report, TargetProgress

_COLUMNS = (
    Column("kunci", "Kunci", paper=NEVER),
    Column("milestone", "Tahap"),
    count("sudah", "Sudah"),
    count("dari", "Dari"),
    Column("persen", "Persen"),
    Column("naik_turun", "Naik/turun", SIGNED, IF_ANY),
    count("baru_tercatat", "Baru tercatat", IF_ANY),
    *(count(state, STATE_WORDS[state].capitalize(), IF_ANY) for state in STATES[1:]),
    count("tidak_wajib", "Tidak wajib", IF_ANY),
    Column("target", "Target", paper=IF_ANY),
    day("batas", "Batas", IF_ANY),
    Column("sisa", "Sisa waktu", paper=IF_ANY),
)


def summary(value: Report, kota: KotaReport) -> Section:
    """A bar and a row per milestone with what is wanted of it; papers of those operating, stages,
    gerai and usaha.
    """
    wanted = goals.of_each(value, kota)
    section = counts("milestone", "Kemajuan setiap tahap", kota.milestone, value, wanted)
    tables = (*section.tables, _stages(kota), _outlets(kota))
    return section._replace(lead=tuple(_in_words(kota)), tables=tables, notes=_since(value, kota))


def _since(value: Report, kota: KotaReport) -> tuple[str, ...]:
    """Since when what moved has moved."""
    if value.sejak is None or not any(growth.moved(one) for one in kota.milestone.values()):
        return ()
    return (f"Naik, turun dan baru tercatat: sejak {dates.show(value.sejak)}.",)


def counts(
    key: str,
    title: str,
    milestone: Mapping[str, MilestoneCount],
    value: Report,
    wanted: Mapping[str, TargetProgress] = {},
) -> Section:
    """A bar and a row of counts per milestone, with the target `wanted` of it; no `sudah` for one
    of which nothing is known.
    """
    codes = in_order(milestone)
    rows = tuple(_row(code, milestone[code], value, wanted.get(code)) for code in codes)
    bars = tuple(_bar(code, milestone[code], value, wanted.get(code)) for code in codes)
    return Section(key, title, tables=(Table(key, "Tahap", _COLUMNS, rows, chart=BARS),), bars=bars)


def _label(code: str, value: Report) -> str:
    return sentences.short_label(code, value.tahun_buku, value.vocabulary)


def _row(code: str, counted: MilestoneCount, value: Report, goal: TargetProgress | None) -> Row:
    return (
        code,
        _label(code, value),
        counted.sudah if counted.known or not counted.asked else None,
        counted.asked,
        _share(counted),
        *_moved(counted),
        *(getattr(counted, state) for state in STATES[1:]),
        excused(counted),
        *_wanted(goal),
    )


def _share(counted: MilestoneCount) -> str | None:
    """None where `0%` may be untrue."""
    sure = counted.known and (counted.sudah or not counted.tidak_diketahui)
    return numbers.percent(counted.sudah, counted.asked) if sure else None


def _moved(counted: MilestoneCount) -> Row:
    if counted.berubah is None:
        return (None, None)
    return (counted.growth if counted.known else None, counted.baru_tercatat)


def _wanted(goal: TargetProgress | None) -> Row:
    """How many, by which day, and how many days are left."""
    if goal is None:
        return (None, None, None)
    return (goals.wanted(goal), goal.batas, dates.show_remaining(goal.sisa_hari))


def _bar(code: str, counted: MilestoneCount, value: Report, goal: TargetProgress | None) -> Bar:
    share, *rest = sentences.standing(counted).split(JOINT)
    moved = growth.moved(counted) if counted.known else []
    mark = goal.target if goal and (goal.target or 0) <= counted.asked else None
    return Bar(
        _label(code, value),
        counted.sudah,
        counted.stated_not,
        counted.tidak_diketahui,
        JOINT.join([share, *moved, *rest]),
        goal=goals.in_words(goal, counted) if goal else "",
        mark=mark,
    )


def _in_words(kota: KotaReport) -> Iterator[str]:
    """Which papers those operating lack; how far all are, and gerai and usaha together, where that
    says more than the bars.
    """
    if beside := sentences.papers_of_operating(
        kota.berkas_beroperasi, kota.milestone["usaha"].sudah
    ):
        yield beside
    more = any(kota.tahap[key] for key in kota.tahap if key not in ("beroperasi", UNKNOWN))
    if more:
        yield f"Sampai di mana: {_told(kota.tahap, sentences.STAGE_WORDS)}."
    outlets = kota.gerai_usaha
    if outlets[UNKNOWN] != kota.kkmp:
        yield f"Gerai dan usaha: {_told(outlets, sentences.OUTLET_WORDS)}."
        if outlets["belum_gerai"] and kota.milestone["usaha"].tidak_diketahui:
            yield sentences.OUTLET_NOTE


def _told(counted: Mapping[str, int], labels: Mapping[str, str]) -> str:
    """How many are where, as far as somebody is."""
    return JOINT.join(
        f"{label} {numbers.show(counted[key])}" for key, label in labels.items() if counted[key]
    )


def _stages(kota: KotaReport) -> Table:
    return tally("tahap", "Sampai di mana", kota.tahap, sentences.STAGE_WORDS)._replace(paper=False)


def _outlets(kota: KotaReport) -> Table:
    made = tally("gerai_usaha", "Gerai dan usaha", kota.gerai_usaha, sentences.OUTLET_WORDS)
    return made._replace(paper=False)
