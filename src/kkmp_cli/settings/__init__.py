"""What the surroundings say: which register, which officer, which kota, what day it is; and the
settings of the office, wherever each is kept.

One order for every setting: an option that is typed, the environment, the register, the file of
this computer, what holds without any. Every value is read anew at each call. Never enters: a
database (what a register keeps is handed in), what a value may be.
"""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from kkmp_cli.errors import Advice, Command, Unusable
from kkmp_cli.settings import config_file
from kkmp_cli.settings.keys import KEYS, MOST_DAYS, OF_PERSONS, STALE_DAYS

JAKARTA = ZoneInfo("Asia/Jakarta")
ENVIRONMENT, REGISTER, FILE, DEFAULT = "lingkungan", "register", "berkas", "bawaan"
"""Where a setting comes from."""
Registered = Callable[[], Mapping[str, str]]
"""Tells the settings that a register keeps; only asked where the environment does not decide."""


class Chosen(NamedTuple):
    """The value of a setting that holds (empty where there is none), and where it comes from."""

    value: str
    source: str


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


def variable(key: str) -> str:
    """The variable of the environment that sets this: `KKMP_KOTA`."""
    return f"KKMP_{key.upper()}"


def chosen(key: str, registered: Registered = dict) -> Chosen:
    """The value of a setting that no option names. Raises Unusable where the file of settings is
    needed and cannot be read.
    """
    return _chosen(key, registered, config_file.values)


def all_chosen(registered: Registered = dict) -> Mapping[str, Chosen]:
    """Every setting by its key. Raises Unusable where the file of settings cannot be read."""
    at_once = (cache(registered), cache(config_file.values))
    return {key: _chosen(key, *at_once) for key in KEYS}


def _chosen(key: str, registered: Registered, filed: Registered) -> Chosen:
    if typed := os.environ.get(variable(key), "").strip():
        return Chosen(typed, ENVIRONMENT)
    for source, settings in ((REGISTER, registered), (FILE, filed)):
        if source == REGISTER and key in OF_PERSONS:
            continue
        if kept := settings().get(key):
            return Chosen(kept, source)
    return Chosen(KEYS[key].default, DEFAULT)


def default_kota(registered: Registered = dict) -> str | None:
    """The kota that narrows names and reports when no `--kota` is given."""
    return chosen("kota", registered).value or None


def stale_days(registered: Registered = dict) -> int:
    """After so many days without word an open state, gerai or usaha is asked for. Raises Unusable
    for what is no number of days.
    """
    value = chosen("lama_tanpa_kabar", registered)
    if not is_days(value.value):
        remedy = Advice("Tulis misalnya `{}`.", Command("config", "lama_tanpa_kabar", STALE_DAYS))
        message = f"lama_tanpa_kabar bukan jumlah hari (dari {value.source})."
        raise Unusable(message, remedy)
    return int(value.value)


def is_days(text: str) -> bool:
    """True for a number of days after which something may be asked for again."""
    return bool(_DAYS.fullmatch(text)) and 0 < int(text) <= MOST_DAYS


_DAYS = re.compile(r"\d{1,4}", re.ASCII)


def officer() -> str:
    """The name for the history: the setting, else the login name, else `tidak dikenal`."""
    if named := chosen("petugas").value:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "tidak dikenal"


def shipped_data() -> Path:
    """The folder of shipped facts: inside the installed package, or beside `src/` in a checkout."""
    program = Path(__file__).parents[1]
    packaged = program / "data"
    return packaged if packaged.is_dir() else program.parents[1] / "data"
