"""What a cell may hold is proposed where only one thing can be meant; what an answer makes bad is
asked too.
"""

from __future__ import annotations

from pathlib import Path

from running import Office
from talks import CELL, CHOICE, EMPTIES, WRITE, sheet_of, talk


def test_a_plan_in_a_column_of_states_is_taken_by_enter(pusat: Office, tmp_path: Path) -> None:
    path = sheet_of(tmp_path, "Kelurahan;Usaha\nCideng;Desember 2099\nGambir;belum\n")
    told = talk(pusat, path, (CHOICE, ""), (CELL, ""), (EMPTIES, ""), (WRITE, "y"))
    assert "Isi yang benar [Enter untuk `Rencana Desember 2099`]: " in told
    cideng = pusat.good("show", "Cideng", "--json").json
    assert (cideng["usaha"], cideng["usaha_rencana"]) == (None, "2099-12")


def test_a_cell_that_the_answer_contradicts_is_asked_about(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;Usaha;Tgl Usaha\nCideng;x 5 x;10/3/2026\nGambir;belum;\n"
    steps = ((CHOICE, ""), (CELL, "belum"), (CELL, "-"), (WRITE, "y"))
    told = talk(pusat, sheet_of(tmp_path, text), *steps)
    assert "keadaannya ditulis belum, tetapi kolom ini berisi 2026-03-10" in told
    assert pusat.good("show", "Cideng", "--json").json["usaha"] == "belum"


def test_a_number_that_another_cooperative_holds_is_typed_anew(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Kartini", "--nib", "0220012345678")
    text = "Kelurahan;NIB\nCideng;0220012345678\nGambir;belum\n"
    steps = ((CHOICE, ""), (CELL, "0220012345678"), (CELL, "0220012345679"), (WRITE, "y"))
    told = talk(pusat, sheet_of(tmp_path, text), *steps)
    assert told.count("Kartini") >= 2
    assert pusat.good("show", "Cideng", "--json").json["nib_nomor"] == "0220012345679"


def test_what_is_of_a_person_is_not_shown(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;Ketua;Telepon;NIB\nCideng;Siti Rahasia;08x123;v\nGambir;;;belum\n"
    steps = ((CHOICE, ""), (CELL, "081234567890"), (WRITE, "y"))
    told = talk(pusat, sheet_of(tmp_path, text), *steps)
    assert "Ketua: (data pribadi) · NIB: v" in told
    assert "C2 Telepon: (data pribadi)" in told
    assert "Rahasia" not in told
    assert "08x123" not in told


def test_a_row_that_no_cell_mends_can_only_be_left_out(pusat: Office, tmp_path: Path) -> None:
    text = "Kelurahan;NIB\nCideng;sudah;lebih\nGambir;belum\nKartini;sudah\n"
    leave = "Tidak dapat dibetulkan di sini; ketik lewati: "
    steps = ((CHOICE, ""), (leave, "x"), (leave, "lewati"), (WRITE, "y"))
    talk(pusat, sheet_of(tmp_path, text), *steps, code=1)
    assert pusat.good("show", "Cideng", "--json").json["nib"] is None
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "belum"
