"""`kkmp import REGISTER.db`: what a colleague's register says is taken with its day and its officer,
as a sheet is: planned, told, written once, undone whole.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from colleagues import Colleague, colleague
from running import Asked, Office, opened
from tampering import tampered

pytestmark = pytest.mark.both_engines


@pytest.fixture
def sudin(pusat: Office, pusat_template: Path) -> Colleague:
    """A colleague with the same 44 cooperatives, of which he knows something."""
    one = colleague(pusat, pusat_template)
    one.good("update", "Gambir", "--anggota", 135, "--per", "2026-06-30")
    one.good(
        "update", "Cideng", "--nib", "2026-05-05", "--ketua", "Pak Budi", "--per", "2026-07-02"
    )
    return one


def _anggota(office: Office, name: str, day: str) -> object:
    return office.good("show", name, "--per", day, "--json").json["anggota"]


def test_each_statement_comes_with_its_day_its_officer_and_its_run(
    pusat: Office, sudin: Colleague
) -> None:
    bytes_before = sudin.register.read_bytes()
    done = pusat.good("import", sudin.register)
    assert "Dicatat di sana oleh: Siti Aminah 2 catatan" in done.out
    assert _anggota(pusat, "Gambir", "2026-06-30") == 135
    assert _anggota(pusat, "Gambir", "2026-06-29") is None
    ((change,),) = (
        [one for one in run["perubahan"] if one["bidang"] == "nib"]
        for run in pusat.good("history", "--jumlah", 1, "--json").json
    )
    assert change["asal"] | {"waktu": ""} == {
        "berkas": str(sudin.register),
        "run": 3,
        "petugas": "Siti Aminah",
        "waktu": "",
        "tanggal": change["asal"]["tanggal"],
    }
    assert "(Siti Aminah, " in pusat.good("show", "Cideng").out
    assert "pekerjaan 3 di " in pusat.good("history", "Cideng").out
    assert sudin.register.read_bytes() == bytes_before
    assert [*sudin.register.parent.iterdir()] == [sudin.register]


def test_nothing_of_a_person_is_taken(pusat: Office, sudin: Colleague) -> None:
    pusat.good("import", sudin.register)
    assert pusat.good("show", "Cideng", "--with-personal", "--json").json["ketua"] is None


def test_the_same_register_twice_changes_nothing_and_records_no_run(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good("import", sudin.register)
    before = pusat.state()
    done = pusat.good("import", sudin.register, "--json").json
    assert (done["ditulis"], done["run"]) == (False, None)
    assert (done["berkas"][0]["sama"], done["berkas"][0]["ubah"]) == (44, 0)
    assert pusat.state() == before
    assert "Tidak ada yang berubah" in pusat.good("import", sudin.register).out


def test_a_dry_run_shows_the_plan_and_leaves_the_register(pusat: Office, sudin: Colleague) -> None:
    before = pusat.state()
    done = pusat.good("import", sudin.register, "--dry-run")
    assert "Anggota: Gambir belum ada data → 135" in done.out
    assert "Hanya rencana (--dry-run)" in done.out
    assert pusat.state() == before


def test_an_undo_takes_all_of_it_back_and_another_brings_it_again(
    pusat: Office, sudin: Colleague
) -> None:
    before = pusat.state()
    sudin.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    sudin.good("training", "attend", 1, "Gambir", "--pengurus", 2)
    pusat.good("import", sudin.register)
    taken = pusat.state()
    pusat.good("undo")
    assert pusat.state() == before
    pusat.good("undo", 3)
    assert pusat.state() == taken


@pytest.mark.parametrize("first", [True, False])
def test_the_word_of_the_later_day_holds_whichever_comes_first(
    pusat: Office, sudin: Colleague, first: bool
) -> None:
    later = ("update", "Gambir", "--anggota", 150, "--per", "2026-07-31")
    if first:
        pusat.good(*later)
    told = pusat.good("import", sudin.register).out
    if not first:
        pusat.good(*later)
    assert ("Melengkapi riwayat, keadaan terakhir tetap (1)" in told) == first
    assert [_anggota(pusat, "Gambir", day) for day in ("2026-07-01", "2026-08-01")] == [135, 150]


def test_what_takes_back_a_sudah_is_told_with_commands_that_apply_it(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good("update", "Senen", "--usaha", "sudah", "--per", "2026-06-01")
    sudin.good("update", "Senen", "--usaha", "belum", "--per", "2026-07-01")
    done = pusat.good("import", sudin.register, "--json").json["berkas"][0]
    (conflict,) = done["rincian_konflik"]
    assert (done["konflik"], conflict["tercatat"], conflict["di_berkas"]) == (1, "sudah", "belum")
    assert conflict["mengubah_sejak"] == "2026-06-01"
    assert conflict["asal"]["petugas"] == "Siti Aminah"
    told = pusat.good("import", sudin.register).out
    assert "di berkas belum (per 1 Juli 2026; Siti Aminah, " in told
    assert "bila pernah, lalu berhenti" in told
    pusat.good(*conflict["perintah"].split()[1:])
    assert pusat.good("show", "Senen", "--json").json["usaha"] == "belum"
    assert pusat.good("import", sudin.register, "--json").json["berkas"][0]["konflik"] == 0


def test_overwrite_applies_what_is_in_conflict(pusat: Office, sudin: Colleague) -> None:
    pusat.good("update", "Senen", "--nib", "sudah", "--per", "2026-06-01")
    sudin.good("update", "Senen", "--nib", "belum", "--per", "2026-07-01")
    pusat.good("import", sudin.register, "--overwrite")
    assert pusat.good("show", "Senen", "--json").json["nib"] == "belum"


def test_what_was_undone_there_says_nothing_and_is_told_where_it_was_taken_before(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good("import", sudin.register)
    sudin.good("undo", 2)
    told = pusat.good("import", sudin.register).out
    assert "Gambir · Anggota: 135 per 30 Juni 2026 sudah dibatalkan di " in told
    assert "kkmp history 31.71.01.1001" in told
    fresh = colleague(pusat, sudin.register, "lagi")
    assert _anggota(pusat, "Gambir", "2026-08-01") == 135
    assert json.loads(fresh.good("show", "Gambir", "--json").out)["anggota"] is None


def test_a_kota_narrows_and_one_that_is_not_there_is_refused(
    office: Office, sudin: Colleague
) -> None:
    sudin.good("add", "Ancol", "--anggota", 9)
    office.good("import", sudin.register, "--kota", "jakut")
    assert [one["kelurahan"] for one in office.good("list", "--json").json if one["anggota"]] == [
        "Ancol"
    ]
    refused = office.refused("import", sudin.register, "--kota", "jakbar")
    assert "Yang ada di sana: Kota Administrasi Jakarta Pusat" in refused.err


def test_new_cooperatives_are_tambah_and_come_with_those_who_attended(
    office: Office, pusat: Office, sudin: Colleague
) -> None:
    sudin.good("add", "Ancol", "Pluit", "--anggota", 9)
    sudin.good("training", "add", "Dasar", "--kota", "jakut", "--mulai", "2026-05-01")
    sudin.good("training", "attend", 1, "Ancol", "--pengurus", 2)
    done = office.good("import", sudin.register, "--kota", "jakut", "--json").json
    assert done["berkas"][0]["tambah"] == 2
    (training,) = office.good("training", "list", "--json").json
    assert (
        office.good("training", "show", training["id"], "--json").json["hadir"][0]["pengurus"] == 2
    )


@pytest.mark.on_a_file
def test_what_is_no_register_or_not_whole_is_refused_in_words(
    pusat: Office, sudin: Colleague, tmp_path: Path
) -> None:
    text, other, newer, cut = (
        tmp_path / f"{name}.db" for name in ("teks", "lain", "baru", "potong")
    )
    text.write_text("bukan register")
    with opened(other) as connection:
        connection.execute("CREATE TABLE x (y)")
    for path in (newer, cut):
        shutil.copyfile(sudin.register, path)
    with opened(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    cut.write_bytes(cut.read_bytes()[:100_000])
    for path, words in (
        (text, "bukan register kkmp"),
        (other, "milik program lain"),
        (newer, "dibuat kkmp yang lebih baru"),
        (cut, "potong.db"),
        (tmp_path / "tidak-ada.db", "tidak ada"),
    ):
        refused = pusat.refused("import", path, code=3)
        assert words in refused.err
        assert "--db" not in refused.err


@pytest.mark.on_a_file
def test_a_register_that_was_tampered_with_is_refused(pusat: Office, sudin: Colleague) -> None:
    tampered(sudin.register, "UPDATE runs SET petugas = 'Orang Lain'")
    refused = pusat.refused("import", sudin.register, code=3)
    assert "tidak dibaca" in refused.err
    assert "Tidak ada yang berubah di sini" in refused.err


@pytest.mark.on_a_file
def test_the_register_itself_is_no_source(pusat: Office) -> None:
    link = pusat.register.with_name("tautan.db")
    link.symlink_to(pusat.register)
    for path in (pusat.register, link):
        assert "adalah register itu sendiri" in pusat.refused("import", path).err


@pytest.mark.on_a_file
def test_registers_and_sheets_are_taken_apart_by_the_commands_that_are_told(
    pusat: Office, sudin: Colleague, tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("kelurahan;anggota\nGambir;7\n")
    refused = pusat.refused("import", sudin.register, sheet)
    first, then = (part.split("`")[0] for part in refused.err.split("`kkmp ")[1:])
    pusat.good(*first.split())
    pusat.good(*then.split())
    assert _anggota(pusat, "Gambir", "2026-11-01") == 135


@pytest.mark.on_a_file
def test_a_folder_is_its_sheets_or_its_registers(pusat: Office, sudin: Colleague) -> None:
    folder = sudin.register.parent
    shutil.copyfile(sudin.register, folder / "b.db")
    done = pusat.good("import", folder, "--json").json
    assert [Path(one["berkas"]).name for one in done["berkas"]] == ["b.db", "sudin.db"]
    (folder / "isian.csv").write_text("kelurahan;anggota\nGambir;7\n")
    told = pusat.good("import", folder)
    assert "Anggota: Gambir 135 → 7" in told.out
    assert "sudin.db" in told.err


@pytest.mark.on_a_file
@pytest.mark.parametrize("option", [("--per", "2026-01-01"), ("--map", "a=nib"), ("--sheet", "1")])
def test_what_says_how_sheets_are_read_is_refused(
    pusat: Office, sudin: Colleague, option: tuple[str, str]
) -> None:
    assert option[0] in pusat.refused("import", sudin.register, *option, code=2).err


@pytest.mark.on_a_file
def test_a_journal_beside_it_is_not_read_and_not_touched(pusat: Office, sudin: Colleague) -> None:
    journal = sudin.register.with_name("sudin.db-journal")
    journal.write_bytes(b"x" * 600)
    assert "sudin.db-journal; itu tidak dibaca" in pusat.good("import", sudin.register).err
    assert journal.read_bytes() == b"x" * 600


@pytest.mark.on_a_file
def test_a_training_too_is_told_with_who_recorded_it_there(pusat: Office, sudin: Colleague) -> None:
    sudin.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    pusat.good("import", sudin.register)
    told = pusat.good("history", "--jumlah", 1).out
    assert "Pelatihan 1 dicatat: judul Dasar" in told
    assert told.count("(Siti Aminah, ") == 3


@pytest.mark.on_a_file
def test_a_terminal_shows_the_plan_and_takes_one_yes(pusat: Office, sudin: Colleague) -> None:
    before = pusat.register.read_bytes()
    for answer, code in (("t\n", 1), ("y\n", 0)):
        terminal = Asked("--db", pusat.register, "import", sudin.register)
        terminal.until("2 koperasi dari register itu? [y/T] ")
        assert "Anggota: Gambir belum ada data → 135" in terminal.said
        assert pusat.register.read_bytes() == before
        terminal.answer(answer)
        assert terminal.end() == code
    assert _anggota(pusat, "Gambir", "2026-08-01") == 135


@pytest.mark.on_a_file
def test_alone_it_lists_registers_and_takes_the_one_that_is_chosen(
    pusat: Office, sudin: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sudin.register.parent)
    terminal = Asked("--db", pusat.register, "import")
    terminal.until("jalur berkas]: ")
    assert "sudin.db" in terminal.said
    assert "register kkmp, milik rekan atau cadangan" in terminal.said
    terminal.answer("1\n")
    terminal.until("[y/T] ")
    terminal.answer("y\n")
    assert terminal.end() == 0
    assert _anggota(pusat, "Gambir", "2026-08-01") == 135
