"""Shows what is longer than the terminal page by page, with the program that the officer chose.

`KKMP_PAGER`, else `PAGER`; empty for none; else `less`, or `more`. Nothing is shown so in a pipe,
or where the terminal cannot be moved about. Never enters: what is shown.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import PurePath

from kkmp_cli.render import console

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LESS = "less"
_KEYS = "Spasi = layar berikutnya, b = kembali, q = selesai"
_AS_A_PAGE = {"LESS": f"FRXPs{_KEYS}$", "LESSCHARSET": "utf-8"}
"""How `less` behaves where the officer has not said otherwise: it ends by itself where all fits,
leaves what it showed, and says which keys it knows."""
_SAFE = {"LESSSECURE": "1"}
"""Nothing can be started or written from within it, whatever is shown."""


def show(text: str) -> bool:
    """Shows the text; False where no pager did, and it is to be printed."""
    words = _program() if _is_longer(text) else []
    return bool(words) and _shown(text, words)


def _is_longer(text: str) -> bool:
    """True where a terminal has too few lines for the text."""
    columns, lines = console.size(sys.stdout)
    if not columns or not lines or os.environ.get("TERM") == "dumb":
        return False
    plain = _COLOUR.sub("", text).splitlines()
    return sum(1 + max(len(line) - 1, 0) // columns for line in plain) >= lines


def _program() -> list[str]:
    """The words with which a pager is started; none where there is to be none."""
    for name in ("KKMP_PAGER", "PAGER"):
        if (chosen := os.environ.get(name)) is not None:
            return _words(chosen)
    return next(([name] for name in (_LESS, "more") if shutil.which(name)), [])


def _words(chosen: str) -> list[str]:
    try:
        return [word.strip('"') for word in shlex.split(chosen, posix=os.name != "nt")]
    except ValueError:
        return []


def _shown(text: str, words: list[str]) -> bool:
    """True where the program showed the text to its end, or till somebody had enough of it."""
    colours = ["-R"] if PurePath(words[0]).stem == _LESS else []
    sys.stdout.flush()
    try:
        pager = subprocess.Popen(  # noqa: S603 - the officer's own choice
            [*words, *colours], stdin=subprocess.PIPE, env={**_AS_A_PAGE, **os.environ, **_SAFE}
        )
    except OSError:
        return False
    with _keys_are_its_own():
        content = text.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
        with suppress(BrokenPipeError):  # left before the end
            pager.communicate(content)
        return pager.wait() in (0, -signal.SIGINT)


@contextmanager
def _keys_are_its_own() -> Iterator[None]:
    """Ctrl-C is for the pager as long as it runs."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
