"""What is known of a sheet before its rows are read."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from office_sheets import (
    read_text,
)


@pytest.mark.parametrize("text", ["a;b\n1;2", "Gambir;sudah\nCideng;belum"])
def test_a_table_without_a_known_heading_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="tidak ada judul kolom yang dikenal"):
        read_text(text)


def test_a_table_without_a_kelurahan_or_without_rows_is_refused() -> None:
    assert read_text("No;NIB\n1;sudah").blocked
    assert read_text("Kelurahan;NIB").blocked
