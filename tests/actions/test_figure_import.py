"""A sheet of published figures against a register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.actions.figure_import import FigureRequest, knows, preview, record
from kkmp_cli.actions.session import Session
from running import Office

REQUEST = FigureRequest(kota="jakpus", per=date(2026, 3, 10), source="X")


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def published(folder: Path, *rows: str) -> sheets.Sheet:
    path = folder / "a.csv"
    path.write_text("\n".join(("kelurahan,nib_count,anggota", *rows)), encoding="utf-8")
    return sheets.read(path)


def test_a_figure_is_known_again_by_indicator_cooperative_day_and_source(
    session: Session, tmp_path: Path
) -> None:
    first = published(tmp_path, "Cideng,1,20")
    assert record(session, first, REQUEST)
    assert record(session, first, REQUEST) is None
    planned = preview(session, published(tmp_path, "Cideng,0,20"), REQUEST)
    assert (planned.total, planned.same, planned.new) == (1, 1, ())
    assert [value for _, value in planned.changed] == ["belum"]
    later = preview(session, first, REQUEST._replace(per=date(2026, 4, 10)))
    assert len(later.new) == 2
    assert len(preview(session, first, REQUEST._replace(source="Y")).new) == 2


def test_a_sheet_with_a_bad_cell_records_nothing(session: Session, tmp_path: Path) -> None:
    bad = published(tmp_path, "Cideng,1,20", "Gambir,1,banyak")
    assert preview(session, bad, REQUEST).problems
    assert record(session, bad, REQUEST) is None


def test_its_headings_are_known_where_a_sheet_is_chosen(session: Session) -> None:
    is_known = knows(session, ("Warna=nib",))
    assert is_known("npwp_count")
    assert is_known("Warna")
    assert not is_known("Bulan")
