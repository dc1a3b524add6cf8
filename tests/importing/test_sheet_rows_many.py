"""More errors than anybody mends cell by cell are told by their first one."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Refused
from kkmp_cli.importing import sheet_rows
from office_sheets import read_text


def test_errors_without_end_are_refused_by_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_rows, "MOST_PROBLEMS", 20)
    text = "Kelurahan;NIB\nGambir;entahlah\n"
    assert len(read_text(text + "Bukan Kelurahan;sudah\n" * 19).problems) == 20
    with pytest.raises(Refused) as refused:
        read_text(text + "Bukan Kelurahan;sudah\n" * 20)
    told = "isian.csv: lebih dari 20 kesalahan; yang pertama di B2: isi sel ini tidak dimengerti"
    assert refused.value.message == told
    assert "Tulis sudah" in refused.value.remedy
