"""The shipped facts as a register, loaded through the same steps as other commands."""

from __future__ import annotations

import csv

import pytest

from kkmp_cli import settings
from running import Office


def test_each_shipped_sample_is_a_run_that_names_its_source(demo: Office) -> None:
    runs = demo.good("history", "--json").json
    commands = {run["perintah"] for run in runs}
    with (settings.shipped_data() / "manifest.csv").open(encoding="utf-8-sig") as file:
        assert {f"kkmp demo: {row['sumber']}" for row in csv.DictReader(file)} <= commands


@pytest.mark.parametrize(
    ("group", "file"), [("training", "trainings"), ("target", "targets"), ("figure", "figures")]
)
def test_every_row_of_the_shipped_tables_is_a_record(demo: Office, group: str, file: str) -> None:
    path = settings.shipped_data() / f"{file}.csv"
    with path.open(encoding="utf-8-sig") as shipped:
        rows = len([*csv.DictReader(shipped)])
    assert len(demo.good(group, "list", "--json").json) == rows


def test_the_register_that_it_makes_is_whole(demo: Office) -> None:
    assert "0 kesalahan" in demo.good("check").out
