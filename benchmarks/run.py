"""Measures `kkmp` beside its peers: medians of interleaved whole-process runs, as ratios within one
call.

    python3 benchmarks/run.py [--rounds 5] [--heavy-rounds 3] [--folder FOLDER] [--write-readme]
                              [--server]

Makes an environment of its own for `kkmp` (an ordinary install, bytecode compiled) and one for
sqlite-utils. Needs nothing but Python 3.11 with pip; the `sqlite3` shell is a peer where it is
there, and the lines of a server need the programs of PostgreSQL. Never part of the tests.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import server_lines
import synthetic
from measuring import Bench, Step, environment, timed

HERE = Path(__file__).parent


def written(source: Path, target: Path) -> tuple[float, float]:
    """Seconds that `csv.writer` takes for the rows of a CSV file that are already in memory."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    begin = time.perf_counter()
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return time.perf_counter() - begin, 0.0


def prepare(bench: Bench) -> None:
    """Environments, sheets and the two registers."""
    for name, wanted in (("kkmp", [f"{HERE.parent}[pdf,pg]"]), ("peer", ["sqlite-utils"])):
        if not (bench.folder / name).exists():
            subprocess.run([sys.executable, "-m", "venv", bench.folder / name], check=True)
            pip = [
                str(bench.folder / name / "bin" / "python"),
                "-m",
                "pip",
                "install",
                "-q",
                "--compile",
                *wanted,
            ]
            subprocess.run(pip, check=True, env=environment())
    shipped = HERE.parent / "data" / "areas.csv"
    jakarta = synthetic.jakarta_areas(shipped)
    synthetic.write_sheet(bench.folder / "jakarta.csv", jakarta)
    pusat = [area for area in jakarta if area[0].startswith("31.71")]
    synthetic.write_sheet(bench.folder / "officer.csv", pusat)
    synthetic.write_sheet(bench.folder / "country.csv", synthetic.country_areas())
    synthetic.write_sheet(bench.folder / "changed.csv", synthetic.country_areas(), changed=100)
    for name in ("small.db", "areas.db", "normal.db", "office.db"):
        (bench.folder / name).unlink(missing_ok=True)
    timed(
        [
            bench.kkmp,
            "--db",
            str(bench.folder / "small.db"),
            "import",
            str(bench.folder / "jakarta.csv"),
            *PER,
        ]
    )
    office = str(bench.folder / "office.db")
    timed([bench.kkmp, "--db", office, "add", "--kota", "jakpus", "--all"])
    for name in ("country", "officer"):
        source, book = (str(bench.folder / f"{name}.{kind}") for kind in ("csv", "xlsx"))
        timed([bench.python, "-c", WRITE_XLSX, source, book, ","])
    _country_register(bench)


