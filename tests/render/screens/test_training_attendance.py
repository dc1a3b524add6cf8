"""What was read of an attendance list, in words; no name of a person among them."""

from __future__ import annotations

from kkmp_cli.errors import Problem
from kkmp_cli.importing import attendance
from kkmp_cli.importing.attendance import Attended
from kkmp_cli.render.screens import training_attendance as screen
from office_sheets import AREAS, INDEX, sheet_of


def read(text: str) -> Attended:
    return attendance.read(sheet_of(text, "hadir.csv"), INDEX, "31.71")


PEOPLE = "No;Kelurahan;Nama;Jabatan;Paraf\n1;Gambir;Siti Rahasia;Ketua;x\n2;Gambir;Siti Rahasia;Ketua;x\n3;Cideng;;;\n"


def test_the_columns_come_first_and_who_stands_twice_is_told_by_row() -> None:
    told = [*screen.as_lines(read(PEOPLE))]
    assert told[0] == "hadir.csv: judul di baris 1, 3 baris data"
    assert told[1].startswith("  Dibaca: Kelurahan, Nama, Jabatan → organ · diabaikan: No, Paraf")
    assert told[-1].startswith("1 baris berisi nama yang sudah ada di kelurahan yang sama")
    assert told[-1].endswith("baris 3 (= baris 2).")
    assert "Rahasia" not in "".join(told)


def test_the_result_says_what_was_done_and_who_was_passed_over() -> None:
    found = read(PEOPLE)
    assert screen.result(found, None).startswith("1 koperasi, 1 orang akan dicatat hadir; ")
    assert screen.result(found, True).startswith("1 koperasi, 1 orang dicatat hadir; ")
    assert screen.result(found, False).startswith("1 koperasi, 1 orang sudah tercatat hadir; ")
    assert screen.skipped(found) == "1 baris tanpa peserta dilewati: Cideng"
    assert screen.result(read("Kelurahan;Jumlah\nGambir;0"), True).startswith(
        "tidak ada yang hadir"
    )


def test_a_count_without_an_organ_is_said_to_be_of_the_board() -> None:
    told = [*screen.as_lines(read("Kelurahan;Jumlah\nGambir;2\nCideng;3\nJUMLAH;6"))]
    assert "Organ tidak disebut; dicatat sebagai pengurus." in told
    assert any("menulis 6" in line and line.endswith("terbaca 5.") for line in told)


def test_a_recorded_attendance_that_the_list_denies_comes_with_its_command() -> None:
    found = read("Kelurahan;Hadir\nGambir;tidak hadir")
    (area,) = found.nobody
    held = {area.id: {"pengurus": 2, "pengawas": None}}
    told = [*screen.contradicting(found, held, 7)]
    assert told[1].startswith("  Gambir: tercatat hadir (2 pengurus); menurut berkas tidak ada")
    assert told[2] == f"    hapus: kkmp training attend 7 {area.kode} --tidak-hadir"
    assert [*screen.contradicting(found, {}, 7)] == []


def test_numbers_said_anew_and_bad_rows() -> None:
    assert [*screen.replaced([(AREAS[0], "pengurus", 3, 1_000)], True)] == [
        "1 jumlah yang tercatat akan diganti:",
        f"  {AREAS[0].kelurahan}: pengurus 3 → 1.000",
    ]
    assert [*screen.replaced([])] == []
    bad = Problem(2, "Jumlah", "B2", "x", "bukan bilangan", "Tulis angka.", "hadir.csv")
    assert [*screen.problems([bad])][1] == (
        "  baris 2 (B2) Jumlah `x`: bukan bilangan. Tulis angka."
    )
