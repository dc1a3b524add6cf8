"""What is due in a place, out of a real register."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.actions.session import Session
from kkmp_cli.actions.what_is_due import what_is_due
from kkmp_cli.errors import Refused
from running import Office

DAY = date(2026, 3, 10)


def test_a_kota_and_a_kecamatan_of_it(demo: Office) -> None:
    session = Session(str(demo.register), "kkmp uji")
    found = what_is_due(session, ["jakpus"], None, DAY)
    (rat,) = found.listed.jatuh_tempo
    assert (len(rat.koperasi), rat.batas, rat.belum_ada_data) == (39, "2026-03-31", 0)
    assert found.run == 25 and len(found.register) == 36
    gambir = what_is_due(session, ["jakpus"], "Gambir", DAY)
    assert gambir.place.startswith("Kecamatan Gambir")
    assert len(gambir.listed.jatuh_tempo[0].koperasi) == 6
    with pytest.raises(Refused):
        what_is_due(session, ["entah"], None, DAY)
