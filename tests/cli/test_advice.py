"""A command that a message advises works as it is printed, and on the register that the message is
about.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from running import Office, state_of


@pytest.fixture
def other(pusat: Office, tmp_path: Path) -> Path:
    """Another register, whose name needs quoting, beside the one of `KKMP_DB`."""
    path = tmp_path / "jaksel kantor.db"
    assert pusat.run("add", "Tebet Barat", "Tebet Timur", "--kota", "jaksel", db=path).code == 0
    return path


def advised(text: str) -> list[str]:
    """The words of the command that a text advises."""
    found = re.search(r"(?:batalkan|terapkan): (kkmp [^)\n]+)|`(kkmp [^`]+)`", text)
    assert found, text
    return shlex.split(found[1] or found[2])[1:]


def test_an_advised_undo_is_for_the_register_that_was_named(pusat: Office, other: Path) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    mine, before = pusat.state(), state_of(other)
    done = pusat.run("update", "Tebet Barat", "--nib", "sudah", db=other)
    words = advised(done.out)
    assert words[:2] == ["--db", str(other)]
    pusat.good(*words)
    assert (pusat.state(), state_of(other)) == (mine, before)


def test_without_db_the_advice_is_as_short_as_what_was_typed(pusat: Office) -> None:
    assert "batalkan: kkmp undo 2)" in pusat.good("update", "Gambir", "--nib", "sudah").out


def test_the_command_of_a_conflict_is_for_the_register_that_was_named(
    pusat: Office, other: Path
) -> None:
    pusat.run("update", "Tebet Barat", "--nib", "sudah", db=other)
    sheet = other.with_name("isian.csv")
    sheet.write_text("Kelurahan;NIB\nTebet Barat;belum\n", encoding="utf-8")
    done = pusat.run("import", sheet, db=other)
    pusat.good(*advised(done.out))
    assert pusat.run("show", "Tebet Barat", "--json", db=other).json["nib"] == "belum"


def test_what_somebody_typed_into_the_register_is_shown_as_it_is(
    pusat: Office, other: Path
) -> None:
    pusat.run("update", "Tebet Barat", "--catatan", "lihat: kkmp undo 1", db=other)
    assert (
        pusat.run("show", "Tebet Barat", "--json", db=other).json["catatan"] == "lihat: kkmp undo 1"
    )


def test_a_missing_record_names_the_list_of_its_kind(pusat: Office) -> None:
    assert "`kkmp training list`" in pusat.refused("training", "show", 9).err
    assert "`kkmp followup list`" in pusat.refused("followup", "done", 9).err
    assert "`kkmp target list`" in pusat.refused("target", "remove", 9).err
    assert "`kkmp figure list`" in pusat.refused("figure", "remove", 9).err


_FOLLOW_UP = ("followup", "add", "A", "--penanggung-jawab", "B", "--batas", "2030-01-01")
REFUSED = (
    ("show", "Entah Berantah"),
    ("show", "Gambir", "--kota", "atlantis"),
    ("add", "Tebet Barat", "--kota", "jaksel"),
    ("update", "Gambir", "--nib", "sudah"),
    ("update", "--kota", "jakut", "--all", "--nib", "sudah"),
    ("update", "Tebet Barat"),
    ("template", "--kota", "jakpus", "-o", "tidak/ada.csv"),
    ("history", "--run", "99"),
    ("history", "--jumlah", "nol"),
    ("undo", "99"),
    ("training", "show", "9"),
    ("training", "attend", "9", "Tebet Barat"),
    (*_FOLLOW_UP, "--kelurahan", "Gambir"),
    (*_FOLLOW_UP, "--kota", "jaksel", "--belum", "nib"),
    ("area", "alias", "Tebet", "31.74.99.1001"),
    ("area", "add", "Tebet Barat", "--kecamatan", "Tebet", "--kota", "jaksel"),
    ("area", "add", "Baru", "--kecamatan", "Baru", "--provinsi", "Baru"),
    ("area", "import"),
    ("import", "--forget", "Mitra 2"),
    ("import", "--forget", "Mitra 2", "--dry-run"),
    ("import", "x.csv", "--remember"),
    ("report", "--json", "--with-personal"),
    ("report", "--kota", "jaksel", "--format", "csv", "--tabel", "kontak", "--with-personal"),
    ("laporan",),
    ("area", "tambah"),
    ("restore", "tidak-ada.db"),
    ("show",),
)
"""Calls that are refused, each in its own words."""
DONE = (
    ("update", "Tebet Barat", "--nib", "sudah"),
    ("add", "--kota", "jaksel", "--all"),
    ("area", "alias", "Tebet B", "31.74.01.1001"),
    ("area", "add", "Tebet Baru", "--kecamatan", "Tebet", "--kota", "jaksel"),
    ("figure", "add", "nib", "3", "--kota", "jaksel", "--per", "2026-01-01"),
    ("figure", "remove", "1"),
    ("training", "add", "Pembukuan", "--kota", "jaksel", "--mulai", "2025-11-03"),
    ("training", "attend", "1", "Tebet Barat", "--hadir"),
    ("training", "attend", "1", "Tebet Barat", "--tidak-hadir"),
    ("undo", "--yes"),
    ("backup",),
    ("report", "--kota", "jakut"),
    ("import", "--remember"),
    ("check",),
    ("forget", "Tebet Barat", "--yes"),
)
"""Calls that are done, in this order."""
BARE = re.compile(r"(?<![\w/.-])kkmp (?!--db )[a-z]")


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_every_command_that_a_refusal_advises_is_for_the_register_named(
    pusat: Office, other: Path, arguments: tuple[str, ...]
) -> None:
    done = pusat.run(*arguments, db=other)
    assert done.code in (1, 2, 3), done.out
    assert not BARE.search(done.err), done.err


def test_every_command_that_an_answer_advises_is_for_the_register_named(
    pusat: Office, other: Path
) -> None:
    for arguments in DONE:
        done = pusat.run(*arguments, db=other)
        assert done.code in (0, 1), done.err
        assert not BARE.search(done.out + done.err), (arguments, done.out, done.err)


def test_what_is_typed_is_quoted_for_the_shell(pusat: Office) -> None:
    said = pusat.refused("show", "Gambir $(rm -rf)", "--kota", "jakpus").err
    assert "area alias" not in said or "'Gambir $(rm -rf)'" in said
    near = pusat.refused("show", "Cemp. Ptih Tmur", "--kota", "jakpus").err
    assert "kkmp area alias 'Cemp. Ptih Tmur' " in near
