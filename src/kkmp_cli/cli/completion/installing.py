"""Completion is put where a shell reads it at its start: a file of its own, and one line in the
shell's file where it needs one. Twice is as good as once.

Never enters: what is completed.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shlex import quote

from kkmp_cli.cli.completion.shells import BASH, FISH, POWERSHELL, SHELLS, ZSH, script
from kkmp_cli.errors import BadUsage, Unusable, reason
from kkmp_cli.parsing.excerpt import short

_ALSO = {"pwsh": POWERSHELL}
_ZSH_LINE = "fpath+=~/.zfunc; autoload -Uz compinit; compinit"


def shell_named(text: str | None) -> str:
    """The shell that is named, else the one in use. Raises BadUsage for one that is not known."""
    name = (text or _in_use()).casefold().removesuffix(".exe")
    name = _ALSO.get(name, name)
    if name not in SHELLS:
        words = f"Shell `{short(name)}` tidak dikenal." if name else "Shellnya tidak diketahui."
        raise BadUsage(words, f"Sebut salah satu: --shell {', '.join(SHELLS)}.")
    return name


def _in_use() -> str:
    import shellingham

    try:
        return str(shellingham.detect_shell()[0])
    except (shellingham.ShellDetectionFailure, OSError, NotImplementedError):
        return Path(os.environ.get("SHELL", "")).name


def install(shell: str) -> Path:
    """Puts the script where the shell finds it; where that is. Raises Unusable."""
    try:
        return _install(shell)
    except OSError as error:
        words = f"Pelengkapan tidak dapat dipasang: {error.filename}: {reason(error)}."
        raise Unusable(words, "Periksa izin foldernya.") from None


def _install(shell: str) -> Path:
    home = Path.home()
    place = _place(shell, home)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(script(shell), encoding="utf-8", newline="\n")
    if shell == BASH:
        _add_line(home / ".bashrc", f"source {quote(place.as_posix())}")
    if shell == ZSH:
        _add_line(home / ".zshrc", _ZSH_LINE)
    if shell == POWERSHELL:
        _add_line(_profile(), f". {_from_home(place, home)}")
    return place


def _place(shell: str, home: Path) -> Path:
    """The file that holds the script of a shell."""
    places = {
        BASH: home / ".bash_completions" / "kkmp.sh",
        ZSH: home / ".zfunc" / "_kkmp",
        FISH: _configuration(home) / "fish" / "completions" / "kkmp.fish",
        POWERSHELL: _configuration(home) / "kkmp" / "lengkapi.ps1",
    }
    return places[shell]


def _configuration(home: Path) -> Path:
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return named if named.is_absolute() else home / ".config"


def _from_home(place: Path, home: Path) -> str:
    """A place as PowerShell reads it, whose start file may know no letter of a name but ASCII."""
    if place.is_relative_to(home):
        return f'"$HOME/{place.relative_to(home).as_posix()}"'
    return "'" + str(place).replace("'", "''") + "'"


def _profile() -> Path:
    """The file that PowerShell reads at its start. Raises Unusable."""
    ask = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
    for program in ("pwsh", "powershell"):
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command
                [program, "-NoProfile", "-Command", ask], capture_output=True, check=False
            )
        except OSError:
            continue
        if named := done.stdout.decode("utf-8", "replace").strip():
            return Path(named)
    raise Unusable("PowerShell tidak ditemukan.", "Pasang dari dalam PowerShell.")


def _add_line(file: Path, line: str) -> None:
    """The line at the end of a file, unless it is there."""
    text = file.read_text(encoding="utf-8", errors="surrogateescape") if file.is_file() else ""
    if line in text.splitlines():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8", errors="surrogateescape", newline="\n") as appended:
        appended.write(line + "\n" if not text or text.endswith("\n") else f"\n{line}\n")
