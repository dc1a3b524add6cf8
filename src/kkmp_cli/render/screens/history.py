"""The history: who, when, what, old → new, why, from which row of which file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from kkmp_cli import settings
from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.run import RecordedEvent, Run
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.words import listed, old_new
from kkmp_cli.render.words.recorded_changes import told

MOST = 2_000
"""Changes of one run that a page sums up."""
_HELD = 1_000_000
"""Bytes of JSON that are held in memory."""
_NAMED = 5
_MOST = show(MOST)
_SHOWN = 12
"""Changes of one run shown on the terminal; all of them are in `--json`."""


class Past(NamedTuple):
    """What `history` shows: runs, newest first, in the words of their register; `effects`: what
    older statements did.
    """

    runs: Iterable[Run]
    vocabulary: Vocabulary
    effects: old_new.Effects = MappingProxyType({})

    def told(self, run: Run, change: RecordedEvent) -> str:
        """A change in words."""
        return told(run, change, self.effects, self.vocabulary)


def as_json(past: Past) -> IO[str]:
    """An array of runs, newest first, in a file: the history of years is not held at once."""
    import gc
    from contextlib import ExitStack
    from tempfile import SpooledTemporaryFile

    gc.enable()  # Python's JSON leaves a circle of functions behind each text
    with ExitStack() as unfinished:
        file = unfinished.enter_context(
            SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", newline="")
        )
        file.writelines(_json_pieces(past.runs))
        file.seek(0)
        unfinished.pop_all()
    return file


def _json_pieces(runs: Iterable[Run]) -> Iterator[str]:
    """The text that `json_text` makes of the list of all."""
    before, end = "[\n  ", "[]"
    for run in runs:
        yield before + json_text(objects.run(run)).replace("\n", "\n  ")
        before, end = ",\n  ", "\n]"
    yield end


def as_text(past: Past) -> str:
    """A paragraph a run."""
    lines: list[str] = []
    for run in past.runs:
        moment = run.time.astimezone(settings.JAKARTA)
        mark = "" if run.in_force else "  [dibatalkan]"
        lines.append(
            f"Pekerjaan {run.id}  {dates.show(moment.date())} {moment:%H.%M} WIB  {run.officer}"
            f"{mark}  [{run.head.short}]"
        )
        lines.append(f"  {run.command}")
        if run.reason:
            lines.append(f"  Alasan: {run.reason}")
        lines += [f"  Berkas: {name}" for name in run.named_files]
        if run.undoes is not None:
            lines.append(f"  membatalkan pekerjaan {run.undoes}")
        lines += _events(run, past)
        lines.append("")
    return "\n".join(map(printable, lines)).rstrip() or "Belum ada riwayat."


def _events(run: Run, past: Past) -> Iterator[str]:
    """The same event once, with the names that it concerns."""
    grouped: dict[str, list[RecordedEvent]] = defaultdict(list)
    for event in run.events:
        grouped[past.told(run, _without_row(event))].append(event)
    for text, events in list(grouped.items())[:_SHOWN]:
        yield _line(text if len(events) > 1 else past.told(run, events[0]), events)
    if len(grouped) > _SHOWN:
        yield f"    … dan {show(len(grouped) - _SHOWN)} perubahan lain (semua: --json)"
    if len(run.events) == MOST < run.count:
        yield f"    Itu ringkasan {_MOST} perubahan pertama dari {show(run.count)} (semua: --json)"


def _without_row(event: RecordedEvent) -> RecordedEvent:
    """The event as it is told of several rows of a file; who said it elsewhere stays."""
    return event if event.origin else event._replace(file=None)


def _line(text: str, events: Sequence[RecordedEvent]) -> str:
    names = listed([distinct_name(event.name) for event in events if event.name], _NAMED)
    return f"    {names}: {text}" if names else f"    {text}"


FORMATS: Mapping[str, Callable[[Any], str | IO[str]]] = {"terminal": as_text, "json": as_json}
