"""Short sentences made of counts: no percentage that might be untrue, no zero for nothing known."""

from __future__ import annotations

import pytest

from kkmp_cli.render.words import sentences
from kkmp_cli.reports.report import (
    FigureBeside,
    MilestoneCount,
    Papers,
    Reason,
    Trainings,
    YearlyCount,
)

FIGURE = FigureBeside("beroperasi", "34", "2026-03-10", None, 34, None, 0, 44, 0)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (
            MilestoneCount(28, belum=3, tidak_diketahui=13),
            "28 dari 44 (63,6%) · 3 belum · 13 belum ada data",
        ),
        (MilestoneCount(tidak_diketahui=44), "belum ada data (44 KKMP)"),
        (MilestoneCount(belum=1, tidak_diketahui=43), "0 dari 44 · 1 belum · 43 belum ada data"),
        (MilestoneCount(belum=44), "0 dari 44 (0%) · 44 belum"),
        (MilestoneCount(), "tidak ada KKMP"),
        (YearlyCount(tidak_wajib=3), "tidak wajib (3 KKMP)"),
        (YearlyCount(sudah=41, tidak_wajib=3), "41 dari 41 (100%) · 3 tidak wajib"),
    ],
)
def test_how_a_milestone_stands(count: MilestoneCount, words: str) -> None:
    assert sentences.standing(count) == words


def test_what_is_open_is_told_apart_from_what_is_unknown() -> None:
    assert sentences.rest(MilestoneCount(5, belum=2, proses=1)) == "3 belum"
    assert sentences.rest(MilestoneCount(5, tidak_diketahui=39)) == "39 belum ada data"
    assert sentences.rest(MilestoneCount(5)) == "selesai"


@pytest.mark.parametrize(
    ("figure", "pieces"),
    [
        (FIGURE, ["terbit 34", "register 34", "sama"]),
        (
            FIGURE._replace(register=30, selisih=-4),
            ["terbit 34", "register 30", "register lebih sedikit 4"],
        ),
        (FIGURE._replace(tidak_diketahui=44), ["terbit 34", "register belum ada data"]),
        (FIGURE._replace(tidak_diketahui=3), ["terbit 34", "register 34", "3 belum ada data"]),
        (FIGURE._replace(register=None), ["terbit 34", "indikator ini tidak dikenal"]),
    ],
)
def test_a_published_figure_is_compared_only_where_all_is_known(
    figure: FigureBeside, pieces: list[str]
) -> None:
    assert sentences.figure_beside(figure) == pieces


def test_why_a_figure_may_differ() -> None:
    other = FIGURE._replace(sebab=Reason(per="2026-02-28"))
    assert (
        sentences.figure_reason(other, 2025)
        == "angka itu sama dengan register per 28 Februari 2026"
    )
    other = FIGURE._replace(sebab=Reason(arti="milestone.gerai.sudah"))
    assert sentences.figure_reason(other, 2025) == "angka itu sama dengan hitungan `Gerai`"
    assert sentences.figure_reason(FIGURE, 2025) == ""


def test_a_plan_before_the_day_has_passed_and_one_of_this_month_has_not() -> None:
    assert sentences.plan("2026-02", "2026-03-10") == "Februari 2026 (sudah lewat)"
    assert sentences.plan("2026-03", "2026-03-10") == "Maret 2026"
    assert sentences.plan(None, "2026-03-10") is None


def test_a_headcount_stands_beside_what_is_recorded() -> None:
    assert sentences.participants(Trainings()) == "belum ada pelatihan tercatat"
    told = sentences.participants(Trainings(2, 62, 1, 3, (), 58))
    assert (
        told
        == "2 kegiatan · 62 peserta (58 tercatat per kelurahan) · 1 kegiatan tanpa jumlah peserta"
    )


def test_papers_of_those_that_operate() -> None:
    lacking = {"sk_kemenkop": 0, "nib": 3, "rekening": 1}
    unknown = {"sk_kemenkop": 0, "nib": 0, "rekening": 5}
    assert sentences.papers_of_operating(Papers(lacking, unknown, 4, 5), 34) == (
        "Dari 34 yang beroperasi: 4 tanpa SK, NIB atau rekening "
        "(NIB 3, Rekening 1); belum ada data: Rekening 5."
    )
    assert sentences.papers_of_operating(Papers(lacking, unknown, 4, 5), 0) == ""
    assert (
        sentences.papers_of_operating(Papers({}, dict.fromkeys(lacking, 34), 0, 34), 34)
        == "Dari 34 yang beroperasi: SK, NIB dan rekening belum ada data."
    )
