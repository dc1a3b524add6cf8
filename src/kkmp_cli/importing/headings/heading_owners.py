"""Whose a heading is already, so that no own field takes it from another or from a built-in one.

Never enters: a column, a row of data.
"""

from __future__ import annotations

from collections.abc import Iterable

from kkmp_cli.errors import CellError
from kkmp_cli.importing.headings.columns import SILENT
from kkmp_cli.importing.headings.heading_parts import by_parts
from kkmp_cli.importing.headings.kendala_columns import is_bare
from kkmp_cli.milestones import FIRST_BOOK_YEAR
from kkmp_cli.model.own_field import PREFIX, OwnField, headings_of
from kkmp_cli.model.vocabulary import IGNORED_HEADINGS, built_in
from kkmp_cli.parsing.text import match_key


def refuse_owned(own: OwnField, others: Iterable[OwnField]) -> None:
    """Raises CellError for a heading of a field that another one has, naming that; and for a key
    that is the word of a built-in one.
    """
    refuse_shared(own, others)
    for heading in (*headings_of(own), own.key.removeprefix(PREFIX)):
        if owner := _built_in(heading):
            raise _owned(heading, own, owner)


def refuse_shared(own: OwnField, others: Iterable[OwnField]) -> None:
    """Raises CellError for a heading of a field that another own field has, naming that."""
    table = {match_key(each): other for other in others for each in headings_of(other)}
    for heading in headings_of(own):
        if other := table.get(match_key(heading)):
            raise _owned(heading, own, f"bidang {other.label} ({other.key})")


def _owned(heading: str, own: OwnField, owner: str) -> CellError:
    kind = "judul" if heading in own.headings else "label" if heading == own.label else "kunci"
    remedy = "Pakai kata lain, misalnya nama lengkapnya."
    return CellError(f"{kind} `{heading}` sudah berarti {owner}", remedy)


def _built_in(heading: str) -> str:
    """What a heading means without any own field; nothing where it means nothing."""
    if is_bare(heading):
        return "kendala tahap di sebelah kirinya"
    if match_key(heading) in IGNORED_HEADINGS | SILENT:
        return "kolom yang tidak dibaca"
    try:
        name = built_in().match_heading(heading, FIRST_BOOK_YEAR)
        name = name or by_parts(heading, FIRST_BOOK_YEAR, built_in())
    except CellError:  # a tahun buku that is not clear is of a yearly milestone
        return "tahap yang per tahun buku"
    return f"isian {built_in().label_of(name)}" if name else ""
