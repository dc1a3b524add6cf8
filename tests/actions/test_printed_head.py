"""The head of a history is read back out of any file that carries it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from kkmp_cli.actions import printed_head
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.model.run import Head

DIGEST = "0123456789abcdef"
HEAD = Head(25, DIGEST)


@pytest.mark.parametrize(
    "text", [f"… · kepala riwayat 25-{DIGEST}\n", f'{{"kepala": "25-{DIGEST}"}}']
)
def test_it_stands_in_a_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "paket").write_text(text)
    assert printed_head.read(tmp_path / "paket") == HEAD


def test_it_stands_in_a_part_of_a_package_however_large(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "paket.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/lain.xml", " " * 3_000_000)
        package.writestr("xl/teks.xml", " " * 1_048_570 + f"<t>kepala riwayat 25-{DIGEST}</t>")
    assert printed_head.read(tmp_path / "paket.xlsx") == HEAD


def test_a_register_and_what_is_no_file_have_none_to_read(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_bytes(b"SQLite format 3\0")
    assert printed_head.read(tmp_path / "register.db") is None
    assert printed_head.read(tmp_path) is None


def test_without_one_or_with_two_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat").write_text(f"kepala riwayat 25-{DIGEST}0 lalu kepala riwayat 25-0123")
    with pytest.raises(Unusable):
        printed_head.read(tmp_path / "surat")
    (tmp_path / "dua").write_text(f"kepala riwayat 1-{DIGEST}, kepala riwayat 2-{DIGEST}")
    with pytest.raises(Refused):
        printed_head.read(tmp_path / "dua")
