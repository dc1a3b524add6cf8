"""Which tables stand on which sheet: all of them somewhere, on few sheets with whole names."""

from __future__ import annotations

from kkmp_cli.render.document import COUNT, Column, Table, data_tables
from kkmp_cli.render.formats.workbook_sheets import (
    ACROSS,
    FEW,
    FIGURES,
    LONGEST,
    NAMES,
    arranged,
    joined,
    sheet_name,
)
from kkmp_cli.render.packet.table_cells import PLACE, count
from sections import packet_of
from snapshots import jakarta_pusat

MEASURED = (Column("kecamatan", "Kecamatan"), count("kkmp", "KKMP"))


def names_of(key: str, *more: Column) -> Table:
    """A list of one cooperative."""
    cells = tuple(f"{key} {one.key}" for one in more)
    return Table(key, f"{key}: 1", (*PLACE, *more), (("31.71.01.1001", "Gambir", "G", *cells),))


def test_every_row_of_every_table_is_on_some_sheet() -> None:
    tables = data_tables(packet_of(jakarta_pusat(), detail=True))
    found = [set(row) for sheet in arranged(tables) for one in sheet.tables for row in one.rows]
    for key, table in tables.items():
        skip = table.columns[0].key == "kunci"
        for row in table.rows if len(table.columns) <= ACROSS else ():
            assert any(set(row[skip:]) <= held | {None} for held in found), key


def test_lists_of_one_kind_become_one_that_tells_from_which_each_row_is() -> None:
    made = joined("Semua", [names_of("a", Column("x", "X")), names_of("b", Column("y", "Y"))])
    assert [one.label for one in made.columns] == [
        "Daftar",
        "Kode",
        "Kelurahan",
        "Kecamatan",
        "X",
        "Y",
    ]
    assert made.rows == (
        ("a", "31.71.01.1001", "Gambir", "G", "a x", None),
        ("b", "31.71.01.1001", "Gambir", "G", None, "b y"),
    )


def test_columns_of_one_key_and_several_labels_have_a_word_for_all() -> None:
    made = joined(
        "S", [names_of("a", Column("nilai", "Lahan")), names_of("b", count("nilai", "N"))]
    )
    assert made.columns[-1] == Column("nilai", "Nilai")


def test_what_is_unknown_here_stands_among_the_names_or_the_figures() -> None:
    many = {f"t{at}": names_of(f"t{at}") for at in range(FEW)}
    measured = Table("lain", "Lain", MEASURED, (("Gambir", 6),))
    sheets = {one.name: one for one in arranged({**many, "lain": measured})}
    assert set(sheets) == {FIGURES, NAMES}
    assert len(sheets[NAMES].tables[0].rows) == FEW
    assert sheets[FIGURES].tables == (measured,)


def test_a_very_wide_table_is_cut_between_columns_and_each_piece_names_its_rows() -> None:
    columns = (*MEASURED, *(count(f"n{at}", f"N{at}") for at in range(25)))
    wide = Table("kecamatan", "Per kecamatan", columns, (("Gambir", *range(26)),))
    more = {f"t{at}": names_of(f"t{at}") for at in range(FEW)}
    (figures,) = (one for one in arranged({"k": wide, **more}) if one.name == FIGURES)
    assert all(len(one.columns) <= ACROSS for one in figures.tables)
    assert all(one.rows[0][0] == "Gambir" for one in figures.tables)
    numbers = [cell for one in figures.tables for cell in one.rows[0] if isinstance(cell, int)]
    assert numbers == [*range(26)]


def test_a_table_without_rows_has_no_sheet() -> None:
    assert arranged({"t": Table("t", "T", MEASURED, ())}) == []


def test_a_name_is_cut_between_words_only_and_is_never_borne_twice() -> None:
    name = sheet_name("Kendala, yang paling lama di atas semua")
    assert name == "Kendala, yang paling lama di"
    assert sheet_name("Kendala, yang paling lama di atas semua", {name.casefold()}) == f"{name} 2"
    assert len(sheet_name("Kendala, yang paling lama di atas", {name.casefold()})) <= LONGEST
    assert sheet_name("[]:*?/") == "Tabel"
    assert len(sheet_name("x" * 80)) <= LONGEST


def test_the_table_of_a_total_keeps_it() -> None:
    total = Table(
        "n",
        "N",
        (Column("kunci", "K"), Column("a", "A"), Column("b", "B", COUNT)),
        (("k", "x", 1),),
        ("", "Jumlah", 1),
    )
    (sheet,) = arranged({"n": total})
    assert sheet.tables[0].total == ("Jumlah", 1)
