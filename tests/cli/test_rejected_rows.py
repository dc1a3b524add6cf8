"""The rejected rows of a list lie beside it, and it is said what takes them in."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli import rejected_rows
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.rejected_rows import RejectedFile
from kkmp_cli.errors import Command, Unusable
from kkmp_cli.render.formats.rejects_file import RejectsPage

PAGE = RejectsPage("Ditolak", [["Kelurahan", "Alasan ditolak"]], [])


def _write(file: Path) -> None:
    one = RejectedFile(str(file), 2, [PAGE], "Yang baik masuk", "Salin dulu.", private=True)
    rejected_rows.write(Terminal([]), one, lambda path: Command("area", "import", path))


def test_an_older_file_that_holds_something_else_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    target = file.with_name("a.csv.ditolak.xlsx")
    target.write_text("sudah diperbaiki", "utf-8")
    _write(file)
    said = capsys.readouterr().err
    assert f"2 baris yang ditolak ditulis ke {target} (yang lama disimpan sebagai" in said
    assert f"→ kkmp area import {target}" in said
    assert file.with_name("a.csv.ditolak.lama.xlsx").read_text("utf-8") == "sudah diperbaiki"


def test_what_cannot_be_written_is_said_with_what_stands(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        _write(tmp_path / "tidak ada" / "a.csv")
    assert refused.value.message.startswith("Yang baik masuk; baris yang ditolak tidak tersimpan: ")
    assert refused.value.remedy == "Salin dulu."
