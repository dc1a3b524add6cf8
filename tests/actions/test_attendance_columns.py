"""An attendance list in the columns that offices use: recaps, organs, presence and absence."""

from __future__ import annotations

import pytest

from attending import CIDENG, GAMBIR, came, held, sheet  # noqa: F401 - a fixture
from running import Office, count

RECAP = (
    "No;Kelurahan;Jumlah\n1;Gambir;2\n2;Cideng;0\n3;Petojo Utara;-\n4;Petojo Selatan;\nJUMLAH;;3\n"
)


def test_a_recap_counts_nobody_where_it_says_nought_or_nothing(held: Office) -> None:
    done = held.good("training", "import", "1", sheet(held, RECAP))
    assert (
        "1 koperasi, 2 orang dicatat hadir; 3 baris tanpa peserta dilewati: Cideng, Petojo "
        "Utara, Petojo Selatan "
        "(pekerjaan 3; batalkan: kkmp undo 3). ["
    ) in done.out
    assert came(held) == {GAMBIR: (2, None)}


def test_the_number_of_the_closing_row_is_compared(held: Office) -> None:
    done = held.good("training", "import", "1", sheet(held, RECAP))
    assert 'C6: baris jumlah menulis 3 untuk "Jumlah", yang terbaca 2.\n' in done.out
    good = RECAP.replace("JUMLAH;;3", "JUMLAH;;2")
    assert "baris jumlah" not in held.good("training", "import", "1", sheet(held, good)).out


def test_totals_of_parts_and_of_the_whole_agree(held: Office) -> None:
    text = "Kelurahan;Jumlah\nGambir;2\nJumlah;2\nCideng;1\nJumlah;1\nJUMLAH SELURUHNYA;3\n"
    assert "baris jumlah" not in held.good("training", "import", "1", sheet(held, text)).out

    wrong = held.good(
        "training", "import", "1", sheet(held, text.replace("SELURUHNYA;3", "SELURUHNYA;9"))
    ).out
    assert 'B6: baris jumlah menulis 9 untuk "Jumlah", yang terbaca 3.\n' in wrong
    absent = text.replace("JUMLAH SELURUHNYA;3", "Jumlah tidak hadir;7")
    assert "baris jumlah" not in held.good("training", "import", "1", sheet(held, absent)).out


def test_a_recorded_attendance_that_a_list_denies_is_told_and_kept(held: Office) -> None:
    held.good("training", "attend", "1", "Cideng", "--pengurus", 2)
    done = held.good("training", "import", "1", sheet(held, RECAP))
    assert (
        "Bertentangan dengan catatan, tidak diubah (1):\n  Cideng: tercatat hadir (2 "
        "pengurus); menurut" in done.out
    )
    assert came(held) == {GAMBIR: (2, None), CIDENG: (2, None)}
    command = done.out.partition("hapus: kkmp ")[2].partition("\n")[0]
    gone = held.good(*command.split()).out
    assert gone.startswith(
        "  Cideng: hadir (2 pengurus) → tidak hadir\n"
        "Kehadiran 1 koperasi di pelatihan 1 dihapus (pekerjaan 5; batalkan: kkmp undo 5). [5-"
    )
    assert came(held) == {GAMBIR: (2, None)}
    held.good("undo", 5)
    assert came(held) == {GAMBIR: (2, None), CIDENG: (2, None)}


def test_a_list_of_which_nobody_came_records_nothing(held: Office) -> None:
    runs = count(held.register, "runs")
    done = held.good(
        "training", "import", "1", sheet(held, "kelurahan;jumlah\nGambir;0\nCideng;\n")
    )
    assert (
        "Pelatihan 1: tidak ada yang hadir; 2 baris tanpa peserta dilewati: Gambir, Cideng.\n"
        in done.out
    )
    assert count(held.register, "runs") == runs


