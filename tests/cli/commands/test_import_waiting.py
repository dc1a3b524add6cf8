"""What somebody who waits at a terminal sees of an import and an export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Asked, Office, count, process

pytestmark = pytest.mark.both_engines

STANDING = "from kkmp_cli.render import progress as p; p.monotonic = lambda: 0.0"
"""A program for which no time passes, however busy the machine is."""
EAGER = (
    "import signal, time; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from kkmp_cli.render import progress as p; p._PATIENCE = p._BETWEEN = 0; p._TOGETHER = 1; "
    "show = p.Watch._show; p.Watch._show = lambda self: (show(self), time.sleep({}))"
)
"""A program that shows its bar at once, and takes so long over each picture."""
RINGS = EAGER.format(5).replace("(show(self), ", "(show(self), __import__('os').write(2, b'\\a'), ")
"""The same, which rings when a picture is whole and the wait begins: over all its pictures it lasts
longer than anybody is away.
"""


def isian(office: Office) -> Path:
    path = office.register.with_name("isian.csv")
    rows = [(one["kode"], "sudah") for one in office.good("list", "--json").json]
    path.write_text(
        "kode;NIB\n" + "".join(f"{kode};{state}\n" for kode, state in rows), encoding="utf-8"
    )
    return path


def test_a_small_import_shows_nothing_at_all(pusat: Office) -> None:
    asked = Asked("--db", pusat.register, "import", isian(pusat), "--yes", first=STANDING)
    assert asked.end() == 0
    assert "\x1b" not in asked.said


@pytest.mark.on_a_file
def test_a_long_import_shows_its_steps_and_leaves_stdout_alone(
    pusat: Office, tmp_path: Path
) -> None:
    with (tmp_path / "out").open("wb") as out:
        asked = Asked(
            "--db",
            pusat.register,
            "import",
            isian(pusat),
            "--yes",
            "--json",
            first=EAGER.format(0),
            out=out,
        )
        assert asked.end() == 0
    for words in ("Membaca isian", "Membandingkan dengan catatan", "Menulis"):
        assert words in asked.said
    assert asked.said.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")
    assert json.loads((tmp_path / "out").read_text("utf-8"))["ditulis"] is True


def test_what_is_said_of_a_new_register_stands_on_lines_of_its_own(pusat: Office) -> None:
    asked = Asked(
        "--db",
        pusat.register.with_name("baru.db"),
        "import",
        isian(pusat),
        "--yes",
        first=EAGER.format(0),
    )
    assert asked.end() == 0
    assert "\x1b[1A\x1b[2KRegister baru:" in asked.said


def test_the_question_stands_alone(pusat: Office) -> None:
    asked = Asked("--db", pusat.register, "import", isian(pusat), first=EAGER.format(0))
    asked.until("[y/T] ")
    assert "Membaca" not in (plan := asked.said.rpartition("\x1b[2K")[2])
    assert plan.splitlines()[-1] == "Tulis perubahan pada 44 koperasi? [y/T] "
    asked.answer("t\n")
    assert asked.end() == 1


@pytest.mark.on_a_file
def test_an_interrupted_import_leaves_the_terminal_clean(pusat: Office) -> None:
    asked = Asked("--db", pusat.register, "import", isian(pusat), "--yes", first=RINGS)
    asked.until("Membaca isian")
    asked.until("\a")
    asked.interrupt()
    assert asked.end() == 130
    after = asked.said.rpartition("\x1b[?25h")[2]
    assert after.replace("\r", "").startswith("\x1b[1A\x1b[2KDihentikan")
    assert count(pusat.register, "runs") == 1


@pytest.mark.on_a_file
def test_an_export_to_a_file_shows_it_too(pusat: Office, tmp_path: Path) -> None:
    for name in ("semua.csv", "semua.xlsx", "semua.json"):
        asked = Asked(
            "--db", pusat.register, "export", "-o", tmp_path / name, first=EAGER.format(0)
        )
        assert asked.end() == 0
        assert "Mengekspor" in asked.said


def test_a_pipe_gets_no_bar(pusat: Office) -> None:
    done = process("--db", pusat.register, "import", isian(pusat))
    assert done.returncode == 0
    assert b"\x1b" not in done.stderr + done.stdout


def test_the_bar_is_not_even_loaded_before_it_is_seen(pusat: Office) -> None:
    told = (
        "import atexit, sys; atexit.register(lambda: sys.stderr.write(str('rich.progress' "
        "in sys.modules)))"
    )
    asked = Asked(
        "--db", pusat.register, "import", isian(pusat), "--yes", first=f"{STANDING}; {told}"
    )
    assert asked.end() == 0
    assert asked.said.endswith("False")
