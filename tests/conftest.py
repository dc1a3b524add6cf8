"""What holds for the whole suite: no time limit on a property, and nothing of the machine it runs
on.
"""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import settings

from kkmp_cli.settings import variable
from kkmp_cli.settings.keys import KEYS

settings.register_profile("kkmp", deadline=None, derandomize=True)
settings.load_profile("kkmp")

for name in ("KKMP_DB", "COLUMNS", "LINES", *map(variable, KEYS)):
    os.environ.pop(name, None)
_COMPUTER = tempfile.TemporaryDirectory(prefix="kkmp-tests-")
"""The folder of settings of the computer that the tests run on: a file that sets nothing, so no
first run asks for anything.
"""
os.environ["XDG_CONFIG_HOME"] = _COMPUTER.name
os.environ["KKMP_PAGER"] = ""
_FILE = Path(_COMPUTER.name) / "kkmp" / "config.toml"
_FILE.parent.mkdir()
_FILE.touch()

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as of a job in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


_WHOLE_PROGRAM = (Path(__file__).parent / "contracts", Path(__file__).parent / "faults")
"""What goes through the whole program once more, after the tests of each room."""


def _counts(item: pytest.Item) -> bool:
    """Whether a test counts for the floor of coverage: the examples of each room do. The whole
    program once more, on a server what was tried on a file, and a hundred values at random find
    what those do not, but hardly a line; followed line by line they would take twice as long.
    """
    chosen = getattr(item, "callspec", None)
    on_a_server = chosen is not None and chosen.params.get("engine") == "server"
    at_random = item.get_closest_marker("hypothesis") is not None
    whole = any(map(item.path.is_relative_to, _WHOLE_PROGRAM))
    return not (on_a_server or at_random or whole)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Coverage looks away from a test that does not count for it, from its fixtures to its end."""
    coverage = None if _counts(item) else Coverage.current()
    if coverage:
        coverage.stop()
    try:
        return (yield)
    finally:
        if coverage:
            coverage.start()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes share the tests: one more than there are cores, since many tests wait for a
    program at a terminal, at most four; none where only some files are named.
    """
    whole = all(Path(named.partition("::")[0]).is_dir() for named in config.args)
    return min(4, (os.cpu_count() or 1) + 1) if whole else 0


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What officers do is tried on a file and on a server; what looks into the file, on that."""
    both = metafunc.definition.get_closest_marker("both_engines") or _all_of_it(metafunc)
    alone = metafunc.definition.get_closest_marker("on_a_file")
    if both and not alone and "engine" in metafunc.fixturenames:
        metafunc.parametrize("engine", ["berkas", "server"])


def _all_of_it(metafunc: pytest.Metafunc) -> bool:
    """With `KKMP_UJI_MESIN=semua` the whole contract, but for what is about one engine."""
    contract = Path(__file__).parent / "contracts" in metafunc.definition.path.parents
    asked = os.environ.get("KKMP_UJI_MESIN") == "semua"
    return asked and contract and not hasattr(metafunc.module, "engine")
