"""Several registers at once, and in any order: what is known here is the same on every day."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path
from typing import Any

from colleagues import Colleague, colleague
from running import Office

DAYS = ("2026-03-31", "2026-04-15", "2026-06-30", "2026-07-31", "2026-11-01")


def _three(office: Office, template: Path) -> list[Colleague]:
    """Three colleagues who know different things of the same cooperatives."""
    sudin, dinas, kantor = (
        colleague(office, template, name, officer)
        for name, officer in (("a", "Siti"), ("b", "Budi"), ("c", "Ani"))
    )
    sudin.good("update", "Gambir", "--anggota", 120, "--per", "2026-03-31")
    sudin.good("update", "Gambir", "--anggota", 135, "--per", "2026-06-30")
    sudin.good("update", "Senen", "--usaha", "2026-02-01", "--per", "2026-03-31")
    dinas.good("update", "Gambir", "--anggota", 150, "--per", "2026-07-31")
    dinas.good("update", "Gambir", "--nib", "proses", "--per", "2026-03-31")
    dinas.good("update", "Senen", "--usaha", "berhenti 2026-06-01", "--per", "2026-06-30")
    dinas.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    dinas.good("training", "attend", 1, "Gambir", "--pengurus", 2)
    kantor.good("update", "Gambir", "--anggota", 110, "--nib", "2026-04-02", "--per", "2026-04-10")
    kantor.good("update", "Senen", "--mitra", "Bulog", "--per", "2026-03-31")
    kantor.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-05-01")
    kantor.good("training", "attend", 1, "Senen", "--hadir")
    return [sudin, dinas, kantor]


def _known(office: Office) -> list[Any]:
    """What is known on each day, and who came to which training."""
    listed: list[Any] = [
        office.good("list", "--per", day, "--json", "--kota", "jakpus").json for day in DAYS
    ]
    shown = office.good("training", "show", 1, "--json").json
    return [*listed, sorted(one["kode"] for one in shown["hadir"])]


def test_the_order_of_registers_does_not_matter(pusat: Office, pusat_template: Path) -> None:
    three = _three(pusat, pusat_template)
    known = []
    for order in (*permutations(three), None):
        shutil.copyfile(pusat_template, pusat.register)
        if order is None:
            pusat.good("import", *(one.register for one in reversed(three)))
        for one in order or ():
            pusat.good("import", one.register)
        known.append(_known(pusat))
    assert all(one == known[0] for one in known)
    gambir = [
        next(one["anggota"] for one in day if one["kelurahan"] == "Gambir") for day in known[0][:5]
    ]
    assert gambir == [120, 110, 135, 150, 150]
    assert known[0][5] == ["31.71.01.1001", "31.71.04.1001"]


def test_a_number_that_another_cooperative_holds_is_an_error_of_its_place(
    pusat: Office, pusat_template: Path
) -> None:
    other = colleague(pusat, pusat_template)
    pusat.good("update", "Gambir", "--nib-nomor", "0123456789012", "--per", "2026-06-01")
    other.good("update", "Senen", "--nib-nomor", "0123456789012", "--per", "2026-05-01")
    other.good("update", "Cideng", "--anggota", 12, "--per", "2026-05-01")
    refused = pusat.run("import", other.register)
    assert refused.code == 1
    assert "nomor ini sudah dipegang Gambir" in refused.out
    done = pusat.run("import", other.register, "--skip-errors", "--json")
    assert (done.code, done.json["ditulis"], done.json["berkas"][0]["ditolak"]) == (1, True, 1)
    assert pusat.good("show", "Cideng", "--json").json["anggota"] == 12
    assert pusat.good("show", "Senen", "--json").json["nib"] is None


def test_an_area_of_another_name_under_the_same_code_is_an_error(
    pusat: Office, pusat_template: Path
) -> None:
    other = colleague(pusat, pusat_template)
    names = [
        ("kode", "kelurahan", "kecamatan", "kota", "provinsi"),
        (
            "31.71.01.1001",
            "Gambir Baru",
            "Gambir",
            "Kota Administrasi Jakarta Pusat",
            "DKI Jakarta",
        ),
    ]
    sheet = other.register.with_name("wilayah.csv")
    sheet.write_text("\n".join(";".join(row) for row in names))
    other.good("area", "import", sheet)
    sheet.unlink()
    refused = pusat.run("import", other.register)
    assert refused.code == 1
    assert "kode 31.71.01.1001 di sini Gambir, di " in refused.out
