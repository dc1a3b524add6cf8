"""What a file is that holds no table (JSON, a letter, a picture …), and what to do instead.

A kind is told by the bytes, never by the name of the file. Never enters: a row.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kkmp_cli.errors import Advice, Command, Unusable

_SAVE_AGAIN = "Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx atau CSV UTF-8."
_COPY_TABLE = (
    "Salin tabelnya ke lembar kerja Excel atau LibreOffice, simpan sebagai .xlsx, "
    "lalu impor berkas itu."
)
_UNPACK = "Buka dulu arsipnya, lalu impor berkas tabel di dalamnya."
_FROM_JSON = Advice(
    "Minta tabelnya sebagai CSV atau .xlsx; dari kkmp sendiri: `{}`.",
    Command("export", "-o", "isian.xlsx"),
)
_FROM_REGISTER = (
    "Bila itu register kkmp: `kkmp --db BERKAS export -o isian.xlsx`, lalu impor hasilnya."
)
_TYPED = Advice(
    "Ketik isinya ke tabel, misalnya formulir dari `{}`, lalu impor berkas itu.",
    Command("template"),
)

_BY_START = (
    (b"%PDF", "PDF", _COPY_TABLE),
    (b"{\\rtf", "dokumen RTF", _COPY_TABLE),
    (b"\x89PNG", "gambar PNG", _TYPED),
    (b"\xff\xd8\xff", "gambar JPEG", _TYPED),
    (b"GIF8", "gambar GIF", _TYPED),
    (b"\x1f\x8b", "arsip gzip", _UNPACK),
    (b"Rar!", "arsip RAR", _UNPACK),
    (b"7z\xbc\xaf", "arsip 7z", _UNPACK),
    (b"SQLite format 3", "SQLite", _FROM_REGISTER),
    (b"PAR1", "Parquet", _SAVE_AGAIN),
    (b"\x7fELF", "program", _SAVE_AGAIN),
    (b"MZ\x90", "program", _SAVE_AGAIN),
    (b"MIME-Version:", "halaman web (MHTML)", _SAVE_AGAIN),
)
_BY_PART = (
    ("xl/workbook.bin", "buku kerja biner (.xlsb)", "Simpan ulang di Excel sebagai .xlsx."),
    ("word/", "dokumen Word", _COPY_TABLE),
    ("ppt/", "presentasi PowerPoint", _COPY_TABLE),
    (
        "index/document.iwa",
        "berkas Numbers atau Pages",
        "Ekspor dari aplikasinya sebagai Excel (.xlsx) atau CSV.",
    ),
    (
        "index.zip",
        "berkas Numbers atau Pages",
        "Ekspor dari aplikasinya sebagai Excel (.xlsx) atau CSV.",
    ),
)
"""How the name of an entry of a ZIP package begins, in small letters."""
_BY_STREAM = (("WordDocument", "dokumen Word"), ("PowerPoint Document", "presentasi PowerPoint"))
_BY_TYPE = (
    (b"opendocument.text", "dokumen teks OpenDocument"),
    (b"opendocument.presentation", "presentasi OpenDocument"),
    (b"opendocument.graphics", "gambar OpenDocument"),
)
_MARKUP = (
    rb"(?i)<(?:!doctype|html|\?xml|table|style|meta|head|body)|"
    rb"<[^>]{1,999}>[\s\S]*?<(?:table|tr|td)\b"
)
"""A web page, or XML, by its first tag, or by a table behind any other."""
_BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
"""What may stand before the first tag."""
_PAGE = 65_536
_JSON = r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[{\[\"]|\]\s*$))"
_SHEET_FILE = re.compile(r"[^/]*\.(?:xlsx|xlsm|xls|ods|csv|tsv)")
"""The name of an entry that is itself a file with a table, in small letters."""


def refuse_bytes(content: bytes, name: str) -> None:
    """Raises Unusable for what the first bytes show to be no text of a table."""
    for mark, kind, remedy in _BY_START:
        if content.startswith(mark):
            raise _refusal(name, kind, remedy)
    if re.match(_MARKUP, content[:_PAGE].lstrip(_BEFORE).replace(b"\0", b"")):
        raise _refusal(name, "HTML atau XML", _SAVE_AGAIN)


def refuse_json(text: str, name: str) -> None:
    """Raises Unusable for a text that begins as JSON does and never as a table."""
    if re.match(_JSON, text[:1_000].removeprefix("\ufeff")):
        raise _refusal(name, "JSON", _FROM_JSON)


def refuse_package(entries: Collection[str], kind: bytes, name: str) -> None:
    """Raises Unusable for a ZIP that is no workbook; `kind`: its entry `mimetype`, if any."""
    lowered = [entry.lower() for entry in entries]
    for start, what, remedy in _BY_PART:
        if any(entry.startswith(start) for entry in lowered):
            raise _refusal(name, what, remedy)
    for what in (what for mark, what in _BY_TYPE if mark in kind):
        raise _refusal(name, what, _COPY_TABLE)
    if any(map(_SHEET_FILE.fullmatch, lowered)):
        raise _refusal(name, "arsip ZIP", _UNPACK)
    if not any("sheet" in entry or entry == "content.xml" for entry in lowered):
        raise Unusable(
            f"{name} bukan buku kerja Excel atau ODS", "Simpan ulang tabelnya sebagai .xlsx."
        )


def refuse_compound(content: bytes, name: str) -> None:
    """Raises Unusable for an old Office file that is no workbook."""
    for stream, kind in _BY_STREAM:
        if stream.encode("utf-16-le") in content:
            raise _refusal(name, kind, _COPY_TABLE)


def _refusal(name: str, kind: str, remedy: str) -> Unusable:
    return Unusable(f"{name} adalah {kind}, yang tidak dapat diimpor", remedy)
