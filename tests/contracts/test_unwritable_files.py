"""A file that cannot be written: it is said what stands all the same, and how to get it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from running import Office, mounted

pytestmark = pytest.mark.on_a_file

SHEET = "kelurahan,nib\nCideng,sudah\nDuri Pulo,entahlah\n"


def test_an_import_stands_where_its_rejects_cannot_be_written(
    pusat: Office, tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text(SHEET)
    (tmp_path / "isian.csv.ditolak.xlsx").mkdir()
    done = pusat.run("import", sheet, "--skip-errors")
    assert done.code == 3
    assert "Impor tetap berlaku (pekerjaan 2)" in done.err
    assert "isian.csv.ditolak.xlsx" in done.err
    assert [one["kelurahan"] for one in pusat.good("list", "--sudah", "nib", "--json").json] == [
        "Cideng"
    ]
    other = tmp_path / "lain" / "isian.csv"
    other.parent.mkdir()
    shutil.copyfile(sheet, other)
    again = pusat.run("import", other, "--skip-errors")
    assert again.code == 1
    assert other.with_name("isian.csv.ditolak.xlsx").is_file()
    assert pusat.count("runs") == 2


def test_where_no_row_is_good_nothing_is_said_to_stand(pusat: Office, tmp_path: Path) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("kelurahan,nib\nDuri Pulo,entahlah\n")
    (tmp_path / "isian.csv.ditolak.xlsx").mkdir()
    done = pusat.run("import", sheet, "--skip-errors")
    assert done.code == 3
    assert "Tidak ada baris yang masuk" in done.err
    assert pusat.count("runs") == 1


def test_the_rejects_of_every_file_are_tried(pusat: Office, tmp_path: Path) -> None:
    for name, kelurahan in (("a.csv", "Cideng"), ("b.csv", "Duri Pulo")):
        (tmp_path / name).write_text(f"kelurahan,nib,npwp\n{kelurahan},entahlah,sudah\n")
    (tmp_path / "a.csv.ditolak.xlsx").mkdir()
    done = pusat.run("import", tmp_path / "a.csv", tmp_path / "b.csv", "--skip-errors")
    assert done.code == 3
    assert (tmp_path / "b.csv.ditolak.xlsx").is_file()


def test_on_read_only_media_the_import_stands_too(pusat: Office, tmp_path: Path) -> None:
    with mounted(tmp_path / "cd", "size=1m", "mode=0700") as place:
        (place / "isian.csv").write_text(SHEET)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        done = pusat.run("import", place / "isian.csv", "--skip-errors")
    assert done.code == 3
    assert "Impor tetap berlaku (pekerjaan 2)" in done.err
    assert "disk hanya dapat dibaca" in done.err


@pytest.mark.parametrize("command", [("report",), ("export",), ("list",), ("history",)])
def test_a_report_or_export_that_cannot_be_written_leaves_the_old_one(
    pusat: Office, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = pusat.refused(*command, "-o", tmp_path / "tidak ada" / "keluar.json", code=3)
    assert "tidak dapat ditulis: foldernya tidak ada." in done.err
    with mounted(tmp_path / "cd", "size=1m", "mode=0700") as place:
        old = place / "keluar.json"
        old.write_text("lama")
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        done = pusat.refused(*command, "-o", old, code=3)
        assert "disk hanya dapat dibaca" in done.err
        assert old.read_text() == "lama"
