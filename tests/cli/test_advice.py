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
