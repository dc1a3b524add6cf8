"""What is due → a document: what is late, this week, in thirty days, and who is silent, by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kkmp_cli.areas.kota import short_name
from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.document import (
    IF_ANY,
    LATE,
    NEVER,
    SOON,
    Column,
    Document,
    Group,
    Part,
    Section,
    Table,
    group_by,
)
from kkmp_cli.render.packet import printed
from kkmp_cli.render.packet.table_cells import count, day, headed, table
from kkmp_cli.render.words import JOINT, NO_DATA, sentences, some
from kkmp_cli.reports.counting import grouped
from kkmp_cli.reports.due import (
    COMING,
    FOLLOW_UP,
    GROUPS,
    LATER,
    MONTH,
    OVERDUE,
    PLAN,
    THIS_WEEK,
    WEEK,
    DueItem,
    DueList,
    Silent,
)

TITLE = "Jatuh tempo KKMP"
EVERYTHING = "jatuh_tempo"
"""The table of data that holds all of them."""
_HEADINGS = {
    OVERDUE: "Terlambat",
    THIS_WEEK: f"Minggu ini (sampai {WEEK} hari lagi)",
    COMING: f"Akan datang (sampai {MONTH} hari lagi)",
    LATER: "Nanti",
}
_URGENCY = {OVERDUE: LATE, THIS_WEEK: SOON}
_NAMED, _ALL = 12, 1_000_000
_COLUMNS = (
    Column("kelompok", "Mendesaknya", paper=NEVER),
    day("batas", "Batas"),
    count("sisa_hari", "Sisa hari", NEVER),
    Column("sisa", "Sisa waktu"),
    Column("uraian", "Yang ditunggu"),
    Column("penanggung_jawab", "Penanggung jawab", paper=IF_ANY),
    Column("siapa", "Untuk siapa"),
)
_PLACE = Column("kota", "Kota/kabupaten")
_SILENT = (
    Column("kode", "Kode"),
    Column("kelurahan", "Kelurahan"),
    Column("kecamatan", "Kecamatan"),
    day("terakhir", "Kabar terakhir"),
)


def agenda(value: DueList, place: str, vocabulary: Vocabulary, at: datetime) -> Document:
    """The whole list, laid out by urgency."""
    shown = [one for one in GROUPS if one != LATER]
    sections = [_data(value, vocabulary)]
    sections += [_section(value, name, vocabulary) for name in shown]
    sections += [_later(value), _silent(value)]
    facts = () if _any(value) else (f"Tidak ada yang jatuh tempo dalam {MONTH} hari.",)
    day_of = f"Keadaan per {dates.show(value.per)}"
    place = f"{place[:1].upper()}{place[1:]}"
    part = Part(EVERYTHING, place, facts, tuple(sections))
    return Document(TITLE, place, day_of, (part,), JOINT.join([day_of, printed(at)]))


def _any(value: DueList) -> bool:
    return any(one.kelompok != LATER for one in value.jatuh_tempo)


def _section(value: DueList, name: str, vocabulary: Vocabulary) -> Section:
    items = _together([one for one in value.jatuh_tempo if one.kelompok == name])
    made = _table(name, _HEADINGS[name], items, vocabulary)
    pressing = tuple(_URGENCY.get(name, "") for _ in items)
    title = f"{_HEADINGS[name]}: {numbers.show(len(items))}"
    return Section(name, title, tables=(made._replace(pressing=pressing, data=False),))


def _table(
    key: str, title: str, items: Sequence[DueItem], vocabulary: Vocabulary, most: int = _NAMED
) -> Table:
    several = len({one.kota for one in items}) > 1
    return table(
        key,
        title,
        (*_COLUMNS, *([_PLACE] if several else [])),
        items,
        kelompok=lambda one: _HEADINGS[one.kelompok],
        sisa=lambda one: dates.show_remaining(one.sisa_hari),
        uraian=lambda one: what(one, vocabulary),
        siapa=lambda one: who(one, most),
        kota=lambda one: short_name(one.nama_kota),
    )


def _together(items: Sequence[DueItem]) -> list[DueItem]:
    """Plans of the same day for the same milestone of one kota in one line."""
    same = grouped((_same(one), one) for one in items)
    return [_joined(those) for those in same.values()]


def _same(one: DueItem) -> tuple[str, ...]:
    return (PLAN, one.batas, one.isian or "", one.kota) if one.jenis == PLAN else (one.kunci,)


def _joined(items: Sequence[DueItem]) -> DueItem:
    return items[0]._replace(koperasi=tuple(place for one in items for place in one.koperasi))


def what(one: DueItem, vocabulary: Vocabulary) -> str:
    """What is waited for, in a few words: `RAT tahun buku 2025: 39 belum`."""
    if one.jenis == FOLLOW_UP:
        return one.uraian or ""
    name = one.isian or ""
    label = sentences.step(name, vocabulary) if name == "usaha" else vocabulary.label_of(name)
    if one.jenis == PLAN:
        return f"Rencana {vocabulary.label_of(name)}"
    stated = len(one.koperasi) - one.belum_ada_data
    parts = [f"{numbers.show(stated)} belum"] if stated else []
    parts += [f"{numbers.show(one.belum_ada_data)} {NO_DATA}"] if one.belum_ada_data else []
    return f"{label}: {', '.join(parts)}"


def who(one: DueItem, most: int) -> str:
    """Who is open, so many of them by name."""
    if not one.koperasi:
        return one.nama_kota
    return some([distinct_name(place.kelurahan) for place in one.koperasi], most)


def _later(value: DueList) -> Section:
    number = sum(one.kelompok == LATER for one in value.jatuh_tempo)
    lead = f"{numbers.show(number)} lagi sesudah {MONTH} hari; semuanya: --json atau -o BERKAS.ics"
    return Section(LATER, _HEADINGS[LATER], (lead,) if number else ())


def _silent(value: DueList) -> Section:
    several, days = value.tanpa_kabar, numbers.show(value.lama_tanpa_kabar)
    title = f"Lebih dari {days} hari tanpa kabar: {numbers.show(len(several))}"
    made = table("tanpa_kabar", "Lama tanpa kabar", _SILENT, several)
    months = sorted(grouped((_month(one), one) for one in several).items())
    groups = [each for month, those in months for each in _of_month(month, those)]
    return Section("tanpa_kabar", title, tables=(made._replace(groups=tuple(groups)),))


def _month(one: Silent) -> str:
    return (one.terakhir or "")[:7]


def _of_month(month: str, those: Sequence[Silent]) -> tuple[Group, ...]:
    heading = f"Kabar terakhir {dates.show(month)}" if month else "Belum pernah ada kabar"
    names = ((one.kode[:8], one.kecamatan, distinct_name(one.kelurahan)) for one in those)
    return headed(heading, group_by(names))


def _data(value: DueList, vocabulary: Vocabulary) -> Section:
    """All of it as one table, for sheets."""
    made = _table(EVERYTHING, TITLE, value.jatuh_tempo, vocabulary, most=_ALL)
    made = made._replace(paper=False)
    return Section(EVERYTHING, TITLE, tables=(made,))
