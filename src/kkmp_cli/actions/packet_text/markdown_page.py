"""The texts of a packet in Markdown, line by line."""

from __future__ import annotations

import re

from kkmp_cli.actions.packet_text.outline import Outline, Texts
from kkmp_cli.errors import Unusable

_ESCAPED = re.compile(r"\\([^\w\s])")
_BORDER = re.compile(r"(?<!\\)\|")
_MOST_CELLS = 1_000
_RULE = re.compile(r"[\s|:-]+")


def texts(content: bytes) -> Texts:
    """By their places."""
    outline = Outline()
    in_table = False
    for line in content.decode("utf-8", "replace").splitlines():
        if line.startswith("|"):
            _table_line(outline, line, in_table)
        elif line.startswith("#"):
            outline.heading(_shown(line.lstrip("#")))
        else:
            outline.sentence(_shown(line))
        in_table = line.startswith("|")
    return outline.texts


def _table_line(outline: Outline, line: str, in_table: bool) -> None:
    if line.count("|") > _MOST_CELLS:
        raise Unusable("Berkas itu memuat tabel yang jauh lebih lebar daripada sebuah paket.")
    cells = [_shown(cell) for cell in _BORDER.split(line)[1:-1]]
    if not in_table:
        outline.columns(cells)
    elif not _RULE.fullmatch(line):
        outline.row(cells)


def _shown(text: str) -> str:
    return _ESCAPED.sub(r"\1", text.strip().replace("**", ""))
