"""`kkmp config`: what is set, where it is kept, and what holds."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.settings import config_file
from kkmp_cli.settings.keys import KEYS
from running import Asked, Office

pytestmark = pytest.mark.both_engines


def shown(office: Office) -> dict[str, tuple[str | None, str | None]]:
    """Every setting that has a value or a source, as `kkmp config --json` tells it."""
    rows: list[dict[str, Any]] = office.good("config", "--json").json
    assert [row["kunci"] for row in rows] == list(KEYS)
    return {row["kunci"]: (row["isi"], row["dari"]) for row in rows if row["isi"]}


def test_without_anything_set_it_shows_what_holds(office: Office) -> None:
    assert shown(office) == {
        "petugas": ("Petugas Uji", "KKMP_PETUGAS"),
        "lama_tanpa_kabar": ("30", "bawaan"),
    }
    page = office.good("config")
    assert all(key in page.out for key in KEYS)
    assert "belum diisi: NIP yang menandatangani" in page.out
    assert str(config_file.path()) in page.err
    assert not config_file.path().exists()


@pytest.mark.on_a_file
def test_the_example_that_it_prints_works(office: Office) -> None:
    line = office.good("config").err.splitlines()[0].removeprefix("Ubah: kkmp ")
    office.good(*shlex.split(line))
    assert shown(office)["tempat"] == ("Jakarta", "komputer ini")


@pytest.mark.on_a_file
def test_before_there_is_a_register_this_computer_keeps_it_and_then_the_register(
    office: Office,
) -> None:
    office.good("config", "tempat", "Jakarta")
    office.good("config", "kota", "jakpus")
    office.good("add", "--all")
    assert len(office.good("list", "--json").json) == 44
    assert "register" in office.good("config", "tempat", "Bandung").out
    assert shown(office)["tempat"] == ("Bandung", "register")
    office.good("undo")
    assert shown(office)["tempat"] == ("Jakarta", "komputer ini")
    office.good("config", "kota", "jakut")
    assert shown(office)["kota"] == ("jakut", "komputer ini")


def test_what_the_register_keeps_is_a_run_with_history_and_undo(pusat: Office) -> None:
    pusat.good("config", "kantor", "SUKU DINAS; KOTA ADMINISTRASI JAKARTA PUSAT")
    pusat.good("config", "kantor", "SUKU", "DINAS")
    newest, before, _ = pusat.good("history", "--json").json
    assert newest["perintah"] == "kkmp config kantor SUKU DINAS"
    assert "Pengaturan kantor: SUKU DINAS" in pusat.good("history").out
    pusat.refused("undo", before["run"])
    pusat.good("undo")
    lines = "SUKU DINAS; KOTA ADMINISTRASI JAKARTA PUSAT"
    assert shown(pusat)["kantor"] == (lines, "register")
    pusat.good("undo", before["run"])
    assert "kantor" not in shown(pusat)
    assert pusat.good("check").code == 0


def test_the_same_again_is_no_run(pusat: Office) -> None:
    pusat.good("config", "tempat", "Jakarta")
    runs = len(pusat.good("history", "--json").json)
    assert "tidak ada yang berubah" in pusat.good("config", "tempat", " Jakarta ").out
    assert len(pusat.good("history", "--json").json) == runs


def test_one_setting_stands_alone_on_stdout(pusat: Office) -> None:
    pusat.good("config", "alamat", "Jl. Merdeka 1; Telp 021-1")
    assert pusat.good("config", "alamat").out == "Jl. Merdeka 1; Telp 021-1\n"
    assert pusat.good("config", "Penandatangan-Nama").out == ""
    assert pusat.good("config", "alamat", "--json").json["dari"] == "register"


def test_what_is_taken_out_is_gone_from_where_it_was(pusat: Office) -> None:
    pusat.good("config", "tempat", "Bogor", "--komputer")
    pusat.good("config", "tempat", "Jakarta", "--register")
    done = pusat.good("config", "tempat", "--hapus")
    assert "Bogor" in done.err
    pusat.good("config", "tempat", "--hapus")
    assert "tempat" not in shown(pusat)


def test_the_environment_is_stronger_and_that_is_said(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_TEMPAT", "Bogor")
    assert "`Bogor`, dari KKMP_TEMPAT" in pusat.good("config", "tempat", "Jakarta").err
    assert shown(pusat)["tempat"] == ("Bogor", "KKMP_TEMPAT")


@pytest.mark.parametrize(
    "typed",
    [
        ("kota", "jakpuz"),
        ("kota", "semua"),
        ("lama_tanpa_kabar", "sebulan"),
        ("penandatangan_nip", "3171000000000001"),
        ("mengetahui_nip", "123"),
        ("tempat", " "),
        ("tempat", "x" * 121),
        ("alamat", "a;b;c;d;e"),
    ],
)
def test_what_a_setting_cannot_be_is_refused(typed: tuple[str, str], pusat: Office) -> None:
    pusat.refused("config", *typed)


@pytest.mark.parametrize(
    "typed",
    [
        ("warna", "merah"),
        ("--hapus",),
        ("tempat", "Jakarta", "--hapus"),
        ("tempat", "Jakarta", "--register", "--komputer"),
        ("petugas", "Sari", "--register"),
    ],
)
def test_what_has_no_meaning_is_refused(typed: tuple[str, ...], pusat: Office) -> None:
    pusat.refused("config", *typed, code=2)


def test_unknown_settings_of_the_file_are_told_and_left(office: Office) -> None:
    config_file.path().parent.mkdir(parents=True)
    config_file.path().write_text("# catatan\nwarna = 'merah'\n")
    assert "warna" in office.good("config").err
    office.good("config", "kota", "jakpus")
    assert config_file.path().read_text().startswith("# catatan\nwarna = 'merah'\n")


def test_a_damaged_file_is_named_by_who_needs_it_and_stays(pusat: Office) -> None:
    config_file.path().parent.mkdir(parents=True)
    config_file.path().write_text("kota = ")
    for command in (("config",), ("config", "kota", "jakpus"), ("list",)):
        assert "config.toml" in pusat.refused(*command, code=3).err
    pusat.good("list", "--kota", "jakpus")
    assert config_file.path().read_text() == "kota = "


def test_a_kota_of_the_settings_that_is_none_is_told_as_such(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_KOTA", "jakpuz")
    assert "kkmp config" in pusat.refused("list").err
    assert "kkmp config" not in pusat.refused("list", "--kota", "jakpuz").err


def test_the_days_without_word_are_those_of_the_office(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "sudah", "--per", "2026-02-01")
    pusat.good("config", "lama_tanpa_kabar", "3000")
    rules = {rule["kode"]: rule for rule in pusat.good("check", "--json").json["aturan"]}
    assert rules["belum_dikonfirmasi"]["jumlah"] == 0
    pusat.good("config", "lama_tanpa_kabar", "1")
    rules = {rule["kode"]: rule for rule in pusat.good("check", "--json").json["aturan"]}
    assert rules["belum_dikonfirmasi"]["jumlah"] == 1
    assert "Lebih dari 1 hari tanpa kabar" in pusat.good("check").out


@pytest.mark.on_a_file
def test_a_first_run_at_a_terminal_asks_once_and_keeps_the_answers(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKMP_PETUGAS")
    asked = Asked("--db", office.register, "add", "Gambir", "--kota", "jakpus")
    asked.until("Nama Anda")
    asked.answer("Sari\n")
    asked.until("Kota kantor Anda")
    asked.answer("jakpuz\n")
    asked.until("tidak ditemukan")
    asked.answer("jakpus\n")
    assert asked.end() == 0
    assert shown(office)["petugas"] == ("Sari", "komputer ini")
    assert shown(office)["kota"] == ("jakpus", "komputer ini")
    assert office.good("history", "--json").json[0]["petugas"] == "Sari"
    again = Asked("--db", office.register.with_name("b.db"), "add", "Cideng")
    assert again.end() == 0
    assert "Nama Anda" not in again.said


def test_enter_passes_over_both_questions(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KKMP_PETUGAS")
    asked = Asked("--db", office.register, "add", "Gambir", "--kota", "jakpus")
    asked.until("Nama Anda")
    asked.answer("\n\n")
    assert asked.end() == 0
    assert config_file.values() == {}
    other = office.register.with_name("lain.db")
    again = Asked("--db", other, "add", "Gambir", "--kota", "jakpus")
    assert again.end() == 0
    assert "Nama Anda" not in again.said


@pytest.mark.on_a_file
def test_who_breaks_off_leaves_nothing_behind(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKMP_PETUGAS")
    asked = Asked("--db", office.register, "add", "Gambir", "--kota", "jakpus")
    asked.until("Nama Anda")
    asked.answer("Sari\n")
    asked.until("Kota kantor Anda")
    asked.interrupt()
    assert asked.end() == 130
    assert not config_file.path().parent.exists()
    assert not office.register.exists()


@pytest.mark.on_a_file
def test_a_colleague_on_another_computer_is_asked_too(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKMP_PETUGAS")
    asked = Asked("--db", pusat.register, "update", "Cideng", "--nib", "sudah")
    asked.until("Nama Anda")
    asked.answer("Budi\n\n")
    assert asked.end() == 0
    assert pusat.good("history", "--json").json[0]["petugas"] == "Budi"


def test_a_pipe_is_never_asked(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KKMP_PETUGAS")
    assert "Nama Anda" not in office.good("add", "Gambir", "--kota", "jakpus").err


def test_where_the_file_cannot_be_written_the_command_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "berkas").touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "berkas"))
    assert "tidak dapat dibuat" in office.refused("config", "petugas", "Sari", code=3).err
