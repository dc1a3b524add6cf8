"""`kkmp training import`: an attendance list is counted, and no name is kept."""

from __future__ import annotations

import pytest

from attending import CIDENG, GAMBIR, came, held, sheet  # noqa: F401 - a fixture
from running import Office, count


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
    for place in ("baris 2 (A2)", "baris 4 (C4)", "baris 5 (A5)"):
        assert place in done.err
    assert "3 baris tidak dapat dipakai; tidak ada yang ditulis" in done.err


def test_a_narasumber_among_sixty_is_passed_over_and_told(held: Office) -> None:
    text = (
        "No;Nama;Jabatan;Kelurahan\n1;A;Ketua;Gambir\n2;B;Narasumber;Dinas PPKUKM\n3;C;Bendahara;Cideng\n"
        "4;D;Panitia;\n5;E;Ketua RW 05;Gambir\n"
    )
    done = held.good("training", "import", "1", sheet(held, text))
    assert "2 koperasi, 2 orang" in done.out
    told = "baris 3 (Narasumber), baris 5 (Panitia), baris 6 (Ketua RW 05)"
    assert f"3 baris berisi orang di luar pengurus dan pengawas, tidak dihitung: {told}" in (
        done.out + done.err
    )
    assert came(held) == {GAMBIR: (1, None), CIDENG: (1, None)}


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
