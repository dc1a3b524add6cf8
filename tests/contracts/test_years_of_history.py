"""A register of years is as quick as a new one: what a command reads of the log does not grow with
it.
"""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from kkmp_cli.model.event import Event
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.register.writer import NewRun, open_writer
from running import Office, opened
from work import counted_rows

pytestmark = pytest.mark.on_a_file

RUNS = 600
"""Of which half are about Gambir."""
FEW = 70
"""Rows of the log of one cooperative that may be read: those behind its checkpoint, and its own."""


@pytest.fixture(scope="module")
def old_template(tmp_path_factory: pytest.TempPathFactory, pusat_template: Path) -> Path:
    """A register in which much was said of Gambir and Cideng, one run a statement."""
    path = tmp_path_factory.mktemp("lama") / "register.db"
    shutil.copyfile(pusat_template, path)
    with open_writer(str(path)) as register:
        keys = [register.areas("31.71.01")[at].id for at in (0, 2)]
        before: dict[int, str | None] = dict.fromkeys(keys)
        for number in range(RUNS):
            key, day = keys[number % 2], f"2025-{1 + number // 60:02}-{1 + number % 28:02}"
            told = [Event(COOPERATIVE, key, "anggota", before[key], str(number), day)]
            told.append(Event(COOPERATIVE, key, "nib", "belum", "belum", day))
            before[key] = str(number)
            register.apply(told, NewRun("kkmp update"))
    return path


@pytest.fixture
def old(office: Office, old_template: Path) -> Office:
    """A desk with that register."""
    office.register.parent.mkdir(mode=0o700)
    shutil.copyfile(old_template, office.register)
    return office


def sheet(office: Office) -> Path:
    file = office.register.with_name("isian.csv")
    file.write_text(
        "kode,anggota,nib\n31.71.01.1001,901,proses\n31.71.01.1003,902,proses\n", encoding="utf-8"
    )
    return file


@pytest.mark.parametrize(
    "command",
    [
        "update Gambir --anggota 500",
        "update Gambir --nib proses",
        "update Gambir --ketua Siti",
        "update --kota jakpus --kecamatan Gambir --all --catatan rapat --yes",
        "import {sheet} --yes",
        "list",
        "list --per 2025-08-01",
        "show Gambir",
        "show Gambir --per 2025-08-01",
        "report --kota jakpus",
        "report --kota jakpus --per 2025-08-01",
        "report --kota jakpus --sejak 2025-08-01",
        "export",
        "export --per 2025-08-01",
        "history",
        "history Gambir",
        "history --sampai 2026-11-01 --jumlah 20",
    ],
)
def test_a_command_reads_few_rows_of_a_long_log(old: Office, command: str) -> None:
    words = shlex.split(command.format(sheet=sheet(old)))
    with counted_rows() as rows:
        old.good(*words)
    assert rows["events"] <= 2 * FEW, rows
    assert rows["runs"] <= 2 * FEW, rows


@pytest.mark.parametrize(
    "command",
    [
        "update Gambir --anggota 500",
        "update --kota jakpus --kecamatan Gambir --all --anggota 500 --yes",
        "import {sheet} --yes",
    ],
)
def test_an_undo_of_the_newest_run_reads_few_rows(old: Office, command: str) -> None:
    before = old.state()
    old.good(*shlex.split(command.format(sheet=sheet(old))))
    with counted_rows() as rows:
        old.good("undo", "--yes")
    assert old.state() == before
    assert rows["events"] <= 4 * FEW, rows
    assert rows["runs"] <= FEW, rows


def test_an_undo_of_an_older_run_gives_what_the_log_says(old: Office) -> None:
    with opened(old.register) as connection:
        assert connection.execute("SELECT count(*) FROM checkpoints").fetchone() == (2,)
    before = old.state()
    old.good("update", "Gambir", "--npwp", "sudah", "--per", "2025-08-01")
    run = old.good("history", "--json", "--jumlah", 1).json[0]["run"]
    for number in range(60):
        old.good("update", "Gambir", "--anggota", 1_000 + number, "--per", "2026-01-01")
    assert old.run("undo", run, "--yes").code == 0
    shown = old.good("show", "Gambir", "--json").json
    assert (shown["npwp"], shown["anggota"]) == (None, 1_059)
    assert before["milestones"] == old.state()["milestones"]
    old.good("check")


def test_the_page_tells_the_newest_ten_runs_and_how_to_see_all(old: Office) -> None:
    done = old.good("show", "Gambir")
    assert done.out.count("kkmp update") == 10
    assert "Riwayat: 10 pekerjaan terbaru dari 301; semuanya: " in done.err
    command = done.err.strip().rpartition("semuanya: ")[2].rstrip(".")
    everything = old.good(*shlex.split(command.strip("`"))[1:])
    assert everything.out.count("\nPekerjaan ") + 1 == 301
    assert len(old.good("show", "Gambir", "--json").json["riwayat"]) == 301


EDITS = (
    "UPDATE checkpoints SET isi = replace(isi, '\"belum\"', '\"sudah\"')",
    "UPDATE checkpoints SET isi = replace(isi, '\"belum\"', 'belum')",
    "UPDATE checkpoints SET isi = '[]'",
    "UPDATE checkpoints SET sampai = sampai - 1",
    "UPDATE checkpoints SET sampai = 999999",
    "UPDATE checkpoints SET cooperative_id = (SELECT max(id) FROM cooperatives)"
    " WHERE cooperative_id = (SELECT min(cooperative_id) FROM checkpoints)",
)


@pytest.mark.parametrize("edit", EDITS)
def test_a_checkpoint_changed_by_hand_is_noticed(old: Office, edit: str) -> None:
    old.good("check")
    with opened(old.register) as connection:
        connection.execute(edit)
    done = old.run("check", "--rinci")
    assert done.code == 1
    assert "Keadaan berbeda dari yang mengikuti dari riwayat" in done.out


def test_the_whole_history_as_json_goes_whole_to_a_pipe_or_file(old: Office) -> None:
    runs = old.good("history", "--json").json
    assert [run["run"] for run in runs] == list(range(601, 0, -1))
    target = old.register.with_name("riwayat.json")
    old.good("history", "--json", "-o", target)
    assert json.loads(target.read_text(encoding="utf-8")) == runs
