"""The manual page `kkmp(1)`: the helps of all commands and what is told about matters, as roff.

python tools/man_page.py        writes docs/kkmp.1, which the wheel installs in share/man/man1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from kkmp_cli.cli.app import COMMANDS, app
from kkmp_cli.cli.examples import HEADING, is_example
from kkmp_cli.cli.framework import loaded
from kkmp_cli.cli.help import described_options, usage_of
from kkmp_cli.cli.topics import TOPICS
from kkmp_cli.model.vocabulary import built_in

PAGE = Path(__file__).parents[1] / "docs" / "kkmp.1"
HELP = ("-h, --help", "--help")
FIELDS = "Isi koperasi"
"""The first panel of the options of fields: they are told once, in the matter `kolom`."""


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page."""
    return "\n".join([*_head(), *_commands(), *_topics(), *_end()]) + "\n"


def _head() -> Iterator[str]:
    root = typer.main.get_command(app)
    context = root.make_context("kkmp", [], resilient_parsing=True)
    yield '.\\" Ditulis oleh tools/man_page.py dari teks bantuan; jangan disunting di sini.'
    yield '.TH KKMP 1 2026-11-30 kkmp "Panduan kkmp"'
    yield ".nh"
    yield ".SH NAMA"
    yield rf"kkmp \- {_plain((root.help or '').rstrip('.'))}"
    yield ".SH RINGKASAN"
    yield ".B kkmp"
    yield _plain(usage_of(root, context))
    yield ".SH OPSI"
    yield from _panels(described_options(root, context))


def _commands() -> Iterator[str]:
    yield ".SH PERINTAH"
    for verb in [verb for verbs in COMMANDS.values() for verb in verbs]:
        command = loaded(verb, built_in)
        inner = getattr(command, "commands", {"": command})
        for name, one in inner.items():
            yield from _command(f"kkmp {verb} {name}".strip(), one)


def _command(path: str, command: Any) -> Iterator[str]:
    context = command.make_context(path, [], resilient_parsing=True)
    yield f'.SS "{_plain(path)}"'
    yield rf"\fB{_plain(path)}\fR {_plain(usage_of(command, context))}"
    for paragraph in (command.help or "").split("\n\n"):
        yield from _block(paragraph)
    panels = described_options(command, context)
    yield from _panels(
        {title: rows for title, rows in panels.items() if title in ("Argumen", "Opsi")}
    )
    if FIELDS in panels:
        yield ".PP"
        yield _plain("Juga satu pilihan untuk setiap isian; lihat kkmp help kolom.")


def _panels(panels: dict[str, list[tuple[str, str]]]) -> Iterator[str]:
    for rows in panels.values():
        yield from _rows([(name, about) for name, about in rows if name not in HELP])


def _topics() -> Iterator[str]:
    for name, topic in TOPICS.items():
        yield f'.SH "{_plain(name.upper())}"'
        yield _plain(f"{topic.title}.")
        for block in topic.blocks():
            yield from _block(block)


def _end() -> Iterator[str]:
    yield ".SH LINGKUNGAN"
    yield from _rows(
        [
            ("KKMP_DB", "Letak register, bila --db tidak disebut."),
            ("KKMP_KOTA, KKMP_PETUGAS, …", "Pengaturan; semuanya ada di kkmp config."),
            ("NO_COLOR", "Bila diisi, tidak ada warna."),
            ("KKMP_DEBUG", "Bila diisi, kesalahan program menunjukkan tempatnya."),
        ]
    )


def _block(block: str | Sequence[tuple[str, str]]) -> Iterator[str]:
    if not isinstance(block, str):
        yield from _rows(block)
    elif block.startswith(HEADING):
        yield ".PP"
        yield HEADING
        yield ".PP"
        yield ".nf"
        yield ".RS 4"
        yield from (_plain(line) for line in block.splitlines() if is_example(line))
        yield ".RE"
        yield ".fi"
    else:
        yield ".PP"
        yield _plain(" ".join(block.split()))


def _rows(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, about in rows:
        yield ".TP"
        yield rf"\fB{_plain(name)}\fR"
        yield _plain(about)


def _plain(text: str) -> str:
    """Text of which nothing acts in roff."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    text = text.replace('"', r"\(dq")
    text = re.sub(r"[^\x00-\x7f]", lambda sign: f"\\[u{ord(sign[0]):04X}]", text)
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    main()
