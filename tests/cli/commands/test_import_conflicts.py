"""`kkmp import` beside what is recorded: numbers that change places, and conflicts."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")


def test_a_swap_of_two_numbers_is_one_import(pusat: Office, tmp_path: object) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Cideng", "--nib", "1123456789012")
    sheet = pusat.register.with_name("tukar.csv")
    sheet.write_text(
        "Kelurahan,NIB\nGambir,1123456789012\nCideng,0123456789012\n", encoding="utf-8"
    )
    pusat.good("import", sheet, *PUSAT)
    assert pusat.good("show", "Gambir", "--json").json["nib_nomor"] == "1123456789012"


def test_the_command_of_a_conflict_applies_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "sudah", "--rat", "sudah", "--per", "2026-01-31")
    sheet = pusat.register.with_name("konflik.csv")
    sheet.write_text(
        "Kelurahan,Usaha,Kendala,RAT TB 2025\nGambir,terkendala,kurang modal,belum\n",
        encoding="utf-8",
    )
    found = pusat.good("import", sheet, *PUSAT, "--per", "2026-02-28", "--json").json
    conflicts = found["berkas"][0]["rincian_konflik"]
    assert not found["ditulis"]
    commands = [
        word
        for conflict in conflicts
        for word in conflict.values()
        if str(word).startswith("kkmp update")
    ]
    assert len(commands) == len(conflicts) == 3
    import shlex

    for command in commands:
        pusat.good(*shlex.split(command)[1:])
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["usaha"], shown["rat_2025"]) == ("terkendala", "belum")
    assert shown["usaha_kendala"].startswith("modal")
