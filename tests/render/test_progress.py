"""The bar of long work: only at a terminal, only after a while, and gone in the end."""

from __future__ import annotations

import os
import pty
import select
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from kkmp_cli.render import progress


class Screen:
    """A terminal to look at."""

    def __init__(self) -> None:
        self.near, far = pty.openpty()
        self.stream = os.fdopen(far, "w", encoding="utf-8")

    @contextmanager
    def watched(self, seen: bool = True) -> Iterator[progress.Watch]:
        """A watch for work whose stderr is this terminal."""
        with redirect_stderr(self.stream), progress.watched(seen) as watch:
            yield watch

    def shown(self) -> str:
        """What came since the last look."""
        came = b""
        while select.select([self.near], [], [], 0.1)[0]:
            came += os.read(self.near, 4_096)
        return came.decode()

    def work(self) -> list[int]:
        """A walk over 1,200 items."""
        with self.watched() as watch:
            return list(watch.over(range(1_200), "Membaca isian", 1_200))


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_BETWEEN", 0)
    screen = Screen()
    yield screen
    screen.stream.close()
    os.close(screen.near)


def test_short_work_shows_nothing(screen: Screen) -> None:
    assert screen.work() == list(range(1_200))
    assert screen.shown() == ""


def test_long_work_shows_how_far_it_is_and_leaves_no_trace(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    assert screen.work() == list(range(1_200))
    told = screen.shown()
    assert "Membaca isian" in told
    assert "41%" in told
    assert told.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


@pytest.mark.parametrize("why", ["dumb", "something else is shown"])
def test_where_a_bar_would_be_in_the_way_there_is_none(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    if why == "dumb":
        monkeypatch.setenv("TERM", "dumb")
    items = range(1_200)
    with screen.watched(seen=why == "dumb") as watch:
        assert watch.over(items, "Membaca isian", None) is items
        with watch.step("Menulis") as tick:
            tick(1_000)
    assert screen.shown() == ""


def test_the_time_between_two_steps_is_not_counted(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter((0.0, 0.3, 0.4, 60.0, 60.3, 60.5, 60.7, 61.0))
    monkeypatch.setattr(progress, "monotonic", lambda: next(now))
    with screen.watched() as watch:
        with watch.step("Membaca isian") as tick:
            tick(1)
        with watch.step("Menulis") as tick:
            tick(1)
            assert screen.shown() == ""
            tick(1)
            assert screen.shown() == ""
            tick(1)
    assert "Menulis" in screen.shown()


def test_a_terminal_that_went_away_does_not_stop_the_work(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_words: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setattr(progress, "_bar", gone)
    assert screen.work() == list(range(1_200))


def test_no_colour_is_left_out_of_it(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 0)
    monkeypatch.setenv("NO_COLOR", "1")
    screen.work()
    told = screen.shown()
    assert "Membaca isian" in told
    assert "\x1b[3" not in told
    assert "\x1b[9" not in told
