"""How a register comes to be, and what never makes one."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kkmp_cli.cli.app import error_words
from kkmp_cli.cli.output import Terminal
from kkmp_cli.register.location import Damaged, unusable
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import open_writer
from kkmp_cli.settings import shipped_data
from running import Office, count, sound


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("open_umask")
def test_register_and_folders_are_for_their_owner_alone_whatever_the_umask(office: Office) -> None:
    office.good("add", "Gambir")
    office.good("add", "--kota", "jakpus", "--all")
    copies = office.register.with_name("register.db.salinan")
    assert mode(office.register) == 0o600
    assert mode(office.register.parent) == 0o700
    assert mode(copies) == 0o700
    assert [mode(copy) for copy in copies.iterdir()] == [0o600]


def test_a_new_register_holds_the_shipped_areas_and_is_said_to_be_new(office: Office) -> None:
    done = office.good("add", "Gambir")
    assert str(office.register) in done.err
    assert "Petugas Uji" in done.err
    areas = (shipped_data() / "areas.csv").read_text(encoding="utf-8").splitlines()
    assert count(office.register, "areas") == len(areas) - 1
    assert sound(office.register)


def test_only_the_first_write_says_where_the_register_lies(office: Office) -> None:
    office.good("add", "Gambir")
    assert str(office.register) not in office.good("add", "Cideng").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("add", "Gambirr"), 1),
        (("add", "Gambir", "--nib", "entah"), 1),
        (("add", "Gambir", "Cideng", "--nib-nomor", "1123456789012"), 1),
        (("add", "--all"), 2),
        (("add", "Gambir", "--kota", "jaksel"), 1),
        (("import", "/tidak/ada.csv"), 3),
    ],
)
def test_a_first_command_that_is_refused_leaves_nothing_behind(
    office: Office, arguments: tuple[str, ...], code: int
) -> None:
    office.refused(*arguments, code=code)
    assert not office.register.parent.exists()


READING = (
    ("report",),
    ("report", "--json"),
    ("list",),
    ("show", "Gambir"),
    ("history",),
    ("area", "list"),
    ("training", "list"),
    ("training", "show", "1"),
    ("target", "list"),
    ("figure", "list"),
    ("followup", "list"),
)
WRITING = (
    ("update", "Gambir", "--nib", "sudah"),
    ("undo",),
    ("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025"),
    ("training", "attend", "1", "Gambir"),
    ("training", "remove", "1"),
    ("target", "set", "usaha", "2026-12-31"),
    ("target", "remove", "1"),
    ("figure", "remove", "1"),
    ("figure", "add", "nib", "3", "--kota", "jakpus", "--per", "2025-12-31"),
    (
        "followup",
        "add",
        "x",
        "--kota",
        "jakpus",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-12-31",
    ),
    ("followup", "done", "1"),
    ("area", "alias", "Gambier", "31.71.01.1001"),
    ("area", "add", "Baru", "--kecamatan", "Gambir"),
    ("area", "recode", "31.71.01.1001", "31.71.01.1009"),
)


@pytest.mark.parametrize("arguments", READING + WRITING, ids=" ".join)
def test_a_missing_register_is_refused_and_not_made(
    office: Office, arguments: tuple[str, ...]
) -> None:
    done = office.refused(*arguments, code=3)
    assert str(office.register) in done.err
    assert not office.register.parent.exists()


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_leaves_the_file_as_it_was(demo: Office, arguments: tuple[str, ...]) -> None:
    before, names = demo.register.read_bytes(), set(demo.register.parent.iterdir())
    demo.good(*arguments)
    assert demo.register.read_bytes() == before
    assert set(demo.register.parent.iterdir()) == names


@pytest.mark.parametrize(
    "name",
    [
        "dengan spasi.db",
        "seratus%20persen.db",
        "apa?mode=memory",
        "pagar#nol.db",
        "koperasi-β-è.db",
        "titik;koma&.db",
        "'kutip'.db",
    ],
)
def test_any_file_name_is_taken_as_it_is(office: Office, name: str) -> None:
    place = office.register.parent / name
    assert office.run("add", "Gambir", db=place).code == 0
    assert office.run("report", "--json", db=place).json["total"]["kkmp"] == 1
    assert [path.name for path in place.parent.iterdir()] == [name]


def test_a_url_of_sqlite_names_a_file(office: Office, tmp_path: Path) -> None:
    assert office.run("add", "Gambir", db=f"sqlite:///{tmp_path}/satu%20dua.db").code == 0
    assert sound(tmp_path / "satu dua.db")


@pytest.mark.parametrize(
    "url", ["mysql://petugas:rahasia@server/kkmp", "sqlite://server/x.db", "http://server/x"]
)
def test_other_urls_are_refused_without_repeating_the_password(office: Office, url: str) -> None:
    for arguments in (("report",), ("add", "Gambir")):
        done = office.run(*arguments, db=url)
        assert (done.code, done.out) == (3, "")
        assert "rahasia" not in done.err


def test_a_name_too_long_for_the_system_is_refused_in_words(office: Office, tmp_path: Path) -> None:
    for arguments in (("report",), ("add", "Gambir")):
        done = office.run(*arguments, db=tmp_path / ("panjang" * 100))
        assert done.code == 3
        assert "namanya terlalu panjang" in done.err


def test_nothing_is_made_below_a_file_or_through_a_broken_link(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("x")
    (tmp_path / "tautan").symlink_to(tmp_path / "tidak-ada.db")
    for place in (tmp_path / "berkas" / "register.db", tmp_path / "tautan"):
        for arguments in (("report",), ("add", "Gambir")):
            assert office.run(*arguments, db=place).code == 3
    assert not (tmp_path / "tidak-ada.db").exists()
    assert (tmp_path / "berkas").read_text() == "x"


@pytest.mark.parametrize("opened", [open_reader, open_writer])
def test_a_wrong_query_is_a_fault_of_the_program_and_no_damage(
    pusat: Office, opened: Callable[[str], AbstractContextManager[Queries]]
) -> None:
    with pytest.raises(sqlite3.OperationalError), opened(str(pusat.register)) as register:
        register.rows("SELECT tidak_ada FROM areas")
    with pytest.raises(sqlite3.Error), opened(str(pusat.register)) as register:
        register.rows("SELECT ? FROM areas", ())
    pusat.good("list")


def test_a_query_that_fails_for_want_of_a_table_is_damage(pusat: Office) -> None:
    with sqlite3.connect(pusat.register) as register:
        register.execute("DROP TABLE contacts")
        with pytest.raises(sqlite3.OperationalError) as error:
            register.execute("SELECT * FROM contacts")
        register.commit()
    assert isinstance(unusable(error.value, pusat.register), Damaged)


def test_a_fault_of_the_program_has_a_code_of_its_own() -> None:
    code, message, _ = error_words(sqlite3.OperationalError("no such column: x"), Terminal([]))
    assert code == 4
    assert "kesalahan program kkmp" in message
