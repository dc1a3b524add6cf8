"""How far long work has come, on stderr, for a person who waits at a terminal.

Nothing is shown before the work has lasted a second, nothing in a pipe, and nothing is left when a
step ends. The rooms that work take a plain `tick`, or are handed rows that count themselves. Never
enters: what is worked on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
Tick = Callable[[int], None]
"""Takes how many more are done."""

_PATIENCE = 1.0
"""Seconds of work before anything is shown."""
_BETWEEN = 0.2
"""Seconds between two pictures."""
_TOGETHER = 500
"""So many items are told at once: the count itself must cost nothing."""


@contextmanager
def watched(seen: bool = True) -> Iterator[Watch]:
    """A watch for the work inside the block; whatever ends the block, the terminal is left clean.

    `seen` is False where something else is being written to the terminal at the same time.
    """
    watch = Watch(seen and sys.stderr.isatty() and os.environ.get("TERM") != "dumb")
    try:
        yield watch
    finally:
        watch.clear()


class Watch:
    """The steps of one command, one after the other; the time between them (a question, say) is not
    counted.

    `seen` is False where nobody looks, so that nothing need be counted beforehand.
    """

    def __init__(self, seen: bool) -> None:
        self.seen = seen
        self._worked = 0.0
        self._began = 0.0
        self._next = 0.0
        self._done = 0
        self._words = ""
        self._total: int | None = None
        self._bar: Progress | None = None

    @contextmanager
    def step(self, words: str, total: int | None = None) -> Iterator[Tick]:
        """One step of `total` things, None where nobody knows how many."""
        if not self.seen:
            yield lambda _count: None
            return
        self._words, self._total, self._done, self._began = words, total, 0, monotonic()
        self._next = self._began + _PATIENCE - self._worked
        try:
            yield self._tick
        finally:
            self.clear()
            self._worked += monotonic() - self._began

    def over(self, items: Iterable[T], words: str, total: int | None) -> Iterable[T]:
        """The items, each walk through them a step; the items themselves where nobody looks."""
        return _Counted(self, items, words, total) if self.seen else items

    def clear(self) -> None:
        """Takes the bar off the screen; the next tick brings it back."""
        bar, self._bar = self._bar, None
        if bar is not None:
            with suppress(OSError):
                bar.stop()

    def _tick(self, count: int) -> None:
        self._done += count
        now = monotonic()
        if now >= self._next:
            self._next = now + _BETWEEN
            try:
                self._show()
            except OSError:  # nobody looks any more; the work goes on
                self._next, self._bar = inf, None

    def _show(self) -> None:
        total = max(self._total, self._done) if self._total else None
        text = f"{100 * self._done // total}%" if total else show(self._done)
        bar, fresh = self._bar or _bar(self._words), self._bar is None
        bar.update(bar.task_ids[0], completed=self._done, total=total, told=text, refresh=not fresh)
        if fresh:
            self._bar = bar
            bar.start()


class _Counted(Iterable[T]):
    def __init__(self, watch: Watch, items: Iterable[T], words: str, total: int | None) -> None:
        self.watch, self.items, self.words, self.total = watch, items, words, total

    def __iter__(self) -> Iterator[T]:
        with self.watch.step(self.words, self.total) as tick:
            for number, item in enumerate(self.items, 1):
                yield item
                if not number % _TOGETHER:
                    tick(_TOGETHER)


def _bar(words: str) -> Progress:
    """One line: the words, a bar, and how much is done; Rich knows what the terminal can show."""
    from rich.progress import BarColumn, Progress, TextColumn

    from kkmp_cli.render.console import console

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[told]}", markup=False),
        console=console(sys.stderr),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(words, told="")
    return bar
