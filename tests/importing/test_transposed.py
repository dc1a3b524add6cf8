"""A table whose kelurahan stand across."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from office_sheets import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Uraian;Gambir;Cideng;Kenari\nNIB;sudah;belum;",
        "REKAP\n;Kel. Gambir;Kel. Cideng;Kel. Kramat;Jumlah\nNIB;1;0;1",
    ],
)
def test_a_row_of_nothing_but_kelurahan_is_named(text: str) -> None:
    with pytest.raises(Refused, match="mendatar di baris") as refused:
        read_text(text)
    assert "Transpose" in refused.value.remedy


def test_a_kelurahan_here_and_there_is_no_such_row() -> None:
    assert (
        "tidak ada kolom kelurahan" in read_text("No;NIB;Wil\n1;Gambir;Cideng").problems[0].message
    )
