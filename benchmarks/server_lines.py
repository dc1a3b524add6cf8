"""`kkmp` on a server beside itself on a file, and beside the least that the driver can do.

A report and an update are told as the processor time of the client, an import as what it takes from
start to end. Without the programs of a server nothing is measured, and that is said.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import private_server
import synthetic
from measuring import Bench, Step, spent, timed

HERE = Path(__file__).parent
PER = ("--per", "2026-03-10")
Line = tuple[str, str, float | None, float]


def measure(bench: Bench, rounds: int, heavy_rounds: int) -> None:
    """All lines, on a server that is started for them."""
    with private_server.running() as server:
        if server is None:
            print("no programs of a PostgreSQL server here: its lines are left out", flush=True)
            return
        _prepare(bench, server)
        _small(bench, server, rounds)
        _heavy(bench, server, heavy_rounds)


def _prepare(bench: Bench, server: private_server.PrivateServer) -> None:
    """A register of Jakarta, and one with the areas of the country."""
    areas = bench.folder / "country-areas.csv"
    with areas.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([synthetic.AREA_COLUMNS, *synthetic.country_areas()])
    for name in ("jakarta", "areas"):
        server.renew(name)
        timed([bench.kkmp, "server", "init", server.url(name)])
    jakarta = [bench.kkmp, "--db", server.url("jakarta")]
    timed([*jakarta, "import", str(bench.folder / "jakarta.csv"), *PER])
    timed([bench.kkmp, "--db", server.url("areas"), "area", "import", str(areas), "--yes"])
    for name in ("jakarta", "areas"):
        server.ask("VACUUM ANALYZE", database=name)


def _small(bench: Bench, server: private_server.PrivateServer, rounds: int) -> None:
    """What an officer waits for every day."""
    places = {"server": server.url("jakarta"), "file": str(bench.folder / "small.db")}
    floor = [bench.python, str(HERE / "floor_server.py")]

    def on(place: str, *words: str) -> Step:
        return lambda _: spent([bench.kkmp, "--db", places[place], *words])

    def updated(place: str) -> Step:
        words = ("update", "Gambir", "--kota", "jakpus", "--anggota")
        return lambda n: on(place, *words, str(700 + n))(n)

    report = ("report", "--kota", "jakpus", *PER)
    asked = [*floor, "report", places["server"], "31.71"]
    bench.measure(
        "server report",
        {**{place: on(place, *report) for place in places}, "psycopg": lambda _: spent(asked)},
        rounds,
    )
    told = [*floor, "update", places["server"], "31.71.01.1001"]
    bench.measure(
        "server update",
        {
            **{place: updated(place) for place in places},
            "psycopg": lambda n: spent([*told, str(n)]),
        },
        rounds,
    )


def _heavy(bench: Bench, server: private_server.PrivateServer, rounds: int) -> None:
    """84,000 rows in, the same again, one in a hundred changed."""
    register, areas = bench.folder / "beside-server.db", bench.folder / "areas.db"
    places = {"file": str(register), "server": server.url("country")}
    sheets = {name: str(bench.folder / f"{name}.csv") for name in ("country", "changed")}
    load = [bench.python, str(HERE / "floor_server.py"), "load"]

    def fresh(place: str, source: Path, template: str) -> None:
        if place == "server":
            server.renew("country", template)
        else:
            shutil.rmtree(f"{register}.salinan", ignore_errors=True)
            shutil.copyfile(source, register)

    def imported(place: str, sheet: str) -> tuple[float, float]:
        return timed([bench.kkmp, "--db", places[place], "import", sheets[sheet], *PER])

    def anew(place: str, sheet: str, source: Path, template: str) -> Step:
        def step(_: int) -> tuple[float, float]:
            fresh(place, source, template)
            return imported(place, sheet)

        return step

    first = {place: anew(place, "country", areas, "areas") for place in places}
    floor = {
        "psycopg": lambda _: timed([*load, server.url("areas"), sheets["country"], str(register)])
    }
    bench.measure("server import", {**first, **floor}, rounds)
    again = {place: lambda _, place=place: imported(place, "country") for place in places}
    bench.measure("server again", again, rounds)
    kept = Path(f"{register}.first")
    shutil.copyfile(register, kept)
    server.renew("first", "country")
    changed = {place: anew(place, "changed", kept, "first") for place in places}
    bench.measure("server changed", changed, rounds)


def lines(bench: Bench) -> Iterator[Line]:
    """What was measured: (what, compared with, what was reached, target)."""
    if "server report" not in bench.results:
        return

    def ratio(name: str, peer: str = "file") -> float:
        return bench.seconds(f"server {name}", "server") / bench.seconds(f"server {name}", peer)

    yield "`kkmp report` on a server, processor time", "the same on a file", ratio("report"), 1.6
    yield "the same", "Typer + psycopg + one Rich table", ratio("report", "psycopg"), 1.6
    yield "`kkmp update` on a server, processor time", "the same on a file", ratio("update"), 1.5
    yield "the same", "Typer + psycopg + Rich", ratio("update", "psycopg"), 1.5
    yield "import of 84,000 rows on a server", "the same on a file", ratio("import"), 3.0
    yield "the same", "psycopg: the very rows as streams", ratio("import", "psycopg"), 3.0
    yield "that file again on a server", "the same on a file", ratio("again"), 3.0
    yield "1 % of its rows changed, on a server", "the same on a file", ratio("changed"), 3.0
    peak = bench.memory("server import", "server")
    yield "peak memory of the client of that import, MiB", "—", peak, 400.0
