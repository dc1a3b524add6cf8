"""XLSX, XLS and ODS → rows of text."""

from __future__ import annotations

from collections.abc import Callable

from kkmp_cli.errors import Unusable
from kkmp_cli.sheets.sheet import Sheet

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(content: bytes) -> bool:
    """True where the bytes begin as a workbook does, whatever the file's name says."""
    return content.startswith((_ZIP, _OLE))


def read(content: bytes, name: str, sheet: str | None, knows: Callable[[str], bool]) -> Sheet:
    """The rows of one sheet."""
    raise Unusable(f"{name}: buku kerja belum dapat dibaca", "Simpan sebagai CSV UTF-8.")
