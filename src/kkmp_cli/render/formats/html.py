"""A document → one page of HTML that needs nothing else: to project, to print on A4, to read aloud.

Everything goes through jinja2 with autoescape; the page forbids scripts and outside resources by
itself. Never enters: a sum, a word that is not in the document.
"""

from __future__ import annotations

import re
from functools import cache

import jinja2

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import BARS, COUNT, HEADLINES, SIGNED, Document, for_paper, shown
from kkmp_cli.render.formats import charts, matrix_page
from kkmp_cli.render.words import BAR_LEGEND, MARK_LEGEND

_KNOWN = {
    "right": {COUNT, SIGNED},
    "wide": charts.WIDTH,
    "matrix_size": matrix_page.size,
    "legend": BAR_LEGEND,
    "mark_legend": MARK_LEGEND,
}
"""What the page asks beside the document."""
_PLAIN = re.compile(r"[A-Za-z0-9]")


def write(document: Document) -> str:
    """The whole page."""
    return (
        _environment()
        .get_template("packet.html.j2")
        .render(
            document=document, parts=[for_paper(part, (BARS, HEADLINES)) for part in document.parts]
        )
    )


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("kkmp_cli.render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    made.filters |= {"css": _css, "shown": shown, "stripe": charts.stripe, "curve": charts.curve}
    made.globals |= _KNOWN
    return made


def _css(text: str) -> str:
    """A text inside a string of a style sheet: every letter but the plainest by its number."""
    return "".join(
        sign if _PLAIN.fullmatch(sign) else f"\\{ord(sign):06x}" for sign in printable(text)
    )
