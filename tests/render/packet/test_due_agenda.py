"""The list of what is due, as it is read."""

from __future__ import annotations

from datetime import UTC, datetime

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.document import LATE, Document, data_tables, for_paper
from kkmp_cli.render.packet import due_agenda
from kkmp_cli.reports.due import DueItem, DueList, Silent
from kkmp_cli.reports.place import Place

AT = datetime(2026, 3, 10, 1, tzinfo=UTC)
PLACES = tuple(Place(f"31.71.01.{1000 + at}", f"Kel {at}", "Gambir") for at in range(20))
KOTA = ("31.71", "Jakarta Pusat")
RAT = DueItem(
    "a", "rat", "2026-03-01", -9, *KOTA, isian="rat_2025", koperasi=PLACES, belum_ada_data=5
)
PLANS = tuple(
    DueItem(f"p{at}", "rencana", "2026-03-20", 10, *KOTA, isian="usaha", koperasi=(place,))
    for at, place in enumerate(PLACES[:2])
)
LATER = DueItem(
    "l", "tindak_lanjut", "2026-09-20", 194, *KOTA, uraian="Nanti", penanggung_jawab="Sudin"
)


def agenda(*items: DueItem, silent: tuple[Silent, ...] = ()) -> Document:
    value = DueList("2026-03-10", items, silent)
    return due_agenda.agenda(value, "Jakarta Pusat", built_in(), AT)


def test_each_group_is_counted_and_unknown_is_told_apart() -> None:
    _, overdue, _, coming, *_ = agenda(RAT, *PLANS, LATER).parts[0].sections
    assert overdue.title == "Terlambat: 1" and overdue.tables[0].pressing == (LATE,)
    row = overdue.tables[0].rows[0]
    assert "RAT tahun buku 2025: 15 belum, 5 belum ada data" in row
    assert str(row[-1]).endswith("dan 8 lagi")
    assert coming.tables[0].rows[0][-1] == "Kel 0, Kel 1"
    assert "Rencana Usaha" in coming.tables[0].rows[0]


def test_a_sheet_holds_everything_with_all_names() -> None:
    rows = data_tables(agenda(RAT, *PLANS, LATER))[due_agenda.EVERYTHING].rows
    assert len(rows) == 4 and str(rows[0][-1]).endswith("Kel 19")
    assert rows[-1][-1] == "Jakarta Pusat"


def test_what_is_later_is_counted_alone_and_nothing_is_said_to_be_nothing() -> None:
    part = for_paper(agenda(LATER).parts[0])
    assert part.facts == ("Tidak ada yang jatuh tempo dalam 30 hari.",)
    assert part.sections[0].lead[0].startswith("1 lagi sesudah 30 hari")


def test_who_is_silent_stands_under_the_month_of_the_last_word() -> None:
    silent = (Silent(*PLACES[0], "2026-01-05"), Silent(*PLACES[1], None))
    section = for_paper(agenda(silent=silent).parts[0]).sections[0]
    groups = section.tables[0].groups
    assert [one.heading for one in groups] == [
        "Belum pernah ada kabar",
        "Kabar terakhir Januari 2026",
    ]
