"""The file of settings of this computer: TOML, in the platform's folder, to be read and edited by
hand too.

A change touches the line of its setting alone: comments and what is not known stay. Never enters:
where else a setting may come from, how a file is written.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

from kkmp_cli.errors import Unusable, reason
from kkmp_cli.settings.keys import KEYS


def path() -> Path:
    """Where the file lies, or would lie: in the platform's folder of settings."""
    return _folder() / "config.toml"


def _folder() -> Path:
    if sys.platform == "linux":  # as platformdirs says, which loads much more for it
        base = Path(os.environ.get("XDG_CONFIG_HOME", "").strip())
        return (base if base.is_absolute() else Path("~/.config").expanduser()) / "kkmp"
    import platformdirs  # noqa: PLC0415 - as above

    return Path(platformdirs.user_config_dir("kkmp", appauthor=False))


def text() -> str:
    """What stands in the file; nothing where there is none. Raises Unusable."""
    file = path()
    try:
        return file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except UnicodeDecodeError:
        raise _unreadable(file, "bukan teks UTF-8") from None
    except OSError as error:
        raise _unreadable(file, reason(error)) from None


def values() -> dict[str, str]:
    """The settings in the file as texts, several lines under each other. Raises Unusable where it
    is no TOML or holds what is no value of a setting.
    """
    table = parsed(text())
    return {key: _worded(key, table[key]) for key in KEYS if key in table}


def unknown() -> list[str]:
    """What stands in the file and is no setting."""
    return [name for name in parsed(text()) if name not in KEYS]


def parsed(content: str) -> dict[str, Any]:
    """The table of the file. Raises Unusable."""
    if not content.strip():
        return {}
    import tomllib  # noqa: PLC0415 - most computers have no such file

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path(), _where(content, str(error))) from None


def _where(content: str, said: str) -> str:
    """At which line a text is no TOML, of what the library says of it."""
    lines = content.splitlines()
    found = re.search(r"at line (\d+)", said)
    number = min(int(found[1]), len(lines)) if found else len(lines)
    text = lines[number - 1].strip()
    shown = f" (`{text[:60]}`)" if text.isprintable() and text else ""
    return f'tidak dimengerti di baris {number}{shown}; tulis misalnya kota = "jakpus"'


def _worded(key: str, value: Any) -> str:
    """A value as one text. Raises Unusable for what no setting can be."""
    lines = value if isinstance(value, list) else [value]
    if all(isinstance(line, str) for line in lines):
        return "\n".join(line.strip() for line in lines if line.strip())
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _unreadable(path(), f'isi {key} bukan teks; tulis {key} = "…"')


def changed(content: str, key: str, value: str | None) -> str:
    """The text of the file with a setting set, or taken out (None). Raises Unusable where its place
    in the text is not clear.
    """
    wanted = {name: one for name, one in parsed(content).items() if name != key}
    if value is not None:
        wanted[key] = _as_toml(value)
    lines = content.splitlines(keepends=True)
    at, size = _place(lines, key)
    new = [] if value is None else [f"{key} = {json.dumps(_as_toml(value), ensure_ascii=False)}\n"]
    made = "".join(_ended(lines[:at]) + new + lines[at + size :])
    if parsed(made) != wanted:
        raise _unreadable(path(), f"letak {key} di dalamnya tidak jelas")
    return made


def _as_toml(value: str) -> str | list[str]:
    return value.split("\n") if "\n" in value else value


def _ended(lines: list[str]) -> list[str]:
    """The lines, the last with its end."""
    return [*lines[:-1], lines[-1].rstrip("\r\n") + "\n"] if lines else []


def _place(lines: list[str], key: str) -> tuple[int, int]:
    """Where the statement of a setting begins, and over how many lines it goes: none where it is
    not there, and then before the first table.
    """
    begin = re.compile(rf"""\s*["']?{key}["']?\s*=""")
    for at, line in enumerate(lines):
        if begin.match(line):
            return at, _length(lines[at:], key)
        if line.lstrip().startswith("["):
            return at, 0
    return len(lines), 0


def _length(lines: list[str], key: str) -> int:
    """So many lines are a statement by themselves; all of them where none are."""
    import tomllib  # noqa: PLC0415 - as above

    for size in range(1, len(lines) + 1):
        try:
            if [*tomllib.loads("".join(lines[:size]))] == [key]:
                return size
        except tomllib.TOMLDecodeError:
            continue
    return len(lines)


def _unreadable(file: Path, why: str) -> Unusable:
    return Unusable(
        f"Berkas pengaturan {file} tidak dapat dipakai: {why}.",
        "Perbaiki berkas itu, atau pindahkan; lalu ulangi.",
    )
