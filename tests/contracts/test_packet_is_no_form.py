"""A packet that comes back as a sheet is told as what it is: what stands in its lists is no word of
anybody.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kkmp_cli.actions.recent_sheets import newest
from kkmp_cli.actions.sheet_looks import looks
from kkmp_cli.cli.output import Terminal
from running import Office


def test_a_packet_is_refused_and_the_advice_makes_a_sheet_that_can_be_filled_in(
    demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for more in ((), ("--matriks",), ("--kecamatan", "Gambir")):
        demo.good("report", "--kota", "jakpus", *more, "-o", "paket.xlsx")
        done = demo.run("import", "paket.xlsx", "--sheet", "semua")
        assert (done.code, "paket.xlsx adalah laporan kkmp, bukan isian" in done.err) == (1, True)
    (advised,) = re.findall(r"`kkmp ([^`]*)`", done.err)
    demo.good(*shlex.split(advised))
    assert "Tidak ada yang berubah" in demo.good("import", "sunting.xlsx").out


def test_a_list_and_an_export_are_no_packets(
    demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    demo.good("list", "--kota", "jakpus", "-o", "daftar.xlsx")
    demo.good("export", "--kota", "jakpus", "-o", "ekspor.xlsx")
    for name in ("daftar.xlsx", "ekspor.xlsx"):
        assert "laporan kkmp" not in demo.run("import", name, "--dry-run").err


def test_among_the_sheets_of_a_folder_a_packet_is_named_so(demo: Office, tmp_path: Path) -> None:
    folder = tmp_path / "unduhan"
    folder.mkdir()
    demo.good("report", "--kota", "jakpus", "-o", folder / "paket.xlsx")
    (look,) = looks(Terminal(str(demo.register)), newest([folder]))
    assert look.why == "adalah laporan kkmp, bukan isian"
