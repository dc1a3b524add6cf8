"""XLSX and ODS: what cells become, which sheet is taken, and what is refused before it is
parsed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from kkmp_cli import sheets
from kkmp_cli.errors import CellError, Refused, Unusable
from kkmp_cli.milestones import by_code
from kkmp_cli.parsing import identifiers
from kkmp_cli.sheets import Sheet, packages

Grid = Sequence[Sequence[Any]]


def _write(path: Path, **tables: Grid) -> Path:
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in tables.items():
        sheet = book.add_worksheet(name)
        for row, line in enumerate(rows):
            for column, cell in enumerate(line):
                if isinstance(cell, datetime):
                    sheet.write_datetime(row, column, cell, day)
                elif cell != "":
                    sheet.write(row, column, cell)
    book.close()
    return path


def _rows(sheet: Sheet) -> list[tuple[int, list[str]]]:
    return [(number, list(row)) for number, row in sheet.rows]


def test_cells_become_the_text_that_the_officer_typed(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        Data=[
            ["Kelurahan", "Tgl NIB", "Anggota", "Bagian", "Pilot", "Catatan"],
            ["Gambir", datetime(2025, 7, 10), 175, 0.5, True, "'=1+1"],
        ],
    )
    assert _rows(sheets.read(path))[1] == (
        2,
        ["Gambir", "2025-07-10", "175", "0,5", "TRUE", "=1+1"],
    )


def test_the_sheet_that_names_kelurahan_is_taken_before_a_sheet_of_totals(tmp_path: Path) -> None:
    totals: Grid = [["NIB", "RAT"], [44, 5]]
    data: Grid = [["Nama Kelurahan", "NIB"], ["Gambir", "sudah"]]
    assert sheets.read(_write(tmp_path / "a.xlsx", Rekap=totals, Data=data)).name == "Data"
    with pytest.raises(Refused, match="2 lembar berisi tabel") as caught:
        sheets.read(_write(tmp_path / "b.xlsx", Rekap=totals, Gambir=data, Senen=data))
    assert 'satu per satu, misalnya --sheet "Gambir"' in caught.value.remedy


def _with_cell(path: Path, cell: str) -> Path:
    """A workbook whose cell B2 was written by another program."""
    first = _write(path.with_name("first.xlsx"), Data=[["Kelurahan", "NIB"], ["Gambir", "sudah"]])
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.namelist():
            text = old.read(entry)
            if entry == "xl/worksheets/sheet1.xml":
                text = text.replace(b'<c r="B2" t="s"><v>3</v></c>', cell.encode())
                assert cell.encode() in text
            new.writestr(entry, text)
    return path


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="B2"><f>IF(1=1,"sudah","")</f><v /></c>',
        '<c r="B2" s="1" t="n"><f>A1</f><v></v></c>',
        '<c r="B2"><f t="shared" si="0"/></c>',
        '<c s="1" r="B2"><f aca="false">A1</f></c>',
    ],
)
@pytest.mark.parametrize("piece", [1 << 20, 64])
def test_a_formula_that_nobody_has_computed_is_no_empty_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str, piece: int
) -> None:
    monkeypatch.setattr(packages, "_PIECE", piece)
    with pytest.raises(Unusable, match=r"rumus yang belum dihitung \(B2\)"):
        sheets.read(_with_cell(tmp_path / "a.xlsx", cell))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="B2" t="str"><f>IF(1=1,"","x")</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>A1</f><v>sudah</v></c>', "sudah"),
        ('<c r="B2"><f>1</f><v>1</v></c>', "1"),
    ],
)
def test_what_a_formula_comes_to_is_read(tmp_path: Path, cell: str, text: str) -> None:
    cells = _rows(sheets.read(_with_cell(tmp_path / "a.xlsx", cell)))[1][1]
    assert [*cells, ""][:2] == ["Gambir", text]


def test_empty_rows_and_columns_before_the_table_keep_its_place(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "a.xlsx",
        Data=[[], [], ["", "", "Kelurahan", "NIB"], [], ["", "", "Gambir", "sudah"]],
    )
    assert _rows(sheets.read(path))[2] == (3, ["", "", "Kelurahan", "NIB"])
    assert _rows(sheets.read(path))[4] == (5, ["", "", "Gambir", "sudah"])


def test_a_column_of_many_kinds_becomes_the_same_texts_as_its_cells_one_by_one(
    tmp_path: Path,
) -> None:
    day, hour = datetime(2025, 7, 10), datetime(2025, 7, 10, 8, 30)
    kinds: list[Any] = ["a", "", "'=x", "'a", 1, True, 1.5, 0, False, day, hour]
    told = ["a", "", "=x", "'a", "1", "TRUE", "1,5", "0", "FALSE", "2025-07-10", "2025-07-10 08:30"]
    words = [f"kata {number}" for number in range(130)]
    words[100] = "'=1"
    lines = [[word, kinds[at % len(kinds)]] for at, word in enumerate(words)]
    rows = _rows(sheets.read(_write(tmp_path / "a.xlsx", Data=[["Kelurahan", "NIB"], *lines])))
    assert [number for number, _ in rows] == list(range(1, 132))
    texts = [[word.replace("'=1", "=1"), told[at % len(told)]] for at, word in enumerate(words)]
    assert [row for _, row in rows[1:]] == texts


def test_a_number_of_more_than_fifteen_digits_is_no_identifier(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", Data=[["Kelurahan", "NPWP"], ["Gambir", 1234567890123456]])
    text = _rows(sheets.read(path))[1][1][1]
    assert text == "1,23456789012346E+15"
    npwp = by_code("npwp")
    assert npwp is not None and npwp.number is not None
    with pytest.raises(CellError, match="dirusak Excel"):
        identifiers.read_number(text, npwp.number)


def test_the_sheet_with_known_headings_is_taken(tmp_path: Path) -> None:
    table: Grid = [["No", "Kelurahan", "NIB"], [1, "Gambir", "sudah"]]
    path = _write(tmp_path / "a.xlsx", Petunjuk=[["Cara mengisi"], ["NIB"]], Isian=table, Kosong=[])
    assert sheets.read(path).name == "Isian"


def test_two_sheets_with_tables_are_refused_and_named(tmp_path: Path) -> None:
    table = [["Kelurahan", "NIB"], ["Gambir", "sudah"]]
    path = _write(tmp_path / "a.xlsx", Gambir=table, Senen=table)
    with pytest.raises(Refused, match="`Gambir`, `Senen`") as refused:
        sheets.read(path)
    assert '--sheet "Gambir"' in refused.value.remedy
    assert sheets.read(path, sheet="senen").name == "Senen"
    with pytest.raises(Refused, match="tidak punya lembar"):
        sheets.read(path, sheet="Menteng")


def test_a_workbook_without_anything_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="kosong"):
        sheets.read(_write(tmp_path / "a.xlsx", Data=[]))


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).rename(
        tmp_path / "isian.csv"
    )
    assert sheets.read(path).name == "Data"


def _patched(path: Path, change: Callable[[bytes], bytes]) -> Path:
    _write(path, Data=[["Kelurahan", "NIB"], ["Gambir", "sudah"]])
    with (
        zipfile.ZipFile(BytesIO(path.read_bytes())) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(
                entry.filename,
                change(content) if entry.filename.endswith("sheet1.xml") else content,
            )
    return path


def _appended(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content.replace(b"</sheetData>", rows + b"</sheetData>")


def _ended(end: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[: content.index(b"<row")] + end


FAR = [
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b'<row><c x=">" r="XFD1048576"><v>1</v></c></row>',
    b"<row><c " + b" " * 3_000_000 + b"r" + b" " * 2_000_000 + b"='XFD1048576'><v>1</v></c></row>",
    b"<row/>" * 1_000_000 + b"<row>" + b"<c/>" * 16_000 + b"<c><v>1</v></c></row>",
    b'<row r="1048576">' + b"<c/>" * 200 + b"<c><v>1</v></c></row>",
    b'<row r="3"><x:c xmlns:x="x" r="XFD1048576"><v>1</v></x:c></row>',
    b'<row r="3"><c s="1" r="XFD1048576"><v>1</v></c></row>',
    b'<row r="3"><c r="&#88;FD1048576"><v>1</v></c><c\tr="XFD1048576"><v>1</v></c></row>',
    b'<row r="3">'
    + b"<!--"
    + b" " * (1 << 20)
    + b'--><c r="A3"/><c r="XFD1048576"><v>1</v></c></row>',
]


@pytest.mark.parametrize(
    "rows",
    FAR,
    ids=[
        "named",
        "quoted",
        "padded",
        "counted",
        "unplaced",
        "prefixed",
        "styled",
        "spelled",
        "late",
    ],
)
def test_a_cell_far_out_is_refused_before_it_is_parsed(tmp_path: Path, rows: bytes) -> None:
    with pytest.raises(Unusable, match="mengaku berisi"):
        sheets.read(_patched(tmp_path / "a.xlsx", _appended(rows)))


@pytest.mark.parametrize("twice", [b' r="XFD1048576"', b' s=">" r="XFD1048576"', b'r="XFD1048576"'])
def test_a_cell_that_says_twice_where_it_is_never_gets_to_be_parsed(
    tmp_path: Path, twice: bytes
) -> None:
    rows = b'<row r="3"><c r="A3"' + twice + b"><v>1</v></c></row>"
    with pytest.raises(Unusable, match="rusak"):
        sheets.read(_patched(tmp_path / "a.xlsx", _appended(rows)))


def test_the_last_tag_of_a_sheet_is_looked_at_like_any_other(tmp_path: Path) -> None:
    """However little follows it."""
    for tail in (b"", b" " * 9, b" " * 30, b" " * 60, b" " * 99):
        end = b'<row><c r="A3" r="XFD1"><v>1</v></c></row></sheetData></worksheet>' + tail
        with pytest.raises(Unusable, match="rusak"):
            sheets.read(_patched(tmp_path / "a.xlsx", _ended(end)))


def test_formats_far_out_do_no_harm(tmp_path: Path) -> None:
    rows = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(_rows(sheets.read(_patched(tmp_path / "a.xlsx", _appended(rows))))) == 2


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="200 MB"):
        sheets.read(_patched(tmp_path / "a.xlsx", _appended(b" " * (packages.UNPACKED_LIMIT + 1))))


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.xlsx", Data=[["Kelurahan"]])
    with zipfile.ZipFile(path, "a") as package:
        for number in range(packages.ENTRY_LIMIT):
            package.writestr(f"x{number}", b"")
    with pytest.raises(Unusable, match="bagian"):
        sheets.read(path)


def test_too_large_a_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(packages.FILE_LIMIT))
    with pytest.raises(Unusable, match="20 MB"):
        sheets.read(path)


def test_every_cut_of_a_workbook_is_refused_in_words(tmp_path: Path) -> None:
    whole = _write(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).read_bytes()
    for length in range(4, len(whole) - 1, max(len(whole) // 60, 1)):
        (tmp_path / "b.xlsx").write_bytes(whole[:length])
        with pytest.raises(Unusable, match="tidak dapat dibaca"):
            sheets.read(tmp_path / "b.xlsx")


def test_every_flipped_byte_of_a_workbook_is_read_or_refused_in_words(
    tmp_path: Path, capfd: Any
) -> None:
    whole = _write(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).read_bytes()
    for place in range(0, len(whole), max(len(whole) // 200, 1)):
        (tmp_path / "b.xlsx").write_bytes(
            whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        )
        try:
            _rows(sheets.read(tmp_path / "b.xlsx"))
        except (Unusable, Refused) as refused:
            assert refused.remedy
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "content", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"PK\x03\x04zip"]
)
def test_a_broken_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xls").write_bytes(content)
    with pytest.raises(Unusable):
        sheets.read(tmp_path / "a.xls")


def test_a_workbook_with_a_password_is_refused_as_such(tmp_path: Path) -> None:
    name = "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + name)
    with pytest.raises(Unusable, match="kata sandi"):
        sheets.read(tmp_path / "a.xlsx")


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Data">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
CELL = (
    '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
)


def _ods(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", ODS.format(rows=rows))
    return path


def _ods_row(*texts: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(CELL.format(text=text, more='') for text in texts)}</table:table-row>"


def test_ods_is_read_with_the_empty_rest_that_it_declares(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rest = f'<table:table-row table:number-rows-repeated="1048574">{empty}</table:table-row>'
    path = _ods(
        tmp_path / "a.ods", _ods_row("Kelurahan", "NIB") + _ods_row("Gambir", "sudah") + rest
    )
    assert _rows(sheets.read(path)) == [(1, ["Kelurahan", "NIB"]), (2, ["Gambir", "sudah"])]


def test_ods_that_repeats_a_filled_row_for_ever_is_refused(tmp_path: Path) -> None:
    repeated = CELL.format(text="x", more=' table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{repeated}</table:table-row>'
    with pytest.raises(Unusable, match="mengaku berisi"):
        sheets.read(_ods(tmp_path / "a.ods", row))
