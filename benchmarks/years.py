"""Measures what a command costs on a register of one, three and ten years, beside the same command
on one of five weeks: processor seconds of whole processes, run in turn, medians, as ratios.

    python benchmarks/years.py [--rounds 3] [--folder FOLDER] [--more] [--write-readme]

Takes the `kkmp` beside the Python that runs it. `--more` adds a register of 500,000 runs, which
takes some minutes to grow. Never part of the tests.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
KKMP = str(Path(sys.executable).with_name("kkmp"))
AGES = {"new": (500, 0.1), "1": (5_000, 1.0), "3": (15_000, 3.0), "10": (50_000, 10.0)}
"""Runs and years of each register."""
OLD = {"100": (500_000, 10.0)}
UPDATE = "update Gambir --anggota {n}"
IMPORT = "import {sheet} --yes"
LINES: dict[str, tuple[str, ...]] = {
    "report": ("report",),
    "report of a past day": ("report --per 2026-03-10",),
    "list": ("list",),
    "list of a past day": ("list --per 2026-03-10",),
    "show": ("show Gambir",),
    "history, 20 runs": ("history",),
    "history of one cooperative": ("history Gambir",),
    "update": (UPDATE,),
    "update --all": ("update --all --catatan rapat{n} --yes",),
    "import of a sheet of 44 rows": (IMPORT,),
    "undo of an update": (UPDATE, "undo --yes"),
    "undo of an import": (IMPORT, "undo --yes"),
    "check": ("check",),
}
"""What is measured: the last command of each line, after those before it."""
LIMIT = 1.5
SECONDS = 10
"""Processor seconds that `check` may take on ten years."""


def measured(register: Path, commands: tuple[str, ...], number: int) -> tuple[float, float]:
    """Processor seconds and peak MiB of the last command, on a copy of the register."""
    work = register.with_name("kerja.db")
    shutil.rmtree(f"{work}.salinan", ignore_errors=True)
    shutil.copyfile(register, work)
    sheet = _sheet(register.with_name("isian.csv"), number)
    taken = 0.0, 0.0
    for command in commands:
        words = command.format(n=300 + number, sheet=sheet).split()
        taken = _timed([KKMP, "--db", str(work), *words])
    return taken


def _sheet(target: Path, number: int) -> Path:
    """44 rows of a kota, with other members each time."""
    with (HERE.parent / "data" / "areas.csv").open(encoding="utf-8") as file:
        codes = [line.split(",")[0] for line in file if line.startswith("31.71.")]
    rows = [f"{code},{200 + number + at},proses,belum" for at, code in enumerate(codes)]
    target.write_text("\n".join(["kode,anggota,gerai,rat_2025", *rows]) + "\n", encoding="utf-8")
    return target


def _timed(command: list[str]) -> tuple[float, float]:
    environment = {**os.environ, "KKMP_PETUGAS": "bench", "KKMP_KOTA": "jakpus"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


Figures = dict[str, dict[str, tuple[float, float]]]
"""By line and age, the median of seconds and the peak of MiB."""


def measure(folder: Path, ages: dict[str, tuple[int, float]], rounds: int) -> Figures:
    """All lines on all registers, each round through all of them."""
    for age, (runs, years) in ages.items():
        if not (folder / f"{age}.db").exists():
            _grow(folder / f"{age}.db", runs, years)
    figures: Figures = {}
    for line, commands in LINES.items():
        kept: dict[str, list[tuple[float, float]]] = {age: [] for age in ages}
        for number in range(rounds + 1):
            for age in ages:
                taken = measured(folder / f"{age}.db", commands, number)
                if number:
                    kept[age].append(taken)
        figures[line] = {
            age: (statistics.median(t for t, _ in all_), max(m for _, m in all_))
            for age, all_ in kept.items()
        }
        print(line, {age: f"{t:.2f} s {m:.0f} MiB" for age, (t, m) in figures[line].items()})
    return figures


def _grow(target: Path, runs: int, years: float) -> None:
    """In a process of its own: what is measured would count the memory of this one as its own."""
    command = [sys.executable, str(HERE / "grown.py"), str(target), str(runs), str(years)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def as_markdown(figures: Figures, ages: dict[str, tuple[int, float]]) -> str:
    """Cost against years: a row for each line."""
    names = [f"{runs:,} runs" for runs, _ in list(ages.values())[1:]]
    rows = [
        f"| command | {' | '.join(names)} | MiB, new | MiB, oldest | |",
        f"|---|{'--:|' * (len(names) + 2)}---|",
    ]
    for line, by_age in figures.items():
        new, *others = by_age.values()
        ratios = [f"{seconds / new[0]:.2f}×" for seconds, _ in others]
        ten = by_age["10"][0]
        good = ten <= SECONDS if line == "check" else ten / new[0] <= LIMIT
        verdict = "reached" if good else "**missed**"
        if line == "check":
            ratios = [f"{seconds:.1f} s" for seconds, _ in others]
        rows.append(
            f"| `{line}` | {' | '.join(ratios)} | {new[1]:.0f} | {others[-1][1]:.0f} | {verdict} |"
        )
    return "\n".join(rows)


def write_readme(table: str) -> None:
    """Puts the table between its marks."""
    page = HERE / "README.md"
    before, _, rest = page.read_text(encoding="utf-8").partition("<!-- years -->\n")
    after = rest.partition("<!-- years end -->")[2]
    text = f"{before}<!-- years -->\n{table}\n<!-- years end -->{after}"
    page.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--more", action="store_true")
    parser.add_argument("--write-readme", action="store_true")
    options = parser.parse_args()
    ages = AGES | (OLD if options.more else {})
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        table = as_markdown(measure(folder, ages, options.rounds), ages)
    print(table)
    if options.write_readme:
        write_readme(table)


if __name__ == "__main__":
    main()
