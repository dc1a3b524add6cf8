"""What is longer than the terminal is shown by a pager, never in a pipe, and never lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kkmp_cli.cli import pager
from running import Office
from screens import Size, on_screen

LIST = ("list", "--kota", "jakpus")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A pager that says what it was given, and where it stands."""
    made = tmp_path / "pager sendiri"
    made.write_text(
        '#!/bin/sh\nsed "s/^/| /"\necho "LESSSECURE=$LESSSECURE $1 selesai"\n', encoding="utf-8"
    )
    made.chmod(0o700)
    return made


def environment(office: Office, chosen: object) -> dict[str, str]:
    return {"KKMP_DB": office.location, "KKMP_PAGER": str(chosen)}


def test_a_long_list_is_paged_on_a_terminal(pusat: Office, program: Path) -> None:
    screen = on_screen(*LIST, env=environment(pusat, f"'{program}' kata"))
    assert screen.code == 0
    assert "| 31.71.01.1001  Gambir" in screen.shown
    assert "| 44 koperasi" in screen.shown
    assert "LESSSECURE=1 kata selesai" in screen.shown


def test_what_fits_is_printed_as_it_is(pusat: Office, program: Path) -> None:
    screen = on_screen(*LIST, size=Size(120, 60), env=environment(pusat, f"'{program}'"))
    assert screen.lines[-2] == "44 koperasi"
    assert "selesai" not in screen.shown


@pytest.mark.parametrize("chosen", ["", "tidak-ada-program-ini", "false", "'tidak ditutup"])
def test_without_a_pager_that_works_all_of_it_is_printed(pusat: Office, chosen: str) -> None:
    screen = on_screen(*LIST, env=environment(pusat, chosen))
    assert (screen.code, screen.lines[-2]) == (0, "44 koperasi")
    assert sum("Gambir" in line for line in screen.lines) == 6


def test_a_terminal_that_cannot_be_moved_about_has_none(pusat: Office, program: Path) -> None:
    screen = on_screen(*LIST, env={**environment(pusat, f"'{program}'"), "TERM": "dumb"})
    assert "\x1b" not in screen.shown
    assert screen.lines[-2] == "44 koperasi"


def test_whoever_has_seen_enough_leaves_it_and_the_exit_code_is_kept(demo: Office) -> None:
    def leave(shown: str, keyboard: int) -> None:
        if "q = selesai" in shown:
            os.write(keyboard, b"q")

    screen = on_screen("check", "--rinci", act=leave, env=environment(demo, "less"))
    assert screen.code == demo.run("check", "--rinci").code
    assert "Traceback" not in screen.shown
    assert len(screen.lines) < 60


def test_ctrl_c_ends_a_pager_that_knows_no_better(pusat: Office, tmp_path: Path) -> None:
    waiting = tmp_path / "menunggu"
    waiting.write_text("#!/bin/sh\necho menunggu\nkill -INT $$\nsleep 300\n", encoding="utf-8")
    waiting.chmod(0o700)
    screen = on_screen(*LIST, env=environment(pusat, waiting))
    assert (screen.code, screen.lines) == (0, ["menunggu", ""])


def test_nothing_is_paged_in_a_pipe(
    pusat: Office, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_PAGER", f"'{program}'")
    assert pusat.good(*LIST).out.endswith("\n44 koperasi\n")
    assert not pager.show("x\n" * 10_000)


def test_the_officers_own_words_for_all_programs_hold_too(
    pusat: Office, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KKMP_PAGER")
    screen = on_screen(*LIST, env={"KKMP_DB": pusat.location, "PAGER": f"'{program}'"})
    assert "| 44 koperasi" in screen.shown
