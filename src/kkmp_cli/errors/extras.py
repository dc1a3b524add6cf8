"""How an extra is put into the program that runs, by how that was installed: from the offline
bundle, by pipx, by uv, with pip in an environment of its own or in the one Python.

The version and the libraries of an extra are those that the installed program names, so nothing but
these is fetched. Never enters: what an extra is for.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from kkmp_cli.errors.pasting import WINDOWS, word

BUNDLE = "dari-bundel.txt"
"""The file in the environment by which the installer of the offline bundle says that it made it."""
_BY_PIPX, _BY_UV = "pipx_metadata.json", "uv-receipt.toml"
"""What pipx and uv leave in the environment of a program that they installed."""


def advice(extra: str, prefix: str = "", executable: str = "", platform: str = "") -> str:
    """What an officer does to have an extra; of this installation, unless told of another one."""
    prefix, executable = prefix or sys.prefix, executable or sys.executable
    platform = platform or sys.platform
    if (Path(prefix) / BUNDLE).exists():
        return f"Minta bundel kkmp dengan tambahan `{extra}`, lalu jalankan pemasangnya"
    if not _is_installed():  # an index may have another program of this name
        return f'Di folder program kkmp: {word(executable, platform)} -m pip install ".[{extra}]"'
    return f"Pasang: {_command(extra, prefix, executable, platform)}"


def _command(extra: str, prefix: str, executable: str, platform: str) -> str:
    wanted = f'install "kkmp-cli[{extra}]"'
    if (Path(prefix) / _BY_PIPX).exists():
        return f"pipx runpip {word(Path(prefix).name, platform)} {wanted}"
    if (Path(prefix) / _BY_UV).exists() or not _has_pip():
        return f"uv pip {wanted} --python {word(executable, platform)}"
    if platform != WINDOWS:
        return f"{word(executable, platform)} -m pip {wanted}"
    if prefix == sys.base_prefix:
        return f"py -m pip {wanted}"
    typed = word(executable, platform)
    called = f"& {typed}" if typed.startswith('"') else typed
    return f"{called} -m pip {wanted}" + (" (di cmd tanpa &)" if called != typed else "")


def _has_pip() -> bool:
    try:
        return find_spec("pip") is not None
    except ValueError:  # taken out of what can be imported
        return False


def _is_installed() -> bool:
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415 - slow

    try:
        distribution("kkmp-cli")
    except PackageNotFoundError:
        return False
    return True
