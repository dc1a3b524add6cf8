"""Which rows a workbook to be edited has."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.edit_sheet import Wanted, edit_sheet
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from running import Office


@pytest.fixture
def session(pusat: Office) -> Session:
    return Session(str(pusat.register), "kkmp uji")


def test_it_shows_those_that_pass_and_says_where_they_are(session: Session) -> None:
    wanted = Wanted("jakpus", "Gambir", "2026-03-10", personal=False)
    sheet = edit_sheet(session, wanted, lambda every: every[:2])
    assert sheet.place == "Kota Administrasi Jakarta Pusat, Kecamatan Gambir"
    assert [line.area.id for line in sheet.lines] == [*sheet.shown]
    assert len(sheet.lines) == 2


def test_no_row_is_no_sheet(session: Session) -> None:
    with pytest.raises(Refused):
        edit_sheet(session, Wanted(None, None, "2026-03-10", personal=False), lambda _: [])
