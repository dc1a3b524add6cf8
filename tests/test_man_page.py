"""The manual page: that of today's helps, and one that `man` can show."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib

import pytest

import man_page
from house import ROOT
from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.topics import TOPICS

WAYS = {
    "groff": ("groff", "-man", "-Tutf8", "-ww", "-rLL=78n"),
    "mandoc": ("mandoc", "-T", "lint", "-W", "warning"),
    "man": ("man", "-l"),
}


def test_the_page_is_written_from_the_helps_of_today() -> None:
    if os.environ.get("KKMP_GOLDEN") == "tulis":
        man_page.main()
    assert man_page.PAGE.read_text(encoding="utf-8") == man_page.page(), "just man writes it anew"


@pytest.mark.parametrize("program", WAYS)
def test_who_shows_it_finds_nothing_wrong(program: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"no {program} here")
    done = subprocess.run(
        [*WAYS[program], man_page.PAGE], capture_output=True, text=True, check=False
    )
    wrong = [
        line for line in done.stderr.splitlines() + done.stdout.splitlines() if "mandoc:" in line
    ]
    assert (done.returncode, wrong) == (0, []), done.stderr
    if program == "groff":
        assert done.stderr == ""
        shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
        for name in (
            *(verb for verbs in COMMANDS.values() for verb in verbs),
            *map(str.upper, TOPICS),
        ):
            assert name in shown
        assert 'kkmp show "Duri Pulo" -o duri-pulo.html' in shown


def test_the_wheel_installs_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"docs/kkmp.1": "share/man/man1/kkmp.1"}
