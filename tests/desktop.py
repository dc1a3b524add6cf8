"""An officer's desktop in a test: what opens workbooks, and cells typed into them by another
program.
"""

from __future__ import annotations

import re
import shlex
import tempfile
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli import sheets
from kkmp_cli.sheets import cell_name
from running import Office

Typed = Mapping[tuple[str, str], str | int | None]
"""(kelurahan, heading) → what is typed: a text, a number, nothing; `#REF!` is an error cell."""


class Desktop:
    """Opens nothing, and notes each workbook that it is asked to open."""

    def __init__(self, folder: Path, code: int = 0) -> None:
        self.log = folder / "opened.txt"
        self.programs = folder / "programs"
        self.programs.mkdir()
        program = self.programs / "xdg-open"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self.log}"\nexit {code}\n')
        program.chmod(0o755)

    @property
    def opened(self) -> list[Path]:
        """The workbooks in the order in which they were opened."""
        return [*map(Path, self.log.read_text().splitlines())] if self.log.exists() else []


@pytest.fixture
def gambir(pusat: Office) -> Office:
    """A desk where something is known of Cideng and Duri Pulo."""
    pusat.good("update", "Cideng", "--nib", "0123456789012", "--anggota", "120")
    pusat.good("update", "Duri Pulo", "--usaha", "belum", "--rat", "2026-03-10")
    return pusat


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A desktop that opens what it is asked to, whose temporary files lie in a folder of the test."""
    made = Desktop(tmp_path)
    monkeypatch.setenv("PATH", str(made.programs), prepend=":")
    (tmp_path / "sementara").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "sementara"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "sementara"))
    return made


def typed(workbook: Path, cells: Typed) -> None:
    """Saves a form with these cells typed, everything else as it is."""
    rows = [(number, list(row)) for number, row in sheets.read(workbook).rows]
    heading = next(row for _, row in rows if "Kelurahan" in row)
    by_name = {row[heading.index("Kelurahan")]: number for number, row in rows if len(row) > 1}
    places = {
        cell_name(heading.index(title), by_name[name]): value
        for (name, title), value in cells.items()
    }
    _saved(workbook, places)


def _saved(workbook: Path, places: Mapping[str, str | int | None]) -> None:
    whole = workbook.read_bytes()
    with (
        zipfile.ZipFile(BytesIO(whole)) as old,
        zipfile.ZipFile(workbook, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            text = old.read(entry)
            if entry == "xl/worksheets/sheet1.xml":
                text = _with_cells(text.decode(), places).encode()
            new.writestr(entry, text)


def _with_cells(text: str, places: Mapping[str, str | int | None]) -> str:
    for place, value in places.items():
        cell = rf'<c r="{place}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)'
        match = re.search(cell, text)
        assert match, place
        text = text.replace(match[0], _cell(place, match[1] or "", value))
    return text


def _cell(place: str, look: str, value: str | int | None) -> str:
    if value is None:
        return f'<c r="{place}"{look}/>'
    if isinstance(value, int):
        return f'<c r="{place}"{look}><v>{value}</v></c>'
    if value.startswith("#"):
        return f'<c r="{place}"{look} t="e"><v>{value}</v></c>'
    return f'<c r="{place}"{look} t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def changed(office: Office) -> set[tuple[str, str, Any]]:
    """What the newest run changed of cooperatives: kelurahan, field, new value."""
    newest = office.good("history", "--json").json[0]["perubahan"]
    return {(one["kelurahan"], one["bidang"], one["baru"]) for one in newest if one["kelurahan"]}


def followed(office: Office, screen: str) -> None:
    """Types the command that is printed."""
    commands = re.findall(r"kkmp (?:--db \S+ )?(import .*)", screen)
    assert commands, screen
    office.good(*shlex.split(commands[-1]), "--yes")