def test_a_form_with_places_for_names_counts_those_that_are_filled_in(held: Office) -> None:
    text = (
        "No;Nama;Jabatan;Kelurahan;Tanda Tangan\n1;Siti;Ketua;Gambir;1.\n2;;Sekretaris;Gambir;2.\n"
        "3;;Ketua;Cideng;3.\n4;;;;4.\n5;;;;5.\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 baris tanpa peserta dilewati: Gambir (baris 3), Cideng" in done.out
    assert came(held) == {GAMBIR: (1, None)}


def test_pengurus_and_pengawas_are_columns_of_counts(held: Office) -> None:
    text = (
        "Kelurahan;Pengurus;Pengawas;Jumlah\nGambir;2;1;3\nCideng;1;0;1\nPetojo "
        "Utara;;;\nJUMLAH;3;1;4\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert (
        "2 koperasi, 4 orang dicatat hadir; 1 baris tanpa peserta dilewati: Petojo Utara"
        in done.out
    )
    assert "Organ tidak" not in done.out and "baris jumlah" not in done.out
    assert came(held) == {GAMBIR: (2, 1), CIDENG: (1, 0)}


def test_the_columns_of_organs_do_without_a_sum_and_stand_below_a_group(held: Office) -> None:
    text = (
        "No;Kelurahan;Jumlah "
        "Peserta;;\n;;Pengurus;Pengawas;Total\n(1);(2);(3);(4);(5)\n1;Gambir;2;1;3\n"
    )
    held.good("training", "import", "1", sheet(held, text))
    held.good(
        "training", "import", "1", sheet(held, "Kelurahan;Pengurus;Pengawas\nCideng;-;1\n", "b.csv")
    )
    assert came(held) == {GAMBIR: (2, 1), CIDENG: (None, 1)}


def test_a_sum_beside_the_organs_that_is_another_is_an_error(held: Office) -> None:
    text = "Kelurahan;Pengurus;Pengawas;Jumlah\nGambir;2;1;4\nCideng;2;;\n"
    done = held.refused("training", "import", "1", sheet(held, text))
    assert (
        "baris 2 (D2) Jumlah `4`: jumlah ini tidak sama dengan pengurus 2 + pengawas 1. Betulkan"
        in done.err
    )


def test_a_number_of_no_organ_is_said_to_be_taken_for_pengurus(held: Office) -> None:
    done = held.good("training", "import", "1", sheet(held, "kelurahan;jumlah\nGambir;2\n"))
    assert "Organ tidak disebut; dicatat sebagai pengurus.\n" in done.out
    named = held.good(
        "training", "import", "1", sheet(held, "kelurahan;jabatan;jumlah\nGambir;ketua;1\n")
    )
    assert "Organ tidak" not in named.out


def test_the_columns_that_are_read_and_those_that_are_not_are_said(held: Office) -> None:
    text = (
        "DAFTAR HADIR\nNo;Nama Peserta;Jabatan;Kelurahan;No. HP;TTD\n1;Siti;Ketua;Gambir;0811;1.\n"
    )
    told = held.good("training", "import", "1", sheet(held, text)).out.splitlines()
    assert told[0].endswith("hadir.csv: judul di baris 2, 1 baris data")
    assert (
        told[1] == "  Dibaca: Nama Peserta → nama, Jabatan → organ, Kelurahan · diabaikan: No, TTD"
    )
    assert told[2] == '  Kolom E "No. HP" tidak dikenal, tidak dibaca'


@pytest.mark.parametrize("heading", ["Hadir", "Kehadiran", "Keterangan hadir"])
def test_who_was_not_there_is_not_counted(held: Office, heading: str) -> None:
    text = (
        f"Nama;Jabatan;Kelurahan;{heading}\nSiti;Ketua;Gambir;hadir\nBudi;Lurah;Gambir;Sakit\n"
        "Wati;Ketua;Cideng;alpa\nTono;Ketua;Petojo Utara;✓\nAndi;Ketua;Petojo Selatan;\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 koperasi, 2 orang" in done.out
    assert "3 baris tanpa peserta dilewati: Gambir (baris 3), Cideng, Petojo Selatan" in done.out
    assert came(held) == {GAMBIR: (1, None), "31.71.01.1003": (1, None)}


def test_where_only_absence_is_marked_the_others_came(held: Office) -> None:
    text = (
        "Nama;Jabatan;Kelurahan;Keterangan "
        "hadir\nSiti;Ketua;Gambir;\nWati;Ketua;Cideng;izin (dinas)\n"
    )
    held.good("training", "import", "1", sheet(held, text))
    assert came(held) == {GAMBIR: (1, None)}


def test_the_presence_of_a_kelurahan_is_read_without_names(held: Office) -> None:
    held.good(
        "training",
        "import",
        "1",
        sheet(held, "Kelurahan;Hadir\nGambir;ya\nCideng;tidak\nPetojo Utara;\n"),
    )
    assert came(held) == {GAMBIR: (None, None)}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("diwakili", "kata ini tidak dikenal"),
        ("x", "kata ini tidak dikenal"),
        ("3", "Bila ini jumlah orang"),
    ],
)
def test_another_word_in_the_column_of_presence_is_an_error_of_the_cell(
    held: Office, word: str, said: str
) -> None:
    done = held.refused(
        "training", "import", "1", sheet(held, f"Kelurahan;Hadir\nGambir;ya\nCideng;{word}\n")
    )
    assert f"baris 3 (B3) Hadir `{word}`: " in done.err and said in done.err


