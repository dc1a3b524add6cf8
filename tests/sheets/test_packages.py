"""What is refused before a parser sees it: too large, too far, damaged, locked, not computed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import Unusable
from kkmp_cli.sheets import markup, packages
from sheet_files import CELL, appended, ods, patched, rows_of, with_cell, xlsx


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
    monkeypatch.setattr(markup, "_PIECE", piece)
    with pytest.raises(Unusable, match=r"rumus yang belum dihitung \(B2\)"):
        sheets.read(with_cell(tmp_path / "a.xlsx", cell))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="B2" t="str"><f>IF(1=1,"","x")</f><v></v></c>', ""),
        ('<c r="B2" t="str"><f>A1</f><v>sudah</v></c>', "sudah"),
        ('<c r="B2"><f>1</f><v>1</v></c>', "1"),
    ],
)
def test_what_a_formula_comes_to_is_read(tmp_path: Path, cell: str, text: str) -> None:
    cells = rows_of(sheets.read(with_cell(tmp_path / "a.xlsx", cell)))[1][1]
    assert [*cells, ""][:2] == ["Gambir", text]


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
        sheets.read(patched(tmp_path / "a.xlsx", appended(rows)))


@pytest.mark.parametrize("twice", [b' r="XFD1048576"', b' s=">" r="XFD1048576"', b'r="XFD1048576"'])
def test_a_cell_that_says_twice_where_it_is_never_gets_to_be_parsed(
    tmp_path: Path, twice: bytes
) -> None:
    rows = b'<row r="3"><c r="A3"' + twice + b"><v>1</v></c></row>"
    with pytest.raises(Unusable, match="rusak"):
        sheets.read(patched(tmp_path / "a.xlsx", appended(rows)))


def _ended(end: bytes) -> Callable[[bytes], bytes]:
    return lambda content: content[: content.index(b"<row")] + end


def test_the_last_tag_of_a_sheet_is_looked_at_like_any_other(tmp_path: Path) -> None:
    """However little follows it."""
    for tail in (b"", b" " * 9, b" " * 30, b" " * 60, b" " * 99):
        end = b'<row><c r="A3" r="XFD1"><v>1</v></c></row></sheetData></worksheet>' + tail
        with pytest.raises(Unusable, match="rusak"):
            sheets.read(patched(tmp_path / "a.xlsx", _ended(end)))


def test_formats_far_out_do_no_harm(tmp_path: Path) -> None:
    rows = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(rows_of(sheets.read(patched(tmp_path / "a.xlsx", appended(rows))))) == 2


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="200 MB"):
        sheets.read(patched(tmp_path / "a.xlsx", appended(b" " * (packages.UNPACKED_LIMIT + 1))))


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan"]])
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
    whole = xlsx(tmp_path / "a.xlsx", Data=[["Kelurahan"], ["Gambir"]]).read_bytes()
    for length in range(4, len(whole) - 1, max(len(whole) // 60, 1)):
        (tmp_path / "b.xlsx").write_bytes(whole[:length])
        with pytest.raises(Unusable, match="tidak dapat dibaca"):
            sheets.read(tmp_path / "b.xlsx")


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


def test_ods_that_repeats_a_filled_row_for_ever_is_refused(tmp_path: Path) -> None:
    repeated = CELL.format(text="x", more=' table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{repeated}</table:table-row>'
    with pytest.raises(Unusable, match="mengaku berisi"):
        sheets.read(ods(tmp_path / "a.ods", row))
