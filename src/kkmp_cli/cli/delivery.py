"""Where data goes: the format that was asked for, to stdout or whole into a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kkmp_cli.errors import BadUsage

Writer = Callable[[Any], str | bytes]
"""A value → the finished text or bytes of one format."""


ELSEWHERE = frozenset(
    (
        "csv",
        "json",
        "md",
        "html",
        "htm",
        "xlsx",
        "xls",
        "ods",
        "pdf",
        "doc",
        "docx",
        "odt",
        "ppt",
        "pptx",
    )
)
"""Extensions that promise a form of file, so that plain text under them would mislead."""


def chosen_format(
    named: str | None, as_json: bool, output: str | None, known: Mapping[str, Writer | None]
) -> tuple[str, Writer | None]:
    """The format by `--format`, `--json` or the extension of `-o`; `terminal` where nothing says
    otherwise.

    Raises BadUsage for one that is not known or for two that differ.
    """
    if as_json and named and named.casefold() != "json":
        raise BadUsage("--json dan --format menyebut bentuk yang berbeda.", "Pakai salah satu.")
    name = "json" if as_json else (named or "").casefold()
    if not name and output:
        name = Path(output).suffix.lstrip(".").casefold()
        if name in ELSEWHERE and name not in known:
            raise BadUsage(
                f"Bentuk .{name} tidak dibuat di sini.", f"Yang ada: {', '.join(known)}."
            )
        name = name if name in known else ""
    name = name or "terminal"
    if name not in known:
        raise BadUsage(f"Bentuk `{name[:20]}` tidak dikenal.", f"Yang ada: {', '.join(known)}.")
    return name, known[name]


def deliver(wanted: tuple[str, Writer | None], output: str | None, value: Any) -> None:
    """Writes a value in the chosen format. A terminal format draws itself on a console."""
    name, writer = wanted
    if writer is None:
        raise BadUsage(f"Bentuk `{name}` belum didukung di sini.", "Pakai --json.")
    content = writer(value)
    if output:
        from kkmp_cli.render.files import write_file

        write_file(Path(output), content if isinstance(content, bytes) else content.encode("utf-8"))
    elif isinstance(content, bytes):
        if sys.stdout.isatty():
            raise BadUsage(
                f"Bentuk {name} bukan untuk layar.", f"Tulis ke berkas, misalnya -o laporan.{name}."
            )
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content if content.endswith("\n") else content + "\n")
