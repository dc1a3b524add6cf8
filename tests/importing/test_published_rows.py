"""Which rows and columns of a published sheet are about one cooperative and can be compared."""

from __future__ import annotations

from kkmp_cli.importing.headings.columns import FieldColumn
from kkmp_cli.importing.published_rows import maps_of, passed_over, single
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.sheets import Sheet

HEAD = ["district", "village", "cooperatives", "nib_count"]


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("a.csv", None, None, None, [*enumerate(rows, 1)])


def test_a_row_about_several_cooperatives_or_none_is_left_out() -> None:
    head, one, *others = HEAD, ["X", "A", "1", "1"], ["X", "B", "2", "1"], ["X", "C", "0", "0"]
    kept, several = single(sheet(["SIMKOPDES"], head, one, *others, ["X", "D", "", "1"]))
    assert [number for number, _ in kept.rows] == [1, 2, 3, 6]
    assert several == {4: 2, 5: 0}


def test_a_sheet_without_that_column_is_whole() -> None:
    whole = sheet(["Desa", "NIB"], ["A", "1"])
    assert single(whole) == (whole, {})
    assert [*maps_of(whole)] == []


def test_its_own_headings_are_known_where_they_stand() -> None:
    assert [*maps_of(sheet(HEAD))] == ["district=kota", "nib_count=nib", "cooperatives="]


def test_persons_papers_and_notes_are_passed_over() -> None:
    vocabulary = built_in()
    names = ("kelurahan", "nama", "ketua", "nib", "nib_nomor", "catatan", "anggota")
    columns = [FieldColumn(at, name, vocabulary.field(name)) for at, name in enumerate(names)]
    assert [*passed_over(columns, vocabulary)] == ["kolom C=", "kolom E=", "kolom F="]
