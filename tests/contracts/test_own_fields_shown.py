"""What an office declared is told of one cooperative and of many, on any day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

FIELDS = (
    ("lahan", "Lahan", "tahap"),
    ("etalase", "Etalase", "ya_tidak"),
    ("sewa", "Sewa sampai", "tanggal"),
    ("karyawan", "Karyawan", "jumlah"),
    ("omzet", "Omzet sebulan", "rupiah"),
    ("progres", "Progres", "persen"),
    ("meter", "Nomor meter", "teks"),
    ("status_lahan", "Status lahan", "pilihan", "--pilihan", "Sewa,Pinjam"),
)
MARCH = (
    *("--x-lahan", "3 Maret 2026", "--x-etalase", "ada", "--x-sewa", "31/12/2031"),
    *("--x-karyawan", "12", "--x-omzet", "12,5 juta", "--x-progres", "45,5%"),
    *("--x-meter", "0012", "--x-status-lahan", "sewa", "--per", "2026-03-10"),
)
VALUES = {
    "x_lahan": "2026-03-03",
    "x_lahan_rencana": None,
    "x_lahan_kendala": None,
    "x_etalase": "ya",
    "x_sewa": "2031-12-31",
    "x_karyawan": 12,
    "x_omzet": 12_500_000,
    "x_progres": 45.5,
    "x_meter": "0012",
    "x_status_lahan": "Sewa",
}


@pytest.fixture
def gambir(office: Office) -> Office:
    """Two cooperatives; of one all is known that the office asks, and two values have changed."""
    office.good("add", "Gambir", "Cideng", "--kota", "jakpus")
    for key, label, kind, *more in FIELDS:
        office.good("field", "add", key, label, "--kind", kind, "--arti", "arti", *more)
    office.good("update", "Gambir", *MARCH)
    later = ("--x-omzet", "15.000.000", "--x-progres", "60%", "--per", "2026-05-01")
    office.good("update", "Gambir", *later)
    return office


def own(listed: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in listed.items() if name.startswith("x_")}


@pytest.mark.parametrize("command", [("list",), ("export",)])
def test_json_has_every_own_field_with_its_day_a_number_as_a_number(
    gambir: Office, command: tuple[str, ...]
) -> None:
    then, nothing = map(own, gambir.good(*command, "--json", "--per", "2026-04-01").json)
    days = {f"{name}_per" for name in VALUES if not name.endswith(("_rencana", "_kendala"))}
    assert then == VALUES | dict.fromkeys(days, "2026-03-10")
    assert nothing == dict.fromkeys(then)
    now = own(gambir.good(*command, "--json").json[0])
    changed = {"x_omzet": 15_000_000, "x_progres": 60}
    assert now == then | changed | {f"{name}_per": "2026-05-01" for name in changed}


def test_json_of_one_is_that_of_the_list(gambir: Office) -> None:
    (listed, _), shown = gambir.good("list", "--json").json, gambir.good("show", "Gambir", "--json")
    assert own(shown.json) == own(listed)
    before = gambir.good("show", "Gambir", "--json", "--per", "2026-03-02").json
    assert own(before) == dict.fromkeys(own(listed))


def test_show_tells_stages_and_values_with_their_days(gambir: Office) -> None:
    lines = [" ".join(line.split()) for line in gambir.good("show", "Gambir").out.splitlines()]
    section = lines[lines.index("Bidang tambahan kantor") :]
    assert section[1 : section.index("")] == [
        "Tahap tambahan",
        "Tahap Keadaan Keadaan per",
        "Lahan sudah, 3 Maret 2026 10 Maret 2026",
        "Isian tambahan",
        "Bidang Isi Keadaan per",
        "Etalase ya 10 Maret 2026",
        "Sewa sampai 31 Desember 2031 10 Maret 2026",
        "Karyawan 12 10 Maret 2026",
        "Omzet sebulan Rp15.000.000 1 Mei 2026",
        "Progres 60% 1 Mei 2026",
        "Nomor meter 0012 10 Maret 2026",
        "Status lahan Sewa 10 Maret 2026",
    ]
    cideng = gambir.good("show", "Cideng").out
    silent = "Etalase, Sewa sampai, Karyawan, Omzet sebulan, Progres, Nomor meter, Status lahan"
    assert f"Belum ada data: {silent}." in " ".join(cideng.split())
    then = gambir.good("show", "Gambir", "--per", "2026-04-30").out
    assert "Rp12.500.000" in then and "Rp15.000.000" not in then.partition("Riwayat")[0]


def test_a_sheet_for_a_visit_shows_what_is_known_and_asks_for_what_is_not(
    gambir: Office, tmp_path: Path
) -> None:
    page = tmp_path / "kunjungan.html"
    gambir.good("show", "Gambir", "-o", page)
    assert "Rp15.000.000" in page.read_text(encoding="utf-8")
    gambir.good("update", "Cideng", "--x-lahan", "proses", "--x-karyawan", "0")
    gambir.good("show", "Cideng", "-o", page)
    asked = (
        page.read_text(encoding="utf-8").partition('class="k-tanya"')[2].partition("</section>")[0]
    )
    assert "Belum ada: Lahan" in asked
    assert "Etalase, Sewa sampai, Omzet sebulan, Progres, Nomor meter, Status lahan." in asked


def test_a_retired_field_is_shown_where_something_is_known_of_it(gambir: Office) -> None:
    gambir.good("field", "retire", "omzet")
    assert "Omzet sebulan" in gambir.good("show", "Gambir").out.partition("Riwayat")[0]
    assert "Omzet sebulan" not in gambir.good("show", "Cideng").out


def test_without_own_fields_there_is_no_word_of_them(office: Office) -> None:
    office.good("add", "Gambir")
    assert "ambahan" not in office.good("show", "Gambir").out
    assert own(office.good("list", "--json").json[0]) == {}


def test_the_history_names_a_field_by_its_key(gambir: Office) -> None:
    gambir.good("field", "update", "omzet", "--label", "Penjualan sebulan")
    gambir.good("field", "add", "luas", "Luas gerai", "--kind", "jumlah", "--arti", "luas")
    gambir.good("field", "remove", "luas")
    told = gambir.good("history").out
    assert "Bidang x_omzet, label: Omzet sebulan → Penjualan sebulan" in told
    assert "Bidang x_luas dicatat" in told and "Bidang x_luas dihapus" in told
