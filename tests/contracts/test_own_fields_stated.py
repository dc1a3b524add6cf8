"""What an office declared is stated by `add` and `update` like a built-in field."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, process

pytestmark = pytest.mark.both_engines

MARCH = ("--per", "2026-03-10")
KINDS = {
    "tahap": ("10 Maret 2026", "2026-03-10", "sudah sekali"),
    "ya_tidak": ("ada", "ya", "proses"),
    "tanggal": ("31/12/2031", "2031-12-31", "31/06/2026"),
    "jumlah": ("1.250", "1250", "12,5"),
    "rupiah": ("Rp12,5 juta", "12500000", "12,5"),
    "persen": ("45,5", "45.5%", "0,455"),
    "pilihan": ("SEWA", "Sewa", "beli"),
    "teks": ("dekat pasar", "dekat pasar", "hubungi 0812-3456-7890"),
}
"""Of each kind: a text, what is kept of it, and one that is refused."""


def declare(office: Office, kind: str) -> None:
    more = ("--pilihan", "Sewa,Pinjam") if kind == "pilihan" else ()
    office.good("field", "add", "contoh", "Contoh", "--kind", kind, "--arti", "contoh", *more)


def stated(office: Office) -> list[tuple[str, str]]:
    """Field and value of everything that is known of an own field today."""
    rows = office.state()
    values = [(row[1], row[4]) for row in rows["field_values"] if row[3] is None]
    return [
        *((name, value) for name, value in values if name.startswith("x_")),
        *((row[1], row[5] or row[4]) for row in rows["milestones"] if row[1].startswith("x_")),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_of_every_kind_is_stated_refused_emptied_and_undone(
    pusat: Office, kind: str
) -> None:
    text, kept, bad = KINDS[kind]
    declare(pusat, kind)
    before = pusat.state()
    refused = pusat.refused("update", "Cideng", "--x-contoh", bad)
    assert "--x-contoh" in refused.err
    assert "→" in refused.err
    done = pusat.good("update", "Cideng", "--x-contoh", text, *MARCH)
    assert stated(pusat) == [("x_contoh", kept)]
    assert "x-contoh" in pusat.good("history", "Cideng").out
    pusat.good("update", "Cideng", "--kosongkan", "x_contoh", *MARCH)
    assert ("x_contoh", kept) not in stated(pusat)
    pusat.good("undo")
    assert stated(pusat) == [("x_contoh", kept)]
    pusat.good("undo")
    assert pusat.state() == before
    assert "1 koperasi diperbarui" in done.out


def test_a_stage_of_the_office_has_a_plan_and_an_obstacle(pusat: Office) -> None:
    declare(pusat, "tahap")
    pusat.good("update", "Cideng", "--x-contoh-kendala", "modal", "--x-contoh-rencana", "2027-01")
    assert stated(pusat) == [("x_contoh", "terkendala")]
    pusat.good("update", "Cideng", "--x-contoh", "sudah")
    assert "sudah" in dict(stated(pusat)).values()


def test_a_cooperative_is_registered_with_what_the_office_asks(office: Office) -> None:
    office.good("add", "Gambir", "--kota", "jakpus")
    declare(office, "rupiah")
    office.good("add", "Cideng", "--kota", "jakpus", "--x-contoh", "500 ribu", *MARCH)
    assert stated(office) == [("x_contoh", "500000")]


def test_a_value_has_its_own_day(pusat: Office) -> None:
    declare(pusat, "jumlah")
    pusat.good("update", "Cideng", "--x-contoh", "5", "--x-contoh-per", "2026-01-31", *MARCH)
    rows = pusat.state()["field_values"]
    assert [row[2] for row in rows if row[1] == "x_contoh"] == ["2026-01-31"]


def test_an_unknown_field_is_refused_with_those_that_there_are(pusat: Office) -> None:
    refused = pusat.refused("update", "Cideng", "--x-omzet", "5", code=2)
    assert "`kkmp field add --help`" in refused.err
    assert "Yang ada" not in refused.err
    declare(pusat, "tahap")
    refused = pusat.refused("update", "Cideng", "--x-omzet", "5", code=2)
    assert "Yang ada: --x-contoh." in refused.err
    assert "x_contoh" in pusat.refused("update", "Cideng", "--kosongkan", "x_omzet", code=2).err
    pusat.good("field", "add", "--help")


def test_a_retired_field_and_a_retired_choice_are_offered_no_more(pusat: Office) -> None:
    declare(pusat, "pilihan")
    pusat.good("field", "update", "contoh", "--pilihan", "Wakaf", "--pensiunkan", "sewa")
    helped = pusat.good("update", "--help").out
    assert "contoh: Pinjam, Wakaf" in " ".join(helped.split())
    pusat.good("field", "retire", "contoh")
    assert "--x-contoh" not in pusat.good("update", "--help").out
    pusat.refused("update", "Cideng", "--x-contoh", "Pinjam", code=2)


def test_the_help_has_the_fields_of_the_register_that_is_named(
    pusat: Office, tmp_path: Path
) -> None:
    assert "Bidang sendiri" not in pusat.good("update", "--help").out
    declare(pusat, "jumlah")
    for verb in ("add", "update"):
        assert "--x-contoh NILAI" in pusat.good(verb, "--help").out
    elsewhere = pusat.run("update", "--help", db=tmp_path / "tidak-ada.db")
    assert (elsewhere.code, "--x-contoh" in elsewhere.out) == (0, False)


@pytest.mark.on_a_file
def test_the_shell_completes_the_options_of_the_office(pusat: Office) -> None:
    declare(pusat, "jumlah")
    done = process("kkmp update --x-", KKMP_DB=str(pusat.register), _KKMP_COMPLETE="bash")
    assert b"--x-contoh" in done.stdout


def test_a_declaration_that_has_values_cannot_be_undone_nor_removed(pusat: Office) -> None:
    declare(pusat, "jumlah")
    pusat.good("update", "Cideng", "--x-contoh", "5")
    assert "kkmp undo 3" in pusat.refused("undo", "2").err
    assert "`kkmp field retire x_contoh`" in pusat.refused("field", "remove", "contoh").err
    pusat.good("undo", "3")
    pusat.refused("field", "remove", "contoh")
    pusat.good("undo", "2")


@pytest.mark.on_a_file
def test_nothing_is_asked_of_the_register_where_no_own_field_is_named(office: Office) -> None:
    office.refused("update", "Cideng", "--nib", "sudah", code=3)
    office.refused("update", "Cideng", "--x-contoh", "5", code=2)
    assert not office.register.exists()
