"""What `kkmp check` found: a line per rule for the terminal, everything for JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kkmp_cli.checks import ERROR, GROUPS, SEVERITIES, Finding, Result
from kkmp_cli.errors import Advice
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable

_TITLES = {
    "keutuhan": "Keutuhan register",
    "kebenaran": "Kebenaran",
    "kelengkapan": "Kelengkapan",
    "keselarasan": "Keselarasan",
    "kemutakhiran": "Kemutakhiran",
}
_WORDS = {"galat": "kesalahan", "peringatan": "peringatan", "info": "info"}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Checked:
    """The results of all rules; `detailed` asks for every name."""

    results: Sequence[Result]
    detailed: bool

    @property
    def errors(self) -> int:
        """How many rules of severity `galat` found anything."""
        return sum(
            bool(result.findings) for result in self.results if result.rule.severity == ERROR
        )


def as_json(checked: Checked) -> str:
    """`{"galat": n, "aturan": [...]}`: every rule, those that found nothing among them."""
    found = {
        word: sum(
            len(result.findings) for result in checked.results if result.rule.severity == word
        )
        for word in SEVERITIES
    }
    rules = [_rule_object(result, checked.detailed) for result in checked.results]
    return json.dumps({"jumlah": found, "aturan": rules}, ensure_ascii=False, indent=2)


def _rule_object(result: Result, detailed: bool) -> dict[str, Any]:
    rule = result.rule
    found: dict[str, Any] = {
        "kode": rule.code,
        "kelompok": rule.group,
        "tingkat": rule.severity,
        "jumlah": len(result.findings),
        "aturan": rule.sentence,
        "saran": rule.remedy,
    }
    if detailed:
        found["rincian"] = [
            {"kode": finding.kode or None, "nama": finding.name, "rincian": finding.detail or None}
            for finding in result.findings
        ]
    return found


def as_text(checked: Checked, worded: Callable[[str], str] = str) -> str:
    """By group a line per rule that found something, its remedy under it, made by `worded`."""
    lines: list[str] = []
    for group in GROUPS:
        results = [result for result in checked.results if result.rule.group == group]
        if not results:
            continue
        found = [result for result in results if result.findings]
        lines.append(_TITLES[group] + ("" if found else f": baik ({len(results)} aturan)"))
        for result in found:
            lines += _rule_lines(result, checked.detailed)
        lines.append("")
    return "\n".join(printable(worded(line)) for line in [*lines, _closing(checked)])


def _rule_lines(result: Result, detailed: bool) -> list[str]:
    rule, count = result.rule, show(len(result.findings))
    lines = [
        f"  {_WORDS[rule.severity]:<10}  {count:>5}  "
        f"{rule.sentence}{'' if detailed else _first(result.findings)}"
    ]
    if detailed:
        lines += [f"                     {_finding(finding)}" for finding in result.findings]
    lines.append(Advice("                     → {}", rule.remedy))
    return lines


def _first(findings: Sequence[Finding]) -> str:
    names = list({(finding.kode, finding.name): finding.name for finding in findings}.values())
    shown = ", ".join(names[:_NAMED])
    return f": {shown}" + (f" dan {show(len(names) - _NAMED)} lagi" if len(names) > _NAMED else "")


def _finding(finding: Finding) -> str:
    who = f"{finding.name} ({finding.kode})" if finding.kode else finding.name
    return f"{who}: {finding.detail}" if finding.detail else who


def _closing(checked: Checked) -> str:
    counts = []
    for severity in SEVERITIES:
        number = sum(
            bool(result.findings) for result in checked.results if result.rule.severity == severity
        )
        counts.append(f"{number} {_WORDS[severity]}")
    more = (
        ""
        if checked.detailed or not any(result.findings for result in checked.results)
        else " Nama semua: --rinci"
    )
    return f"{len(checked.results)} aturan diperiksa: {', '.join(counts)}.{more}"


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
