"""The first page, which answers alone: the whole in a sentence, a few figures to be seen from afar,
who is behind by name, what is due, and what the meeting is asked to decide.

Never enters: a number that does not stand in the sections behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.render.document import (
    DONE,
    HEADLINES,
    IF_ANY,
    Column,
    Group,
    Headline,
    Row,
    Section,
    Table,
)
from kkmp_cli.render.packet import due_dates, goals, not_operating
from kkmp_cli.render.packet.table_cells import (
    FIRST,
    NAMED,
    by_kecamatan,
    count,
    day,
    in_order,
    table,
)
from kkmp_cli.render.words import NO_DATA, growth, headline, sentences
from kkmp_cli.reports.place import Placed
from kkmp_cli.reports.report import KotaReport, MilestoneCount, OpenFollowUp, Report, TargetProgress

KEY, TITLE = "pokok", "Ringkasan"
_MOST, _ROWS, _KECAMATAN, _NAMED_OF_RAT = 5, 8, 12, 12
"""At most so many figures, due dates, kecamatan in a row, and names of those without RAT."""
_LONG = 90
"""Letters of a tindak lanjut."""
_FIGURES = (
    Column("angka", "Angka"),
    Column("dari", "Dari"),
    Column("apa", "Yang dihitung"),
    Column("keterangan", "Keterangan", paper=IF_ANY),
)
_Kind = tuple[str, str, Sequence[Placed]]
"""Of whom nothing good is known: of which milestone, in which words, who."""
_DUE = (
    day("batas", "Batas"),
    Column("sisa", "Sisa waktu"),
    Column("apa", "Yang ditunggu"),
)
_DECISIONS = (
    count("id", "No."),
    Column("uraian", "Yang diputuskan"),
    Column("penanggung_jawab", "Penanggung jawab"),
    day("batas", "Batas"),
    Column("sisa", "Sisa waktu"),
    Column("untuk", "Untuk", paper=IF_ANY),
)


def first_page(value: Report, kota: KotaReport) -> Section:
    """Nothing of it is data of its own: all of it stands in the sections behind."""
    figures = tuple(_headlines(value, kota))
    tables = (_figures(figures), _decisions(kota), *_behind(value, kota), _due(value, kota))
    lead = headline.of_kota(kota, value.per)
    made = Section(KEY, TITLE, lead, tuple(one._replace(data=False) for one in tables))
    return made._replace(headlines=figures, notes=(sentences.DEFINITIONS[0],) if figures else ())


def _figures(those: Sequence[Headline]) -> Table:
    rows = tuple((one.number, one.of, one.label, one.words) for one in those)
    return Table("angka_pokok", TITLE, _FIGURES, rows, chart=HEADLINES)


def _headlines(value: Report, kota: KotaReport) -> Iterator[Headline]:
    """Operating, the RAT, who lacks both, then the milestones of which most is open."""
    first = [code for code in FIRST if kota.milestone[code].known]
    yield from (_milestone(code, value, kota) for code in first)
    both = sum(one.beroperasi is False for one in kota.belum_rat)
    if both:
        of = f"dari {numbers.show(kota.kkmp)}"
        yield Headline(numbers.show(both), of, "Belum keduanya", "belum beroperasi, belum RAT")
    others = _most_open(kota)[: _MOST - len(first) - bool(both)]
    yield from (_milestone(code, value, kota) for code in others)


def _most_open(kota: KotaReport) -> list[str]:
    codes = [code for code in in_order(kota.milestone) if code not in FIRST]
    codes = [code for code in codes if kota.milestone[code].stated_not]
    return sorted(codes, key=lambda code: -kota.milestone[code].stated_not)


def _milestone(code: str, value: Report, kota: KotaReport) -> Headline:
    counted = kota.milestone[code]
    label = sentences.short_label(code, value.tahun_buku, value.vocabulary)
    of = f"dari {numbers.show(counted.asked)}"
    return Headline(numbers.show(counted.sudah), of, label, _moved(code, counted, value, kota))


def _moved(code: str, counted: MilestoneCount, value: Report, kota: KotaReport) -> str:
    """How it moved since the last meeting, else since when the number stands."""
    if value.sejak is not None:
        moved = ", ".join(growth.moved(counted)) or "tetap"
        return f"{moved} sejak {dates.show(value.sejak)}"
    since = kota.tetap_sejak.get(code)
    return f"angka ini sejak {dates.show(since)}" if since else ""


def _decisions(kota: KotaReport) -> Table:
    asked = [one for one in kota.tindak_lanjut if one.keputusan]
    made = table(
        "keputusan",
        f"Mohon keputusan: {numbers.show(len(asked))}",
        _DECISIONS,
        asked,
        uraian=lambda one: short(one.uraian, _LONG),
        sisa=lambda one: dates.show_remaining(one.sisa_hari),
        untuk=lambda one: due_dates.for_whom(one, kota) if one.kode else None,
    )
    pressing = tuple(goals.near(one.sisa_hari) for one in asked)
    return made._replace(pressing=pressing)


def _behind(value: Report, kota: KotaReport) -> list[Table]:
    """Who does not operate, who has not held the RAT, of whom that is not known."""
    year = sentences.short_label("rat", value.tahun_buku)
    kinds: Sequence[_Kind] = (
        ("usaha", "Belum beroperasi", kota.belum_beroperasi),
        ("usaha", "Belum ada kabar apakah beroperasi", kota.usaha_tidak_diketahui),
        ("rat", f"Belum {year}", kota.belum_rat),
        ("rat", f"{year} {NO_DATA}", kota.rat_tidak_diketahui),
    )
    first, *others = [_table_of(*kind, kota) for kind in kinds]
    names_say_all = not_operating.are_names_all(kota.belum_beroperasi)
    notes = not_operating.silence(kota) if names_say_all else ()
    return [first._replace(notes=notes), *others]


def _table_of(code: str, title: str, those: Sequence[Placed], kota: KotaReport) -> Table:
    heading = f"{title}: {numbers.show(len(those))} KKMP"
    groups = _named(code, those, kota)
    return Table(f"tertinggal_{code}", heading, (), (), groups=groups)


def _named(code: str, those: Sequence[Placed], kota: KotaReport) -> tuple[Group, ...]:
    """Their names by kecamatan; of very many only how many in each, their names stand behind. Where
    it is everybody, the sentence on top has said so.
    """
    if len(those) == kota.milestone[code].asked:
        return ()
    if len(those) > (NAMED if code == "usaha" else _NAMED_OF_RAT):
        return (Group("", tuple(_in_each(those, kota))),)
    return by_kecamatan(those)


def _in_each(those: Sequence[Placed], kota: KotaReport) -> Iterator[str]:
    """`Senen 6 (semua)`, the most first; of very many the first only."""
    each = [[*group] for _, group in groupby(those, lambda one: one.kode[:8])]
    each.sort(key=lambda group: -len(group))
    whole = {one.kode: one.kkmp for one in kota.kecamatan}
    yield from (_counted(group, whole) for group in each[:_KECAMATAN])
    if rest := each[_KECAMATAN:]:
        number = sum(map(len, rest))
        yield f"dan {numbers.show(len(rest))} kecamatan lainnya ({numbers.show(number)})"


def _counted(group: Sequence[Placed], whole: Mapping[str, int]) -> str:
    first, number = group[0], len(group)
    every = " (semua)" if number == whole.get(first.kode[:8]) else ""
    return f"{first.kecamatan} {numbers.show(number)}{every}"


def _due(value: Report, kota: KotaReport) -> Table:
    """What is late or due within a month, the earliest first."""
    rows = sorted([*_targets(value, kota), *_follow_ups(kota)], key=lambda row: row[0][:1])
    shown = rows[:_ROWS]
    more = len(rows) - len(shown)
    notes = (f"Dan {numbers.show(more)} lainnya, di bagian berikutnya.",) if more else ()
    title = "Segera jatuh tempo atau sudah lewat"
    made = Table("tenggat", title, _DUE, tuple(row for row, _ in shown), notes=notes)
    return made._replace(pressing=tuple(pressing for _, pressing in shown))


def _targets(value: Report, kota: KotaReport) -> Iterator[tuple[Row, str]]:
    for one in goals.in_order_of_days(value, kota):
        pressing = goals.pressing_of(one, value, kota)
        if pressing not in ("", DONE):
            words = f"{goals.label_of(one, value)}: {_reached(one, value, kota)}"
            yield (one.batas, dates.show_remaining(one.sisa_hari), words), pressing


def _reached(one: TargetProgress, value: Report, kota: KotaReport) -> str:
    """`38 dari target 39; 4 belum`; of what nothing is known no number."""
    counts = goals.counts_of(one, value, kota)
    if counts and (one.target is None or not counts.known):
        return sentences.open_of(counts)
    reached = f"{numbers.show(one.tercapai)} dari target {goals.wanted(one)}"
    return f"{reached}; {sentences.open_of(counts)}" if counts else reached


def _follow_ups(kota: KotaReport) -> Iterator[tuple[Row, str]]:
    """But for those that stand among the decisions."""
    for one in kota.tindak_lanjut:
        pressing = goals.near(one.sisa_hari)
        if pressing and not one.keputusan:
            left = dates.show_remaining(one.sisa_hari)
            yield (one.batas, left, _what(one)), pressing


def _what(one: OpenFollowUp) -> str:
    return f"Tindak lanjut {one.id}: {short(one.uraian, _LONG)} ({short(one.penanggung_jawab)})"
