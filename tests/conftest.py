"""What holds for the whole suite: no time limit on a property, and nothing of the machine it runs
on.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("kkmp", deadline=None, derandomize=True)
settings.load_profile("kkmp")

for name in ("KKMP_DB", "KKMP_KOTA", "KKMP_PETUGAS"):
    os.environ.pop(name, None)
