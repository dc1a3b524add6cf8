"""What is told of a sheet of published figures before they are recorded."""

from __future__ import annotations

from datetime import date

from kkmp_cli.importing.published_rows import FigurePlan
from kkmp_cli.importing.read_result import ReadResult, Understanding
from kkmp_cli.model.figure import Figure
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.screens import figure_plan
from snapshots import areas_of

FILE = Understanding(built_in(), "a.csv", None, None, None, 1, date(2026, 3, 10), "opsi", None)
READING = ReadResult((FILE,), (), (), ())
ONE = Figure(0, "nib", "sudah", "31.71", "2026-03-10", "X", 7)


def test_what_is_left_out_is_told_with_its_reason() -> None:
    planned = FigurePlan(
        READING,
        (ONE, ONE._replace(koperasi=8)),
        ((ONE, "belum"),),
        same=3,
        unregistered=areas_of("31.72")[:1],
        elsewhere=12,
        several={20: 2},
    )
    lines = figure_plan.as_text(planned)
    assert "Angka per koperasi: 2 baru · 1 berubah · 3 sama" in lines
    assert "Baru: NIB 2" in lines
    assert "Di luar kota itu, tidak diambil: 12 baris" in lines
    assert "Belum ada di register, tidak diambil (1)" in lines
    assert "baris 20 (2 koperasi)" in lines


def test_nothing_is_told_as_nothing() -> None:
    assert "Angka per koperasi: tidak ada" in figure_plan.as_text(FigurePlan(READING))
