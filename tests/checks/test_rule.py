"""A rule has its words once, finds nothing where all is well, and leaves the dissolved in peace."""

from __future__ import annotations

from checks.well_kept import CIDENG, GAMBIR, TODAY, complete, cooperative, findings, held
from kkmp_cli.checks import RULES, declared_values
from kkmp_cli.checks.rule import GROUPS, SEVERITIES


def test_where_all_is_well_nothing_is_found() -> None:
    assert findings(held()) == {}


def test_every_rule_has_its_words_once() -> None:
    rules = (*RULES, *declared_values.RULES)
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.group in GROUPS
        assert rule.severity in SEVERITIES
        assert rule.sentence
        assert rule.remedy


def test_a_dissolved_cooperative_is_left_in_peace() -> None:
    gone = cooperative(
        GAMBIR, ("status", "bubar 2026-02-01", TODAY), ("usaha", "proses", "2025-08-01")
    )
    assert findings(held(gone, complete(CIDENG))) == {}
