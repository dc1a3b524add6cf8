"""`kkmp forget`: what went, and where a copy may hold it still."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office


@pytest.fixture
def known(pusat: Office) -> Office:
    """A desk where the ketua of Gambir is recorded."""
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu", "--telepon=081234567890")
    return pusat


def test_it_says_whose_and_how_many_and_never_what(known: Office) -> None:
    done = known.good("forget", "Gambir")
    assert done.out.startswith(
        "Data pribadi Gambir (31.71.01.1001) dihapus dari register: 2 nilai (pekerjaan 3 mencatatnya "
        "tanpa nilainya). [3-"
    )
    assert "Siti" not in done.err


def test_a_backup_that_holds_it_is_named_with_the_command_for_it(
    known: Office, tmp_path: Path
) -> None:
    known.good("backup")
    (copy,) = known.register.parent.glob("*cadangan*.db")
    done = known.good("forget", "Gambir")
    assert f"Cadangan masih memuatnya: {copy}" in done.err
    assert f"kkmp --db {copy} forget 31.71.01.1001" in done.err


def test_where_nothing_is_recorded_nothing_is_written(known: Office) -> None:
    assert "Tidak ada data pribadi Cideng" in known.good("forget", "Cideng").out
    assert len(known.good("history", "--json").json) == 2


def test_other_values_of_the_cooperative_stay(known: Office) -> None:
    known.good("update", "Gambir", "--nib", "sudah")
    known.good("forget", "Gambir")
    assert known.good("show", "Gambir", "--json").json["nib"] == "sudah"
