"""What is to be written → one format each. A new format is one file and one entry here. Never
enters: a choice of what is said.

Each module is loaded when it is asked for: a screen needs no template engine and no workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from kkmp_cli.render.document import Document


class Options(NamedTuple):
    """`table` is the one that CSV writes. `brief` asks a screen for the short form; `to_file` says
    that the text goes into a file.
    """

    table: str | None = None
    brief: bool = False
    to_file: bool = False


def _terminal(document: Document, options: Options) -> str:
    from kkmp_cli.render import console
    from kkmp_cli.render.formats import terminal

    page = console.Page() if options.to_file else console.page()
    text = terminal.write(document, page, options.brief)
    return text.plain if options.to_file else console.rendered(text)


def _csv(document: Document, options: Options) -> bytes:
    from kkmp_cli.render.formats import csv

    return csv.write(document, options.table)


def _markdown(document: Document, _: Options) -> str:
    from kkmp_cli.render.formats import markdown

    return markdown.write(document)


def _html(document: Document, _: Options) -> str:
    from kkmp_cli.render.formats import html

    return html.write(document)


def _xlsx(document: Document, _: Options) -> bytes:
    from kkmp_cli.render.formats import xlsx

    return xlsx.write(document)


def _pdf(document: Document, _: Options) -> bytes:
    from kkmp_cli.render.formats import pdf

    return pdf.write(document)


def _png(document: Document, _: Options) -> bytes:
    from kkmp_cli.render.formats import png

    return png.write(document)


def _docx(document: Document, _: Options) -> bytes:
    from kkmp_cli.render.formats import docx

    return docx.write(document)


def _prose(document: Document, _: Options) -> str:
    from kkmp_cli.render.formats import prose

    return prose.write(document)


WRITERS: Mapping[str, Callable[[Document, Options], str | bytes]] = {
    "terminal": _terminal,
    "csv": _csv,
    "md": _markdown,
    "html": _html,
    "xlsx": _xlsx,
    "pdf": _pdf,
    "docx": _docx,
    "png": _png,
    "narasi": _prose,
}
"""By the name of `--format`, which is the extension of `-o` too."""
