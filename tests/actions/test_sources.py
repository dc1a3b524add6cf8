"""Which files an import means."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.actions.sources import Sources, expanded, registers
from kkmp_cli.errors import Refused


def fill(folder: Path, *names: str) -> list[str]:
    for name in names:
        (folder / name).touch()
    return [str(folder / name) for name in names]


def test_a_folder_is_its_sheets_without_locks_and_hidden_files(tmp_path: Path) -> None:
    sheets = fill(tmp_path, "a.csv", "b.XLSX", "c.ods")
    fill(tmp_path, "~$b.XLSX", ".tersembunyi.csv", "surat.pdf")
    assert expanded([str(tmp_path)]) == Sources(sheets, [])


def test_each_file_comes_once_in_the_order_named(tmp_path: Path) -> None:
    first, second = fill(tmp_path, "a.csv", "b.csv")
    assert expanded([second, str(tmp_path), "-"]).files == [second, first, "-"]


def test_rejected_rows_are_passed_over_beside_other_sheets_alone(tmp_path: Path) -> None:
    sheet, rejects = fill(tmp_path, "a.csv", "a.ditolak.xlsx")
    assert expanded([str(tmp_path)]) == Sources([sheet], [rejects])
    Path(sheet).unlink()
    assert expanded([str(tmp_path)]) == Sources([rejects], [])
    assert expanded([rejects]) == Sources([rejects], [])


def test_a_pattern_is_what_it_fits_unless_a_file_bears_that_name(tmp_path: Path) -> None:
    sheets = fill(tmp_path, "a1.csv", "a2.csv")
    fill(tmp_path, "b.csv")
    assert expanded([str(tmp_path / "a?.csv")]).files == sheets
    (named,) = fill(tmp_path, "a[1].csv")
    assert expanded([named]).files == [named]


def test_a_folder_or_pattern_without_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tidak berisi"):
        expanded([str(tmp_path)])
    with pytest.raises(Refused, match="Tidak ada berkas yang cocok"):
        expanded([str(tmp_path / "*.csv")])


def test_a_folder_is_registers_where_no_sheet_lies_in_it(tmp_path: Path) -> None:
    one, two = fill(tmp_path, "a.db", "b.sqlite3")
    assert registers([str(tmp_path)]) == (one, two)
    (sheet,) = fill(tmp_path, "a.csv")
    assert registers([str(tmp_path)]) == ()
    assert expanded([str(tmp_path)]) == Sources([sheet], [], (one, two))
    assert registers([str(tmp_path / "*.db")]) == (one,)


def test_a_register_is_known_by_its_first_bytes_too(tmp_path: Path) -> None:
    copy = tmp_path / "kiriman"
    copy.write_bytes(b"SQLite format 3\x00")
    assert registers([str(copy)]) == (str(copy),)
    assert registers(["-"]) == ()


def test_registers_and_sheets_together_are_refused_with_a_command_for_each(tmp_path: Path) -> None:
    fill(tmp_path, "a.db", "b.csv")
    with pytest.raises(Refused) as refused:
        registers([str(tmp_path / "a.db"), str(tmp_path / "b.csv")])
    assert refused.value.remedy == (
        f"`kkmp import {tmp_path / 'a.db'}`, lalu `kkmp import {tmp_path / 'b.csv'}`"
    )
