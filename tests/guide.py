"""The officers' guide as what is typed: its commands in their order, and the pictures beside them.

All is typed on one morning, 10 March 2026, by an officer with an empty home and a few sheets.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import sheet_files
from kkmp_cli.cli import app
from running import Asked

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("panduan.md", *sorted(f"panduan/{path.name}" for path in DOCS.glob("panduan/*.md")))
MORNING = datetime(2026, 3, 10, 2, tzinfo=UTC)
PINNED = f"from kkmp_cli import settings\nimport datetime\nsettings.now = lambda: {MORNING!r}"
BLOCK = re.compile(
    r"^```bash run( \d)?\n(.*?)^```(?:\n\n!\[[^]]+\]\(\S*gambar/(\S+)\))?", re.M | re.S
)
QUESTION = "[y/T] "
ANSWERS = {r"misalnya 1,2: ": "", r"\[y/(?:./)*T\] ": "y"}
"""What she types where she is asked: an empty cell means nothing, the plan is right."""
COLUMNS, LINES = 100, 34
TITLE = ["REKAP KKMP KOTA ADMINISTRASI JAKARTA PUSAT"]
HEADINGS = ["No", "Kecamatan", "Kelurahan", "Tgl SK", "NIB", "Usaha Berjalan", "Jumlah Anggota"]
REKAP = (
    ("Gambir", "Gambir", "30/11/2025", "0220101234567", "sudah", 45),
    ("Gambir", "Cideng", "30/11/2025", "belum", "belum", 38),
    ("Gambir", "Duri Pulo", "31/11/2025", "proses", "belum", 52),
    ("Senen", "Kwitang", "5/12/2025", "1234567890123", "2/2/2026", 61),
    ("Senen", "Bungur", "5/12/2025", "", "belum", 27),
)
ISIAN = """Data KKMP Kecamatan Gambir;;;;;
Keadaan per 9 Maret 2026;;;;;
No;Kelurahan;No. SK AHU;Tgl NIB;Usaha Berjalan;Jumlah Anggota
1;Duri Pulo;AHU-0001234.AH.01.29.TAHUN 2025;10/2/2026;proses;60
2;Kebon Kelapa;;;sudah;1.250
;JUMLAH;;;;1.310
"""
ATTENDANCE = (
    "Kelurahan;Jabatan;Nama\nGambir;Ketua;Contoh Satu\nGambir;Bendahara;Contoh Dua\n"
    "Cideng;Pengawas;Contoh Tiga\n"
)
AREAS = (
    "kode,kelurahan,kecamatan,kota,provinsi\n"
    "33.74.01.1001,Contoh,Semarang Tengah,Kota Semarang,Jawa Tengah\n"
)


FORMAT = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{ font-family: Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Step(NamedTuple):
    """One line to type, its exit code, and the picture of what then stands on the screen."""

    page: str
    line: str
    code: int
    picture: str


def steps() -> Iterator[Step]:
    """Those of all pages, as somebody would who reads them in their order."""
    for page in PAGES:
        for code, lines, picture in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")):
            *before, last = lines.splitlines()
            yield from (Step(page, line, 0, "") for line in before)
            yield Step(page, last, int(code or 0), picture)


def bring(folder: Path) -> None:
    """The sheets that the guide takes for granted."""
    rows = [[number, *row] for number, row in enumerate(REKAP, 1)]
    total = ["", "JUMLAH", "", "", "", "", sum(row[-1] for row in REKAP)]
    day = ["Keadaan per 28 Februari 2026"]
    sheet_files.xlsx(folder / "Rekap KKMP.xlsx", Rekap=[TITLE, day, [], HEADINGS, *rows, total])
    for name, text in (("isian", ISIAN), ("hadir", ATTENDANCE), ("wilayah", AREAS)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def words(step: Step) -> list[str]:
    """What is typed behind `kkmp`."""
    command, *rest = shlex.split(step.line)
    assert command == "kkmp"
    return rest


def written(line: str) -> list[str]:
    """The files and folders that a line writes."""
    return re.findall(r" -o (\S+)", line)


def typed(step: Step) -> tuple[int, str]:
    """The exit code of a line, and for a picture what it puts on a terminal; a question is
    answered by a yes.
    """
    if not step.picture:
        return app.run(words(step)), ""
    asked = Asked(*words(step), first=PINNED, out=None, columns=COLUMNS)
    return asked.told(ANSWERS), asked.said


def drawn(step: Step, said: str) -> str:
    """The picture of a terminal, as SVG: the command and the first lines of what it said."""
    from rich.console import Console
    from rich.terminal_theme import DEFAULT_TERMINAL_THEME
    from rich.text import Text

    lines = said.replace("\r", "").rstrip("\n").split("\n")
    cut = [*lines[:LINES], "…"] if len(lines) > LINES else lines
    console = Console(
        record=True,
        width=COLUMNS,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
    )
    console.print(Text.assemble(("$ ", "bold"), (step.line, "bold")))
    console.print(Text.from_ansi("\n".join(cut)), highlight=False)
    return console.export_svg(
        title="kkmp", theme=DEFAULT_TERMINAL_THEME, code_format=FORMAT, unique_id="kkmp"
    )
