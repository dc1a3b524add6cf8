"""Sheets of unusual shape, each as large as a file may be: what reading them takes.

    python benchmarks/large_sheets.py

makes each file in a folder of its own, runs `kkmp import FILE --dry-run` on a register of Jakarta
Pusat, and prints a line of a table: seconds of processor, MB at most, exit code.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import chain, repeat
from pathlib import Path

import xlsxwriter

NAMES = ("Gambir", "Cideng", "Petojo Utara", "Kebon Kelapa", "Duri Pulo", "Kwitang", "Kenari")
HEAD = ("Kelurahan", "NIB", "NPWP", "Gerai", "Usaha", "RAT 2025")
GOOD = ("sudah", "belum", "sudah", "belum", "belum")
Rows = Iterable[Iterable[str]]


def rows(count: int, *cells: str) -> Rows:
    """So many rows of cooperatives, the same ones over and over."""
    return ([NAMES[at % 7], *(cell.format(at) for cell in cells)] for at in range(count))


def wide(heading: str, cell: str, count: int) -> Rows:
    """Rows with so many more columns."""
    yield [*HEAD, *(heading.format(at) for at in range(count))]
    yield from ([name, *GOOD, *repeat(cell, count)] for name in NAMES)


SHEETS: dict[str, Callable[[], Rows]] = {
    "16.000 columns that nobody knows": lambda: wide("Kolom {}", "x", 16_000),
    "16.000 columns `NIB`": lambda: wide("NIB", "sudah", 16_000),
    "16.000 columns `Kendala`": lambda: wide("Kendala", "modal", 16_000),
    "a million blank rows": lambda: chain(
        [HEAD], rows(3, *GOOD), repeat(("",) * 6, 10**6), rows(4, *GOOD)
    ),
    "the heading 20.000 times": lambda: chain.from_iterable(
        (HEAD, (name, *GOOD)) for name in NAMES * 2_857
    ),
    "80.000 rows on seven cooperatives": lambda: chain([HEAD], rows(80_000, *GOOD)),
    "80.000 unknown kelurahan": lambda: chain(
        [HEAD], ((f"Kelurahan {at} Baru", *GOOD) for at in range(80_000))
    ),
    "400.000 bad cells": lambda: chain([HEAD], rows(80_000, *("entah {}",) * 5)),
    "40.000 totals": lambda: chain(
        [HEAD],
        chain.from_iterable(((NAMES[0], *GOOD), ("JUMLAH", *"12345")) for _ in range(40_000)),
    ),
    "80.000 lines of notes": lambda: chain(
        [HEAD], rows(7, *GOOD), ((f"Catatan: {at}",) for at in range(80_000))
    ),
    "a title of 10.000 rows": lambda: chain(((f"Judul {at}",) for at in range(10_000)), [HEAD]),
    "2.500 cells of 32.767 letters": lambda: chain([HEAD], rows(500, *("sudah " * 5_461,) * 5)),
}
TEXTS = {
    "ten million quotes": b"Kelurahan;NIB\n" + b'"' * 10**7,
    "ten million separators": b"Kelurahan;NIB\n" + b";" * 10**7,
    "ten million line ends": b"Kelurahan;NIB\nGambir;sudah\n" + b"\n" * 10**7,
    "ten million `<`": b"<" * 10**7,
}


def merges(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """20,000 merges over two rows each."""
    for at in range(20_000):
        sheet.write_row(1 + 2 * at, 0, (NAMES[at % 7], *GOOD))
        sheet.merge_range(1 + 2 * at, 1, 2 + 2 * at, 1, "sudah")


def hidden(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """20,000 hidden rows among 40,000."""
    for row in range(1, 40_000):
        sheet.write_row(row, 0, (NAMES[row % 7], *GOOD))
        if row % 2:
            sheet.set_row(row, None, None, {"hidden": True})


def coloured(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """200,000 empty cells with a colour."""
    red = book.add_format({"bg_color": "red"})
    for row in range(1, 40_000):
        sheet.write_row(row, 0, (NAMES[row % 7], *("",) * 5), red)


BOOKS = {"20.000 merges": merges, "20.000 hidden rows": hidden, "200.000 coloured cells": coloured}


def files(folder: Path) -> Iterable[tuple[str, Path]]:
    """Each shape, made when it is its turn."""
    for at, (name, made) in enumerate(SHEETS.items()):
        path = folder / f"{at}.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=";").writerows(made())
        yield name, path
    for at, (name, content) in enumerate(TEXTS.items()):
        path = folder / f"t{at}.csv"
        path.write_bytes(content)
        yield name, path
    for at, (name, fill) in enumerate(BOOKS.items()):
        path = folder / f"{at}.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            sheet = book.add_worksheet("Data")
            sheet.write_row(0, 0, HEAD)
            fill(book, sheet)
        yield name, path


def measured(*arguments: str) -> tuple[int, float, float]:
    """Exit code, seconds of processor and MB at most of one call."""
    call = [sys.executable, "-m", "kkmp_cli", *arguments]
    child = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        register = str(Path(name) / "register.db")
        measured("--db", register, "add", "--kota", "jakpus", "--all")
        print("| shape | seconds | MB | exit |\n|---|---|---|---|")
        for shape, path in files(Path(name)):
            code, seconds, most = measured("--db", register, "import", str(path), "--dry-run")
            print(f"| {shape} | {seconds:.1f} | {most:.0f} | {code} |", flush=True)
            path.unlink()
