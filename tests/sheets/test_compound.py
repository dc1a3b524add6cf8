"""XLS: read like any workbook, and looked at before it is parsed."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

import pytest

from kkmp_cli import sheets
from kkmp_cli.errors import Unusable

Cell = tuple[int, int, str | float]


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x0204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
    return _record(0x0203, place + struct.pack("<d", value))


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _stream(cells: Iterable[Cell], more: bytes = b"") -> bytes:
    sheet = _begin(0x0010) + b"".join(_cell(*cell) for cell in cells) + _record(0x000A, b"")
    for_length = _record(0x0085, struct.pack("<IBBBB", 0, 0, 0, 4, 0) + b"Data")
    head = _begin(0x0005) + more
    at = len(head) + len(for_length) + 4
    return (
        head
        + _record(0x0085, struct.pack("<IBBBB", at, 0, 0, 4, 0) + b"Data")
        + _record(0x000A, b"")
        + sheet
    )


def _xls(path: Path, stream: bytes) -> Path:
    """The stream in a container: header, one sector of sectors, one of names, then the stream
    itself.
    """
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    fat = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))

    def entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
        text = name.encode("utf-16-le")
        length = len(text) + 2 if name else 0
        head = text.ljust(64, b"\0") + struct.pack(
            "<HBBIII", length, kind, 1, *[0xFFFFFFFF] * 2, child
        )
        return head.ljust(116, b"\0") + struct.pack("<II", start, size) + b"\0" * 4

    names = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry(
        "Workbook", 2, 2, len(stream), 0xFFFFFFFF
    )
    names += entry("", 0, 0, 0, 0xFFFFFFFF) * 2
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    )
    head = head.ljust(44, b"\0") + struct.pack(
        "<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0
    )
    path.write_bytes(
        head
        + struct.pack("<108I", *[0xFFFFFFFF] * 108)
        + fat
        + names
        + stream.ljust(count * 512, b"\0")
    )
    return path


TABLE: list[Cell] = [(1, 0, "Kelurahan"), (1, 1, "Anggota"), (2, 0, "Gambir"), (2, 1, 175.0)]


def test_xls_is_read_with_its_row_numbers(tmp_path: Path) -> None:
    rows = [
        (number, list(cells))
        for number, cells in sheets.read(_xls(tmp_path / "a.xls", _stream(TABLE))).rows
    ]
    assert rows == [(1, ["", ""]), (2, ["Kelurahan", "Anggota"]), (3, ["Gambir", "175"])]


def test_a_cell_far_out_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="mengaku berisi 65536 baris × 65536 kolom"):
        sheets.read(_xls(tmp_path / "a.xls", _stream([*TABLE, (65_535, 65_535, 1.0)])))


def test_a_password_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="kata sandi"):
        sheets.read(_xls(tmp_path / "a.xls", _stream(TABLE, _record(0x002F, bytes(6)))))


def test_every_cut_is_refused_in_words_or_read(tmp_path: Path) -> None:
    whole = _xls(tmp_path / "a.xls", _stream(TABLE)).read_bytes()
    for length in range(8, len(whole), 97):
        (tmp_path / "b.xls").write_bytes(whole[:length])
        try:
            list(sheets.read(tmp_path / "b.xls").rows)
        except Unusable as refused:
            assert refused.remedy
