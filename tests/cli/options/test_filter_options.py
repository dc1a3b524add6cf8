"""The filters of `list` and `export`: what the words typed there mean."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.options.filter_options import STAGE_NAMES, milestone_code
from kkmp_cli.errors import BadUsage
from running import Office


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("sk", "sk_kemenkop"),
        ("SK-Kemenkop", "sk_kemenkop"),
        ("beroperasi", "usaha"),
        ("nib", "nib"),
    ],
)
def test_a_milestone_is_named_by_code_or_in_short(word: str, code: str) -> None:
    assert milestone_code(word) == code


def test_semua_is_a_milestone_of_terkendala_alone(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "terkendala", "--usaha-kendala", "modal")
    stuck = pusat.good("list", "--terkendala", "semua", "--json").json
    assert [one["kelurahan"] for one in stuck] == ["Gambir"]
    with pytest.raises(BadUsage):
        milestone_code("semua")
    pusat.refused("list", "--sudah", "semua", code=2)


@pytest.mark.parametrize("command", ["list", "export"])
def test_a_wrong_word_is_answered_with_those_that_there_are(pusat: Office, command: str) -> None:
    assert ", ".join(STAGE_NAMES) in pusat.refused(command, "--tahap", "entah", code=2).err
    assert "nib, npwp" in pusat.refused(command, "--belum", "entah", code=2).err


@pytest.mark.parametrize("stage", STAGE_NAMES)
def test_a_stage_lists_those_that_bear_it(demo: Office, stage: str) -> None:
    listed = demo.good("list", "--tahap", stage.replace("_", " "), "--json").json
    assert {one["tahap"] for one in listed} <= {stage}


def test_every_cooperative_bears_one_stage(demo: Office) -> None:
    words = [word for stage in STAGE_NAMES for word in ("--tahap", stage)]
    assert len(demo.good("list", *words, "--json").json) == len(demo.good("list", "--json").json)
