"""What a sheet seems to be is told before it is chosen, with what the register knows of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import xlsxwriter

from kkmp_cli.actions.recent_sheets import newest
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.sheet_looks import MOST_BYTES, looks
from kkmp_cli.importing.sheet_look import (
    EXPORT,
    FORM,
    OTHER,
    REGISTER,
    REJECTED,
    TABLE,
    Look,
    SheetFile,
)
from running import Office

GAMBIR = "Kelurahan;NIB\nKel. Cideng;sudah\nGambir;belum\nDuri Pulo;x\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "masuk"
    made.mkdir()
    return made


def look(office: Office, folder: Path) -> Look:
    (one,) = looks(Session(str(office.register), ""), newest([folder]))
    return one


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_told_with_its_rows_and_kecamatan(pusat: Office, folder: Path) -> None:
    written(folder, "isian.csv", f"LAPORAN\n\n{GAMBIR}JUMLAH;1\n")
    one = look(pusat, folder)
    assert (one.kind, one.sheets, one.rows, one.place) == (TABLE, 1, 3, "Gambir")
    assert (one.known, one.last, one.why) == (None, None, "")


def test_a_table_of_several_kecamatan_names_the_kota(pusat: Office, folder: Path) -> None:
    written(folder, "isian.csv", f"{GAMBIR}Senen;sudah\nKenari;sudah\nMenteng;sudah\n")
    assert look(pusat, folder).place == "Kota Administrasi Jakarta Pusat"


def test_the_name_of_the_file_tells_where_no_row_does(pusat: Office, folder: Path) -> None:
    written(folder, "Isian Senen (1).csv", "Kelurahan;NIB\n;\n")
    assert look(pusat, folder).place == "Senen"


def test_the_same_bytes_are_known_under_another_name(pusat: Office, folder: Path) -> None:
    path = written(folder, "isian.csv", GAMBIR.replace(";x", ";"))
    pusat.good("import", path, "--per", "2026-03-10")
    path.rename(folder / "salinan (2).csv")
    one = look(pusat, folder)
    assert one.known is not None
    assert (one.known.name, one.known.run) == ("isian.csv", 2)


def test_what_came_last_from_there_is_told_until_it_is_undone(pusat: Office, folder: Path) -> None:
    older = written(folder.parent, "lama.csv", "Kelurahan;NIB\nCideng;belum\n")
    pusat.good("import", older, "--per", "2026-03-01")
    written(folder, "isian.csv", GAMBIR)
    last = look(pusat, folder).last
    assert last is not None
    assert (last.file, last.run) == ("lama.csv", 2)
    pusat.good("undo", "--yes")
    assert look(pusat, folder).last is None


def test_our_forms_exports_and_rejects_are_told_apart(pusat: Office, folder: Path) -> None:
    kinds = []
    for name, make in (
        ("formulir.xlsx", lambda path: pusat.good("template", "-o", path, "--kecamatan", "Gambir")),
        ("ekspor.csv", lambda path: pusat.good("export", "-o", path)),
        ("isian.csv.ditolak.csv", lambda path: path.write_text(GAMBIR)),
        ("resep.csv", lambda path: path.write_text("bahan;gram\ngula;10\n")),
    ):
        make(path := folder / name)
        kinds.append(look(pusat, folder).kind)
        path.unlink()
    assert kinds == [FORM, EXPORT, REJECTED, OTHER]


def test_a_workbook_of_months_says_how_many_sheets_hold_a_table(
    pusat: Office, folder: Path
) -> None:
    with xlsxwriter.Workbook(folder / "buku.xlsx") as made:
        for name in ("OKTOBER", "NOVEMBER"):
            page = made.add_worksheet(name)
            page.write_column(0, 0, ["Kelurahan", "Gambir", "Cideng"])
            page.write_column(0, 1, ["NIB", "sudah", "belum"])
    one = look(pusat, folder)
    assert (one.sheets, one.rows, one.place) == (2, 2, "Gambir")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"%PDF-1.7 ", "adalah PDF, yang tidak dapat diimpor"),
        (b"PK\x03\x04rusak", "rusak"),
        (b"", "kosong"),
    ],
)
def test_what_cannot_be_read_says_why(
    pusat: Office, folder: Path, content: bytes, why: str
) -> None:
    (folder / "isian.xlsx").write_bytes(content)
    one = look(pusat, folder)
    assert why in one.why
    assert "isian.xlsx" not in one.why


def test_a_large_file_is_not_opened(pusat: Office, folder: Path) -> None:
    with (folder / "besar.csv").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert look(pusat, folder).why == "besar, belum dilihat isinya"


@pytest.mark.parametrize("planted", ["pipe", "link"])
def test_what_is_exchanged_after_it_was_listed_is_not_followed(
    pusat: Office, folder: Path, planted: str
) -> None:
    path = written(folder, "isian.csv", GAMBIR)
    files: list[SheetFile] = newest([folder])
    path.unlink()
    if planted == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(written(folder.parent, "rahasia.csv", GAMBIR))
    (one,) = looks(Session(str(pusat.register), ""), files)
    assert one.why
    assert one.rows == 0


def test_without_a_register_nothing_is_made(office: Office, folder: Path) -> None:
    written(folder, "isian.csv", GAMBIR)
    assert look(office, folder).rows == 3
    assert not office.register.exists()


def test_a_register_is_told_and_the_one_at_hand_is_not_offered(
    pusat: Office, pusat_template: Path, folder: Path
) -> None:
    (folder / "sudin.db").write_bytes(pusat_template.read_bytes())
    assert look(pusat, folder).kind == REGISTER
    (folder / "sudin.db").write_text("bukan register")
    assert look(pusat, folder).why == "bukan register yang dapat diimpor"
    (folder / "sudin.db").unlink()
    (folder / "tautan.db").hardlink_to(pusat.register)
    assert look(pusat, folder).why == "register yang sedang dipakai"
