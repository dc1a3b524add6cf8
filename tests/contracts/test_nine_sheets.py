"""Nine sheets as offices send them go in one after the other by answering at a terminal: no figure is
wrong, nothing is asked twice, and the printed commands do the same in a pipe.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from kkmp_cli import settings
from nine_sheets import CONTENT, made_in
from running import Asked, Office
from talking import printed

pytestmark = pytest.mark.on_a_file

NOW = datetime(2026, 11, 30, 3, tzinfo=UTC)
TODAY = (
    "from datetime import UTC, datetime; from kkmp_cli import settings; "
    "settings.now = lambda: datetime(2026, 11, 30, 3, tzinfo=UTC)"
)
QUESTION = r"\[Enter[^\]]*\]: |satu kolom: |misalnya 1,2: |Isi yang benar(?: \[[^\]]*\])?: |/T\] "
ANSWERS: Mapping[str, Mapping[str, str]] = {
    "Isian Gambir (1).xlsx": {
        "Kata `x` tidak dimengerti": "2",
        "L9 RAT: ": "5/2/2026",
        "M10 Jumlah Anggota: ": "200",
    },
    "MENTENG.xlsx": {"Kata `X` tidak dimengerti": "2"},
    "Form KKMP Cempaka Putih (Jawaban).csv": {
        "K5 Sejak kapan usaha berjalan?: ": "Agustus 2026",
        "Di semua": "",
    },
    "Tambora 25 Nop.xlsx": {
        "Kata `on schedule` tidak dimengerti": "2",
        "Kata `vakum` tidak dimengerti": "6",
        "L7 RAT TB 2025: ": "28/3/2026",
        "H12 Status Usaha: ": "Rencana Desember 2026",
    },
    "Tanah Abang.xlsx": {
        "I3 No Rekening: ": "-",
        "F6 Tgl Buka Usaha: ": "-",
        "I6 No Rekening: ": "-",
        "F7 Tgl Buka Usaha: ": "2026",
        "E8 Gerai: ": "sewa",
        "F9 Tgl Buka Usaha: ": "Februari 2026",
    },
    "kemayoran.csv": {"D5 NIB: ": "0220000000028", "D6 NIB: ": "-"},
    "Data KKMP Kota Mojokerto 23 Nov 2026.xlsx": {
        "M15 RAT TAHUN BUKU 2025: ": "Maret 2026",
        "N18 RAT TAHUN BUKU 2026: ": "Rencana Februari 2027",
    },
}
"""What an officer types where a question holds these words; Enter anywhere else, and y to each plan."""
FIELDS = (
    "musyawarah",
    "sk_kemenkop",
    "nib",
    "npwp",
    "rekening",
    "gerai",
    "usaha",
    "rat_2025",
    "anggota",
)
FIGURES = """
Gambir;sudah;sudah;sudah;proses;sudah;belum;belum;belum;125
Cideng;2025-05-31;sudah;sudah;sudah;sudah;sudah;2026-01-15;2026-02-05;1050
Petojo Utara;2025-05;sudah;belum;belum;;;belum;;200
Petojo Selatan;sudah;sudah;sudah;sudah;sudah;sudah;2026-03-12;2026-03-12;98
Kebon Kelapa;sudah;sudah;sudah;sudah;sudah;sudah;sudah;2026-03;110
Duri Pulo;sudah;sudah;sudah;sudah;sudah;sudah;berhenti;belum;80
Pasar Baru;;sudah;sudah;;sudah;sudah;sudah;belum;
Karang Anyar;;sudah;sudah;;sudah;sudah;sudah;sudah;
Kartini;;sudah;belum;;belum;belum;belum;belum;
Gunung Sahari Utara;;sudah;sudah;;sudah;belum;belum;belum;
Mangga Dua Selatan;;sudah;sudah;;belum;belum;belum;belum;
Kemayoran;;sudah;sudah;sudah;sudah;sudah;belum;belum;
Kebon Kosong;;sudah;sudah;sudah;sudah;sudah;sudah;sudah;
Harapan Mulia;;sudah;;sudah;sudah;belum;belum;belum;
Serdang;;sudah;sudah;sudah;sudah;belum;belum;belum;
Gunung Sahari Selatan;;sudah;sudah;sudah;sudah;sudah;sudah;belum;
Cempaka Baru;;sudah;sudah;sudah;belum;sudah;sudah;belum;
Sumur Batu;;sudah;sudah;sudah;sudah;sudah;sudah;belum;
Utan Panjang;;sudah;sudah;sudah;sudah;sudah;sudah;belum;
Cempaka Putih Timur;;;sudah;sudah;sudah;sudah;2026-08-01;2026-03-20;120
Cempaka Putih Barat;;;sudah;sudah;sudah;belum;belum;belum;99
Rawasari;;;sudah;sudah;sudah;sudah;2026-08;belum;150
Menteng;;sudah;sudah;sudah;sudah;sudah;sudah;sudah;
Pegangsaan;;sudah;sudah;sudah;sudah;sudah;sudah;belum;
Cikini;;sudah;sudah;;sudah;sudah;sudah;belum;
Gondangdia;;sudah;sudah;sudah;belum;belum;belum;belum;
Kebon Sirih;;sudah;sudah;sudah;sudah;sudah;sudah;sudah;
Gelora;;;sudah;;;sudah;2026-01-15;2026-03-20;
Bendungan Hilir;;;sudah;;belum;sudah;;;
Karet Tengsin;;;;;;belum;;;
Petamburan;;;sudah;;;sudah;;2026-05-03;
Kebon Melati;;;sudah;;sudah;sudah;2026;2026-05-03;
Kebon Kacang;;;;;;sudah;2026-01;2026-03-05;
Kampung Bali;;;;;;sudah;2026-02;2026;
Johar Baru;;sudah;sudah;;;;sudah;belum;
Kampung Rawa;;sudah;sudah;;;;terkendala;belum;
Galur;;sudah;sudah;;;;sudah;belum;
Tanah Tinggi;;sudah;sudah;;;;sudah;sudah;
Tambora;;sudah;;;;sudah;sudah;2026-03-20;120
Kali Anyar;;sudah;;;;proses;proses;terkendala;98
Duri Utara;;sudah;;;;belum;belum;terkendala;75
Tanah Sereal;;sudah;;;;proses;belum;2026-03-28;80
Krendang;;sudah;;;;sudah;sudah;2026-03-25;110
Jembatan Besi;;sudah;;;;sudah;sudah;2026-03-27;140
Angke;;sudah;;;;sudah;sudah;belum;90
Jembatan Lima;;sudah;;;;sudah;sudah;2026-03-30;77
Pekojan;;sudah;;;;sudah;;belum;70
Roa Malaka;;sudah;;;;belum;berhenti;belum;60
Duri Selatan;;sudah;;;;belum;belum;belum;66
Mentikan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Kauman;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Pulorejo;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Prajuritkulon;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Surodinawan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Blooto;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Gununggedangan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-03;
Magersari;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;sudah;
Gedongan;;2025-06-16;2025-06-20;sudah;sudah;sudah;belum;2026-02-20;
Balongsari;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;belum;
Kedundung;;2025-06-16;2025;sudah;sudah;sudah;sudah;2026-02-20;
Wates;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Kranggan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Miji;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Meri;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Jagalan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Sentanan;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
Purwotengah;;2025-06-16;2025-06-20;sudah;sudah;sudah;sudah;2026-02-20;
"""
"""What the sheets say of each, worked out by hand from their cells and the answers above."""
PLANS = {
    "Bendungan Hilir": {"usaha_rencana": "2026-12-15", "rat_2025_rencana": "2026-12-20"},
    "Kali Anyar": {"usaha_rencana": "2026-12"},
    "Pekojan": {"usaha_rencana": "2026-12"},
    "Balongsari": {"rat_2026_rencana": "2027-02"},
    "Mentikan": {"rat_2026_rencana": "2027-02-12"},
    "Gambir": {"rekening_nomor": "012301000456534", "rekening_bank": "BRI"},
    "Kebon Kosong": {"nib_nomor": "0220000000028"},
}
DAYS = {
    "Gambir": "2026-11-20",
    "Johar Baru": "2026-11-27",
    "Menteng": "2026-11-30",
    "Kemayoran": "2026-11-18",
    "Gelora": "2026-11-24",
    "Cempaka Putih Timur": "2026-11-20",
    "Rawasari": "2026-11-21",
    "Mentikan": "2026-11-23",
}
"""Of which day the NIB of some is told."""


class Sheets(NamedTuple):
    """The nine files, the register that they made by answering, and the commands printed of each."""

    files: Mapping[str, Path]
    register: Path
    commands: Mapping[str, list[list[str]]]


def taken_in(register: Path, name: str, path: Path) -> list[list[str]]:
    """Answers every question about a sheet; the commands that do the same."""
    terminal = Asked("--db", register, "import", path, first=TODAY)
    left, asked = dict(ANSWERS.get(name, {})), 0
    while (said := terminal.question(QUESTION)) is not None:
        words = next((each for each in left if each in f"{said} "), "")
        terminal.answer(f"{left.pop(words, 'y' if said.endswith('/T]') else '')}\n")
        asked += 1
        assert asked < 30, said
    assert terminal.end() == 0, (name, terminal.said)
    assert left.keys() <= {"Di semua"}, (name, left)
    return printed(terminal.said) or [["import", str(path), "--yes"]]


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory, pusat_template: Path) -> Sheets:
    """All of them taken in one after the other."""
    folder = tmp_path_factory.mktemp("sembilan")
    register = folder / "register.db"
    shutil.copyfile(pusat_template, register)
    register.chmod(0o600)
    files = made_in(folder / "masuk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("KKMP_PETUGAS", "Petugas Uji")
        commands = {name: taken_in(register, name, path) for name, path in files.items()}
    return Sheets(files, register, commands)


@pytest.fixture
def desk(pusat: Office, nine: Sheets, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The desk on which they were taken in, on the same day."""
    monkeypatch.setattr(settings, "now", lambda: NOW)
    shutil.copyfile(nine.register, pusat.register)
    return pusat


