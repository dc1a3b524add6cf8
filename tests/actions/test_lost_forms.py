"""What the register has held of the rows of a form, by its day of issue."""

from __future__ import annotations

from datetime import date

from kkmp_cli.actions.lost_forms import held_by
from kkmp_cli.importing.printed_form import Printed
from kkmp_cli.register.reader import open_reader
from kkmp_cli.sheets import Sheet
from running import Office


def test_every_value_of_a_day_up_to_that_of_issue_may_stand_in_it(pusat: Office) -> None:
    for per, count in {"2026-01-10": "175", "2026-02-10": "210", "2026-04-10": "240"}.items():
        pusat.good("update", "Cideng", "--anggota", count, "--per", per)
    rows = [(1, ["Kode"]), (2, ["31.71.01.1002"]), (3, ["31.71.01.1001"]), (4, [])]
    sheet = Sheet("isian.csv", None, "utf-8", ";", rows)
    with open_reader(str(pusat.register)) as register:
        held = held_by(register, Printed(sheet, date(2026, 3, 1)))
    assert held["31.71.01.1002"]["anggota"] == {"175", "210"}
    assert "anggota" not in held["31.71.01.1001"]
