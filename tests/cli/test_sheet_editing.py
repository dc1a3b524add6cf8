"""`kkmp edit`: what was typed into the sheet is recorded, and nothing else."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from desktop import Desktop, changed, followed, typed
from kkmp_cli import sheets
from running import Asked, Office, count

WAITING = "Tekan Enter setelah menyimpan dan menutup lembar: "
AGREE = "[y/T] "


class Editing:
    """`kkmp edit` of the kecamatan Gambir at a terminal, its workbook open on the desktop."""

    def __init__(self, office: Office, desktop: Desktop, *options: object) -> None:
        self.output = office.register.parent / "layar.txt"
        place = ("--kota", "jakpus", "--kecamatan", "Gambir")
        with self.output.open("wb") as out:
            self.asked = Asked("--db", office.register, "edit", *place, *options, out=out)
        self.asked.until(WAITING)
        self.workbook = desktop.opened[-1]

    def enter(self, until: str = "") -> None:
        """Says that the workbook is saved, and reads on until these words."""
        self.asked.said = ""
        self.asked.answer("\n")
        if until:
            self.asked.until(until)

    def answer(self, text: str) -> None:
        self.asked.answer(f"{text}\n")

    def end(self, code: int = 0) -> str:
        """What stood on the screen, both streams, at the end with this code."""
        assert self.asked.end() == code, self.asked.said
        return self.output.read_text() + self.asked.said.replace("\r\n", "\n")


def test_cells_that_were_typed_are_recorded_once_agreed_to_and_no_others(
    gambir: Office, desktop: Desktop
) -> None:
    editing = Editing(gambir, desktop)
    typed(
        editing.workbook,
        {
            ("Cideng", "Anggota"): 135,
            ("Gambir", "Usaha"): "15 Agustus 2025",
            ("Duri Pulo", "Kendala Usaha"): "modal",
        },
    )
    editing.enter(AGREE)
    assert "Tulis perubahan pada 3 koperasi?" in editing.asked.said
    editing.answer("y")
    screen = editing.end()
    assert "Cideng 120 → 135" in screen
    assert "Tersimpan sebagai pekerjaan" in screen
    newest = gambir.good("history", "--json").json[0]
    assert newest["perintah"].startswith("kkmp edit --kota jakpus")
    by_field = {(name, field): value for name, field, value in changed(gambir)}
    assert by_field["Cideng", "anggota"] == "135"
    assert by_field["Gambir", "usaha"] == "2025-08-15"
    assert by_field["Duri Pulo", "usaha_kendala"] == "modal"
    assert {name for name, _ in by_field} == {"Cideng", "Gambir", "Duri Pulo"}
    assert not editing.workbook.parent.exists()


def test_nothing_is_recorded_without_a_yes_and_the_sheet_can_be_taken_in_later(
    gambir: Office, desktop: Desktop
) -> None:
    editing = Editing(gambir, desktop)
    typed(editing.workbook, {("Cideng", "Anggota"): 135})
    runs = count(gambir.register, "runs")
    editing.enter(AGREE)
    editing.answer("t")
    followed(gambir, editing.end(1))
    assert count(gambir.register, "runs") == runs + 1
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def test_a_sheet_that_was_not_touched_records_no_run(gambir: Office, desktop: Desktop) -> None:
    runs = count(gambir.register, "runs")
    editing = Editing(gambir, desktop)
    editing.enter("Selesai tanpa mengubah apa-apa? [y/T] ")
    editing.answer("y")
    assert "Tidak ada yang berubah" in editing.end()
    editing = Editing(gambir, desktop)
    typed(editing.workbook, {})
    editing.enter()
    assert "Tidak ada yang berubah" in editing.end()
    assert count(gambir.register, "runs") == runs


def test_an_enter_before_saving_loses_nothing(gambir: Office, desktop: Desktop) -> None:
    editing = Editing(gambir, desktop)
    editing.enter("Selesai tanpa mengubah apa-apa? [y/T] ")
    editing.asked.said = ""
    editing.answer("")
    editing.asked.until(WAITING)
    typed(editing.workbook, {("Cideng", "Anggota"): 135})
    editing.enter(AGREE)
    editing.answer("y")
    editing.end()
    assert changed(gambir) == {("Cideng", "anggota", "135")}


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_a_sheet_that_is_still_open_is_waited_for(
    gambir: Office, desktop: Desktop, lock: str
) -> None:
    editing = Editing(gambir, desktop)
    typed(editing.workbook, {("Cideng", "Anggota"): 130})
    beside = editing.workbook.with_name(lock.format(editing.workbook.name))
    beside.touch()
    editing.enter("tampak masih terbuka")
    editing.asked.until(WAITING)
    typed(editing.workbook, {("Cideng", "Anggota"): 135})
    editing.asked.said = ""
    editing.answer("lanjut")
    editing.asked.until(AGREE)
    editing.answer("y")
    editing.end()
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def test_a_wrong_cell_is_mended_in_the_same_sheet(gambir: Office, desktop: Desktop) -> None:
    editing = Editing(gambir, desktop)
    typed(
        editing.workbook,
        {("Cideng", "Anggota"): 135, ("Gambir", "Anggota"): "#REF!", ("Gambir", "NIB"): "x"},
    )
    editing.enter("yang sudah disunting")
    editing.asked.until(WAITING)
    assert desktop.opened == [editing.workbook] * 2
    typed(editing.workbook, {("Gambir", "Anggota"): 40, ("Gambir", "NIB"): None})
    editing.enter(AGREE)
    editing.answer("y")
    screen = editing.end()
    assert "#REF!" in screen
    assert "--" not in re.sub(r"--db \S+", "", screen)
    assert changed(gambir) == {("Cideng", "anggota", "135"), ("Gambir", "anggota", "40")}


def as_csv(workbook: Path) -> None:
    """Saves it as another program does that keeps no hidden sheet."""
    rows = (";".join(row) for _, row in sheets.read(workbook).rows)
    workbook.with_suffix(".csv").write_text("\n".join(rows), encoding="utf-8")


def test_a_sheet_that_was_saved_as_csv_beside_it_is_taken(
    gambir: Office, desktop: Desktop, tmp_path: Path
) -> None:
    editing = Editing(gambir, desktop)
    copy = tmp_path / editing.workbook.name
    shutil.copyfile(editing.workbook, copy)
    typed(copy, {("Cideng", "Anggota"): 135})
    as_csv(copy)
    shutil.copyfile(copy.with_suffix(".csv"), editing.workbook.with_suffix(".csv"))
    editing.enter(AGREE)
    editing.answer("y")
    editing.end()
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def test_of_two_files_none_is_chosen_in_silence(gambir: Office, desktop: Desktop) -> None:
    editing = Editing(gambir, desktop)
    as_csv(editing.workbook)
    typed(editing.workbook, {("Cideng", "Anggota"): 135})
    editing.enter("Hapus yang tidak dipakai")
    editing.asked.until(WAITING)
    editing.workbook.with_suffix(".csv").unlink()
    editing.enter(AGREE)
    editing.answer("y")
    editing.end()
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def test_after_ctrl_c_nothing_is_written_and_the_sheet_can_be_taken_in(
    gambir: Office, desktop: Desktop
) -> None:
    runs = count(gambir.register, "runs")
    editing = Editing(gambir, desktop)
    typed(editing.workbook, {("Cideng", "Anggota"): 135})
    editing.asked.interrupt()
    screen = editing.end(130)
    assert count(gambir.register, "runs") == runs
    assert str(editing.workbook) in screen
    followed(gambir, screen)
    assert changed(gambir) == {("Cideng", "anggota", "135")}


def test_what_a_colleague_changed_meanwhile_is_a_conflict(gambir: Office, desktop: Desktop) -> None:
    editing = Editing(gambir, desktop)
    gambir.good("update", "Cideng", "--anggota", "150")
    typed(editing.workbook, {("Cideng", "Anggota"): 135, ("Gambir", "Anggota"): 40})
    editing.enter(AGREE)
    editing.answer("y")
    screen = editing.end()
    assert changed(gambir) == {("Gambir", "anggota", "40")}
    assert "tercatat 150" in screen
    advised = re.search(r"terapkan: kkmp (?:--db \S+ )?(update .*)", screen)
    assert advised
    gambir.good(*shlex.split(advised[1]))
    assert changed(gambir) == {("Cideng", "anggota", "135")}
    gambir.good("undo")
    followed(gambir, screen)
    assert changed(gambir) == {("Cideng", "anggota", "135")}
