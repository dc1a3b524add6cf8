"""`kkmp` as a program of its own in surroundings that lack what Windows lacks and refuse what Windows
refuses: no POSIX modules, signals or rights; no open file is deleted, replaced or renamed; text is
cp1252 unless an encoding is named, and lines end in CR LF.

Run as a program: each line of stdin is a JSON list of the words of one command, and each is answered
by a line of JSON: exit code, stdout and stderr as hexadecimal bytes.
"""

from __future__ import annotations

import asyncio  # noqa: F401 - these look at the system while they are loaded
import builtins
import io
import json
import os
import re
import shutil
import signal
import subprocess  # noqa: F401
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

MODULES = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "spwd")
"""What Python has on POSIX alone."""
OF_POSIX = re.compile(
    r"fork.*|posix_.*|[gs]ete?[ugr]+id.*|getpgid|[gs]etpg.*|setsid|fchmod|fchown|l?chown|mkfifo|mknod|uname"
    r"|f?statvfs|nice|sched_.*|pread.*|pwrite.*|sync|fdatasync|killpg|wait3|wait4|ttyname|ctermid"
    r"|O_(NOFOLLOW|NONBLOCK|CLOEXEC|DIRECTORY|DSYNC|SYNC|NOCTTY|PATH|NOATIME|TMPFILE)|getxattr|setxattr"
    r"|openpty|getloadavg|confstr|sysconf.*|EX_.*|W[A-Z]+|initgroups|getgroups|getlogin"
)
SIGNALS = re.compile(
    r"SIG(HUP|ALRM|USR\d|QUIT|PIPE|CHLD|TSTP|CONT|STOP|TTIN|TTOU|WINCH|KILL|BLOCK|UNBLOCK|SETMASK)"
    r"|pthread_.*|alarm|setitimer|getitimer|sig(wait.*|pending|timedwait|interrupt)|pause"
)


def open_files() -> set[str]:
    """What this process has open now."""
    handles = Path("/proc/self/fd")
    return {str(one.readlink()) for one in handles.iterdir() if one.is_symlink()}


def refusing(call: Callable[..., Any], *places: int) -> Callable[..., Any]:
    """A call of the system that refuses open files among its arguments, as Windows does."""

    def called(*arguments: Any, **named: Any) -> Any:
        taken = {os.path.realpath(arguments[place]) for place in places}
        if taken & open_files():
            raise PermissionError(13, "open in this process", str(arguments[0]))
        return call(*arguments, **named)

    return called


def surround() -> None:
    """Takes away and refuses; for this process."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in ((os, OF_POSIX), (signal, SIGNALS)):
        for name in [*filter(names.fullmatch, dir(module))]:
            delattr(module, name)
    for name, places in (
        ("unlink", (0,)),
        ("remove", (0,)),
        ("rename", (0, 1)),
        ("replace", (0, 1)),
    ):
        setattr(os, name, refusing(getattr(os, name), *places))
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    tempfile.TemporaryFile = tempfile.NamedTemporaryFile  # type: ignore[assignment]
    warnings.filterwarnings("error", category=EncodingWarning, module="kkmp_cli")
    warnings.filterwarnings("error", category=ResourceWarning)


def answered(words: list[str]) -> tuple[int, str, str]:
    """One command, its streams as on a pipe of Windows."""
    from kkmp_cli.cli import app

    kept, raw = (sys.stdout, sys.stderr), (io.BytesIO(), io.BytesIO())
    streams = [io.TextIOWrapper(one, encoding="cp1252", newline="\r\n") for one in raw]
    sys.stdout, sys.stderr = streams
    try:
        code = app.run(words)
    finally:
        sys.stdout, sys.stderr = kept
    for stream in streams:
        stream.flush()
    return code, raw[0].getvalue().hex(), raw[1].getvalue().hex()


def main() -> None:
    """Answers the commands of stdin."""
    lines = sys.stdin.read().splitlines()
    import pkgutil

    surround()
    import kkmp_cli

    for module in pkgutil.walk_packages(kkmp_cli.__path__, "kkmp_cli."):
        if not re.search(r"__main__|migrations", module.name):
            builtins.__import__(module.name)
    for line in lines:
        print(json.dumps(answered(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
