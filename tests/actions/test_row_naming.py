"""Rows are named as the import names them; a name is kept for good only where it is nobody else's."""

from __future__ import annotations

from kkmp_cli.actions.import_sheets import ImportRequest
from kkmp_cli.actions.row_naming import row_naming
from kkmp_cli.actions.session import Session
from running import Office


def test_names_of_this_call_are_known_and_those_of_others_are_not_kept(pusat: Office) -> None:
    session = Session(str(pusat.register), "kkmp uji")
    request = ImportRequest(kota="jakpus", spellings=(("Cidengg", "31.71.01.1002"),))
    naming = row_naming(session, request)
    assert naming.kota == "31.71"
    assert naming.areas.find("Cidengg", None, None, naming.kota).kelurahan == "Cideng"
    assert naming.may_be_kept("Gambirr", "31.71.01.1001")
    assert not naming.may_be_kept("Gambir", "31.71.01.1002")
    assert not naming.may_be_kept("Cidengg", "31.71.01.1001")
