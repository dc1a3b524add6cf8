"""What the surroundings say: which register, which officer, which kota, what day it is.

Nothing here opens a file or knows a rule; every value is read anew at each call.
"""

from __future__ import annotations

import getpass
import os
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The calendar day in Asia/Jakarta."""
    return now().astimezone(JAKARTA).date()


def default_register() -> Path:
    """Where the register lies without `--db` and `KKMP_DB`: in the platform's user data folder."""
    import platformdirs  # noqa: PLC0415 - only needed when nothing else names the register

    return Path(platformdirs.user_data_dir("kkmp", appauthor=False)) / "register.db"


def register_location(option: str | None) -> str:
    """Path or URL of the register: the option, else `KKMP_DB`, else the default."""
    return option if option is not None else os.environ.get("KKMP_DB") or str(default_register())


def default_kota() -> str | None:
    """`KKMP_KOTA`, the kota that narrows names and reports when no `--kota` is given."""
    return os.environ.get("KKMP_KOTA") or None


def officer() -> str:
    """The name for the history: `KKMP_PETUGAS`, else the login name, else `tidak dikenal`."""
    named = os.environ.get("KKMP_PETUGAS", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "tidak dikenal"


def shipped_data() -> Path:
    """The folder of shipped facts: inside the installed package, or beside `src/` in a checkout."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "data"
