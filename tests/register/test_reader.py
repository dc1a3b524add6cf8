"""Questions to a register at one moment."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.register import heads
from kkmp_cli.register.reader import open_reader
from running import Office


def test_areas_below_a_code_are_ordered_and_found_by_it(pusat: Office) -> None:
    with open_reader(str(pusat.register)) as register:
        areas = register.areas("31.71")
        assert len(areas) == 44 == register.registered_count() == len(register.registered_ids())
        assert areas == sorted(areas, key=lambda area: area.kode)
        assert register.area(areas[0].kode) == areas[0]
        assert register.area("31.71.99.9999") is None
        assert register.areas_among([areas[3].id, areas[1].id]) == [areas[1], areas[3]]
        assert [code for code, _ in register.registered_kota()] == ["31.71"]
        assert len(register.kota_names()) > 1


def test_the_head_tells_whether_anything_was_recorded(pusat: Office) -> None:
    newest = []
    for arguments in ((), ("update", "Gambir", "--nib", "sudah")):
        if arguments:
            pusat.good(*arguments)
        with open_reader(str(pusat.register)) as register:
            newest.append(heads.head(register))
    assert [head and head[0] for head in newest] == [1, 2]
    assert newest[0] != newest[1]


def test_a_number_tells_who_holds_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    with open_reader(str(pusat.register)) as register:
        numbers = register.numbers()
        assert numbers["nib", "", "0123456789012"].kelurahan == "Gambir"
        assert [*numbers] == [("nib", "", "0123456789012")]
        assert len(numbers) == 1
        with pytest.raises(KeyError):
            numbers["nib", "", "9999999999999"]


def test_a_snapshot_of_today_is_that_of_the_log(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        for prefixes in (None, ["31.71"], []):
            today = register.snapshot(prefixes)
            assert register.snapshot(prefixes, known_at=date(2999, 1, 1)) == today


def test_reading_makes_no_file(office: Office) -> None:
    with pytest.raises(Unusable, match="tidak ada"), open_reader(str(office.register)):
        pass
    assert not office.register.exists()


def test_a_report_of_a_past_day_knows_as_of_which_day_an_own_number_was(pusat: Office) -> None:
    pusat.good("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan sebulan")
    for amount, per in (
        ("5 juta", "2026-03-31"),
        ("5 juta", "2026-05-31"),
        ("6 juta", "2026-07-31"),
    ):
        pusat.good("update", "Cideng", "--kota", "jakpus", "--x-omzet", amount, "--per", per)
    with open_reader(str(pusat.register)) as register:
        snapshot = register.snapshot(["31.71"], day="2026-06-30")
    cideng = next(one for one in snapshot.cooperatives if one.area.kelurahan == "Cideng")
    assert cideng.day_of("x_omzet", "2026-06-30") == "2026-05-31"
