"""A published figure is of a whole kota or of one cooperative there."""

from __future__ import annotations

from kkmp_cli.model.figure import Figure


def test_a_figure_of_a_cooperative_is_none_of_its_kota() -> None:
    figure = Figure(1, "nib", "40", "31.71", "2026-03-10")
    assert figure.is_of("31.71")
    assert not figure.is_of("31.72")
    assert not figure._replace(koperasi=7).is_of("31.71")
