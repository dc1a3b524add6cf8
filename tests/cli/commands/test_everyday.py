"""The officer's days at the command line: every command does what it says, and says what it did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kkmp_cli.milestones import MILESTONES, codes
from kkmp_cli.model import vocabulary
from running import Office, process

PUSAT = ("--kota", "jakpus")


def test_kkmp_alone_shows_the_daily_work_and_where_to_begin(office: Office) -> None:
    done = office.good()
    for word in ("add", "import", "update", "list", "show", "report", "kkmp demo"):
        assert word in done.out


def test_add_registers_one_and_then_all_others(office: Office) -> None:
    assert "KKMP Gambir (31.71.01.1001)" in office.good("add", "Gambir", "--nib", "sudah").out
    done = office.good("add", *PUSAT, "--all")
    assert "43 koperasi" in done.out
    assert "1 koperasi sudah terdaftar" in done.err
    assert "tidak ada yang ditulis" in office.good("add", *PUSAT, "--all").out
    assert len(office.good("history", "--json").json) == 2


def test_a_recorded_spelling_is_known_for_good(pusat: Office) -> None:
    pusat.good("area", "alias", "Gambier Kota", "31.71.01.1001")
    assert pusat.good("show", "gambier kota", "--json").json["kode"] == "31.71.01.1001"
    assert "sudah dikenal" in pusat.good("area", "alias", "Gambier Kota", "31.71.01.1001").out


@pytest.mark.parametrize(
    "name",
    [
        "31.71.01.1001",
        "Gambir",
        "GAMBIR",
        " gambir ",
        "KKMP Gambir",
        "Kel. Gambir",
        "Koperasi Kelurahan Merah Putih Gambir",
        "Kelurahan Gambir",
    ],
)
def test_a_cooperative_answers_to_code_and_name(pusat: Office, name: str) -> None:
    assert pusat.good("show", name, "--json").json["kode"] == "31.71.01.1001"


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_update_says_old_and_new_and_how_to_undo(pusat: Office, milestone: object) -> None:
    code = milestone.code  # type: ignore[attr-defined]
    option = "--" + code.replace("_", "-")
    pusat.good("update", "Gambir", option, "belum", "--per", "2026-01-31")
    done = pusat.good("update", "Gambir", option, "15 Januari 2026", "--per", "2026-02-28")
    assert "belum → sudah, 15 Januari 2026" in done.out
    assert "kkmp undo 3" in done.out
    name = vocabulary.in_year(code, 2025)
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


def test_a_swap_of_two_numbers_is_one_import(pusat: Office, tmp_path: object) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Cideng", "--nib", "1123456789012")
    sheet = pusat.register.with_name("tukar.csv")
    sheet.write_text(
        "Kelurahan,NIB\nGambir,1123456789012\nCideng,0123456789012\n", encoding="utf-8"
    )
    pusat.good("import", sheet, *PUSAT)
    assert pusat.good("show", "Gambir", "--json").json["nib_nomor"] == "1123456789012"


def test_the_command_of_a_conflict_applies_it(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "sudah", "--rat", "sudah", "--per", "2026-01-31")
    sheet = pusat.register.with_name("konflik.csv")
    sheet.write_text(
        "Kelurahan,Usaha,Kendala,RAT TB 2025\nGambir,terkendala,kurang modal,belum\n",
        encoding="utf-8",
    )
    found = pusat.good("import", sheet, *PUSAT, "--per", "2026-02-28", "--json").json
    conflicts = found["berkas"][0]["rincian_konflik"]
    assert not found["ditulis"]
    commands = [
        word
        for conflict in conflicts
        for word in conflict.values()
        if str(word).startswith("kkmp update")
    ]
    assert len(commands) == len(conflicts) == 3
    import shlex

    for command in commands:
        pusat.good(*shlex.split(command)[1:])
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["usaha"], shown["rat_2025"]) == ("terkendala", "belum")
    assert shown["usaha_kendala"].startswith("modal")


def test_personal_values_are_shown_only_when_asked_for(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu", "--telepon=081234567890")
    for command in (
        ("show", "Gambir"),
        ("show", "Gambir", "--json"),
        ("list", "--json"),
        ("history",),
        ("history", "--json"),
        ("report", *PUSAT, "--json"),
        ("report", *PUSAT),
    ):
        done = pusat.good(*command)
        assert "Siti" not in done.out
        assert "081234567890" not in done.out
    assert "Siti Rahayu" in pusat.good("show", "Gambir", "--with-personal").out


def test_trainings_from_beginning_to_end(pusat: Office) -> None:
    pusat.good(
        "training",
        "add",
        "Pembukuan",
        *PUSAT,
        "--mulai",
        "3 November 2025",
        "--peserta",
        "62",
        "--materi",
        "a,b",
    )
    pusat.good("training", "attend", "1", "Gambir", "Cideng", "--pengurus", "2", "--pengawas", "1")
    pusat.good("training", "attend", "1", "Kenari", "--hadir")
    pusat.good("training", "update", "1", "--tempat", "Aula")
    (one,) = pusat.good("training", "list", "--json").json
    assert (one["id"], one["peserta"], one["kkmp"], one["tempat"], one["materi"]) == (
        1,
        62,
        3,
        "Aula",
        ["a", "b"],
    )
    report = pusat.good("report", *PUSAT, "--json").json["kota"][0]["pelatihan"]
    assert (report["kegiatan"], report["peserta"], report["kkmp_terjangkau"]) == (1, 62, 3)
    assert len(report["belum_tercatat"]) == 41
    assert pusat.good("show", "Gambir", "--json").json["pelatihan"][0]["hadir"][0]["pengurus"] == 2
    pusat.good("training", "remove", "1")
    assert pusat.good("training", "list", "--json").json == []


def test_targets_figures_and_tindak_lanjut_appear_in_the_report(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "belum")
    pusat.good(
        "target", "set", "nib", "2026-12-31", *PUSAT, "--nilai", "90%", "--sumber", "Wali Kota"
    )
    pusat.good("figure", "add", "nib", "40", *PUSAT, "--per", "2025-12-31", "--sumber", "Antara")
    pusat.good(
        "followup",
        "add",
        "Dampingi NIB",
        *PUSAT,
        "--belum",
        "nib",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-01-31",
    )
    report = pusat.good("report", *PUSAT, "--json").json["kota"][0]
    assert {one["milestone"] for one in report["target"]} >= {"nib"}
    assert report["angka_rujukan"][0]["nilai"] in (40, "40")
    assert report["tindak_lanjut"][0]["kode"] == ["31.71.01.1001", "31.71.01.1002"]
    assert pusat.good("followup", "list", "--json").json[0]["terlambat"] is True
    pusat.good("followup", "update", "1", "--batas", "2090-01-31")
    (moved,) = pusat.good("followup", "list", "--json").json
    assert (moved["batas_lama"], moved["terlambat"]) == (["2026-01-31"], False)
    pusat.good("followup", "done", "1", "--hasil", "terbit")
    assert pusat.good("followup", "list", "--json").json == []
    assert pusat.good("followup", "list", "--all", "--json").json[0]["hasil"] == "terbit"


def test_a_new_kelurahan_gets_its_official_code_later(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", *PUSAT)
    pusat.good("add", "Gambir Selatan", "--nib", "sudah")
    code = pusat.good("show", "Gambir Selatan", "--json").json["kode"]
    pusat.good("area", "recode", code, "31.71.01.1099")
    assert pusat.good("show", code, "--json").json["kode"] == "31.71.01.1099"
    assert pusat.good("report", *PUSAT, "--json").json["kota"][0]["kkmp"] == 45


def test_kkmp_kota_narrows_names_and_is_overridden(
    demo: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_KOTA", "jakpus")
    assert len(demo.good("list", "--json").json) == 44
    assert len(demo.good("list", "--kota", "semua", "--json").json) == 214
    assert demo.good("show", "31.72.01.1005", "--json").json["kelurahan"] == "Pluit"


def test_json_of_a_cooperative_has_every_field_that_is_not_personal(demo: Office) -> None:
    listed = demo.good("list", *PUSAT, "--json").json
    shown = demo.good("show", "Gambir", "--json").json
    wanted = set(vocabulary.register_fields([2025])) | {"tahap"}
    assert set(listed[0]) == wanted
    assert set(shown) == wanted | {"pelatihan", "tindak_lanjut", "riwayat"}


def test_output_goes_whole_to_a_file(demo: Office) -> None:
    target = demo.register.with_name("laporan.json")
    demo.good("report", *PUSAT, "-o", target)
    assert target.read_text(encoding="utf-8") == demo.good("report", *PUSAT, "--json").out
    assert demo.run("report", *PUSAT, "-o", demo.register).code == 3


# -- streams
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}, {"FORCE_COLOR": "1"}, {}],
)
def test_a_pipe_has_no_colour_and_no_cut_line(demo: Office, environment: dict[str, str]) -> None:
    done = process("--db", demo.register, "report", *PUSAT, "--per", "2026-03-10", **environment)
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "\x1b" not in text
    assert (
        "Harapan Mulia, Serdang*, Gunung Sahari Selatan, Cempaka Baru, Sumur Batu, Utan Panjang"
        in text
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"TZ": "Asia/Tokyo"},
        {"TZ": "entah"},
    ],
)
def test_poor_terminals_and_odd_surroundings_are_no_obstacle(
    demo: Office, environment: dict[str, str]
) -> None:
    demo.good("update", "Gambir", "--catatan", "田中 · é")
    for arguments in (
        ("report", *PUSAT),
        ("show", "Gambir"),
        ("history",),
        ("list", "--json"),
        ("--help",),
    ):
        done = process("--db", demo.register, *arguments, **environment)
        assert done.returncode == 0, arguments
        assert b"Traceback" not in done.stderr


def test_no_home_is_no_obstacle_when_the_register_is_named(demo: Office) -> None:
    bare = {"PATH": os.environ["PATH"], "KKMP_DB": str(demo.register)}
    command = [sys.executable, "-m", "kkmp_cli", "report", *PUSAT, "--json"]
    done = subprocess.run(command, capture_output=True, env=bare, check=False)
    assert done.returncode == 0, done.stderr


def test_codes_of_the_milestones_are_what_list_takes(demo: Office) -> None:
    for code in codes():
        for option in ("--sudah", "--belum", "--tidak-diketahui", "--tanpa", "--terkendala"):
            demo.good("list", option, code, "--json")
    demo.good("list", "--terkendala", "semua", "--percontohan", "--json")


def test_an_interrupt_says_whether_anything_was_saved(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    sheet = pusat.register.with_name("isian.csv")
    sheet.write_text("Kelurahan;Anggota\nGambir;180\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("kkmp_cli.register.writer.Writer.apply", interrupted)
        before = pusat.run("update", "Gambir", "--anggota", "175")
    assert (before.code, before.err) == (130, "Dihentikan; tidak ada yang ditulis.\n")
    with monkeypatch.context() as patched:
        patched.setattr("kkmp_cli.cli.commands.import_._say_forms", interrupted)
        after = pusat.run("import", sheet, "--kota", "jakpus")
    newest = pusat.good("history", "--json").json[0]["run"]
    assert after.code == 130
    assert after.err.splitlines()[-2:] == [
        f"Dihentikan sesudah tersimpan sebagai run {newest}.",
        f"→ Batalkan dengan `kkmp undo {newest}`.",
    ]
