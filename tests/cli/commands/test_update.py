"""`kkmp update`: what it says that it replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.vocabulary import built_in
from running import Office

pytestmark = pytest.mark.both_engines

PUSAT = ("--kota", "jakpus")

DEFAULTS = pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("percontohan", "ya", "Percontohan: tidak → ya"),
        ("status", "bubar 2026-02-01", "Status: aktif → bubar sejak 1 Februari 2026"),
    ],
)


@DEFAULTS
def test_a_default_that_was_shown_is_what_the_first_word_replaces(
    pusat: Office, name: str, value: str, told: str
) -> None:
    assert told in pusat.good("update", "Gambir", f"--{name}", value).out
    assert told in pusat.good("history", "Gambir").out
    assert told in pusat.good("show", "Gambir").out
    [change] = pusat.good("history", "--json").json[0]["perubahan"]
    assert (change["lama"], change["baru"]) == (None, value)


@DEFAULTS
def test_the_plan_of_an_import_says_the_default_too(
    pusat: Office, tmp_path: Path, name: str, value: str, told: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(f"kode,{name}\n31.71.01.1001,{value}\n", encoding="utf-8")
    label, _, step = told.partition(": ")
    assert f"{label}: Gambir {step}" in pusat.good("import", sheet, "--dry-run").out


def test_emptying_returns_to_the_default_by_its_word(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--percontohan", "ya")
    assert (
        "Percontohan: ya → tidak"
        in pusat.good("update", "Gambir", "--kosongkan", "percontohan").out
    )


def test_what_has_no_default_was_nothing(pusat: Office) -> None:
    assert "Anggota: belum ada data → 5" in pusat.good("update", "Gambir", "--anggota", 5).out


OLDER = pytest.mark.parametrize(
    "said",
    [
        ("--usaha", "belum"),
        ("--anggota", "120"),
        ("--ketua", "Ani"),
        ("--unit-usaha", "+klinik"),
        ("--nib-kendala", "modal: KUR"),
        ("--kosongkan", "anggota"),
        ("--nib", "proses", "--nib-rencana", "2027-01-01"),
    ],
    ids=" ".join,
)
HELD = (
    "--usaha",
    "2026-01-05",
    "--nib",
    "belum",
    "--anggota",
    "200",
    "--ketua",
    "Budi",
    "--unit-usaha",
    "sembako",
)


@OLDER
def test_an_older_word_that_is_repeated_is_not_recorded_again(
    pusat: Office, said: tuple[str, ...]
) -> None:
    pusat.good("update", "Gambir", *HELD, "--per", "2026-03-01")
    older = ("update", "Gambir", *said, "--per", "2026-02-01")
    assert "pekerjaan" in pusat.good(*older).out
    runs = len(pusat.good("history", "--json").json)
    assert pusat.good(*older).out == "Sudah tercatat demikian; tidak ada yang berubah.\n"
    assert len(pusat.good("history", "--json").json) == runs


def test_an_older_word_that_was_corrected_or_undone_is_recorded_again(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--anggota", "200", "--per", "2026-03-01")
    for count in (120, 130, 120):
        assert (
            "pekerjaan"
            in pusat.good("update", "Gambir", "--anggota", count, "--per", "2026-02-01").out
        )
    pusat.good("undo")
    assert (
        "pekerjaan" in pusat.good("update", "Gambir", "--anggota", "120", "--per", "2026-02-01").out
    )
    assert pusat.good("show", "Gambir", "--json").json["anggota"] == 200


def test_of_many_only_those_that_did_not_say_it_are_recorded(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--anggota", "200", "--per", "2026-03-01")
    pusat.good("update", "Gambir", "--anggota", "120", "--per", "2026-02-01")
    said = pusat.good("update", "Gambir", "Cideng", "--anggota", "120", "--per", "2026-02-01").out
    assert "Gambir" not in said and "1 koperasi" in said


MOVED = pytest.mark.parametrize(
    ("first", "older", "told"),
    [
        (
            ("--nib", "sudah", "--per", "2026-03-10"),
            ("--nib", "sudah", "--per", "2026-02-01"),
            "NIB: sudah, terhitung sejak 10 Maret 2026 → 1 Februari 2026",
        ),
        (
            ("--gerai", "belum", "--per", "2026-03-10"),
            ("--gerai", "belum", "--per", "2026-02-01"),
            "Gerai: belum, terhitung sejak 10 Maret 2026 → 1 Februari 2026",
        ),
        (
            ("--nib", "2025-12", "--per", "2026-01-01"),
            ("--nib", "2025-12", "--per", "2025-12-15"),
            "NIB: sudah, Desember 2025, terhitung sejak 31 Desember 2025 → 15 Desember 2025",
        ),
        (
            ("--nib", "sudah", "--per", "2026-03-10"),
            ("--nib", "2026-01-05", "--per", "2026-02-01"),
            "NIB: sudah → sudah, 5 Januari 2026",
        ),
    ],
)


@MOVED
def test_an_older_word_that_moves_the_start_back_says_from_which_day_to_which(
    pusat: Office, first: tuple[str, ...], older: tuple[str, ...], told: str
) -> None:
    pusat.good("update", "Gambir", *first)
    said = pusat.good("update", "Gambir", *older).out
    assert f"Gambir: {told}\n" in said
    assert "dikonfirmasi" not in said


def test_an_older_word_between_two_others_moves_nothing_and_says_so(pusat: Office) -> None:
    for state, per in (("belum", "2026-06-01"), ("proses", "2026-04-01")):
        pusat.good("update", "Gambir", "--nib", state, "--per", per)
    said = pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-03-01").out
    told = (
        "NIB: belum per 1 Maret 2026; catatan yang lebih baru tetap berlaku: belum (per 1 "
        "Juni 2026)"
    )
    assert f"Gambir: {told}\n" in said


def test_a_newer_word_that_repeats_what_is_held_confirms_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-02-01")
    said = pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10").out
    assert "Gambir: NIB: tetap sudah, dikonfirmasi\n" in said


def test_an_older_word_of_another_state_is_told_before_what_it_moved(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    pusat.good("update", "Gambir", "--nib", "2025-12-01", "--per", "2026-01-01")
    done = pusat.good("update", "Gambir", "--nib", "proses", "--per", "2026-02-01")
    said = (
        "proses per 1 Februari 2026, sehingga sudah, terhitung sejak 1 Desember 2025 → 10 "
        "Maret 2026"
    )
    assert f"Gambir: NIB: {said}\n" in done.out
    assert f"Gambir: NIB: {said}\n" in pusat.good("history").out


@pytest.mark.parametrize("by_file", [True, False])
def test_a_number_that_has_lost_its_zeros_is_refused_and_the_held_one_is_named(
    pusat: Office, by_file: bool
) -> None:
    pusat.good("update", "Gambir", "--rekening-bank", "BRI", "--rekening-nomor", "012301000124305")
    sheet = pusat.register.with_name("isian.csv")
    sheet.write_text("Kelurahan;Bank;No Rekening\nGambir;BRI;12301000124305\n", encoding="utf-8")
    by_hand = ("update", "Gambir", "--rekening-nomor", "12301000124305")
    done = pusat.run(*(("import", sheet, "--kota", "jakpus") if by_file else by_hand))
    assert done.code == 1
    assert "angka 0 di depan hilang; yang tercatat 012301000124305" in done.out + done.err
    pusat.good("update", "Gambir", "--rekening-nomor", "912301000124305")


def test_a_stop_between_two_days_is_no_correction_whatever_was_said_after_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "2026-03-01", "--per", "2026-03-02")
    pusat.good("update", "Gambir", "--usaha", "berhenti 2026-04-01", "--per", "2026-04-10")
    pusat.good("update", "Gambir", "--usaha", "belum", "--per", "2026-05-01")
    asked = ("report", "--kota", "jakpus", "--sejak", "2026-03-10", "--per", "2026-05-10")
    (change,) = pusat.good(*asked, "--json").json["kota"][0]["berubah"]
    assert (change["jenis"], change["tanggal"], change["menjadi"]) == (
        "berhenti",
        "2026-04-01",
        "belum",
    )
    assert "Beroperasi, 1 April 2026" in pusat.good(*asked).out


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_update_says_old_and_new_and_how_to_undo(pusat: Office, milestone: object) -> None:
    code = milestone.code  # type: ignore[attr-defined]
    option = "--" + code.replace("_", "-")
    pusat.good("update", "Gambir", option, "belum", "--per", "2026-01-31")
    done = pusat.good("update", "Gambir", option, "15 Januari 2026", "--per", "2026-02-28")
    assert "belum → sudah, 15 Januari 2026" in done.out
    assert "kkmp undo 3" in done.out
    name = built_in().in_year(code, 2025)
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown[name], shown[f"{name}_per"]) == ("2026-01-15", "2026-02-28")
    report = pusat.good("report", *PUSAT, "--per", "2026-01-15", "--json").json["kota"][0]
    assert report["milestone"][code]["sudah"] == 1
    assert (
        pusat.good("report", *PUSAT, "--per", "2026-01-14", "--json").json["kota"][0]["milestone"][
            code
        ]["sudah"]
        == 0
    )


def test_sk_is_short_for_sk_kemenkop(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--sk", "sudah")
    assert pusat.good("show", "Gambir", "--json").json["sk_kemenkop"] == "sudah"


@pytest.mark.on_a_file
def test_the_same_word_again_writes_nothing(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    before = pusat.register.read_bytes()
    assert "tidak ada yang berubah" in pusat.good("update", "Gambir", "--nib", "sudah").out
    assert pusat.register.read_bytes() == before


def test_usaha_is_taken_back_only_as_a_correction(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "sudah")
    assert "--koreksi" in pusat.refused("update", "Gambir", "--usaha", "belum").err
    pusat.good("update", "Gambir", "--usaha", "belum", "--koreksi")
    assert pusat.good("show", "Gambir", "--json").json["usaha"] == "belum"


@pytest.mark.parametrize(
    ("option", "first", "second"), [("--anggota", "50", "40"), ("--nib", "belum", "sudah")]
)
def test_a_word_of_an_older_day_says_that_the_newer_one_stands(
    pusat: Office, option: str, first: str, second: str
) -> None:
    pusat.good("update", "Gambir", option, first, "--per", "2026-03-01")
    before = pusat.good("show", "Gambir", "--json").json[option[2:]]
    told = pusat.good("update", "Gambir", option, second, "--per", "2026-01-05").out
    assert (
        f"{second} per 5 Januari 2026; catatan yang lebih baru tetap berlaku: {first} (per 1 "
        f"Maret 2026)" in told
    )
    assert "→" not in told
    assert pusat.good("show", "Gambir", "--json").json[option[2:]] == before


def test_an_older_day_that_supplies_the_date_is_told_as_the_change_it_is(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-01")
    told = pusat.good("update", "Gambir", "--nib", "2026-01-02", "--per", "2026-02-01").out
    assert "NIB: sudah → sudah, 2 Januari 2026" in told


@pytest.mark.parametrize("name", ["nama", "status", "percontohan"])
def test_emptying_a_default_that_nobody_stated_writes_nothing(
    pusat: Office, tmp_path: Path, name: str
) -> None:
    assert "tidak ada yang berubah" in pusat.good("update", "Gambir", "--kosongkan", name).out
    sheet = tmp_path / "kosong.csv"
    sheet.write_text(f"kode,{name}\n31.71.01.1001,(kosongkan)\n", encoding="utf-8")
    assert pusat.good("import", str(sheet), "--json").json["run"] is None


def test_tetap_confirms_all_that_is_open(pusat: Office) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--nib",
        "proses",
        "--usaha",
        "sudah",
        "--npwp",
        "sudah",
        "--per",
        "2026-01-31",
    )
    pusat.good("update", "Gambir", "--tetap", "--per", "2026-02-28")
    shown = pusat.good("show", "Gambir", "--json").json
    assert [shown[f"{code}_per"] for code in ("nib", "usaha", "npwp")] == [
        "2026-02-28",
        "2026-02-28",
        "2026-01-31",
    ]
    found = pusat.good("list", *PUSAT, "--belum-dikonfirmasi", "2026-02-01", "--json").json
    assert "Gambir" not in {one["kelurahan"] for one in found}


def test_kosongkan_returns_a_field_to_nothing_known_with_history(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012", "--ketua", "Siti")
    for name in ("nib", "nib-nomor", "ketua"):
        pusat.good("update", "Gambir", "--kosongkan", name)
    shown = pusat.good("show", "Gambir", "--json", "--with-personal").json
    assert (shown["nib"], shown["nib_nomor"], shown["ketua"]) == (None, None, None)
    assert len(shown["riwayat"]) == 5


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_a_date_ahead_names_the_option_of_the_plan(pusat: Office, milestone: object) -> None:
    option = "--" + milestone.code.replace("_", "-")  # type: ignore[attr-defined]
    err = pusat.refused("update", "Gambir", option, "2090-01-01").err
    assert err.startswith(f"{option} `2090-01-01`")
    assert f"`{option}-rencana" in err


def note(office: Office) -> str | None:
    held: str | None = office.good("show", "Cideng", "--json").json["catatan"]
    return held


def test_a_note_with_a_plus_goes_behind_the_one_that_is_held(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--catatan", "Menunggu kunci")
    done = pusat.good("update", "Cideng", "--catatan", "+ditanya lagi 9 Maret")
    assert "Catatan: Menunggu kunci → Menunggu kunci; ditanya lagi 9 Maret" in done.out
    again = pusat.good("update", "Cideng", "--catatan", "+ditanya lagi 9 Maret")
    assert again.out == "Sudah tercatat demikian; tidak ada yang berubah.\n"
    pusat.good("undo", "--yes")
    assert note(pusat) == "Menunggu kunci"
    assert "tidak ada yang ditambahkan" in pusat.refused("update", "Cideng", "--catatan", "+").err
    told = pusat.refused("update", "Cideng", "--catatan", "+" + "x" * 1_999).err
    assert "lebih dari 2000" in told and "ganti seluruh catatan dengan --catatan tanpa +" in told


def test_a_note_is_added_to_that_of_each_of_several(pusat: Office) -> None:
    pusat.good("update", "Cideng", "--catatan", "A", "--per", "2026-03-01")
    pusat.good("update", "Cideng", "Gambir", "--catatan", "+B", "--per", "2026-03-05")
    rows = pusat.good("list", "--kota", "jakpus", "--kolom", "kelurahan,catatan", "--json").json
    held = {row["kelurahan"]: row["catatan"] for row in rows}
    assert (held["Cideng"], held["Gambir"], held["Senen"]) == ("A; B", "B", None)


def test_a_note_that_begins_with_a_plus_is_kept_by_a_command_and_by_a_sheet(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--catatan", "'+62 nomor kantor")
    assert note(pusat) == "+62 nomor kantor"
    for name in ("r.csv", "r.xlsx"):
        pusat.good("export", "--kota", "jakpus", "-o", tmp_path / name)
        assert pusat.good("import", tmp_path / name, "--json").json["run"] is None
    sheet = tmp_path / "baru.csv"
    sheet.write_text("kelurahan,catatan\nCideng,'+62 lain\n", encoding="utf-8")
    pusat.good("import", sheet, "--kota", "jakpus", "--per", "2026-11-30")
    assert note(pusat) == "+62 lain"
