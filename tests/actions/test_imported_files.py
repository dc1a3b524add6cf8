"""The register knows a file again by its bytes, with the options by which it was taken in."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kkmp_cli import settings
from kkmp_cli.actions.imported_files import known
from kkmp_cli.actions.session import Session
from kkmp_cli.importing.sheet_look import KnownFile
from kkmp_cli.sheets import digest_of
from running import Office, count, opened, sound

DAY = ("--per", "2026-03-10")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB;Telepon\nCideng;x;\nGambir;belum;\n", encoding="utf-8")
    return path


def of(office: Office, sheet: Path) -> KnownFile | None:
    digest = digest_of(sheet)
    return known(Session(str(office.register), ""), [digest]).get(digest)


def test_a_file_is_known_by_its_bytes_under_any_name(pusat: Office, sheet: Path) -> None:
    assert of(pusat, sheet) is None
    pusat.good("import", sheet, *DAY, "--arti", "x=belum", "--kota", "jakpus")
    answers = (("--kota", "jakpus"), DAY, ("--arti", "x=belum"))
    assert of(pusat, sheet) == KnownFile("isian.csv", 2, settings.today(), answers)
    sheet.rename(sheet.with_name("lain.csv"))
    assert of(pusat, sheet.with_name("lain.csv")) is not None
    sheet.with_name("lain.csv").write_bytes(b"Kelurahan;NIB\nCideng;belum\n")
    assert of(pusat, sheet.with_name("lain.csv")) is None


def test_the_day_that_nobody_named_is_kept_as_well(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, "--arti", "x=belum")
    file = of(pusat, sheet)
    assert file is not None
    assert file.answers[0] == ("--per", settings.today().isoformat())
    titled = sheet.with_name("berjudul.csv")
    titled.write_text("Keadaan per 28 Februari 2026\nKelurahan;SK\nCideng;sudah\n", "utf-8")
    pusat.good("import", titled)
    assert of(pusat, titled) == KnownFile("berjudul.csv", 3, settings.today(), ())


def test_undo_forgets_it_and_its_undo_brings_it_back(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, *DAY, "--arti", "x=belum")
    file = of(pusat, sheet)
    pusat.good("undo", "--yes")
    assert of(pusat, sheet) is None
    assert count(pusat.register, "imported_files") == count(pusat.register, "file_answers") == 0
    pusat.good("undo", "3", "--yes")
    assert of(pusat, sheet) == file
    assert sound(pusat.register)
    assert pusat.run("check").code == 0


def test_the_newest_run_tells_and_an_older_one_is_undone_by_itself(
    pusat: Office, sheet: Path
) -> None:
    pusat.good("import", sheet, *DAY, "--arti", "x=belum")
    pusat.good("import", sheet, "--per", "2026-03-11", "--arti", "x=proses")
    file = of(pusat, sheet)
    assert file is not None
    assert (file.run, file.answers) == (3, (("--per", "2026-03-11"), ("--arti", "x=proses")))
    pusat.good("undo", "--yes")
    file = of(pusat, sheet)
    assert file is not None
    assert file.run == 2


def test_a_dry_run_and_a_file_that_changes_nothing_leave_no_trace(
    pusat: Office, sheet: Path
) -> None:
    pusat.good("import", sheet, *DAY, "--arti", "x=belum", "--dry-run")
    assert of(pusat, sheet) is None
    copy = sheet.with_name("salinan.csv")
    pusat.good("import", sheet, *DAY, "--arti", "x=belum")
    copy.write_bytes(sheet.read_bytes() + b"\n")
    pusat.good("import", copy, *DAY, "--arti", "x=belum")
    assert of(pusat, copy) is None
    assert count(pusat.register, "imported_files") == 1


def test_what_was_typed_into_a_cell_of_a_person_is_not_kept(pusat: Office, sheet: Path) -> None:
    phone = "081234567890"
    sheet.write_text(
        "Kelurahan;NIB;Telepon;Keterangan\nCideng;x;;\nGambir;belum;;hubungi\n", encoding="utf-8"
    )
    cells = ("B2=belum", f"C3={phone}", f"D3=hubungi {phone}")
    pusat.good("import", sheet, *DAY, *(word for cell in cells for word in ("--cell", cell)))
    file = of(pusat, sheet)
    assert file is not None
    assert file.answers == (DAY, ("--cell", "B2=belum"))
    with opened(pusat.register) as connection:
        kept = connection.execute(
            "SELECT isi FROM events WHERE entitas IN ('berkas', 'jawaban')"
        ).fetchall()
    assert kept
    assert phone not in json.dumps(kept)


def test_the_history_tells_it_in_words(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, *DAY, "--arti", "x=belum")
    told = pusat.good("history", "--jumlah", 1).out
    assert "Berkas isian.csv: dikenali lagi bila isinya sama" in told
    assert "Jawaban untuk berkas itu: --arti x=belum" in told


def test_it_is_as_it_was_known_at_the_day_of_a_backup(pusat: Office, sheet: Path) -> None:
    pusat.good("import", sheet, *DAY, "--arti", "x=belum")
    pusat.good("backup", copy := sheet.with_name("cadangan.db"))
    pusat.good("undo", "--yes")
    pusat.good("restore", copy, "--yes")
    file = of(pusat, sheet)
    assert file is not None
    assert isinstance(file.day, date)
