"""The help of a command in Indonesian: usage, what it does, arguments and options by panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kkmp_cli.cli.examples import HEADING, is_example

_BUILT_IN = {
    "--help": "Tampilkan bantuan ini.",
}
"""The texts of the options that the library brings along in English."""
_PIECES = {
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH …",
    "[COMMAND] [ARGS]...": "[PERINTAH] …",
}
"""The words of a usage line that the library has in English."""
_VALUES = {
    "--kota": "KOTA",
    "--kecamatan": "KECAMATAN",
    "--kelurahan": "KELURAHAN",
    "--kode": "KODE",
    "--provinsi": "PROVINSI",
}
"""What stands behind an option that does not say it."""


def write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    """How it is typed, what it does, and examples."""
    formatter.write_usage(ctx.command_path, usage_of(command, ctx), prefix="Pakai: ")
    for paragraph in (command.help or "").split("\n\n"):
        formatter.write_paragraph()
        if paragraph.startswith(HEADING):
            _write_examples(paragraph, formatter)
            continue
        with formatter.indentation():
            formatter.write_text(" ".join(paragraph.split()))


def write_block(block: str | Sequence[tuple[str, str]], formatter: Any) -> None:
    """A part of a text: a paragraph, examples, or rows of a name and what it is."""
    if not isinstance(block, str):
        with formatter.indentation():
            formatter.write_dl(block)
    elif block.startswith(HEADING):
        _write_examples(block, formatter)
    else:
        formatter.write_text(block)


def usage_of(command: Any, ctx: Any) -> str:
    """What stands behind the name of a command where it is typed."""
    pieces = command.collect_usage_pieces(ctx)
    return " ".join(_PIECES.get(piece, piece.removesuffix("...").strip("{}")) for piece in pieces)


def _write_examples(paragraph: str, formatter: Any) -> None:
    """A line each, as long as it is: a command is copied whole."""
    for line in paragraph.splitlines():
        formatter.write(f"{'  ' if is_example(line) else ''}{line}\n")


def write_options(command: Any, ctx: Any, formatter: Any) -> None:
    """Arguments and options, by panel."""
    write_rows(described_options(command, ctx), formatter)


def described_options(command: Any, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    """By panel every argument and option as it is typed, with what it is."""
    panels: dict[str, list[tuple[str, str]]] = {}
    for parameter in command.get_params(ctx):
        if not getattr(parameter, "hidden", False):
            panel, name, about = _described(parameter)
            panels.setdefault(panel, []).append((name, about))
    return panels


def _described(parameter: Any) -> tuple[str, str, str]:
    """Panel, name and text of an argument or option."""
    about = parameter.help or ""
    if parameter.param_type_name == "argument":
        return "Argumen", parameter.metavar or parameter.name.upper(), about
    about = next((_BUILT_IN[name] for name in parameter.opts if name in _BUILT_IN), about)
    if parameter.required:
        about = f"{about.rstrip('.')}; wajib."
    names = ", ".join(sorted(parameter.opts, key=len))
    if not parameter.is_flag:
        names += f" {metavar_of(parameter)}"
    panel = getattr(parameter, "rich_help_panel", None)
    return panel if isinstance(panel, str) else "Opsi", names, about


def write_rows(panels: Mapping[str, Sequence[tuple[str, str]]], formatter: Any) -> None:
    """Title → (name, what it is), the names in one column."""
    for title, rows in panels.items():
        with formatter.section(title):
            formatter.write_dl(rows)


def write_epilog(command: Any, formatter: Any) -> None:
    """What stands below all the options."""
    for line in (command.epilog or "").split("\n"):
        if line.strip():
            formatter.write_paragraph()
            formatter.write_text(line.strip())


def metavar_of(option: Any) -> str:
    """What stands behind an option in its help; nothing behind a flag."""
    return "" if option.is_flag else option.metavar or _VALUES.get(option.opts[0], "NILAI")
