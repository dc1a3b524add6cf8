"""`forget` finds what a register left behind under another name, through a link, and in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office, opened

pytestmark = pytest.mark.on_a_file

BULK = ("update", "--kota", "jakpus", "--all", "--musyawarah", "sudah", "--yes")
NAME, PHONE = "Siti Rahasia", "081234567890"


@pytest.fixture
def known(pusat: Office) -> Office:
    pusat.good("update", "Gambir", "--ketua", NAME, "--telepon", PHONE)
    return pusat


def copies_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.salinan/*.db"))


def test_the_copies_of_a_register_that_was_renamed_lose_the_values(known: Office) -> None:
    known.good(*BULK)
    known.good("backup", known.register.with_name("lama.db"))
    renamed = Office(known.register.with_name("jakarta pusat.db"), known.capture)
    known.register.rename(renamed.register)
    renamed.good("update", "--kota", "jakpus", "--all", "--nib", "belum", "--yes")
    assert len(copies_in(renamed.register.parent)) == 2
    done = renamed.good("forget", "Gambir")
    assert "Salinan otomatis ditulis ulang tanpa nilai itu (2)" in done.err
    assert "Cadangan masih memuatnya" in done.err
    for copy in copies_in(renamed.register.parent):
        with opened(copy) as connection:
            assert connection.execute("SELECT count(*) FROM personal_values").fetchone() == (0,)
        assert NAME.encode() not in copy.read_bytes()


def test_through_a_link_the_copies_beside_the_file_lose_them(known: Office, tmp_path: Path) -> None:
    known.good(*BULK)
    link = tmp_path / "tautan" / "register.db"
    link.parent.mkdir()
    link.symlink_to(known.register)
    backup = known.register.with_name("cadangan.db")
    known.good("backup", backup)
    done = known.run("forget", "Gambir", db=link)
    assert done.code == 0
    assert "Salinan otomatis ditulis ulang tanpa nilai itu (1)" in done.err
    assert f"Cadangan masih memuatnya: {backup}" in done.err
    (copy,) = copies_in(known.register.parent)
    assert NAME.encode() not in copy.read_bytes()


def test_the_copies_of_another_register_beside_it_stay(known: Office, demo_template: Path) -> None:
    other = Office(known.register.with_name("lain.db"), known.capture)
    other.register.write_bytes(demo_template.read_bytes())
    other.good("update", "Gambir", "--ketua", "Orang Lain")
    other.good(*BULK)
    (copy,) = copies_in(other.register.parent)
    before = copy.read_bytes()
    known.good("forget", "Gambir")
    assert copy.read_bytes() == before


def test_exports_and_rejects_that_hold_a_value_are_named(
    known: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    beside = known.register.parent
    known.good("export", "--with-personal", "-o", beside / "data.xlsx")
    known.good("export", "-o", beside / "tanpa.xlsx")
    known.good("show", "Gambir", "--with-personal", "-o", "gambir.html")
    Path("isian.csv").write_text("kelurahan,telepon,nib\nGambir,0812-3456-7890,entahlah\n")
    assert known.run("import", "isian.csv", "--skip-errors").code == 1
    done = known.good("forget", "Gambir")
    for file in (
        beside / "data.xlsx",
        *map(Path.absolute, map(Path, ("gambir.html", "isian.csv"))),
    ):
        assert f"Berkas ini masih memuat nama atau nomor itu: {file}" in done.err
    assert "isian.csv.ditolak.xlsx" in done.err
    assert "tanpa.xlsx" not in done.err
    assert NAME not in done.err and PHONE not in done.err
    again = known.good("forget", "Gambir")
    assert "masih memuat nama" not in again.err
