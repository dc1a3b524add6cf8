"""A file against what is held: listed with ready commands that each do what they say, and with the
past days that a correction changes.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from kkmp_cli.milestones import MILESTONES, field_code
from running import Done, Office

pytestmark = pytest.mark.both_engines

PER = ("--per", "2026-11-20")


@pytest.fixture
def running(pusat: Office) -> Office:
    """Cideng has had a gerai and a usaha since 10 March 2026, of which a figure was published."""
    stated = ("--gerai", "10 Maret 2026", "--usaha", "10 Maret 2026", "--nib", "1 Februari 2026")
    pusat.good("update", "Cideng", *stated, "--per", "2026-03-12")
    figure = ("figure", "add", "beroperasi", "34", "--kota", "jakpus", "--sumber", "Beritajakarta")
    pusat.good(*figure, "--per", "2026-03-10")
    pusat.good(*figure, "--per", "2026-01-31")
    return pusat


def against(office: Office, folder: Path, heading: str, cell: str, *more: str) -> Done:
    path = folder / "isian.csv"
    path.write_text(f"Kelurahan;{heading}\nCideng;{cell}\n", encoding="utf-8")
    return office.good("import", path, *PER, *more)


def commands(text: str) -> list[list[str]]:
    """The words of each command that is printed for an update."""
    return [shlex.split(one)[1:] for one in re.findall(r"kkmp update [^\n;]+", text)]


def known(office: Office, day: str, field: str = "usaha") -> Any:
    return office.good("show", "Cideng", "--per", day, "--json").json[field]


@pytest.mark.parametrize("field", ["gerai", "usaha"])
def test_what_ran_is_listed_with_both_commands_and_the_days_that_a_correction_changes(
    running: Office, tmp_path: Path, field: str
) -> None:
    text = against(running, tmp_path, field, "belum").out
    assert "bila pernah, lalu berhenti: kkmp update" in text
    never = r"bila tidak pernah \(koreksi, mengubah angka sejak 10 Maret 2026\): kkmp update"
    assert re.search(never, text)
    stopped, corrected = commands(text)
    running.good(*stopped)
    assert known(running, "2026-03-10", field) == "2026-03-10"
    assert known(running, "2026-11-20", field).startswith("berhenti")
    running.good("undo")
    running.good(*corrected)
    assert known(running, "2026-11-20", field) == "belum"
    assert known(running, "2026-03-10", field) != "2026-03-10"


def test_a_published_figure_of_those_days_is_named_and_no_other(
    running: Office, tmp_path: Path
) -> None:
    text = against(running, tmp_path, "Usaha", "belum").out
    told = "Angka terbitan pada hari-hari itu: Beroperasi 34 per 10 Maret 2026 (Beritajakarta)."
    assert told in text
    assert told not in against(running, tmp_path, "NIB", "belum").out


def test_overwriting_says_the_same_before_and_as_it_is_done(
    running: Office, tmp_path: Path
) -> None:
    told = "koreksi, mengubah angka sejak 10 Maret 2026"
    assert f"--overwrite; itu {told}." in against(running, tmp_path, "Usaha", "belum").out
    for more in (("--dry-run",), ()):
        text = against(running, tmp_path, "Usaha", "belum", "--overwrite", *more).out
        assert f"Usaha: {told} (1): Cideng" in text
        assert "Angka terbitan pada hari-hari itu: Beroperasi 34 per 10 Maret 2026" in text
    assert "per 20 November 2026 (" in running.good("history", "Cideng").out
    assert told in running.good("history", "Cideng").out
    assert known(running, "2026-03-10") != "2026-03-10"


def test_an_officers_correction_says_it_and_so_does_its_history(running: Office) -> None:
    told = "sudah, 10 Maret 2026 → belum; koreksi, mengubah angka sejak 10 Maret 2026"
    done = running.good("update", "Cideng", "--usaha", "belum", "--koreksi", *PER)
    assert told in done.out
    told = "→ belum, per 20 November 2026; koreksi, mengubah angka sejak 10 Maret 2026"
    assert told in running.good("history").out
    assert told in running.good("show", "Cideng").out
    done = running.good("update", "Cideng", "--nib", "proses", *PER)
    assert "koreksi, mengubah angka sejak 1 Februari 2026" in done.out


def test_what_stops_or_only_goes_on_is_no_correction(running: Office) -> None:
    assert "koreksi" not in running.good("update", "Cideng", "--usaha", "berhenti", *PER).out
    assert "koreksi" not in running.good("update", "Cideng", "--npwp", "sudah", *PER).out
    assert "koreksi" not in running.good("history").out


@pytest.mark.parametrize(
    "milestone", [one for one in MILESTONES if not one.stops], ids=lambda one: one.code
)
def test_of_what_cannot_stop_there_is_one_command(
    pusat: Office, tmp_path: Path, milestone: Any
) -> None:
    field = field_code(milestone, 2025)
    option = f"--{milestone.code.replace('_', '-')}"
    pusat.good("update", "Cideng", option, "sudah", "--per", "2026-02-28")
    text = against(pusat, tmp_path, field, "belum").out
    assert "koreksi, mengubah angka sejak 28 Februari 2026" in text
    (command,) = commands(text)
    pusat.good(*command)
    assert known(pusat, "2026-11-20", field) == "belum"


def test_a_kendala_beside_it_goes_with_either_command(running: Office, tmp_path: Path) -> None:
    done = against(running, tmp_path, "Usaha;Kendala Usaha", "belum;modal")
    for words in commands(done.out):
        running.good(*words)
        state = known(running, "2026-11-20")
        assert state.startswith("berhenti") or state in ("belum", "terkendala")
        running.good("undo")


def test_emptying_what_ran_has_both_commands_too(running: Office, tmp_path: Path) -> None:
    stopped, corrected = commands(against(running, tmp_path, "Usaha", "(kosongkan)").out)
    running.good(*stopped)
    assert known(running, "2026-11-20").startswith("berhenti")
    running.good("undo")
    running.good(*corrected)
    assert known(running, "2026-11-20") is None


def test_the_json_has_the_same(running: Office, tmp_path: Path) -> None:
    done = against(running, tmp_path, "Usaha", "belum", "--dry-run", "--json")
    (one,) = done.json["berkas"][0]["rincian_konflik"]
    assert one["mengubah_sejak"] == "2026-03-10"
    assert one["perintah"] in one["saran"]
    stopped, corrected = commands(one["saran"])
    assert "--koreksi" not in stopped
    assert shlex.join(["kkmp", *corrected]) == one["perintah"]
    for command in (stopped, corrected):
        running.good(*command)
        running.good("undo")


def test_what_was_dissolved_comes_back_by_the_listed_command_from_its_day_on(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--status", "bubar 1 Februari 2026", "--per", "2026-03-01")
    text = against(pusat, tmp_path, "Status", "aktif").out
    assert "bila diterapkan dihitung lagi sejak 20 November 2026" in text
    (command,) = commands(text)
    pusat.good(*command)
    assert known(pusat, "2026-11-20", "status") == "aktif"
    assert known(pusat, "2026-11-19", "status").startswith("bubar")


def test_the_commands_in_the_json_are_for_the_register_that_was_named(
    running: Office, tmp_path: Path
) -> None:
    path = tmp_path / "isian.csv"
    path.write_text("Kelurahan;NIB\nCideng;belum\n", encoding="utf-8")
    done = running.run("import", path, *PER, "--json", db=running.location)
    (one,) = done.json["berkas"][0]["rincian_konflik"]
    words = shlex.split(one["perintah"])[1:]
    assert words[:2] == ["--db", running.location]
    running.good(*words)
    assert known(running, "2026-11-20", "nib") == "belum"


def test_an_officer_who_would_correct_is_told_which_days_before_it_is_done(
    running: Office,
) -> None:
    told = running.refused("update", "Cideng", "--usaha", "belum", *PER).err
    assert "tidak pernah berjalan dan mengubah angka sejak 10 Maret 2026." in told
    assert "--koreksi" in told
