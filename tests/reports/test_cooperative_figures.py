"""Figures of single cooperatives: the same, different, or nothing known, each with both days."""

from __future__ import annotations

import pytest

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.reports.cooperative_figures import beside, is_comparable, of_kota
from kkmp_cli.reports.counting import view_of
from snapshots import areas_of

AREA = areas_of("31.71")[0]


def figure(name: str, value: str, per: str = "2026-03-10", number: int = 1) -> Figure:
    return Figure(number, name, value, "31.71", per, "SIMKOPDES", AREA.id)


def stated(name: str, value: str, day: str | None = None) -> Cooperative:
    """The cooperative of which a state was stated on 1 March."""
    spans = {name: (Span("2026-03-01", None, value, day),)}
    return Cooperative(AREA.id, AREA, states=spans, pers={name: "2026-03-01"})


@pytest.mark.parametrize(
    ("published", "word", "day", "same"),
    [
        ("sudah", "sudah", None, True),
        ("sudah", "belum", None, False),
        ("belum", "sudah", None, False),
        ("belum", "proses", None, True),
        ("belum", "terkendala", None, True),
        ("sudah", "sudah", "2025-06-10", True),
        ("2025-06", "sudah", "2025-06-10", True),
        ("2025-06-10", "sudah", "2025-06", True),
        ("2025-06-10", "sudah", "2025-06-11", False),
        ("2025-06-10", "sudah", None, True),
    ],
)
def test_a_state_is_the_same_where_both_say_that_it_is_there_or_both_that_it_is_not(
    published: str, word: str, day: str | None, same: bool
) -> None:
    one = beside(figure("nib", published), stated("nib", word, day))
    assert one.sama is same
    assert one.register_per == "2026-03-01"


def test_what_was_said_after_its_day_is_not_compared_with_it() -> None:
    one = beside(figure("nib", "sudah", "2026-02"), stated("nib", "belum"))
    assert (one.register, one.register_per, one.sama) == (None, None, None)


def test_a_number_says_by_how_much_it_differs() -> None:
    members = Cooperative(AREA.id, AREA, {"anggota": "175"}, {"anggota": "2026-01-31"})
    one = beside(figure("anggota", "20"), members)
    assert (one.register, one.register_per, one.selisih, one.sama) == (
        "175",
        "2026-01-31",
        155,
        False,
    )
    assert beside(figure("anggota", "175"), members).sama is True
    assert beside(figure("anggota", "175"), Cooperative(AREA.id, AREA)).sama is None


def test_a_share_and_a_word_of_the_office_are_compared_as_they_are() -> None:
    own = Cooperative(
        AREA.id,
        AREA,
        {"x_progres": "45.5%", "x_status": "sewa"},
        {"x_progres": "2026-01-31", "x_status": "2026-01-31"},
    )
    assert beside(figure("x_progres", "40%"), own).selisih == 5.5
    assert beside(figure("x_status", "sewa"), own).sama is True
    assert beside(figure("x_status", "hibah"), own).sama is False


def test_of_each_source_the_newest_by_the_day_of_the_report_counts() -> None:
    seen = view_of([stated("rat_2025", "sudah")], "2026-06-30", 2025)
    figures = [
        figure("rat_2025", "sudah", "2026-05-31", 3),
        figure("rat_2025", "belum", "2026-03", 1),
        figure("rat_2025", "belum", "2026-07-31", 4),
        figure("rat_2025", "belum", "2026-03-31", 2)._replace(sumber="BA"),
        figure("rat_2025", "belum", "2026-03-31", 5)._replace(koperasi=None),
    ]
    shown = of_kota(figures, seen, "2026-06-30")
    assert {(one.sumber, one.nilai, one.per) for one in shown} == {
        ("SIMKOPDES", "sudah", "2026-05-31"),
        ("BA", "belum", "2026-03-31"),
    }
    assert [one.sama for one in of_kota(figures[:1], seen, "2026-06-30")] == [True]


def test_states_and_numbers_are_comparable_and_own_fields_persons_and_papers_are_not() -> None:
    own = OwnField(1, "x_omzet", "Omzet", "rupiah", "penjualan sebulan")
    vocabulary = Vocabulary((own,))
    comparable = {
        field.name for field in vocabulary.all_fields() if is_comparable(field, vocabulary)
    }
    assert {"nib", "usaha", "rat", "anggota", "x_omzet"} <= comparable
    assert (
        not {"ketua", "telepon", "catatan", "nib_nomor", "usaha_kendala", "x_omzet_per"}
        & comparable
    )
