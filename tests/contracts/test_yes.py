"""`--yes` is accepted by every writing command; what would change several asks at a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Asked, Office

WRITING = """
training add Umum --kota jakpus --mulai 2026-02-01
training update 1 --peserta 5
training attend 1 Cideng --hadir
training import 1 hadir.csv
training remove 1
target set usaha 2026-12-31
target remove 1
figure add beroperasi 34 --kota jakpus --per 2026-03-10
figure remove 1
figure import isian.csv --per 2026-03-10
edit --kota jakpus --kecamatan Gambir -o sunting.xlsx
followup add Dampingi --kota jakpus --penanggung-jawab Sudin --batas 2026-12-31
followup update 1 --batas 2027-01-31
followup done 1
area alias Karangg 31.71.02.1002
area add Cideng_Baru --kecamatan Gambir --kota jakpus
area recode Cideng_Baru 31.71.01.1009
area import wilayah.csv
add Penjaringan --kota jakut
update Cideng --kota jakpus --nib sudah
import isian.csv
undo
forget Cideng --kota jakpus
backup cadangan.db
restore cadangan.db
"""


@pytest.fixture
def here(pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """A desk in a folder with the files that the commands name."""
    monkeypatch.chdir(tmp_path)
    Path("hadir.csv").write_text(
        "kelurahan,jumlah,organ\nCideng,2,pengurus\nDuri Pulo,1,pengurus\n"
    )
    Path("isian.csv").write_text("kelurahan,nib\nDuri Pulo,sudah\n")
    Path("wilayah.csv").write_text(
        "kode,kelurahan,kecamatan,kota,provinsi\n31.71.01.1002,Cideng,Gambir,"
        "Kota Administrasi Jakarta Pusat,Daerah Khusus Ibukota Jakarta\n"
    )
    return pusat


def test_every_writing_command_takes_yes(here: Office) -> None:
    for line in WRITING.strip().splitlines():
        here.good(*line.split(), "--yes")


def test_the_help_of_a_command_that_never_asks_has_it(here: Office) -> None:
    assert "--yes" in here.good("target", "set", "--help").out


@pytest.mark.on_a_file
def test_an_attendance_list_of_several_asks_at_a_terminal(here: Office) -> None:
    here.good("training", "add", "Umum", "--kota", "jakpus", "--mulai", "2026-02-01")
    command = ("--db", here.register, "training", "import", "1", "hadir.csv")
    asked = Asked(*command)
    asked.until("Catat 2 koperasi hadir? [y/T] ")
    asked.answer("t\n")
    assert asked.end() == 1
    assert here.good("training", "list", "--json").json[0]["kkmp"] == 0
    asked = Asked(*command)
    asked.until("[y/T] ")
    asked.answer("y\n")
    assert asked.end() == 0
    asked = Asked("--db", here.register, "training", "remove", "1")
    asked.until("Hapus pelatihan 1 dan kehadiran 2 koperasi? [y/T] ")
    asked.answer("t\n")
    assert asked.end() == 1
    assert here.good("training", "list", "--json").json[0]["kkmp"] == 2
