"""`kkmp import --remember`: what a heading means is said once, for this register."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from running import Office, count

SHEET = "Kelurahan;NIB;Mitra 2;NIK Ketua\nGambir;sudah;Bulog;123\nCideng;belum;BRI;456\n"
NOTES = ("--map", "Mitra 2=catatan", "--map", "NIK Ketua=")


def sheet(office: Office, text: str = SHEET, name: str = "isian.csv") -> Path:
    path = office.register.with_name(name)
    path.write_text(text, encoding="utf-8")
    return path


def remembered(office: Office) -> dict[str, str]:
    return {
        one["judul"]: one["isian"] for one in office.good("import", "--remember", "--json").json
    }


def whole(office: Office) -> bool:
    return "Keutuhan register: baik" in office.run("check").out


@pytest.fixture
def taught(pusat: Office) -> Office:
    """A desk whose register knows `Mitra 2` as notes and passes `NIK Ketua` over."""
    pusat.good(
        "import", sheet(pusat), "--kota", "jakpus", "--per", "2026-03-10", *NOTES, "--remember"
    )
    return pusat


def test_what_is_remembered_is_said_and_serves_the_next_file(taught: Office) -> None:
    assert remembered(taught) == {"Mitra 2": "catatan", "NIK Ketua": ""}
    other = sheet(taught, "Kelurahan;MITRA  2;Nik ketua\nSenen;BNI;789\n", "senen.csv")
    done = taught.good("import", other, "--kota", "jakpus")
    assert "Diingat: MITRA 2 → catatan, Nik ketua → diabaikan." in done.out
    assert "kkmp import --forget 'MITRA 2'" in done.out
    assert "tidak dikenal" not in done.out
    assert taught.good("show", "Senen", "--json").json["catatan"] == "MITRA 2: BNI"


def test_the_run_says_what_it_remembers_and_the_history_shows_it(taught: Office) -> None:
    told = taught.good("history", "--jumlah", 1).out
    assert 'Judul kolom "Mitra 2": diingat: catatan' in told
    assert 'Judul kolom "NIK Ketua": diingat: diabaikan' in told
    assert "Gambir: Catatan: belum ada data → Mitra 2: Bulog" in told
    events = taught.good("history", "--jumlah", 1, "--json").json[0]["perubahan"]
    assert sum(change["entitas"] == "judul" for change in events) == 2
    assert whole(taught)


def test_undo_takes_headings_and_values_back_together(taught: Office) -> None:
    before = taught.state()
    taught.good("undo", "--yes")
    assert remembered(taught) == {}
    assert taught.good("show", "Gambir", "--json").json["nib"] is None
    assert (
        "tidak dikenal" in taught.good("import", sheet(taught), "--kota", "jakpus", "--dry-run").out
    )
    taught.good("undo", "3", "--yes")
    assert taught.state() == before
    assert whole(taught)


def test_an_import_that_changes_nothing_still_remembers_as_a_run(pusat: Office) -> None:
    file = sheet(pusat)
    pusat.good("import", file, "--kota", "jakpus", "--per", "2026-03-10", *NOTES)
    done = pusat.good(
        "import", file, "--kota", "jakpus", "--per", "2026-03-10", *NOTES, "--remember"
    )
    assert (
        "Tersimpan sebagai pekerjaan 3: diingat Mitra 2 → catatan, NIK Ketua → diabaikan."
        in done.out
    )
    assert remembered(pusat) == {"Mitra 2": "catatan", "NIK Ketua": ""}
    again = pusat.good(
        "import", file, "--kota", "jakpus", "--per", "2026-03-10", *NOTES, "--remember"
    )
    assert "Tidak ada yang berubah; tidak ada yang ditulis." in again.out
    assert count(pusat.register, "runs") == 3


def test_a_map_of_this_call_goes_before_a_remembered_one(taught: Office) -> None:
    file = sheet(taught, SHEET.replace("Bulog", "Pertani"))
    done = taught.good("import", file, "--kota", "jakpus", "--map", "Mitra 2=mitra", "--json").json
    assert done["berkas"][0]["kolom"]["Mitra 2"] == "mitra"
    assert remembered(taught)["Mitra 2"] == "catatan"


def test_with_remember_it_replaces_the_one_before(taught: Office) -> None:
    taught.good("import", sheet(taught), "--kota", "jakpus", "--map", "mitra 2=mitra", "--remember")
    assert remembered(taught) == {"NIK Ketua": "", "mitra 2": "mitra"}
    told = taught.good("history", "--jumlah", 1).out
    assert 'Judul kolom "Mitra 2": dilupakan, semula catatan' in told
    assert 'judul kolom "Mitra 2"' in taught.refused("undo", "2", "--yes").err
    taught.good("undo", "--yes")
    assert remembered(taught) == {"Mitra 2": "catatan", "NIK Ketua": ""}
    assert whole(taught)


def test_the_json_of_an_import_shows_the_field_as_ever(taught: Office) -> None:
    (file,) = taught.good("import", sheet(taught), "--kota", "jakpus", "--json").json["berkas"]
    assert file["kolom"] == {"Kelurahan": "kelurahan", "NIB": "nib", "Mitra 2": "catatan"}
    assert file["diabaikan"] == ["NIK Ketua"]


def test_an_ambiguous_rat_is_cleared_up_once(pusat: Office) -> None:
    file = sheet(pusat, "Kelurahan;RAT 2026\nGambir;sudah\n")
    refused = pusat.run("import", file, "--kota", "jakpus")
    assert refused.code == 1
    assert "--remember" in refused.out
    pusat.good("import", file, "--kota", "jakpus", "--map", "RAT 2026=rat_2025", "--remember")
    again = pusat.good("import", file, "--kota", "jakpus")
    assert "Diingat: RAT 2026 → rat_2025." in again.out
    assert pusat.good("show", "Gambir", "--json").json["rat_2025"] == "sudah"


def test_a_field_named_as_in_an_export_keeps_its_meaning(pusat: Office) -> None:
    file = sheet(pusat, "Kelurahan;RAT 2026\nGambir;sudah\n")
    pusat.good("import", file, "--kota", "jakpus", "--map", "RAT 2026=rat_2025", "--remember")
    export = sheet(pusat, "kode;rat_2026\n31.71.01.1001;proses\n", "ekspor.csv")
    done = pusat.good("import", export, "--json", "--dry-run").json
    assert done["berkas"][0]["kolom"] == {"kode": "kode", "rat_2026": "rat_2026"}


def test_a_bare_rat_is_remembered_without_its_year(pusat: Office) -> None:
    file = sheet(pusat, "Kelurahan;Rapat Akhir\nGambir;sudah\n")
    pusat.good(
        "import",
        file,
        "--kota",
        "jakpus",
        "--tahun-buku",
        "2025",
        "--map",
        "Rapat Akhir=rat",
        "--remember",
    )
    assert remembered(pusat) == {"Rapat Akhir": "rat"}
    done = pusat.good(
        "import", file, "--kota", "jakpus", "--tahun-buku", "2026", "--json", "--dry-run"
    ).json
    assert done["berkas"][0]["kolom"]["Rapat Akhir"] == "rat_2026"


def test_a_personal_column_that_is_passed_over_stays_so(pusat: Office) -> None:
    file = sheet(pusat, "Kelurahan;Ketua;NIB\nGambir;Contoh Nama;sudah\n")
    pusat.good("import", file, "--kota", "jakpus", "--map", "Ketua=", "--remember")
    pusat.good(
        "import", sheet(pusat, "Kelurahan;ketua;NIB\nCideng;Nama Lain;sudah\n"), "--kota", "jakpus"
    )
    for name in ("Gambir", "Cideng"):
        assert pusat.good("show", name, "--with-personal", "--json").json["ketua"] is None
    assert count(pusat.register, "personal_values") == 0


def test_two_files_of_one_call_share_it_and_one_without_the_heading_is_no_matter(
    taught: Office,
) -> None:
    a = sheet(taught, "Kelurahan;Mitra 2\nSenen;BNI\n", "a.csv")
    b = sheet(taught, "Kelurahan;NIB\nBungur;sudah\n", "b.csv")
    done = taught.good("import", a, b, "--kota", "jakpus")
    assert done.out.count("Diingat:") == 1
    assert taught.good("show", "Senen", "--json").json["catatan"] == "Mitra 2: BNI"


def test_a_typed_map_that_fits_nothing_is_refused_and_not_remembered(taught: Office) -> None:
    taught.refused(
        "import", sheet(taught), "--kota", "jakpus", "--map", "Warna=catatan", "--remember"
    )
    assert "Warna" not in remembered(taught)


@pytest.mark.parametrize("more", [("--dry-run",), ()], ids=["dry run", "bad row"])
def test_where_nothing_is_written_nothing_is_remembered_and_that_is_said(
    pusat: Office, more: tuple[str, ...]
) -> None:
    file = sheet(pusat, SHEET if more else SHEET.replace("belum", "entah"))
    before = pusat.register.read_bytes()
    done = pusat.run("import", file, "--kota", "jakpus", *NOTES, "--remember", *more)
    assert "Belum diingat: Mitra 2 → catatan, NIK Ketua → diabaikan." in done.out.splitlines()[-1]
    assert pusat.register.read_bytes() == before


def test_with_skip_errors_it_is_remembered(pusat: Office) -> None:
    file = sheet(pusat, SHEET.replace("belum", "entah"))
    done = pusat.run("import", file, "--kota", "jakpus", *NOTES, "--remember", "--skip-errors")
    assert done.code == 1
    assert (
        "1 koperasi. Diingat: Mitra 2 → catatan, NIK Ketua → diabaikan. 1 baris ditolak" in done.out
    )
    assert len(remembered(pusat)) == 2


def test_an_unknown_heading_is_told_together_with_remember(pusat: Office) -> None:
    assert (
        "tambahkan --remember"
        in pusat.good("import", sheet(pusat), "--kota", "jakpus", "--dry-run").out
    )


def test_a_new_register_remembers_from_its_first_import_on(office: Office) -> None:
    office.register.parent.mkdir()
    office.good("import", sheet(office), "--kota", "jakpus", *NOTES, "--remember")
    assert remembered(office) == {"Mitra 2": "catatan", "NIK Ketua": ""}


def test_remembered_headings_tell_the_separator_and_the_sheet(taught: Office) -> None:
    taught.good(
        "import",
        sheet(taught, "Kelurahan;Wilayah Kerja\nGambir;x\n"),
        "--kota",
        "jakpus",
        "--map",
        "Wilayah Kerja=catatan",
        "--remember",
    )
    file = sheet(taught, "Wilayah Kerja|Mitra 2|Kelurahan\na|b|Senen\n", "pipa.csv")
    assert "garis tegak" in taught.good("import", file, "--kota", "jakpus", "--dry-run").out


def test_a_form_of_ours_is_read_by_its_own_headings(pusat: Office) -> None:
    pusat.good(
        "import",
        sheet(pusat, "Kelurahan;NIB\nGambir;sudah\n"),
        "--kota",
        "jakpus",
        "--map",
        "NIB=",
        "--remember",
    )
    form = pusat.register.with_name("formulir.xlsx")
    pusat.good("template", "--kota", "jakpus", "--kecamatan", "Gambir", "-o", form)
    done = pusat.good("import", form, "--dry-run", "--json").json
    assert "nib" in done["berkas"][0]["kolom"].values()


def test_what_is_remembered_is_listed_and_forgotten_by_name(taught: Office) -> None:
    listed = taught.good("import", "--remember")
    assert [line.split() for line in listed.out.splitlines()[1:]] == [
        ["Mitra", "2", "catatan"],
        ["NIK", "Ketua", "(diabaikan)"],
    ]
    assert "--forget 'Mitra 2'" in listed.err
    done = taught.good("import", "--forget", "mitra 2")
    assert "Dilupakan sebagai pekerjaan 3: `Mitra 2`. Batalkan dengan `kkmp undo 3`." in done.out
    assert remembered(taught) == {"NIK Ketua": ""}
    assert "Yang diingat: `NIK Ketua`." in taught.refused("import", "--forget", "Mitra 2").err
    taught.good("undo", "--yes")
    assert remembered(taught) == {"Mitra 2": "catatan", "NIK Ketua": ""}
    assert whole(taught)


def test_nothing_remembered_is_said_with_the_way_to_begin(pusat: Office) -> None:
    done = pusat.good("import", "--remember")
    assert (done.out, "--map" in done.err) == ("Belum ada.\n", True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("x.csv", "--remember"),
        ("--forget", "Mitra 2", "x.csv"),
        ("--forget", "Mitra 2", "--dry-run"),
        ("--map", "a=nib", "--remember"),
        (),
    ],
    ids=["no map", "forget with a file", "forget as a plan", "no file", "nothing"],
)
def test_switches_that_ask_for_nothing_are_wrong_usage(
    taught: Office, arguments: tuple[str, ...]
) -> None:
    assert "→ " in taught.refused("import", *arguments, code=2).err


def test_a_backup_carries_what_is_remembered(taught: Office, tmp_path: Path) -> None:
    copy = tmp_path / "cadangan.db"
    taught.good("backup", copy)
    taught.good("import", "--forget", "Mitra 2")
    taught.good("restore", copy, "--yes")
    assert remembered(taught) == {"Mitra 2": "catatan", "NIK Ketua": ""}
    assert whole(taught)


def test_it_is_remembered_from_standard_input_too(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHEET.encode())))
    pusat.good("import", "-", "--kota", "jakpus", *NOTES, "--remember")
    assert len(remembered(pusat)) == 2


def test_rows_that_came_before_are_read_anew_once_a_heading_means_something_else(
    pusat: Office,
) -> None:
    file = sheet(pusat, "kode;Ijin\n31.71.01.1001;sudah\n")
    pusat.good("import", file, "--map", "Ijin=nib", "--remember")
    assert "1 baris: 1 sama" in pusat.good("import", file).out
    pusat.good("import", file, "--map", "Ijin=npwp", "--remember")
    pusat.good("import", "--forget", "Ijin")
    assert "tidak dikenal" in pusat.good("import", file).out
    gambir = pusat.good("show", "31.71.01.1001", "--json").json
    assert (gambir["nib"], gambir["npwp"]) == ("sudah", "sudah")
