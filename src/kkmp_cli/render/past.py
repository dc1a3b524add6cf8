"""The history: who, when, what, old → new, why, from which row of which file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kkmp_cli import dates, settings
from kkmp_cli.numbers import show
from kkmp_cli.render.record import change_text, run_object
from kkmp_cli.runs import RecordedChange, Run
from kkmp_cli.text import printable

MOST = 2_000
"""Changes of one run that a page sums up."""
_SHOWN = 12
"""Changes of one run shown on the terminal; all of them are in `--json`."""


def as_json(runs: Sequence[Run]) -> str:
    """An array of runs, newest first."""
    return json.dumps([run_object(run) for run in runs], ensure_ascii=False, indent=2)


def as_text(runs: Sequence[Run]) -> str:
    """A paragraph a run."""
    lines: list[str] = []
    for run in runs:
        moment = run.time.astimezone(settings.JAKARTA)
        mark = "" if run.in_force else "  [dibatalkan]"
        lines.append(f"Run {run.id}  {dates.show(moment.date())} {moment:%H.%M} WIB  {run.officer}{mark}")
        lines.append(f"  {run.command}")
        if run.reason:
            lines.append(f"  Alasan: {run.reason}")
        lines += [f"  Berkas: {name}" for name in run.files]
        if run.undoes is not None:
            lines.append(f"  membatalkan run {run.undoes}")
        lines += _changes(run)
        lines.append("")
    return "\n".join(map(printable, lines)).rstrip() or "Belum ada riwayat."


def _changes(run: Run) -> list[str]:
    grouped: dict[str, list[RecordedChange]] = {}
    for change in run.changes:
        grouped.setdefault(change_text(change._replace(file=None)), []).append(change)
    lines = []
    for text, changes in list(grouped.items())[:_SHOWN]:
        known = [change.name for change in changes if change.name]
        shown = ", ".join(known[:5]) + (f" dan {show(len(known) - 5)} lagi" if len(known) > 5 else "")
        lines.append(f"    {shown + ': ' if shown else ''}{text if len(changes) > 1 else change_text(changes[0])}")
    if len(grouped) > _SHOWN:
        lines.append(f"    … dan {show(len(grouped) - _SHOWN)} perubahan lain (semua: --json)")
    if len(run.changes) == MOST < run.count:
        lines.append(f"    Itu ringkasan {show(MOST)} perubahan pertama dari {show(run.count)} (semua: --json)")
    return lines


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
