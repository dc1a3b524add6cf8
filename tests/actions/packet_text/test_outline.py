"""Texts stand under the place where somebody reads them."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.packet_text import outline
from kkmp_cli.errors import Unusable


def test_a_cell_is_named_by_its_heading_its_row_and_its_column() -> None:
    page = outline.Outline()
    page.heading("Belum beroperasi: 10 KKMP")
    page.columns(["Kecamatan", "KKMP"])
    page.row(["Gambir", " 6 "])
    page.sentence("")
    assert page.texts[("Belum beroperasi", "Gambir", "KKMP")] == ["6"]
    assert page.texts[("Belum beroperasi",)] == ["Belum beroperasi: 10 KKMP"]


def test_a_cell_beyond_the_headings_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    page = outline.Outline()
    page.columns(["Kecamatan"])
    page.row(["Gambir", "6"])
    assert page.texts[("Gambir", "2")] == ["6"]
    page.table()
    page.row(["34", "Beroperasi"])
    assert page.texts[("baris 1",)] == ["34", "Beroperasi"]
    monkeypatch.setattr(outline, "MOST", 7)
    with pytest.raises(Unusable, match="teks"):
        page.row(["Senen", "7"])
