"""A published figure beside the register's own count."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli import reports
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.figure import Figure
from kkmp_cli.reports import published
from kkmp_cli.reports.report import FigureBeside, KotaReport
from snapshots import PER, SOURCE, jakarta_pusat


def on(day: str) -> KotaReport:
    """The report of Jakarta Pusat on a day."""
    (kota,) = reports.build(jakarta_pusat(), date.fromisoformat(day)).kota
    return kota


def beside(indikator: str, nilai: str, per: str = PER) -> FigureBeside:
    return published.beside(Figure(1, indikator, nilai, "31.71", per, SOURCE), on)


def test_every_milestone_has_a_short_name_and_every_path_leads_somewhere() -> None:
    for milestone in MILESTONES:
        path = published.indicator_path(milestone.code)
        assert path == f"milestone.{milestone.code}.sudah"
        assert published.indicator_path(path) == path
    assert published.indicator_path("beroperasi") == "milestone.usaha.sudah"
    assert published.indicator_path("laba") is None


@pytest.mark.parametrize(
    ("indikator", "nilai", "own", "difference"),
    [
        ("beroperasi", "34", 34, 0),
        ("beroperasi", "30", 34, 4),
        ("beroperasi", "sekitar 90%", 34, None),
        ("beroperasi", "75%", 34, 2.3),
        ("belum_beroperasi", "10", 10, 0),
        ("nib", "3", 0, None),
    ],
)
def test_it_is_compared_where_both_are_known_for_sure(
    indikator: str, nilai: str, own: int, difference: float | None
) -> None:
    figure = beside(indikator, nilai)
    assert (figure.register, figure.selisih) == (own, difference)


def test_the_count_is_that_of_the_figures_own_day() -> None:
    assert beside("beroperasi", "34", "2026-03-09").register == 0


def test_another_day_on_which_the_number_is_ones_own_is_told() -> None:
    figure = beside("beroperasi", "34", "2026-03-09")._replace(selisih=-34)
    found = published.reason(figure, ["2026-03-08", PER], on)
    assert found is not None and found.per == PER
    assert published.reason(beside("beroperasi", "34"), [PER], on) is None


def test_an_indikator_is_about_the_milestones_that_it_counts() -> None:
    about = published.is_about
    assert about("beroperasi", "usaha")
    assert about("milestone.rat.sudah", "rat_2025")
    assert about("belum_rat", "rat_2025")
    assert about("gerai_usaha.gerai_tanpa_usaha", "gerai")
    assert about("tahap.siap", "nib")
    assert not about("tahap.siap", "rat_2025")
    assert not about("beroperasi", "gerai")
    assert not about("kkmp", "usaha")
    assert not about("laba", "anggota")
