"""A document → its sentences alone, a paragraph for each place: to be pasted into a nota dinas or
notulen. Never enters: a table, a letterhead.
"""

from __future__ import annotations

from kkmp_cli.parsing.text import printable
from kkmp_cli.render.document import Document


def write(document: Document) -> str:
    """The paragraphs; a place that is not in the register says so."""
    paragraphs = (" ".join(part.narrative or part.facts) for part in document.parts)
    return "\n\n".join(map(printable, paragraphs)) + "\n"
