"""The sentences of a packet alone, a paragraph for each place."""

from __future__ import annotations

from kkmp_cli.render.document import Document, Part
from kkmp_cli.render.formats import prose
from running import Office


def test_a_paragraph_a_place_and_nothing_that_acts() -> None:
    parts = (Part("a", "A", ("F.",), (), ("Satu\x1b[31m.", "Dua.")), Part("b", "B", ("F.",), ()))
    assert prose.write(Document("", "", "", parts, "")) == "Satu[31m. Dua.\n\nF.\n"


def test_it_is_asked_for_by_name(demo: Office) -> None:
    kota = ("--kota", "jakpus", "--per", "2026-03-10", "--format", "narasi")
    page = demo.good("report", *kota).out
    assert page.startswith("Keadaan per 10 Maret 2026 di Kota Administrasi Jakarta Pusat: 34 dari")
    assert page.count("\n") == 1
    assert "5 kota/kabupaten" in demo.good("report", *kota[2:]).out
    gambir = demo.good("report", *kota, "--kecamatan", "gambir").out
    assert "Kecamatan Gambir" in gambir
    assert "2 dari 6 KKMP" in gambir
    for wrong in ("--matriks", "--with-personal", "--per-kecamatan"):
        demo.refused("report", *kota, wrong, code=2)
