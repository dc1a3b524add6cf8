"""Whatever is recorded or undone after a packet, `kkmp verify` makes it again to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from history import EACH_ENTITY
from running import Office

pytestmark = pytest.mark.both_engines

PLACES = (("--kota", "jakpus"), ("--kota", "jakpus", "--kecamatan", "Gambir"), ())
MORE = (
    ("training", "attend", "1", "Rawasari", "Cideng"),
    (
        "field",
        "add",
        "lahan",
        "Lahan",
        "--kind",
        "pilihan",
        "--pilihan",
        "ada,belum",
        "--arti",
        "A",
    ),
    ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "Sebulan"),
    ("update", "Rawasari", "--x-lahan", "ada", "--x-omzet", "1.000.000", "--anggota", "120"),
    ("update", "Cideng", "--x-lahan", "belum", "--anggota", "80", "--per", "2026-02-01"),
    ("field", "update", "lahan", "--label", "Tanah"),
    ("target", "set", "rat", "2026-05-31", "--kota", "jakpus", "--tahun-buku", "2025"),
    ("followup", "done", "1", "--hasil", "Selesai"),
    ("config", "kantor", "SUDIN", "--register"),
    ("field", "retire", "omzet"),
    ("forget", "Pluit", "--yes"),
)
FORMS = ("md", "json", "html")


def printed(office: Office, folder: Path, number: int) -> Path:
    """A packet of another place, form and layout each time."""
    made = folder / f"{number}.{FORMS[number % len(FORMS)]}"
    detailed = ("--rinci",) if number % 2 and made.suffix != ".json" else ()
    since = ("--sejak", "2025-12-31") if number % 4 == 1 else ()
    office.good("report", *PLACES[number % len(PLACES)], *detailed, *since, "-o", made)
    return made


def test_a_packet_made_between_any_two_commands_stays_the_same(
    pusat: Office, tmp_path: Path
) -> None:
    made = [printed(pusat, tmp_path, 0)]
    for number, arguments in enumerate((*EACH_ENTITY, *MORE), 1):
        pusat.good(*arguments)
        made.append(printed(pusat, tmp_path, number))
    for run in (15, 12, 6):
        pusat.run("undo", run, "--yes")
        made.append(printed(pusat, tmp_path, 30 + run))
    for file in made:
        told = pusat.run("verify", file, "--json")
        assert told.code == 0 and told.json["sama_byte"], (file, told.err, told.out[:2_000])
