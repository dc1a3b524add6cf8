"""What is no table is named, with what to do instead."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import Refused, Unusable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ROWS = [{"kelurahan": "Gambir", "nib": "sudah"}]
STARTS = {
    "JSON": [
        json.dumps(ROWS).encode(),
        json.dumps(ROWS, indent=2).encode("utf-8-sig"),
        b"[]\n",
        b'{"a": 1}\n{"a": 2}\n',
        json.dumps({"berkas": ROWS}).encode("utf-16"),
    ],
    "PDF": [b"%PDF-1.7\n..."],
    "RTF": [b"{\\rtf1 Gambir}"],
    "PNG": [b"\x89PNG\r\n\x1a\n"],
    "gzip": [b"\x1f\x8b\x08 "],
    "SQLite": [b"SQLite format 3\x00"],
    "HTML": [
        b"<html><table></table>",
        b"<p align='center'>LAPORAN</p>\n<table><tr><td>Gambir</td></tr></table>",
        b"\xef\xbb\xbf\n\n<?xml version='1.0'?><Workbook xmlns='urn:x'/>",
        b"<!-- php --><div><br>\n" + b" " * 5_000 + b"<TR><TD>Gambir",
        "<html><table></table>".encode("utf-16"),
    ],
    "halaman web": [b"MIME-Version: 1.0\r\nContent-Type: multipart/related"],
    "Word": [OLE + "WordDocument".encode("utf-16-le")],
    "PowerPoint": [OLE + "PowerPoint Document".encode("utf-16-le")],
}
PACKAGES: Mapping[str, Mapping[str, str]] = {
    "xlsb": {"xl/workbook.bin": "", "xl/worksheets/sheet1.bin": ""},
    "Word": {"[Content_Types].xml": "", "word/document.xml": ""},
    "PowerPoint": {"ppt/presentation.xml": "", "ppt/embeddings/sheet.xlsx": ""},
    "Numbers": {"Index/Document.iwa": "", "Index/Tables/DataList.iwa": ""},
    "OpenDocument": {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"},
    "arsip ZIP": {"Isian Gambir.xlsx": "", "Isian Senen.csv": ""},
    "bukan buku kerja": {"foto.jpg": ""},
}


@pytest.mark.parametrize(
    ("kind", "content"), [(kind, each) for kind, all_ in STARTS.items() for each in all_]
)
def test_what_is_no_table_is_named_by_its_bytes(tmp_path: Path, kind: str, content: bytes) -> None:
    for name in ("isian.csv", "isian.xlsx", "isian"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unusable, match=kind) as caught:
            sheets.read(tmp_path / name)
        assert "dapat diimpor" in caught.value.message
        assert caught.value.remedy


@pytest.mark.parametrize("kind", PACKAGES)
def test_a_package_that_is_no_workbook_is_named(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "isian.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, text in PACKAGES[kind].items():
            package.writestr(name, text)
    with pytest.raises(Unusable, match=kind) as caught:
        sheets.read(path)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["isian.txt", "isian.json", "isian.pdf", "isian"])
def test_a_table_is_read_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"Kelurahan;NIB\nGambir;sudah\n")
    assert [list(cells) for _, cells in sheets.read(tmp_path / name).rows][1] == ["Gambir", "sudah"]


def test_words_without_a_table_are_no_format_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "pesan.txt").write_bytes(b"[KKMP] Gambir sudah NIB.\nSalam\n")
    assert len(list(sheets.read(tmp_path / "pesan.txt").rows)) == 2
    (tmp_path / "kosong.json").write_bytes(b"")
    with pytest.raises(Refused, match="kosong"):
        sheets.read(tmp_path / "kosong.json")
