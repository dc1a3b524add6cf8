"""`kkmp undo`: takes a run back whole, and says how to bring it in force again."""

from __future__ import annotations

import pytest

from running import Office

pytestmark = pytest.mark.both_engines


def test_an_undo_and_the_undo_of_it(pusat: Office) -> None:
    empty = pusat.state()
    pusat.good("update", "Gambir", "Cideng", "--nib", "sudah")
    full = pusat.state()
    out = pusat.good("undo").out
    assert out.startswith("Pekerjaan 2 dibatalkan (pekerjaan 3; kembalikan: kkmp undo 3). [3-")
    assert pusat.state() == empty
    pusat.good("undo", 3)
    assert pusat.state() == full


def test_without_a_number_it_is_the_newest_in_force_that_is_no_undo(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "Gambir", "--npwp", "sudah")
    assert "Pekerjaan 3 dibatalkan" in pusat.good("undo").out
    assert "Pekerjaan 2 dibatalkan" in pusat.good("undo").out


def test_a_run_on_which_a_later_one_stands_is_refused(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    assert "2" in pusat.refused("undo", 1).err


def test_the_reason_is_kept_in_the_history(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("undo", "--alasan", "salah kelurahan")
    assert pusat.good("history", "--json").json[0]["alasan"] == "salah kelurahan"
