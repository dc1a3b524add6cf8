"""Figures of single cooperatives in words."""

from __future__ import annotations

from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.words import figures_of_cooperatives as words
from kkmp_cli.reports.report import CooperativeFigure

ONE = CooperativeFigure("31.71.01.1002", "Cideng", "Gambir", "nib", "sudah", "2026-03-10", "X")


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert words.registered(ONE, built_in()) == words.verdict(ONE) == "belum ada data"


def test_a_number_says_how_many_more_the_register_has() -> None:
    members = ONE._replace(indikator="anggota", nilai="1020", register="1175", selisih=155)
    assert words.published(members, built_in()) == "1.020"
    assert words.registered(members, built_in()) == "1.175"
    assert words.verdict(members._replace(sama=False)) == "+155"
    assert words.verdict(ONE._replace(register="belum", sama=False)) == "berbeda"
    assert words.verdict(ONE._replace(register="sudah", sama=True)) == "sama"


def test_a_line_counts_each_outcome_of_an_indicator() -> None:
    several = [
        ONE,
        ONE._replace(sama=True),
        ONE._replace(sama=False),
        ONE._replace(indikator="npwp", sama=True, sumber=None),
    ]
    assert words.summary(several, built_in()) == [
        "NIB (X, per 10 Maret 2026): dari 3 KKMP: 1 sama, 1 berbeda, 1 belum ada data di register.",
        "NPWP (per 10 Maret 2026): dari 1 KKMP: 1 sama.",
    ]