PER = ("--per", "2026-03-10")
WRITE_XLSX = """
import csv, sys, xlsxwriter
book = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
sheet = book.add_worksheet()
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    for at, row in enumerate(csv.reader(file, delimiter=sys.argv[3])):
        for place, text in enumerate(row):
            if text:
                sheet.write_string(at, place, text)
book.close()
"""
READ_XLSX = """
import sys, python_calamine
python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""


def _country_register(bench: Bench) -> None:
    """A register whose area list holds the synthetic country and which has one cooperative, of
    Jakarta.
    """
    target = bench.folder / "areas.db"
    timed([bench.kkmp, "--db", str(target), "add", "Gambir", "--kota", "jakpus"])
    connection = sqlite3.connect(target)
    with connection:
        connection.executemany(
            "INSERT INTO areas (kode, kelurahan, kecamatan, kota, provinsi) VALUES (?,?,?,?,?)",
            synthetic.country_areas(),
        )
    connection.close()


def small(bench: Bench, rounds: int) -> None:
    """What an officer waits for every day."""
    register = str(bench.folder / "small.db")
    floor = str(bench.folder / "floor.db")
    Path(floor).unlink(missing_ok=True)
    timed([bench.python, str(HERE / "floor_update.py"), floor, "31.71.01.1001", "1", "--prepare"])
    bench.measure(
        "help",
        {
            "kkmp": lambda _: timed([bench.kkmp, "--help"]),
            "sqlite-utils": lambda _: timed([bench.sqlite_utils, "--help"]),
            "import typer": lambda _: timed([bench.python, "-c", "import typer"]),
        },
        rounds,
    )
    bench.measure(
        "report",
        {
            "kkmp": lambda _: timed(
                [bench.kkmp, "--db", register, "report", "--kota", "jakpus", *PER]
            ),
            "floor": lambda _: timed(
                [bench.python, str(HERE / "floor_report.py"), register, "31.71"]
            ),
        },
        rounds,
    )
    bench.measure(
        "update",
        {
            "kkmp": lambda n: timed(
                [
                    bench.kkmp,
                    "--db",
                    register,
                    "update",
                    "Gambir",
                    "--kota",
                    "jakpus",
                    "--anggota",
                    str(500 + n),
                ]
            ),
            "floor": lambda n: timed(
                [bench.python, str(HERE / "floor_update.py"), floor, "31.71.01.1001", str(n)]
            ),
        },
        rounds,
    )


def packets(bench: Bench, rounds: int) -> None:
    """The packet of a kota in every form that is laid on a table, beside its short form on the
    screen.
    """
    register = str(bench.folder / "small.db")
    asked = [bench.kkmp, "--db", register, "report", "--kota", "jakpus", *PER]

    def packet(kind: str) -> Step:
        return lambda _: timed([*asked, "-o", str(bench.folder / f"packet.{kind}")])

    steps: dict[str, Step] = {"terminal": lambda _: timed(asked)}
    bench.measure("packet", steps | {kind: packet(kind) for kind in PACKETS}, rounds)


PACKETS = {"html": 1.3, "xlsx": 2.0, "pdf": 3.0, "docx": 3.0, "png": 3.0}
"""The forms, each with what it may take beside the report on the screen."""


def officer(bench: Bench, rounds: int) -> None:
    """The sheet of one officer, 44 rows of 20 columns: planned and written by one command."""
    register, peer = bench.folder / "officer.db", bench.folder / "officer-peer.db"
    book, sheet = (str(bench.folder / f"officer.{kind}") for kind in ("xlsx", "csv"))

    def imported(_: int) -> tuple[float, float]:
        shutil.rmtree(f"{register}.salinan", ignore_errors=True)
        shutil.copyfile(bench.folder / "office.db", register)
        return timed([bench.kkmp, "--db", str(register), "import", book, *PER])

    def inserted(_: int) -> tuple[float, float]:
        peer.unlink(missing_ok=True)
        return timed(
            [bench.sqlite_utils, "insert", str(peer), "koperasi", sheet, "--csv", "--pk", "kode"]
        )

    bench.measure("officer", {"kkmp": imported, "sqlite-utils": inserted}, rounds)


def heavy(bench: Bench, rounds: int) -> None:
    """84,000 rows in, the same again, one in a hundred changed; then the report of the whole
    country.
    """
    register, peer = str(bench.folder / "country.db"), str(bench.folder / "peer.db")
    first, changed = str(bench.folder / "country.csv"), str(bench.folder / "changed.csv")

    def fresh(_: int, sheet: str = first, target: str = register) -> tuple[float, float]:
        shutil.rmtree(target + ".salinan", ignore_errors=True)
        shutil.copyfile(bench.folder / "areas.db", target)
        return timed([bench.kkmp, "--db", target, "import", sheet, *PER])

    def peer_fresh(_: int) -> tuple[float, float]:
        Path(peer).unlink(missing_ok=True)
        return timed(
            [bench.sqlite_utils, "upsert", peer, "koperasi", first, "--csv", "--pk", "kode"]
        )

    def peer_again(path: str) -> tuple[float, float]:
        return timed(
            [bench.sqlite_utils, "upsert", peer, "koperasi", path, "--csv", "--pk", "kode"]
        )

    bench.measure(
        "import", {"kkmp": fresh, **shell(bench, register), "sqlite-utils": peer_fresh}, rounds
    )
    book, other = str(bench.folder / "country.xlsx"), str(bench.folder / "book.db")
    bench.measure(
        "xlsx in",
        {
            "kkmp": lambda n: fresh(n, book, other),
            "csv": lambda n: fresh(n, first, other),
            "calamine": lambda _: timed([bench.python, "-c", READ_XLSX, book]),
        },
        rounds,
    )
    bench.measure(
        "again",
        {
            "kkmp": lambda _: timed([bench.kkmp, "--db", register, "import", first, *PER]),
            "sqlite-utils": lambda _: peer_again(first),
        },
        rounds,
    )
    shutil.copyfile(register, register + ".first")

    def one_percent(_: int) -> tuple[float, float]:
        shutil.rmtree(register + ".salinan", ignore_errors=True)
        shutil.copyfile(register + ".first", register)
        return timed([bench.kkmp, "--db", register, "import", changed, *PER])

    bench.measure(
        "changed", {"kkmp": one_percent, "sqlite-utils": lambda _: peer_again(changed)}, rounds
    )
    small_register = str(bench.folder / "small.db")
    bench.measure(
        "export",
        {
            "kkmp": lambda _: timed(
                [bench.kkmp, "--db", register, "export", "-o", str(bench.folder / "all.csv")]
            ),
            "start-up": lambda _: timed(
                [
                    bench.kkmp,
                    "--db",
                    str(bench.folder / "small.db"),
                    "list",
                    "--kota",
                    "31.71",
                    "--sudah",
                    "rat",
                    "--belum",
                    "rat",
                ]
            ),
            "csv.writer": lambda _: written(bench.folder / "all.csv", bench.folder / "floor.csv"),
        },
        rounds,
    )
    bench.measure(
        "xlsx out",
        {
            "kkmp": lambda _: timed(
                [bench.kkmp, "--db", register, "export", "-o", str(bench.folder / "all.xlsx")]
            ),
            "xlsxwriter": lambda _: timed(
                [
                    bench.python,
                    "-c",
                    WRITE_XLSX,
                    str(bench.folder / "all.csv"),
                    str(bench.folder / "bare.xlsx"),
                    ";",
                ]
            ),
        },
        2,
    )
    bench.measure(
        "national",
        {
            "kkmp": lambda _: timed([bench.kkmp, "--db", register, "report", *PER]),
            "small report": lambda _: timed(
                [bench.kkmp, "--db", small_register, "report", "--kota", "jakpus", *PER]
            ),
        },
        rounds,
    )


_STATEMENTS = """CREATE TABLE statements (id INTEGER PRIMARY KEY, run INTEGER NOT NULL,
    subjek INTEGER NOT NULL, bidang TEXT NOT NULL, lama TEXT, baru TEXT, per TEXT NOT NULL,
    berkas INTEGER NOT NULL, baris INTEGER NOT NULL);
    CREATE INDEX statements_subject ON statements (subjek)"""
"""The history as a textbook keeps it: a row for each statement."""
_STATE = ("areas", "cooperatives", "milestones", "field_values", "personal_values", "runs")
"""What both shells write beside the history."""


def shell(bench: Bench, register: str) -> dict[str, Step]:
    """The `sqlite3` shell reads the CSV and writes what the import wrote, history included; it
    judges nothing.

    Once the very rows, once as normalised rows. Their turn comes after the import whose rows they
    take; no step where there is no shell.
    """
    if shutil.which("sqlite3") is None:
        return {}
    source = sqlite3.connect(bench.folder / "areas.db")
    wanted = (
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table', "
        "'index') ORDER BY type DESC"
    )
    schema = [row[0] for row in source.execute(wanted)]
    source.close()
    normal = str(bench.folder / "normal.db")

    def normalised(number: int) -> tuple[float, float]:
        if not Path(normal).exists():
            _normalise(register, normal)
        held = [*(f"held.{name}" for name in _STATE), "flat.statements"]
        return _written_by_shell(
            bench, [*schema, _STATEMENTS], {"held": register, "flat": normal}, held
        )

    names = [f"held.{name}" for name in (*_STATE, "fingerprints", "events")]
    return {
        "sqlite3": lambda _: _written_by_shell(bench, schema, {"held": register}, names),
        "sqlite3, normalised": normalised,
    }


def _normalise(register: str, target: str) -> None:
    """A file with the history of a register as a row for each statement."""
    connection = sqlite3.connect(target)
    connection.execute("ATTACH ? AS held", (register,))
    connection.executescript(_STATEMENTS)
    with connection:
        connection.execute(
            "INSERT INTO statements SELECT NULL, e.run, e.subjek, i.value ->> 0, i.value ->> 1,"
            " i.value ->> 2, coalesce(i.value ->> 3, e.per), e.berkas, e.baris"
            " FROM held.events e, json_each(e.isi) i"
        )
    connection.close()


def _written_by_shell(
    bench: Bench, schema: Sequence[str], files: dict[str, str], sources: Sequence[str]
) -> tuple[float, float]:
    """Seconds and peak MiB of a shell that makes a database, reads the CSV and copies tables of
    attached files.
    """
    script, target = bench.folder / "shell.sql", bench.folder / "shell.db"
    lines = [
        ".bail on",
        *(f"{statement};" for statement in schema),
        "CREATE TEMP TABLE sheet (" + ", ".join(synthetic.COLUMNS) + ");",
        *(f"ATTACH 'file:{path}?mode=ro' AS {name};" for name, path in files.items()),
        "BEGIN;",
        f".import --csv --skip 1 --schema temp {bench.folder / 'country.csv'} sheet",
        *(f"INSERT INTO main.{name.partition('.')[2]} SELECT * FROM {name};" for name in sources),
        "COMMIT;",
    ]
    script.write_text("\n".join([*lines, ""]), encoding="utf-8")
    target.unlink(missing_ok=True)
    return timed(["sh", "-c", f'sqlite3 "{target}" < "{script}"'])


def table(bench: Bench) -> list[tuple[str, str, float | None, float]]:
    """(what, compared with, what was reached, target); times as ratios, memory in MiB."""

    def ratio(name: str, peer: str, of: str = "kkmp") -> float:
        return bench.seconds(name, of) / bench.seconds(name, peer)

    def packet_of(kind: str) -> float:
        return ratio("packet", "terminal", kind)

    def shelled(peer: str) -> float | None:
        return ratio("import", peer) if peer in bench.results["import"] else None

    return [
        ("`kkmp --help`", "sqlite-utils `--help`", ratio("help", "sqlite-utils"), 0.6),
        (
            "`kkmp report --kota jakpus`, 267 cooperatives",
            "Typer + sqlite3 + one Rich table",
            ratio("report", "floor"),
            1.15,
        ),
        *(
            (f"the packet of a kota as {kind.upper()}", "the report", packet_of(kind), target)
            for kind, target in PACKETS.items()
        ),
        ("`kkmp update`", "Typer + SQLModel + Rich", ratio("update", "floor"), 0.45),
        (
            "import of an officer's sheet, 44 rows × 20 columns, XLSX",
            "sqlite-utils insert of the same rows from CSV",
            ratio("officer", "sqlite-utils"),
            1.5,
        ),
        ("import of 84,000 rows", "sqlite-utils upsert", ratio("import", "sqlite-utils"), 0.5),
        (
            "import of 84,000 rows",
            "`sqlite3` shell: CSV in, a row for each statement out",
            shelled("sqlite3, normalised"),
            3.0,
        ),
        (
            "import of 84,000 rows",
            "`sqlite3` shell: CSV in, the very rows that the register keeps out",
            shelled("sqlite3"),
            3.0,
        ),
        ("the same file again", "sqlite-utils upsert", ratio("again", "sqlite-utils"), 0.15),
        ("1 % of the rows changed", "sqlite-utils upsert", ratio("changed", "sqlite-utils"), 0.16),
        ("import of the same as XLSX", "that of the CSV and 1.5 × calamine", _xlsx_in(bench), 1.0),
        (
            "`kkmp export` of 84,000 rows, 66 columns, CSV",
            "start-up and 3 × csv.writer",
            _export(bench),
            1.0,
        ),
        (
            "`kkmp export` of 84,000 rows, 66 columns, XLSX",
            "xlsxwriter, the same texts without any format",
            ratio("xlsx out", "xlsxwriter"),
            1.2,
        ),
        (
            "`kkmp report`, 514 kota, 84,000 cooperatives",
            "the report of one kota",
            ratio("national", "small report"),
            3.0,
        ),
        ("peak memory of the import, MiB", "—", bench.memory("import", "kkmp"), 300.0),
        *server_lines.lines(bench),
    ]


def _export(bench: Bench) -> float:
    """Against three times what `csv.writer` takes for the same rows, and what any command needs to
    begin.
    """
    floor = bench.seconds("export", "start-up") + 3 * bench.seconds("export", "csv.writer")
    return bench.seconds("export", "kkmp") / floor


def _xlsx_in(bench: Bench) -> float:
    """Against what the CSV of the same rows takes, and half as much again as calamine takes to read
    the workbook.
    """
    floor = bench.seconds("xlsx in", "csv") + 1.5 * bench.seconds("xlsx in", "calamine")
    return bench.seconds("xlsx in", "kkmp") / floor


def as_markdown(measured: Iterable[server_lines.Line]) -> str:
    """The table of the README."""
    lines = ["| what | compared with | reached | target | |", "|---|---|--:|--:|---|"]
    for what, peer, reached, target in measured:
        shown = "—" if reached is None else f"{reached:.0f}" if target >= 100 else f"{reached:.2f}×"
        wanted = f"≤ {target:.0f}" if target >= 100 else f"≤ {target:g}×"
        verdict = (
            "not measured" if reached is None else "reached" if reached <= target else "**missed**"
        )
        lines.append(f"| {what} | {peer} | {shown} | {wanted} | {verdict} |")
    return "\n".join(lines)


def main() -> None:
    """Prepares, measures, prints; with --write-readme puts the table between the marks of the
    README.
    """
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--heavy-rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--write-readme", action="store_true")
    parser.add_argument("--server", action="store_true", help="the lines of a server alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kkmp-bench-") as temporary:
        bench = Bench((asked.folder or Path(temporary)).absolute())
        bench.folder.mkdir(parents=True, exist_ok=True)
        prepare(bench)
        if asked.server:
            server_lines.measure(bench, asked.rounds, asked.heavy_rounds)
            print(as_markdown(server_lines.lines(bench)))
            return
        small(bench, asked.rounds)
        packets(bench, asked.rounds)
        officer(bench, asked.rounds)
        heavy(bench, asked.heavy_rounds)
        server_lines.measure(bench, asked.rounds, asked.heavy_rounds)
    measured = table(bench)
    print(as_markdown(measured))
    if asked.write_readme:
        readme = HERE / "README.md"
        before, mark, rest = readme.read_text(encoding="utf-8").partition("<!-- table -->\n")
        _, end, after = rest.partition("<!-- end -->")
        readme.write_text(
            before + mark + as_markdown(measured) + "\n" + end + after, encoding="utf-8"
        )


if __name__ == "__main__":
    main()
