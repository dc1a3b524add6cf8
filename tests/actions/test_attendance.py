"""`kkmp training import`: an attendance list is counted, and no name is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, count


@pytest.fixture
def held(pusat: Office) -> Office:
    """A desk with one training of Jakarta Pusat."""
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-11-03")
    return pusat


def came(office: Office) -> dict[str, tuple[int | None, int | None]]:
    rows = office.good("training", "show", "1", "--json").json["hadir"]
    return {row["kode"]: (row["pengurus"], row["pengawas"]) for row in rows}


def sheet(office: Office, text: str, name: str = "hadir.csv") -> Path:
    path = office.register.with_name(name)
    path.write_text(text, encoding="utf-8")
    return path


GAMBIR, CIDENG = "31.71.01.1001", "31.71.01.1002"


def test_names_are_counted_by_jabatan_and_never_kept(held: Office) -> None:
    text = (
        "DAFTAR HADIR\nNo;Nama;Jabatan;Kelurahan\n1;Siti "
        "Rahma;Ketua;Gambir\n2;Budi;Bendahara;Gambir\n"
        "3;Pak Lurah;Lurah;Gambir\n4;Wati;Sekretaris;Kel. Cideng\nJUMLAH;4;;\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 koperasi, 4 orang" in done.out
    assert came(held) == {GAMBIR: (2, 1), CIDENG: (1, None)}
    assert "Siti" not in held.register.read_bytes().decode("latin-1")


def test_numbers_per_organ_are_taken_as_they_are(held: Office) -> None:
    held.good(
        "training",
        "import",
        "1",
        sheet(held, f"kode,organ,jumlah\n{GAMBIR},pengurus,3\n{GAMBIR},pengawas,1\n"),
    )
    assert came(held) == {GAMBIR: (3, 1)}


def test_presence_alone_keeps_the_number_unknown(held: Office) -> None:
    held.good("training", "import", "1", sheet(held, "kelurahan\nGambir\nCideng\n"))
    assert came(held) == {GAMBIR: (None, None), CIDENG: (None, None)}


def test_every_bad_row_is_told_with_its_place_and_nothing_is_written(held: Office) -> None:
    text = "kelurahan,jabatan,jumlah\nGambirr,ketua,1\nGambir,tukang,1\nCideng,ketua,dua\n,ketua,1\nGambir,ketua,1\n"
    done = held.refused("training", "import", "1", sheet(held, text))
    for place in ("baris 2 (A2)", "baris 3 (B3)", "baris 4 (C4)", "baris 5 (A5)"):
        assert place in done.err
    assert "4 baris" in done.err


def test_the_same_list_twice_records_one_run_and_a_run_can_be_undone(held: Office) -> None:
    file = sheet(held, "kelurahan,jabatan\nGambir,Ketua\n")
    held.good("training", "import", "1", file)
    runs = count(held.register, "runs")
    assert "sudah tercatat" in held.good("training", "import", "1", file).out
    assert count(held.register, "runs") == runs
    held.good("undo")
    assert came(held) == {}


def test_a_dry_run_writes_nothing(held: Office) -> None:
    before = held.register.read_bytes()
    done = held.good(
        "training", "import", "1", sheet(held, "kelurahan,jabatan\nGambir,Ketua\n"), "--dry-run"
    )
    assert "akan dicatat" in done.out
    assert held.register.read_bytes() == before


def test_an_unregistered_cooperative_and_an_unknown_training_are_refused(office: Office) -> None:
    office.good("add", "Gambir")
    office.good("training", "add", "A", "--kota", "jakpus", "--mulai", "2025")
    file = sheet(office, "kelurahan\nCideng\n")
    assert "Cideng" in office.refused("training", "import", "1", file).err
    assert "9" in office.refused("training", "import", "9", file).err
    assert (
        "kelurahan"
        in office.refused("training", "import", "1", sheet(office, "a,b\n1,2\n", "x.csv")).err
    )


def test_a_count_that_a_later_list_replaces_is_told(held: Office) -> None:
    first = sheet(
        held, f"kode,organ,jumlah\n{GAMBIR},pengurus,3\n{GAMBIR},pengawas,1\n{CIDENG},pengurus,\n"
    )
    assert "→" not in held.good("training", "import", "1", first).out
    later = sheet(
        held,
        f"kode,organ,jumlah\n{GAMBIR},pengurus,2\n{GAMBIR},pengawas,1\n{CIDENG},pengurus,4\n",
        "b.csv",
    )
    planned = held.good("training", "import", "1", later, "--dry-run").out
    assert "1 jumlah yang tercatat akan diganti:\n  Gambir: pengurus 3 → 2\n" in planned
    done = held.good("training", "import", "1", later)
    assert "1 jumlah yang tercatat diganti:\n  Gambir: pengurus 3 → 2\n" in done.out
    assert came(held) == {GAMBIR: (2, 1), CIDENG: (4, None)}
    assert "diganti" not in held.good("training", "import", "1", later).out


def test_a_person_who_stands_twice_in_a_kelurahan_is_counted_once_and_told(held: Office) -> None:
    text = (
        "No,Nama,Jabatan,Kelurahan,HP,Tanda tangan\n1,Siti Rahma,Ketua,Gambir,0811,1.\n"
        "2,Budi,Ketua,Gambir,0812,2.\n3,SITI RAHMA,Ketua,Gambir,0811,Siti\n"
        "4,Budi,Bendahara,Gambir,0813,4.\n5,Budi,Ketua,Cideng,,5.\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert (
        "2 baris berisi nama yang sudah ada di kelurahan yang sama, dihitung sekali: "
        "baris 4 (= baris 2), baris 5 (= baris 3).\n"
    ) in done.out
    assert "Siti" not in done.out and "Budi" not in done.out
    assert came(held) == {GAMBIR: (2, None), CIDENG: (1, None)}


def test_rows_without_a_name_add_up_however_alike_they_are(held: Office) -> None:
    done = held.good(
        "training",
        "import",
        "1",
        sheet(held, "kelurahan,jabatan\nGambir,Pengurus\nGambir,Pengurus\n"),
    )
    assert "dihitung sekali" not in done.out
    assert came(held) == {GAMBIR: (2, None)}


def test_people_recorded_per_kelurahan_are_the_headcount_where_none_is_stated(held: Office) -> None:
    assert "Peserta: belum ada data" in held.good("training", "show", "1").out
    held.good(
        "training",
        "import",
        "1",
        sheet(held, f"kode,organ,jumlah\n{GAMBIR},pengurus,4\n{CIDENG},pengawas,2\n"),
    )
    assert "Peserta: 6 (tercatat per kelurahan); 2 KKMP" in held.good("training", "show", "1").out
    assert "6 (tercatat per kelurahan)" in held.good("training", "list").out
    assert held.good("training", "list", "--json").json[0]["peserta"] is None
    held.good("training", "update", "1", "--peserta", "7")
    assert (
        "per kelurahan"
        not in held.good("training", "list").out + held.good("training", "show", "1").out
    )


LIST = (
    "No;Nama;Jabatan;Kelurahan\n1;Siti "
    "Rahma;Ketua;Gambir\n2;Budi;Lurah;Gambir\n3;Wati;Sekretaris;Cideng\n"
)
UNREAD = {
    "a JUMLAH row with signatures below it": (
        "JUMLAH;3;;\n;;;Jakarta, 3 November 2025\n;Mengetahui,;;Panitia\n;Hasan;;",
        6,
        3,
    ),
    "a total behind a number": ("4;TOTAL;3;\n;;Mengetahui,;\n", 6, 1),
    "an officer's own jabatan below it": (
        "Jumlah;3;;\n;;Mengetahui,;\n;Hasan;Lurah;\n;;NIP. 197001011990031001;\n",
        6,
        3,
    ),
    "a kelurahan that signs": ("Jumlah;3;;\n;;;Cideng\n", 6, 1),
    "signatures alone": (
        ";;;\n;;;Jakarta, 3 November 2025\n;;;Mengetahui,\n;;;Lurah Gambir\n;;;\n;;;Hasan Basri\n",
        6,
        4,
    ),
    "signatures below the names": (
        ";Mengetahui,;;\n;Camat Gambir;;\n;Hasan Basri;;\n;NIP. 197001011990031001;;\n",
        5,
        4,
    ),
    "a note": ("Catatan: dua peserta pulang lebih awal;;;\n", 5, 1),
    "a note below the names": (
        ";Catatan: dua peserta pulang lebih awal;;\n;Mengetahui,;;\n;Hasan;;\n",
        5,
        3,
    ),
}


@pytest.mark.parametrize(("below", "first", "count"), UNREAD.values(), ids=UNREAD)
def test_what_stands_below_the_list_is_not_read_and_that_is_said(
    held: Office, below: str, first: int, count: int
) -> None:
    done = held.good("training", "import", "1", sheet(held, LIST + below))
    assert (
        f"Baris {first} ke bawah tidak dibaca: {count} baris di bawah tabel (catatan, tanda "
        f"tangan).\n" in done.out
    )
    assert "2 koperasi, 3 orang" in done.out
    assert came(held) == {GAMBIR: (1, 1), CIDENG: (1, None)}


def test_a_list_goes_on_below_the_total_of_a_part(held: Office) -> None:
    text = LIST + "Jumlah Gambir dan Cideng;3;;\n4;Tono;Ketua;Petojo Utara\nJumlah;1;;\n"
    done = held.good("training", "import", "1", sheet(held, text))
    assert "3 koperasi, 4 orang" in done.out
    assert "tidak dibaca" not in done.out


def test_a_heading_that_is_printed_again_is_no_row(held: Office) -> None:
    text = LIST + "No;Nama;Jabatan;Kelurahan\n4;Tono;Ketua;Cideng\n"
    assert "2 koperasi, 4 orang" in held.good("training", "import", "1", sheet(held, text)).out


DOUBTED = {
    "a name that is nearly one": ";Mengetahui,;;\n;Hasan;;Gambirr\n",
    "a numbered row": ";Mengetahui,;;\n4;Hasan;;\n",
    "a jabatan": ";Mengetahui,;;\n;Hasan;Ketua;\n",
    "a name with somebody of it": ";Mengetahui,;;\n;Hasan;;Ptj Utr\n",
    "a row below the total that counts": "Jumlah;3;;\n4;Hasan;Ketua;Gambirr\n",
    "a bare word": ";;;Entah\n",
}


@pytest.mark.parametrize("below", DOUBTED.values(), ids=DOUBTED)
def test_in_doubt_every_row_below_the_list_is_an_error(held: Office, below: str) -> None:
    done = held.refused("training", "import", "1", sheet(held, LIST + below))
    rows = [
        at
        for at, line in enumerate(below.split("\n"), 5)
        if line.strip(";") and "Jumlah" not in line
    ]
    assert f"{len(rows)} baris tidak dapat dipakai" in done.err
    for row in rows:
        assert f"baris {row} (" in done.err


def test_an_error_above_the_total_stays_one(held: Office) -> None:
    text = "kelurahan;jumlah\nGambirr;2\nCideng;1\nJUMLAH;3\nMengetahui,;\n"
    done = held.refused("training", "import", "1", sheet(held, text))
    assert "1 baris tidak dapat dipakai" in done.err and "baris 2 (A2)" in done.err


RECAP = (
    "No;Kelurahan;Jumlah\n1;Gambir;2\n2;Cideng;0\n3;Petojo Utara;-\n4;Petojo Selatan;\nJUMLAH;;3\n"
)


def test_a_recap_counts_nobody_where_it_says_nought_or_nothing(held: Office) -> None:
    done = held.good("training", "import", "1", sheet(held, RECAP))
    assert (
        "1 koperasi, 2 orang dicatat hadir; 3 baris tanpa peserta dilewati: Cideng, Petojo "
        "Utara, Petojo Selatan "
        "(run 3; batalkan: kkmp undo 3).\n"
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
    assert gone == (
        "  Cideng: hadir (2 pengurus) → tidak hadir\n"
        "Kehadiran 1 koperasi di pelatihan 1 dihapus (run 5; batalkan: kkmp undo 5).\n"
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
