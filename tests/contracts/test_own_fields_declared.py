"""An office declares its own fields once, without code; what must not be declared is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Office, opened

OMZET = ("field", "add", "omzet", "Omzet per bulan", "--kind", "rupiah", "--arti", "penjualan")
LAND = (
    *("field", "add", "status_lahan", "Status lahan", "--kind", "pilihan"),
    *("--pilihan", "Milik Pemda, Sewa", "--arti", "milik siapa lahannya"),
)


def fields(office: Office) -> dict[str, dict[str, object]]:
    return {row["kunci"]: row for row in office.good("field", "list", "--json").json}


@pytest.mark.on_a_file
def test_a_declared_field_stands_in_the_list_and_in_the_view(pusat: Office) -> None:
    done = pusat.good(*OMZET, "--judul", "Omset/Bln", "--judul", "Penjualan")
    assert "Ditambahkan: x_omzet (Omzet per bulan, rupiah)" in done.out
    pusat.good(*LAND)
    assert fields(pusat)["x_omzet"] == {
        "id": 1,
        "kunci": "x_omzet",
        "label": "Omzet per bulan",
        "jenis": "rupiah",
        "arti": "penjualan",
        "pilihan": [],
        "pilihan_pensiun": [],
        "judul": ["Omset/Bln", "Penjualan"],
        "pensiun": False,
        "paket": None,
    }
    assert "Milik Pemda, Sewa" in pusat.good("field", "list").out
    with opened(pusat.register) as connection:
        rows = connection.execute("SELECT bidang, jenis, pilihan, pensiun FROM v_bidang").fetchall()
    assert rows == [
        ("x_omzet", "rupiah", None, "tidak"),
        ("x_status_lahan", "pilihan", "Milik Pemda;Sewa", "tidak"),
    ]
    assert "kunci x_omzet" in pusat.good("history").out


@pytest.mark.parametrize(
    ("key", "label", "more", "named"),
    [
        ("nib", "Nomor izin", (), "NIB"),
        ("izin", "Tgl NIB", (), "NIB"),
        ("izin", "Izin", ("--judul", "Tanggal SK Badan Hukum"), "SK badan hukum"),
        ("izin", "Izin", ("--judul", "Jumlah Anggota"), "Anggota"),
        ("izin", "RAT 2026", (), "tahun buku"),
        ("macet", "Kendala", (), "kendala"),
        ("urut", "No", (), "kolom yang tidak dibaca"),
        ("penjualan", "omzet PER bulan", (), "x_omzet"),
        ("penjualan", "Penjualan", ("--judul", "x_omzet"), "x_omzet"),
        ("omzet", "Omzet", (), "x_omzet"),
    ],
)
def test_a_heading_of_another_field_is_refused_and_its_owner_named(
    pusat: Office, key: str, label: str, more: tuple[str, ...], named: str
) -> None:
    pusat.good(*OMZET)
    refused = pusat.refused("field", "add", key, label, "--kind", "teks", "--arti", "a", *more)
    assert named in refused.err


@pytest.mark.parametrize(
    ("key", "label", "kind", "more"),
    [
        *(("Luas lahan", "Luas", "jumlah", ()), ("2luas", "Luas", "jumlah", ())),
        *(("luas_per", "Luas", "jumlah", ()), ("x_", "Luas", "jumlah", ())),
        *(("luas", "L" * 41, "jumlah", ()), ("luas", "", "jumlah", ())),
        *(("luas", "Luas", "angka", ()), ("luas", "Luas", "jumlah", ("--pilihan", "a,b"))),
        *(("luas", "Luas", "pilihan", ()), ("luas", "Luas", "pilihan", ("--pilihan", "satu"))),
        ("luas", "Luas", "pilihan", ("--pilihan", "ada,-,rusak")),
        ("luas", "Luas", "pilihan", ("--pilihan", f"ada,{'x' * 41}")),
        ("luas", "Luas", "pilihan", ("--pilihan", ",".join(f"p{n}" for n in range(41)))),
        *(("kontak", "No HP bendahara", "teks", ()), ("ktp", "Kartu KTP", "ya_tidak", ())),
        ("kontak", "Hubungi 0812-3456-7890", "teks", ()),
        ("nomor", "Contoh 3171010101900001", "teks", ()),
        ("luas", "Luas", "jumlah", ("--judul", "luas; lahan")),
    ],
)
def test_what_can_be_no_field_is_refused(
    pusat: Office, key: str, label: str, kind: str, more: tuple[str, ...]
) -> None:
    refused = pusat.refused("field", "add", key, label, "--kind", kind, "--arti", "arti", *more)
    assert "→" in refused.err


def test_no_more_than_24_fields_are_in_use(pusat: Office) -> None:
    for number in range(24):
        label = f"Isian {chr(97 + number)}"
        pusat.good("field", "add", f"isian_{number}", label, "--kind", "teks", "--arti", "a")
    refused = pusat.refused(*OMZET)
    assert "kkmp field retire …" in refused.err
    pusat.good("field", "retire", "isian_0")
    pusat.good(*OMZET)


@pytest.mark.parametrize(
    "typed",
    [
        ("field", "add"),
        ("field", "add", "luas", "Luas"),
        ("field", "add", "luas", "Luas", "--kind", "jumlah"),
        ("field", "add", "luas", "--paket", "lahan"),
        ("field", "update", "omzet"),
    ],
)
def test_half_a_declaration_is_wrong_usage(pusat: Office, typed: tuple[str, ...]) -> None:
    pusat.good(*OMZET)
    pusat.refused(*typed, code=2)


@pytest.mark.on_a_file
def test_no_field_command_makes_a_register(office: Office) -> None:
    for typed in (OMZET, ("field", "list"), ("field", "retire", "omzet")):
        office.refused(*typed, code=3)
    assert not office.register.exists()


def test_label_meaning_headings_and_choices_may_change_with_history(pusat: Office) -> None:
    pusat.good(*LAND)
    changes = ("--label", "Kepemilikan lahan gerai", "--arti", "siapa pemilik lahan gerai")
    pusat.good("field", "update", "status-lahan", *changes, "--judul", "Lahan milik")
    pusat.good("field", "update", "x_status_lahan", "--pilihan", "Hibah", "--pensiunkan", "sewa")
    row = fields(pusat)["x_status_lahan"]
    assert row["label"] == "Kepemilikan lahan gerai"
    assert row["judul"] == ["Lahan milik", "Status lahan"]
    assert (row["pilihan"], row["pilihan_pensiun"]) == (["Milik Pemda", "Sewa", "Hibah"], ["Sewa"])
    pusat.good(
        "field", "update", "status_lahan", "--pilihan", "Sewa", "--tanpa-judul", "lahan MILIK"
    )
    row = fields(pusat)["x_status_lahan"]
    assert (row["judul"], row["pilihan_pensiun"]) == (["Status lahan"], [])
    history = pusat.good("history").out
    assert "label: Status lahan → Kepemilikan lahan gerai" in history
    for _ in range(3):
        pusat.good("undo")
    row = fields(pusat)["x_status_lahan"]
    assert (row["label"], row["judul"]) == ("Status lahan", [])
    assert pusat.good("check").code == 0


@pytest.mark.parametrize(
    "change",
    [
        ("--pensiunkan", "Sewa"),
        ("--pensiunkan", "Wakaf"),
        ("--tanpa-judul", "Lahan"),
        ("--judul", "Tgl NIB"),
        ("--label", "Omzet per bulan"),
    ],
)
def test_an_alteration_that_cannot_be_changes_nothing(
    pusat: Office, change: tuple[str, str]
) -> None:
    pusat.good(*OMZET)
    pusat.good(*LAND)
    assert "→" in pusat.refused("field", "update", "status_lahan", *change).err


def test_an_unknown_field_is_refused_with_where_to_look(pusat: Office) -> None:
    for verb in ("update", "retire", "remove"):
        more = ("--label", "A") if verb == "update" else ()
        assert "kkmp field list" in pusat.refused("field", verb, "tidak_ada", *more).err


def test_a_declared_key_is_refused_with_the_command_that_alters_it(pusat: Office) -> None:
    pusat.good(*OMZET)
    assert "`kkmp field update x_omzet …`" in pusat.refused(*OMZET).err
    pusat.good("field", "update", "x_omzet", "--label", "Omzet")


def test_the_same_word_twice_changes_nothing(pusat: Office) -> None:
    pusat.good(*OMZET)
    runs = pusat.count("runs")
    pusat.good("field", "update", "omzet", "--label", "Omzet per bulan")
    pusat.good("field", "retire", "omzet", "--batal")
    assert pusat.count("runs") == runs


def test_a_retired_field_keeps_its_headings_and_can_be_taken_up_again(pusat: Office) -> None:
    pusat.good(*OMZET)
    assert "pensiun" in pusat.good("field", "retire", "omzet").out
    assert fields(pusat)["x_omzet"]["pensiun"] is True
    refused = pusat.refused("field", "add", "o", "Omzet per bulan", "--kind", "teks", "--arti", "a")
    assert "x_omzet" in refused.err
    pusat.good("field", "retire", "omzet", "--batal")
    assert fields(pusat)["x_omzet"]["pensiun"] is False


def test_a_field_of_which_nothing_was_said_can_be_removed_and_come_back(pusat: Office) -> None:
    pusat.good(*OMZET)
    pusat.good("field", "remove", "omzet")
    assert fields(pusat) == {}
    pusat.good("undo")
    assert list(fields(pusat)) == ["x_omzet"]


def test_an_undo_that_would_give_one_heading_to_two_fields_is_refused(pusat: Office) -> None:
    pusat.good(*OMZET)
    pusat.good("field", "remove", "omzet")
    pusat.good("field", "add", "jual", "Omzet per bulan", "--kind", "rupiah", "--arti", "a")
    refused = pusat.refused("undo", "3")
    assert "x_jual" in refused.err + str(fields(pusat))
    assert list(fields(pusat)) == ["x_jual"]


def test_an_export_comes_back_unchanged_and_goes_to_another_office(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good(*OMZET, "--judul", "=1+1 jual", "--judul", "Omset, per bulan")
    pusat.good(*LAND)
    pusat.good("field", "update", "status_lahan", "--pilihan", "Wakaf", "--pensiunkan", "Wakaf")
    pusat.good("field", "retire", "omzet")
    path = tmp_path / "bidang.csv"
    pusat.good("field", "export", path)
    assert '"\'=1+1 jual;Omset, per bulan"' in path.read_text(encoding="utf-8-sig")
    runs = pusat.count("runs")
    assert "tidak ada yang berubah" in pusat.good("field", "import", path).out
    assert pusat.count("runs") == runs
    other = tmp_path / "lain.db"
    pusat.run("add", "--kota", "mojokerto", "--all", db=other)
    assert pusat.run("field", "import", path, db=other).code == 0
    there = json.loads(pusat.run("field", "list", "--json", db=other).out)
    assert {row["kunci"]: row for row in there} == fields(pusat)


def test_an_imported_list_alters_what_is_there_and_keeps_its_choices(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good(*LAND)
    path = tmp_path / "bidang.csv"
    path.write_text(
        "kunci,label,jenis,arti,pilihan\n"
        "status_lahan,Lahan gerai,pilihan,milik siapa,Hibah;Sewa\n"
        "luas,Luas gerai,jumlah,luas dalam m2,\n",
        encoding="utf-8",
    )
    done = pusat.good("field", "import", path)
    assert "Ditambahkan: x_luas" in done.out
    assert "Diubah: x_status_lahan" in done.out
    row = fields(pusat)["x_status_lahan"]
    assert (row["label"], row["pilihan"]) == ("Lahan gerai", ["Hibah", "Sewa", "Milik Pemda"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kunci,label\nluas,Luas\n", "bukan daftar bidang"),
        ("kunci,label,jenis,arti\nluas,Luas,angka,a\nlebar,Lebar,uang,b\n", "baris 3 `lebar`"),
        ("kunci,label,jenis,arti\nluas,Luas,jumlah,a\nLUAS,Luas 2,jumlah,b\n", "baris lain"),
        ("kunci,label,jenis,arti\nomzet,Omzet,jumlah,a\n", "sebagai rupiah, bukan jumlah"),
        ("kunci,label,jenis,arti\nluas,Tgl NIB,jumlah,a\n", "NIB"),
        ("kunci,label,jenis,arti\na,Luas,jumlah,a\nb,LUAS,jumlah,b\n", "x_a"),
    ],
)
def test_a_list_with_one_bad_row_changes_nothing(
    pusat: Office, tmp_path: Path, text: str, named: str
) -> None:
    pusat.good(*OMZET)
    path = tmp_path / "bidang.csv"
    path.write_text(text, encoding="utf-8")
    assert named in pusat.refused("field", "import", path).err


def test_an_export_is_a_csv_and_nothing_else(pusat: Office, tmp_path: Path) -> None:
    refused = pusat.refused("field", "export", tmp_path / "bidang.xlsx", code=2)
    pusat.good("field", "export", tmp_path / refused.err.split("Misalnya ")[1].strip().rstrip("."))
    assert (tmp_path / "bidang.csv").exists()
    assert not (tmp_path / "bidang.xlsx").exists()


PACKAGES = ("keragaan", "kemitraan", "lahan", "pembangunan", "pembiayaan", "rat", "simkopdes")


@pytest.mark.parametrize("name", PACKAGES)
def test_a_shipped_package_is_added_whole_and_once(pusat: Office, name: str) -> None:
    done = pusat.good("field", "add", "--paket", name)
    assert {row["paket"] for row in fields(pusat).values()} == {name}
    assert f"{len(fields(pusat))} bidang dicatat" in done.out
    assert "tidak ada yang berubah" in pusat.good("field", "add", "--paket", name).out
    pusat.good("undo")
    assert fields(pusat) == {}


def test_a_package_leaves_a_field_that_is_there_as_it_is(pusat: Office) -> None:
    pusat.good("field", "add", "omzet", "Penjualan bulanan", "--kind", "rupiah", "--arti", "a")
    done = pusat.good("field", "add", "--paket", "keragaan")
    assert "Sudah ada: x_omzet (Penjualan bulanan, rupiah)" in done.out
    assert fields(pusat)["x_omzet"]["label"] == "Penjualan bulanan"


def test_packages_beyond_the_limit_and_unknown_ones_are_refused(pusat: Office) -> None:
    for name in ("keragaan", "pembangunan", "lahan"):
        pusat.good("field", "add", "--paket", name)
    assert "ini menjadi 28" in pusat.refused("field", "add", "--paket", "simkopdes").err
    refused = pusat.refused("field", "add", "--paket", "gerai")
    assert ", ".join(sorted(PACKAGES)) in refused.err