def test_no_figure_is_wrong(desk: Office) -> None:
    listed = {one["kelurahan"]: one for one in desk.good("list", "--kota", "semua", "--json").json}
    told = [
        ";".join((name, *("" if one[field] is None else str(one[field]) for field in FIELDS)))
        for name, one in listed.items()
        if any(one[field] is not None for field in FIELDS)
    ]
    assert sorted(told) == sorted(FIGURES.split("\n")[1:-1])
    for name, values in PLANS.items():
        assert {field: listed[name][field] for field in values} == values, name
    assert {name: listed[name]["nib_per"] for name in DAYS} == DAYS


@pytest.mark.parametrize("name", CONTENT)
def test_the_second_time_nothing_is_asked(desk: Office, nine: Sheets, name: str) -> None:
    runs = desk.count("runs")
    terminal = Asked("--db", desk.register, "import", nine.files[name], first=TODAY)
    assert terminal.question(QUESTION) is None
    assert terminal.end() == 0
    assert "sudah masuk" in terminal.said
    assert "tanpa ditanya lagi" not in terminal.said
    assert desk.count("runs") == runs


def test_the_printed_commands_give_the_same_register_in_a_pipe(
    desk: Office, nine: Sheets, pusat_template: Path, tmp_path: Path
) -> None:
    other = tmp_path / "lain.db"
    shutil.copyfile(pusat_template, other)
    for commands in nine.commands.values():
        for words in commands:
            done = desk.run(*words, db=other)
            assert done.code == 0, (words, done.err)
    whole = ("export", "--kota", "semua", "--with-personal")
    assert desk.run(*whole, db=other).out == desk.good(*whole).out