def test_absence_beside_a_number_is_an_error(held: Office) -> None:
    text = "Kelurahan;Jumlah;Hadir\nGambir;2;tidak\n"
    assert "baris 2 (C2)" in held.refused("training", "import", "1", sheet(held, text)).err


def test_column_numbers_and_rows_of_a_kecamatan_are_no_data(held: Office) -> None:
    text = (
        "REKAP\nNo;Kelurahan;Jumlah\n1;2;3\nI;Kec. Gambir;\n1;Gambir;2\n;KECAMATAN "
        "MENTENG;\n1;Menteng;1\n"
        "II;Senen;\n1;Kwitang;4\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert "3 koperasi, 7 orang" in done.out


def test_an_unknown_kecamatan_is_an_error(held: Office) -> None:
    text = "Kelurahan;Jumlah\nKec. Gambri;\nGambir;2\n"
    assert "baris 2 (A2)" in held.refused("training", "import", "1", sheet(held, text)).err


def test_the_column_of_cooperatives_names_the_kelurahan(held: Office) -> None:
    held.good("training", "import", "1", sheet(held, "Nama Koperasi;Jumlah\nKKMP Gambir;2\n"))
    assert came(held) == {GAMBIR: (2, None)}


def test_two_columns_of_one_meaning_are_refused(held: Office) -> None:
    done = held.refused(
        "training", "import", "1", sheet(held, "Kelurahan;Jumlah;Total\nGambir;1;2\n")
    )
    assert "B (Jumlah) dan C (Total) sama-sama berarti `jumlah`" in done.err


def test_an_error_ends_with_one_sign(held: Office) -> None:
    done = held.refused("training", "import", "1", sheet(held, "kelurahan;jumlah\nGambirr;2\n"))
    assert "?." not in done.err and ".." not in done.err and "(31.71.01.1001)? " in done.err


def test_remarks_that_only_say_who_was_absent_are_read_as_presence(held: Office) -> None:
    text = (
        "Nama;Jabatan;Kelurahan;Ket.\nSiti;Ketua;Gambir;\nWati;Ketua;Cideng;Sakit\nTono;Lurah;Gambir;izin "
        "(dinas)\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert (
        "Ket. → hadir" in done.out
        and "2 baris tanpa peserta dilewati: Cideng, Gambir (baris 4)" in done.out
    )
    assert came(held) == {GAMBIR: (1, None)}


def test_remarks_on_other_things_are_not_read(held: Office) -> None:
    text = (
        "Nama;Jabatan;Kelurahan;Keterangan\nSiti;Ketua;Gambir;sakit\nWati;Ketua;Cideng;pulang "
        "lebih awal\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert (
        'Kolom D "Keterangan" tidak dikenal, tidak dibaca' in done.out
        and "2 koperasi, 2 orang" in done.out
    )


@pytest.mark.parametrize("headings", ["Hadir;Tidak Hadir", "Ya;Tidak"])
def test_a_tick_under_tidak_hadir_counts_nobody(held: Office, headings: str) -> None:
    text = (
        f"No;Nama;Jabatan;Kelurahan;Kehadiran;\n;;;;{headings}\n"
        "1;Siti;Ketua;Gambir;{0};\n2;Wati;Ketua;Cideng;;v\n"
    )
    for tick in ("v", ""):
        done = held.good("training", "import", "1", sheet(held, text.format(tick)))
        assert (
            "1 koperasi, 1 orang" in done.out
            and "1 baris tanpa peserta dilewati: Cideng" in done.out
        )
    assert came(held) == {GAMBIR: (1, None)}
    both = held.refused(
        "training", "import", "1", sheet(held, "Kelurahan;Hadir;Tidak hadir\nGambir;v;v\n")
    )
    assert "baris 2 (C2)" in both.err


def test_the_number_of_those_who_were_not_there_counts_nobody_out(held: Office) -> None:
    text = "Kelurahan;Jumlah Hadir;Tidak Hadir\nGambir;2;3\nCideng;0;5\n"
    held.good("training", "import", "1", sheet(held, text))
    assert came(held) == {GAMBIR: (2, None)}
