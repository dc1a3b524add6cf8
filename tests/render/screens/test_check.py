"""What the rules found: a line per rule, and every rule for JSON."""

from __future__ import annotations

import json

from kkmp_cli.checks.rule import CORRECTNESS, ERROR, INFO, Finding, Result, Rule
from kkmp_cli.render.screens.check import Checked, as_json, as_text

ERRORS = Rule(
    "nomor_ganda", CORRECTNESS, ERROR, "Nomor dipakai dua kali", "Perbaiki.", lambda _: ()
)
INFOS = Rule("tanpa_nomor", CORRECTNESS, INFO, "Tanpa nomor", "Lengkapi.", lambda _: ())
FOUND = tuple(Finding(f"31.71.01.100{at}", f"K{at}", "NIB 1") for at in range(1, 6))


def test_where_all_is_well_the_group_says_so() -> None:
    told = as_text(Checked((Result(ERRORS, ()), Result(INFOS, ())), False))
    assert told == (
        "Kebenaran: baik (2 aturan)\n\n2 aturan diperiksa: 0 kesalahan, 0 peringatan, 0 info."
    )


def test_three_are_named_and_the_others_counted_each_once() -> None:
    told = as_text(Checked((Result(ERRORS, (FOUND[0], *FOUND)),), False))
    assert "Nomor dipakai dua kali: K1, K2, K3 dan 2 lagi" in told
    assert told.endswith("1 kesalahan, 0 peringatan, 0 info. Nama semua: --rinci")


def test_in_detail_every_finding_has_its_line_and_text_never_acts() -> None:
    nasty = Finding("31.71", "Kota\x1b[31m", "")
    told = as_text(Checked((Result(ERRORS, (*FOUND, nasty)),), True))
    assert "K5 (31.71.01.1005): NIB 1" in told and "\x1b" not in told
    assert "--rinci" not in told


def test_json_counts_findings_and_lists_the_silent_rules_too() -> None:
    checked = Checked((Result(ERRORS, FOUND), Result(INFOS, ())), True)
    made = json.loads(as_json(checked))
    assert made["jumlah"] == {"galat": 5, "peringatan": 0, "info": 0}
    assert [rule["jumlah"] for rule in made["aturan"]] == [5, 0]
    assert checked.errors == 1
