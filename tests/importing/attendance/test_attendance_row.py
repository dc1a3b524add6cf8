"""One row of an attendance list: who came, nobody, or nothing stated."""

from __future__ import annotations

from typing import Any

import pytest

from kkmp_cli.importing.attendance.attendance_row import (
    NOBODY,
    SILENT,
    Fault,
    PersonRows,
    Presence,
    says_presence,
)


def read(*, ticked: bool = False, **texts: Any) -> Presence:
    return PersonRows(texts, ticked).read(texts)


def test_a_name_is_one_person_of_the_organ_of_the_jabatan() -> None:
    assert read(nama="Siti", organ="Ketua Pengawas") == Presence({"pengawas": 1}, True)
    assert read(nama="Siti") == Presence({"pengurus": 1}, True)


def test_zero_people_are_nobody_and_an_empty_cell_says_nothing() -> None:
    assert read(pengurus="0", pengawas="0") == Presence({"pengurus": 0, "pengawas": 0}, False)
    assert read(jumlah="0").came is False
    assert read(jumlah="") == SILENT
    assert read(jumlah="-") == SILENT


@pytest.mark.parametrize("word", ["tidak hadir", "Izin", "sakit (rawat inap)", "alpa."])
def test_who_stayed_away_did_not_come(word: str) -> None:
    assert read(nama="Siti", hadir=word) == NOBODY


def test_where_ticks_mark_those_who_came_an_empty_cell_is_no_tick() -> None:
    assert read(ticked=True, nama="Siti", hadir="") == SILENT
    assert read(ticked=False, nama="Siti", hadir="").came is True
    assert read(ticked=True, nama="Siti", hadir="✓") == Presence({"pengurus": 1}, True)


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        ({"hadir": "entah"}, "hadir"),
        ({"hadir": "3"}, "hadir"),
        ({"hadir": "hadir", "tidak_hadir": "✓"}, "tidak_hadir"),
        ({"jumlah": "dua"}, "jumlah"),
        ({"nama": "A", "organ": "tukang"}, "organ"),
        ({"pengurus": "2", "pengawas": "1", "jumlah": "4"}, "jumlah"),
        ({"hadir": "tidak hadir", "jumlah": "2"}, "hadir"),
        ({"jumlah": "#REF! (kesalahan rumus)"}, "jumlah"),
    ],
)
def test_what_cannot_be_read_or_disagrees_names_its_column(
    texts: dict[str, str], column: str
) -> None:
    with pytest.raises(Fault) as raised:
        read(ticked=False, **texts)
    assert raised.value.column == column


def test_a_remark_is_a_word_of_presence_only_where_it_can_mean_nothing_else() -> None:
    assert says_presence("Izin (dinas luar)") and says_presence("HADIR")
    assert not says_presence("ada") and not says_presence("1") and not says_presence("baru pindah")
