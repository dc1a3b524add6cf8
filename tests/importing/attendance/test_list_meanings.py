"""What an officer says that jabatan and headings of an attendance list mean."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import BadUsage
from kkmp_cli.importing import attendance
from kkmp_cli.importing.attendance.list_meanings import read_meanings
from office_sheets import INDEX, sheet_of

TEXT = "Utusan;Nama;Jabatan\nGambir;A;Tukang\nGambir;B;Ketua\nCideng;C;\nCideng;D;Anggota\n"


def _read(words: tuple[str, ...], text: str = TEXT) -> attendance.Attended:
    meanings = read_meanings(words, ["Utusan=kelurahan"])
    return attendance.read(sheet_of(text), INDEX, "31.71", meanings)


def test_a_jabatan_that_nobody_knows_is_passed_over_and_told() -> None:
    read = _read(())
    assert read.unknown == {2: "Tukang", 4: "(kosong)", 5: "Anggota"}
    assert not read.problems
    assert [area.kelurahan for area in read.people] == ["Gambir"]
    assert read.count == 1


def test_an_officer_says_of_which_organ_a_jabatan_is_or_that_it_is_of_none() -> None:
    read = _read(("tukang=Pengawas", "(kosong)=pengurus", "Anggota=tidak"))
    assert read.unknown == {}
    assert read.guests == {5: "Anggota"}
    assert {area.kelurahan: organs for area, organs in read.people.items()} == {
        "Gambir": {"pengawas": 1, "pengurus": 1},
        "Cideng": {"pengurus": 1},
    }


def test_a_known_jabatan_can_be_left_uncounted() -> None:
    read = _read(("Ketua=tidak",))
    assert read.guests == {3: "Ketua"}
    assert read.people == {}


def test_a_heading_can_be_left_out() -> None:
    text = "Kelurahan;Nama;Jabatan;Unsur\nGambir;A;Ketua;x\n"
    meanings = read_meanings((), ["Unsur="])
    read = attendance.read(sheet_of(text), INDEX, "31.71", meanings)
    assert (read.count, read.seen.columns.ignored) == (1, ("Unsur",))


@pytest.mark.parametrize(
    ("words", "maps"),
    [(["Tukang"], []), (["Tukang=siapa"], []), ([], ["Utusan"]), ([], ["=nama"]), ([], ["A=b"])],
)
def test_an_option_that_says_nothing_is_refused(words: list[str], maps: list[str]) -> None:
    with pytest.raises(BadUsage) as refused:
        read_meanings(words, maps)
    assert "Tulis misalnya" in refused.value.remedy
