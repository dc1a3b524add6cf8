"""Trainings, targets, figures and follow-ups of a colleague, by what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from colleagues import Colleague, colleague
from kkmp_cli.actions.foreign_records import is_plain
from running import Office, opened

_DUE = ("followup", "add", "Kunjungi", "--penanggung-jawab", "Sudin")


@pytest.fixture
def sudin(pusat: Office, pusat_template: Path) -> Colleague:
    """A colleague with one of each."""
    one = colleague(pusat, pusat_template)
    one.good(
        *[
            "training",
            "add",
            "Dasar",
            "--kota",
            "jakpus",
            "--mulai",
            "2026-05-01",
            "--tempat",
            "Balai",
        ]
    )
    one.good("training", "attend", 1, "Gambir", "Senen", "--pengurus", 2)
    one.good(*["target", "set", "usaha", "2026-12-31", "--kota", "jakpus", "--nilai", "40"])
    one.good(
        *[
            "figure",
            "add",
            "beroperasi",
            "34",
            "--kota",
            "jakpus",
            "--per",
            "2026-03-10",
            "--sumber",
            "Antara",
        ]
    )
    one.good(*["figure", "add", "anggota", "175", "--kelurahan", "Gambir", "--per", "2026-03-10"])
    one.good(*_DUE, "--kota", "jakpus", "--batas", "2026-12-01")
    return one


def _counts(office: Office) -> list[int]:
    kinds = ("training", "target", "figure", "followup")
    return [len(office.good(kind, "list", "--json").json) for kind in kinds]


def test_each_is_taken_once_with_those_who_came(pusat: Office, sudin: Colleague) -> None:
    told = pusat.good("import", sudin.register).out
    assert (
        "Catatan kantor yang baru: 1 pelatihan, 2 kehadiran, 1 target, 2 angka, 1 tindak lanjut"
        in told
    )
    assert _counts(pusat) == [1, 1, 2, 1]
    assert len(pusat.good("training", "show", 1, "--json").json["hadir"]) == 2
    assert pusat.good("import", sudin.register, "--json").json["run"] is None
    assert _counts(pusat) == [1, 1, 2, 1]


def test_what_is_empty_here_is_filled_and_what_differs_is_told_with_its_command(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good(
        *[
            "training",
            "add",
            "DASAR",
            "--kota",
            "jakpus",
            "--mulai",
            "2026-05-01",
            "--peserta",
            "60",
        ]
    )
    sudin.good("training", "update", 1, "--peserta", 62)
    told = pusat.good("import", sudin.register).out
    assert "dilengkapi: tempat Balai" in told
    assert "peserta di sini 60, di " in told
    command = told.partition("Terapkan: `kkmp ")[2].partition("`")[0]
    pusat.good(*command.split())
    (training,) = pusat.good("training", "list", "--json").json
    assert (training["peserta"], training["tempat"], training["judul"]) == (62, "Balai", "DASAR")
    assert "tidak diubah" not in pusat.good("import", sudin.register).out.replace("judul", "")


def test_a_follow_up_that_is_done_or_moved_there_is_so_here(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good("import", sudin.register)
    sudin.good("followup", "update", 1, "--batas", "2026-12-20")
    pusat.good("import", sudin.register)
    (one,) = pusat.good("followup", "list", "--json").json
    assert (one["batas"], one["batas_lama"]) == ("2026-12-20", ["2026-12-01"])
    sudin.good("followup", "done", 1, "--hasil", "Beres")
    pusat.good("import", sudin.register)
    (one,) = pusat.good("followup", "list", "--all", "--json").json
    assert one["hasil"] == "Beres"


def test_a_target_set_on_the_same_day_stays_and_the_other_is_told(
    pusat: Office, sudin: Colleague
) -> None:
    pusat.good(*["target", "set", "usaha", "2026-11-30", "--kota", "jakpus", "--nilai", "44"])
    told = pusat.good("import", sudin.register).out
    command = told.partition("Terapkan: `kkmp ")[2].partition("`")[0]
    assert _counts(pusat)[1] == 1
    pusat.good(*command.split())
    assert pusat.good("target", "list", "--json").json[-1]["batas"] == "2026-12-31"
    assert "Terapkan" not in pusat.good("import", sudin.register).out


def test_a_target_for_every_kota_is_not_taken_and_told(pusat: Office, sudin: Colleague) -> None:
    sudin.good(*["target", "set", "nib", "2026-12-31"])
    assert "berlaku untuk semua kota, tidak diambil" in pusat.good("import", sudin.register).out
    assert _counts(pusat)[1] == 1


def test_a_text_that_no_command_writes_is_left_out_and_told(
    pusat: Office, sudin: Colleague
) -> None:
    sudin.good("training", "update", 1, "--tempat", "Balai Warga")
    with opened(sudin.register) as connection:
        connection.execute("UPDATE trainings SET tempat = 'Balai' || char(8238)")
    told = pusat.run("import", sudin.register)
    assert told.code == 3, "what does not follow from the history is not read at all"
    assert _counts(pusat) == [0, 0, 0, 0]


@pytest.mark.parametrize("text", ["Balai\u202e", "\x00", "x" * 20_001])
def test_a_text_that_could_not_be_said_here_is_known(text: str) -> None:
    assert is_plain({"judul": "Dasar", "peserta": 3, "tempat": None})
    assert not is_plain({"judul": text})
