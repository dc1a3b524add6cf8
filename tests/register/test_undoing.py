"""An undo takes a whole run back, and is refused with the names of what has been built on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from history import EACH_ENTITY, assert_chain_holds
from kkmp_cli.register import stored_projection
from running import STATE_TABLES, Office, opened


@pytest.mark.parametrize("arguments", EACH_ENTITY, ids=" ".join)
def test_undo_restores_every_row_and_undo_of_the_undo_brings_it_back(
    pusat: Office, arguments: tuple[str, ...]
) -> None:
    before = pusat.state()
    pusat.good(*arguments)
    after = pusat.state()
    assert after != before
    pusat.good("undo")
    assert pusat.state() == before
    newest = pusat.good("history", "--json").json[0]["run"]
    pusat.good("undo", newest)
    assert pusat.state() == after
    assert_chain_holds(pusat.register)


def test_every_run_of_a_long_day_can_be_taken_back_one_by_one(pusat: Office) -> None:
    states = [pusat.state()]
    for arguments in EACH_ENTITY:
        pusat.good(*arguments)
        states.append(pusat.state())
    pusat.good("training", "attend", "1", "Cideng", "--pengurus", "2")
    states.append(pusat.state())
    pusat.good("training", "update", "1", "--tempat", "Aula")
    states.append(pusat.state())
    pusat.good("followup", "update", "1", "--batas", "2027-01-31")
    states.append(pusat.state())
    pusat.good("followup", "done", "1", "--hasil", "selesai")
    states.append(pusat.state())
    for command in (
        ("training", "remove", "1"),
        ("target", "remove", "1"),
        ("figure", "remove", "1"),
    ):
        pusat.good(*command)
        states.append(pusat.state())
    for before in reversed(states[:-1]):
        pusat.good("undo")
        assert pusat.state() == before
    pusat.good("undo")
    assert pusat.refused("undo").err.startswith("Tidak ada pekerjaan yang dapat dibatalkan")


def test_undo_names_the_cooperatives_that_a_later_run_touched(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "sudah")
    pusat.good("update", "Cideng", "--nib", "2025-08-15")
    done = pusat.refused("undo", "2")
    assert "Cideng" in done.err
    assert "Gambir" not in done.err
    assert "kkmp undo 3" in done.err
    pusat.good("undo", "3")
    pusat.good("undo", "2")


def test_undo_goes_past_later_runs_on_other_fields_or_other_cooperatives(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "Gambir", "--npwp", "sudah")
    pusat.good("update", "Cideng", "--nib", "sudah")
    pusat.good("undo", "2")
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["nib"], shown["npwp"]) == (None, "sudah")


def test_what_a_run_registered_is_not_taken_away_below_later_statements(pusat: Office) -> None:
    pusat.good("add", "Pluit")
    pusat.good("update", "Pluit", "--nib", "sudah")
    assert "Pluit" in pusat.refused("undo", "2").err


def test_a_training_with_later_attendance_is_not_undone(pusat: Office) -> None:
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025")
    pusat.good("training", "attend", "1", "Gambir")
    pusat.refused("undo", "2")


def test_a_cooperative_that_came_to_a_training_is_not_undone(pusat: Office) -> None:
    pusat.good("training", "add", "Pembukuan", "--kota", "jakut", "--mulai", "2025")
    pusat.good("add", "Pluit")
    pusat.good("training", "attend", "1", "Pluit")
    assert "Pluit" in pusat.refused("undo", "3").err


def test_an_area_with_a_later_cooperative_is_not_undone(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus")
    pusat.good("add", "Gambir Selatan")
    assert "Gambir Selatan" in pusat.refused("undo", "2").err


def test_an_area_with_a_later_spelling_is_not_undone(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus")
    code = pusat.good("area", "list", "--kecamatan", "Gambir", "--kota", "jakpus", "--json").json[
        -1
    ]["kode"]
    pusat.good("area", "alias", "Gambier Sel", code)
    assert "Gambier Sel" in pusat.refused("undo", "2").err


def test_a_cooperative_with_a_later_tindak_lanjut_is_not_undone(pusat: Office) -> None:
    pusat.good("add", "Pluit")
    pusat.good(
        "followup",
        "add",
        "x",
        "--kelurahan",
        "Pluit",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-12-31",
    )
    assert "tindak lanjut 1" in pusat.refused("undo", "2").err


NAMED = {
    "remembered heading": (
        [
            ("import", "{sheet}", "--map", "Warna=nib", "--remember"),
            ("import", "--forget", "Warna"),
        ],
        'judul kolom "Warna"',
    ),
    "training": (
        [
            ("training", "add", "Pembukuan dasar", "--kota", "jakpus", "--mulai", "2025"),
            ("training", "remove", "1"),
        ],
        'pelatihan 1 "Pembukuan dasar"',
    ),
    "target": (
        [("target", "set", "rat", "2026-03-31", "--kota", "jakpus"), ("target", "remove", "1")],
        "target 1 RAT tahun buku 2025",
    ),
    "figure": (
        [
            (
                "figure",
                "add",
                "beroperasi",
                "34",
                "--kota",
                "jakpus",
                "--per",
                "2026-03-10",
                "--sumber",
                "Antara",
            ),
            ("figure", "remove", "1"),
        ],
        "angka 1 beroperasi",
    ),
    "follow-up": (
        [
            (
                "followup",
                "add",
                "Urus NIB " * 20,
                "--kelurahan",
                "Gambir",
                "--penanggung-jawab",
                "Camat",
                "--batas",
                "2026-12-01",
            ),
            ("followup", "done", "1"),
        ],
        'tindak lanjut 1 "Urus NIB Urus NIB Urus NIB Urus NIB Urus NIB Urus NIB Urus …"',
    ),
    "attendance": (
        [
            ("training", "add", "Pembukuan dasar", "--kota", "jakpus", "--mulai", "2025"),
            ("training", "attend", "1", "Cideng"),
        ],
        "kehadiran Cideng",
    ),
    "area": (
        [
            ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
            ("area", "recode", "31.71.01.S101", "31.71.01.1099"),
        ],
        'Gambir Selatan, ejaan "31.71.01.S101"',
    ),
    "spelling": (
        [
            ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
            ("area", "alias", "Gambier Sel", "31.71.01.S101"),
        ],
        'ejaan "Gambier Sel"',
    ),
}


@pytest.mark.parametrize(("commands", "named"), NAMED.values(), ids=NAMED)
def test_undo_names_what_stands_in_its_way_as_people_know_it(
    pusat: Office, tmp_path: Path, commands: Sequence[Sequence[str]], named: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;Warna\nGambir;sudah\n", encoding="utf-8")
    for command in commands:
        pusat.good(*(word.format(sheet=sheet) for word in command))
    assert named in pusat.refused("undo", "2").err


def test_an_undo_that_would_put_one_number_on_two_is_refused(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Gambir", "--kosongkan", "nib-nomor")
    pusat.good("update", "Cideng", "--nib", "0123456789012")
    pusat.refused("undo", "3")


@pytest.mark.parametrize("number", ["99", "0", "007x", "-1", "1.5", "９", "999999999999999999999"])
def test_a_run_that_does_not_exist_cannot_be_undone(pusat: Office, number: str) -> None:
    done = pusat.run("undo", number)
    assert done.code in (1, 2)
    assert done.out == ""


def test_a_run_is_undone_once(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("undo", "2")
    told = pusat.refused("undo", "2").err
    assert "sudah dibatalkan" in told
    assert "Kembalikan dengan `kkmp undo 3`." in told
    pusat.good("undo", "3")
    assert pusat.good("show", "Gambir", "--json").json["nib"] == "sudah"


def test_numbers_change_hands_however_many_cooperatives_one_call_touches(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_projection, "_TOGETHER", 1)
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Cideng", "--nib", "1123456789012")
    sheet = pusat.register.with_name("tukar.csv")
    sheet.write_text(
        "Kelurahan,NIB\nGambir,1123456789012\nCideng,0123456789012\n", encoding="utf-8"
    )
    pusat.good("import", sheet, "--kota", "jakpus")
    pusat.good("undo")
    assert pusat.good("show", "Gambir", "--json").json["nib_nomor"] == "0123456789012"


# -- what was known on a day
# -----------------------------------------------------------------------------


def test_all_tables_of_the_state_are_compared(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        names = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    assert names - {
        "register",
        "runs",
        "events",
        "personal_values",
        "fingerprints",
        "checkpoints",
        "alembic_version",
    } == set(STATE_TABLES)


def test_what_stands_in_the_way_is_a_run_in_force(pusat: Office) -> None:
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-01-05")
    made = pusat.good("history", "--json").json[0]["run"]
    pusat.good("training", "attend", "1", "Gambir", "--hadir")
    pusat.good("training", "remove", "1")
    pusat.good("undo")
    assert f"kkmp undo {made + 1}\n" in pusat.refused("undo", made).err
    pusat.good("undo", made + 1)
    pusat.good("undo", made)
