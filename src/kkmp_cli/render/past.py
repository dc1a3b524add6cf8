"""The history: who, when, what, old → new, why, from which row of which file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kkmp_cli import dates, fields, settings
from kkmp_cli.numbers import show
from kkmp_cli.render import steps
from kkmp_cli.render.record import change_text, run_object
from kkmp_cli.runs import COOPERATIVE, RecordedChange, Run
from kkmp_cli.text import printable

MOST = 2_000
"""Changes of one run that a page sums up."""
_SHOWN = 12
"""Changes of one run shown on the terminal; all of them are in `--json`."""

Effects = Mapping[tuple[int, int, str], tuple[steps.Held, steps.Held]]
"""By run, cooperative and field: what was held before and after a statement of an older day than what was held."""


@dataclass(frozen=True, slots=True)
class Past:
    """What `history` shows: runs, newest first, and of their older statements what these did."""

    runs: Sequence[Run]
    effects: Effects = field(default_factory=dict)


def as_json(past: Past) -> str:
    """An array of runs, newest first."""
    return json.dumps([run_object(run) for run in past.runs], ensure_ascii=False, indent=2)


def as_text(past: Past) -> str:
    """A paragraph a run."""
    lines: list[str] = []
    for run in past.runs:
        moment = run.time.astimezone(settings.JAKARTA)
        mark = "" if run.in_force else "  [dibatalkan]"
        lines.append(f"Run {run.id}  {dates.show(moment.date())} {moment:%H.%M} WIB  {run.officer}{mark}")
        lines.append(f"  {run.command}")
        if run.reason:
            lines.append(f"  Alasan: {run.reason}")
        lines += [f"  Berkas: {name}" for name in run.files]
        if run.undoes is not None:
            lines.append(f"  membatalkan run {run.undoes}")
        lines += _changes(run, past.effects)
        lines.append("")
    return "\n".join(map(printable, lines)).rstrip() or "Belum ada riwayat."


def _changes(run: Run, effects: Effects) -> list[str]:
    grouped: dict[str, list[RecordedChange]] = {}
    for change in run.changes:
        grouped.setdefault(_text(run, change._replace(file=None), effects), []).append(change)
    lines = []
    for text, changes in list(grouped.items())[:_SHOWN]:
        known = [change.name for change in changes if change.name]
        shown = ", ".join(known[:5]) + (f" dan {show(len(known) - 5)} lagi" if len(known) > 5 else "")
        said = text if len(changes) > 1 else _text(run, changes[0], effects)
        lines.append(f"    {shown + ': ' if shown else ''}{said}")
    if len(grouped) > _SHOWN:
        lines.append(f"    … dan {show(len(grouped) - _SHOWN)} perubahan lain (semua: --json)")
    if len(run.changes) == MOST < run.count:
        lines.append(f"    Itu ringkasan {show(MOST)} perubahan pertama dari {show(run.count)} (semua: --json)")
    return lines


def _text(run: Run, change: RecordedChange, effects: Effects) -> str:
    """A change in words; of an older statement what it did, since its old → new would read as the value of today."""
    found = effects.get((run.id, change.key, change.field)) if change.entity == COOPERATIVE else None
    if found is None:
        return change_text(change)
    return f"{fields.label_of(change.field)}: {steps.older(change.field, change.new, change.per, *found)}"


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
