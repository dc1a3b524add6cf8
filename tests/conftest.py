"""What holds for the whole suite: no time limit on a property, and nothing of the machine it runs
on.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kkmp", deadline=None, derandomize=True)
settings.load_profile("kkmp")

for name in ("KKMP_DB", "KKMP_KOTA", "KKMP_PETUGAS"):
    os.environ.pop(name, None)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as of a job in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """How many processes share the tests: as many as there are cores, at most four; none where only
    some files are named.
    """
    whole = all(Path(named.partition("::")[0]).is_dir() for named in config.args)
    return min(4, os.cpu_count() or 1) if whole else 0
