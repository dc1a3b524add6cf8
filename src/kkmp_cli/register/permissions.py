"""Who may write a register besides its owner, as the permissions of the file and its folder say.

In a folder that others may write, a file beside the register can act on it. Never changes anything.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from shlex import quote

from kkmp_cli.checks.rule import INTEGRITY, WARNING, Finding, Result, Rule


def examine(path: Path) -> Result:
    """The rule that nobody but its owner may write the register or its folder."""
    places = open_to_others(path)
    remedy = f"Tutup bagi yang lain: {closing(places)}" if places else ""
    sentence = "Register dapat diubah pengguna lain di komputer ini"
    rule = Rule("izin_register", INTEGRITY, WARNING, sentence, remedy, lambda _: ())
    return Result(rule, tuple(Finding("", str(place), "") for place in places))


def closing(places: list[Path]) -> str:
    """The command of the system that takes from others what they may do."""
    return " ".join(["chmod go-w", *(quote(str(place)) for place in places)])


def open_to_others(path: Path, to_all: bool = False) -> list[Path]:
    """The register and its folder, those of them that others may write; `to_all` where everybody on
    this computer may.
    """
    real = Path(os.path.realpath(path))
    who = stat.S_IWOTH if to_all else stat.S_IWOTH | stat.S_IWGRP
    both = (real, real.parent) if hasattr(os, "geteuid") else ()
    return [place for place in both if _writable(place.stat(), who)]


def _writable(status: os.stat_result, who: int) -> bool:
    alone = who & stat.S_IWGRP and _alone(status)
    return bool(status.st_mode & (stat.S_IWOTH if alone else who))


def _alone(status: os.stat_result) -> bool:
    """True for the group that a system makes for one user only."""
    import grp  # noqa: PLC0415 - not on Windows
    import pwd  # noqa: PLC0415

    try:
        group, owner = grp.getgrgid(status.st_gid), pwd.getpwuid(status.st_uid)
    except KeyError:
        return False
    return group.gr_name == owner.pw_name and {*group.gr_mem} <= {owner.pw_name}
