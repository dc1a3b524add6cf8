"""CSV as offices send it: encodings, separators, quoting, and the numbers of the rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import sheets
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.sheets import Sheet, delimited, guard
from kkmp_cli.sheets.sheet import unwrap

HEADING = ["Kelurahan", "NIB", "Catatan"]
SEPARATORS = [",", ";", "\t", "|"]


def _read(tmp_path: Path, content: bytes) -> Sheet:
    path = tmp_path / "isian.csv"
    path.write_bytes(content)
    return sheets.read(path)


def _rows(sheet: Sheet) -> list[tuple[int, list[str]]]:
    return [(number, list(cells)) for number, cells in sheet.rows]


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_the_one_that_shows_the_known_headings(
    tmp_path: Path, separator: str
) -> None:
    lines = [
        "REKAP, KOTA; JAKARTA",
        separator.join(HEADING),
        separator.join(["Gambir", "sudah", "a, b; c"]),
    ]
    sheet = (
        _read(tmp_path, "\n".join(lines).encode())
        if separator not in ",;"
        else _read(
            tmp_path,
            "\n".join([lines[0], lines[1], separator.join(["Gambir", "sudah", "x"])]).encode(),
        )
    )
    assert sheet.separator == separator
    assert _rows(sheet)[1] == (2, HEADING)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
        ("utf-32", "utf-32"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(tmp_path: Path, encoding: str, shown: str) -> None:
    sheet = _read(tmp_path, "Kelurahan;Catatan\nGambir;Café – “kios”\n".encode(encoding))
    assert sheet.encoding == shown
    assert _rows(sheet) == [(1, ["Kelurahan", "Catatan"]), (2, ["Gambir", "Café – “kios”"])]


def test_a_line_that_announces_the_separator_is_no_row(tmp_path: Path) -> None:
    sheet = _read(tmp_path, b"sep=|\r\nKelurahan|NIB\r\nGambir|a,b;c\r\n")
    assert sheet.separator == "|"
    assert _rows(sheet) == [(1, ["Kelurahan", "NIB"]), (2, ["Gambir", "a,b;c"])]


def test_blank_lines_count_as_rows_and_line_breaks_in_quotes_do_not(tmp_path: Path) -> None:
    sheet = _read(tmp_path, b'\n\nKelurahan,Catatan\nGambir,"dua\nbaris"\n\nCideng,x\n')
    assert [(number, cells) for number, cells in _rows(sheet) if cells] == [
        (3, ["Kelurahan", "Catatan"]),
        (4, ["Gambir", "dua\nbaris"]),
        (6, ["Cideng", "x"]),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_known(tmp_path: Path, newline: str) -> None:
    sheet = _read(tmp_path, newline.join(["Kelurahan,NIB", "Gambir,sudah", ""]).encode())
    assert _rows(sheet)[1] == (2, ["Gambir", "sudah"])


def test_rows_can_be_gone_through_again(tmp_path: Path) -> None:
    sheet = _read(tmp_path, b"Kelurahan,NIB\nGambir,sudah\n")
    assert _rows(sheet) == _rows(sheet)


def test_wrappers_of_spreadsheets_are_taken_off(tmp_path: Path) -> None:
    sheet = _read(
        tmp_path, b'Kelurahan;NIB;Catatan\nGambir;="0123";\'=1+1\nCideng;"=""0123""";\'Aisyiyah\n'
    )
    assert _rows(sheet)[1:] == [
        (2, ["Gambir", "0123", "=1+1"]),
        (3, ["Cideng", "0123", "'Aisyiyah"]),
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"sep=;\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused, match="kosong"):
        _read(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n....",
        bytes(range(256)) * 4,
        b"a\x00b,c\n" * 9,
        b"<html><table></table>",
        b"\x81\x8d\x8f\x90\x9d" * 20,
        b"SQLite format 3\x00" + b"\x00" * 80,
    ],
)
def test_a_binary_is_refused_with_a_remedy(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unusable) as refused:
        _read(tmp_path, content)
    assert refused.value.remedy


def test_a_quote_that_never_ends_is_refused_with_its_row(tmp_path: Path) -> None:
    sheet = _read(tmp_path, b'Kelurahan,NIB\nGambir,sudah\nCideng,"belum\nKartini,sudah\n')
    with pytest.raises(Refused, match=r"baris 3 .*tanda kutip"):
        _rows(sheet)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "tidak-ada.csv", tmp_path):
        with pytest.raises(Unusable):
            sheets.read(place)


def test_a_sheet_cannot_be_chosen_in_a_csv_file(tmp_path: Path) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan\nGambir\n")
    with pytest.raises(Refused, match="lembar"):
        sheets.read(path, sheet="Data")


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=20)


@given(st.text())
def test_what_a_guard_adds_is_taken_off_again(text: str) -> None:
    assert unwrap(guard(text)) == text


@given(
    st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=6),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_table_written_as_csv_is_read_back(
    rows: list[list[str]], separator: str, encoding: str, newline: str
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=newline, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADING)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    from kkmp_cli.sheets import delimited, known_heading

    sheet = delimited.read(text.getvalue().encode(encoding), "isian.csv", known_heading)
    assert sheet.separator == separator
    assert _rows(sheet) == list(enumerate([HEADING, *rows], 1))


@given(
    text=st.text("ab ,;'=\t|\r\n\x1f\u2028é", max_size=60), separator=st.sampled_from(SEPARATORS)
)
def test_a_file_without_quotation_marks_is_read_as_one_with_them(text: str, separator: str) -> None:
    lines = list(io.StringIO(text, newline=""))
    records = list(delimited._split(lines, separator))
    assert records == list(csv.reader(lines, delimiter=separator, strict=True))


def test_a_cell_that_is_too_long_is_refused_with_and_without_quotation_marks(
    tmp_path: Path,
) -> None:
    for more in ("", ',"x"'):
        sheet = _read(tmp_path, f"Kelurahan,Catatan\nGambir,{'x' * 131_073}{more}\n".encode())
        with pytest.raises(
            Refused, match=r"isian.csv baris 2 tidak dapat dibaca: satu selnya terlalu panjang"
        ):
            _rows(sheet)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_more_rows_than_a_spreadsheet_has_are_refused(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((f"Kelurahan;NIB{end}Gambir;sudah" + end * 1_048_576).encode())
    with pytest.raises(Unusable, match=r"lebih dari 1\.048\.576 baris"):
        sheets.read(path)
    path.write_bytes((f"Kelurahan;NIB{end}Gambir;sudah" + end * 1_000_000).encode())
    assert sheets.read(path).separator == ";"
