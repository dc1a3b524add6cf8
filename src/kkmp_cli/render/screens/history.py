"""The history: who, when, what, old → new, why, from which row of which file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kkmp_cli import settings
from kkmp_cli.model.run import RecordedEvent, Run
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import old_new
from kkmp_cli.render.screens.show import run_object, told

MOST = 2_000
"""Changes of one run that a page sums up."""
_SHOWN = 12
"""Changes of one run shown on the terminal; all of them are in `--json`."""


@dataclass(frozen=True, slots=True)
class Past:
    """What `history` shows: runs, newest first, and of their older statements what these did."""

    runs: Sequence[Run]
    effects: old_new.Effects = field(default_factory=dict)


def as_json(past: Past) -> str:
    """An array of runs, newest first."""
    return json.dumps([run_object(run) for run in past.runs], ensure_ascii=False, indent=2)


def as_text(past: Past) -> str:
    """A paragraph a run."""
    lines: list[str] = []
    for run in past.runs:
        moment = run.time.astimezone(settings.JAKARTA)
        mark = "" if run.in_force else "  [dibatalkan]"
        lines.append(
            f"Run {run.id}  {dates.show(moment.date())} {moment:%H.%M} WIB  {run.officer}{mark}"
        )
        lines.append(f"  {run.command}")
        if run.reason:
            lines.append(f"  Alasan: {run.reason}")
        lines += [f"  Berkas: {name}" for name in run.files]
        if run.undoes is not None:
            lines.append(f"  membatalkan run {run.undoes}")
        lines += _changes(run, past.effects)
        lines.append("")
    return "\n".join(map(printable, lines)).rstrip() or "Belum ada riwayat."


def _changes(run: Run, effects: old_new.Effects) -> list[str]:
    grouped: dict[str, list[RecordedEvent]] = {}
    for change in run.events:
        grouped.setdefault(told(run, change._replace(file=None), effects), []).append(change)
    lines = []
    for text, events in list(grouped.items())[:_SHOWN]:
        known = [change.name for change in events if change.name]
        shown = ", ".join(known[:5]) + (
            f" dan {show(len(known) - 5)} lagi" if len(known) > 5 else ""
        )
        said = text if len(events) > 1 else told(run, events[0], effects)
        lines.append(f"    {shown + ': ' if shown else ''}{said}")
    if len(grouped) > _SHOWN:
        lines.append(f"    … dan {show(len(grouped) - _SHOWN)} perubahan lain (semua: --json)")
    if len(run.events) == MOST < run.count:
        lines.append(
            f"    Itu ringkasan {show(MOST)} perubahan pertama dari {show(run.count)} "
            f"(semua: --json)"
        )
    return lines


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
