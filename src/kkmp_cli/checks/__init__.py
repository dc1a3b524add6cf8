"""Rules of data quality: each an entry of the `RULES` of its group, with its severity, its sentence
and its remedy.

A rule looks at frozen cooperatives and a day and names what it finds; nothing is forbidden, nothing
repaired. A new rule is one more entry. Never enters: a database, a personal value, a word of
layout.
"""

from __future__ import annotations

from kkmp_cli.checks import completeness, consistency, correctness, declared_values, timeliness
from kkmp_cli.checks.rule import Examined, Result

RULES = (*correctness.RULES, *completeness.RULES, *consistency.RULES, *timeliness.RULES)
"""Every rule on what all registers hold, in the order in which they are printed."""


def examine(examined: Examined) -> list[Result]:
    """Every rule over everything registered, in the order of the table; those on the office's own
    fields where it has any.
    """
    own = declared_values.RULES if examined.vocabulary.own else ()
    return [
        Result(timeliness.worded(rule, examined.stale_days), tuple(rule.find(examined)))
        for rule in (*RULES, *own)
    ]
