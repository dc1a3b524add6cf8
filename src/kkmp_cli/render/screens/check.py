"""What `kkmp check` found: a line per rule for the terminal, everything for JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kkmp_cli.checks.rule import ERROR, GROUPS, SEVERITIES, Finding, Result
from kkmp_cli.errors import Advice
from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.words import some

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
        return self.count(ERROR)

    def count(self, severity: str) -> int:
        """How many rules of a severity found anything."""
        return sum(one.rule.severity == severity and bool(one.findings) for one in self.results)


def as_json(checked: Checked) -> str:
    """`{"galat": n, "aturan": [...]}`: every rule, those that found nothing among them."""
    counts = {
        word: sum(
            len(result.findings) for result in checked.results if result.rule.severity == word
        )
        for word in SEVERITIES
    }
    rules = [_rule_object(result, checked.detailed) for result in checked.results]
    return json_text({"jumlah": counts, "aturan": rules})


def _rule_object(result: Result, detailed: bool) -> dict[str, Any]:
    rule = result.rule
    shown: dict[str, Any] = {
        "kode": rule.code,
        "kelompok": rule.group,
        "tingkat": rule.severity,
        "jumlah": len(result.findings),
        "aturan": rule.sentence,
        "saran": rule.remedy,
    }
    if detailed:
        shown["rincian"] = [
            {"kode": finding.kode or None, "nama": finding.name, "rincian": finding.detail or None}
            for finding in result.findings
        ]
    return shown


def as_text(checked: Checked, worded: Callable[[str], str] = str) -> str:
    """By group a line per rule that found something, its remedy under it, made by `worded`."""
    lines: list[str] = []
    for group in GROUPS:
        results = [result for result in checked.results if result.rule.group == group]
        if not results:
            continue
        failed = [result for result in results if result.findings]
        lines.append(_TITLES[group] + ("" if failed else f": baik ({len(results)} aturan)"))
        for result in failed:
            lines += _rule_lines(result, checked.detailed)
        lines.append("")
    return "\n".join(printable(worded(line)) for line in [*lines, _closing(checked)])


def _rule_lines(result: Result, detailed: bool) -> list[str]:
    rule, count = result.rule, show(len(result.findings))
    named = dict.fromkeys((one.kode, one.name) for one in result.findings)
    names = [distinct_name(name) for _, name in named]
    lines = [
        f"  {_WORDS[rule.severity]:<10}  {count:>5}  "
        f"{rule.sentence}{'' if detailed else f': {some(names, _NAMED)}'}"
    ]
    if detailed:
        lines += [f"                     {_finding(finding)}" for finding in result.findings]
    lines.append(Advice("                     → {}", rule.remedy))
    return lines


def _finding(finding: Finding) -> str:
    name = distinct_name(finding.name)
    who = f"{name} ({finding.kode})" if finding.kode else name
    return f"{who}: {finding.detail}" if finding.detail else who


def _closing(checked: Checked) -> str:
    counts = [f"{checked.count(severity)} {word}" for severity, word in _WORDS.items()]
    failed = any(result.findings for result in checked.results)
    more = " Nama semua: --rinci" if failed and not checked.detailed else ""
    return f"{len(checked.results)} aturan diperiksa: {', '.join(counts)}.{more}"


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
