"""Sheets against a register: what they would change, and the one run that records it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.actions import import_sheets, own_fields
from kkmp_cli.actions.import_sheets import ImportRequest, import_previewed, preview
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.model import declaration
from kkmp_cli.render.progress import Watch
from running import Office

ON = ImportRequest(kota="jakpus", per=date(2026, 3, 10))


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


@pytest.fixture
def sheet(tmp_path: Path) -> sheets.Sheet:
    """A sheet that says of Gambir that it has an NIB."""
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\nGambir;sudah\n", encoding="utf-8")
    return sheets.read(path)


def test_a_preview_writes_nothing_and_what_was_seen_is_recorded(
    pusat: Office, session: Session, sheet: sheets.Sheet
) -> None:
    before, progress = pusat.register.read_bytes(), Watch(seen=False)
    seen = preview(session, [sheet], ON, progress)
    assert pusat.register.read_bytes() == before
    assert import_previewed(session, seen, [sheet], ON, progress, agreed=True).run == 2
    assert pusat.good("show", "Gambir", "--json").json["nib_per"] == "2026-03-10"


def test_what_somebody_else_wrote_meanwhile_is_planned_against(
    pusat: Office, session: Session, sheet: sheets.Sheet
) -> None:
    progress = Watch(seen=False)
    seen = preview(session, [sheet], ON, progress)
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    with pytest.raises(Refused, match="Register berubah"):
        import_previewed(session, seen, [sheet], ON, progress, agreed=True)
    assert import_previewed(session, seen, [sheet], ON, progress, agreed=False).run is None


def test_fields_that_are_to_be_declared_are_planned_as_if_they_were(
    pusat: Office, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "kios.csv").write_text("Kelurahan;Kios\nGambir;7\n", encoding="utf-8")
    read, progress = [sheets.read(tmp_path / "kios.csv")], Watch(seen=False)
    own = declaration.read(declaration.Texts("kios", "Kios", "jumlah", "kios yang dipakai"))
    asked = ON._replace(new_fields=(own,))
    before = pusat.register.read_bytes()
    seen = preview(session, read, asked, progress)
    assert pusat.register.read_bytes() == before
    own_fields.add(session, own)
    assert import_previewed(session, seen, read, asked, progress, agreed=True).run == 3
    assert pusat.good("show", "Gambir", "--json").json["x_kios"] == 7


def test_an_agreed_plan_that_is_still_the_same_is_recorded(
    pusat: Office, session: Session, sheet: sheets.Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    progress = Watch(seen=False)
    seen = preview(session, [sheet], ON, progress)
    pusat.good("update", "Cideng", "--nib", "belum")
    monkeypatch.delattr(import_sheets, "plan_import")  # what is about others is no second judging
    assert import_previewed(session, seen, [sheet], ON, progress, agreed=True).run == 3


def test_the_reason_says_that_empty_cells_were_taken_as_belum() -> None:
    empty = ("nib", "npwp")
    assert ImportRequest(empty_as_belum=empty).why == "sel kosong dianggap belum: nib, npwp"
    assert ImportRequest(empty_as_belum=empty, reason="rekap").why == (
        "rekap; sel kosong dianggap belum: nib, npwp"
    )
    assert ImportRequest().why is None


def test_a_bare_rat_is_of_the_book_year_before_its_day() -> None:
    assert (ON.year, ImportRequest(per=date(2027, 3, 1)).year) == (2025, 2026)
    assert ImportRequest(per=date(2027, 3, 1), book_year=2025).year == 2025


def test_a_word_that_no_cell_holds_is_said_and_stops_nothing(pusat: Office, tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\nCideng;x\nGambir;sudah\n", encoding="utf-8")
    told = pusat.good("import", path, "--arti", "x=belum", "--arti", "usaha:vakum=belum").out
    assert "--arti: tidak ada sel yang berisi `usaha:vakum`." in told
    assert "`x`." not in told
    again = pusat.good("import", path, "--arti", "x=belum", "--arti", "y=belum").out
    assert "Dibaca menurut" in again or "tidak ada sel" not in again
