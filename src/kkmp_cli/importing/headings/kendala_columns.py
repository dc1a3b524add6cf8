"""Whose kendala a column holds of which the heading names no milestone: `Kendala`, `Permasalahan`.

It is that of the sheet's only milestone; of several, that of the column directly left of it or of
the only one under the same group heading. Never enters: a row of data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kkmp_cli.errors import pasted
from kkmp_cli.importing.headings.heading_hints import Unknown
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.heading_words import words
from kkmp_cli.sheets.sheet import column_letter

_KENDALA = words("kendala hambatan permasalahan masalah")
_ADDING_NOTHING = words(
    "apa apakah saja dan atau yang dihadapi utama koperasi kkmp kdmp jika bila apabila ada saat ini"
)
Owners = Mapping[int, str]
"""The position of a column of a milestone → the state field of that milestone."""


def is_bare(heading: str) -> bool:
    """True for a heading that says kendala and not of what: `Kendala / Hambatan (jika ada)`."""
    found = words(heading)
    return bool(found & _KENDALA) and found <= _KENDALA | _ADDING_NOTHING


def own_text(heading: Heading) -> str:
    """The words directly over a column, without those of its group headings."""
    return heading.text.removeprefix(heading.group).strip()


def kendala_field(heading: Heading, headings: Sequence[Heading], owners: Owners) -> str | None:
    """The field of a bare heading; None where it cannot be told."""
    near = _same_group(heading, headings, owners) if heading.group else owners
    among = set(near.values())
    owner = among.pop() if len(among) == 1 else near.get(heading.position - 1)
    return f"{owner}_kendala" if owner else None


def _same_group(heading: Heading, headings: Sequence[Heading], owners: Owners) -> Owners:
    return {
        each.position: owners[each.position]
        for each in headings
        if each.group == heading.group and each.position in owners
    }


def left_unread(heading: Heading, owners: Owners, name: str, vocabulary: Vocabulary) -> Unknown:
    """The column as it is named where it is not read, with the `--map` for either use of it;
    `name` is that by which a `--map` takes the column.
    """
    ready = pasted("--map", f"{name}=catatan")
    if left := [at for at in owners if at < heading.position]:
        owner = owners[max(left)]
        ready += (
            f", atau bila itu kendala {vocabulary.label_of(owner)}: "
            f"{pasted('--map', f'{name}={owner}_kendala')}"
        )
    return Unknown(heading.text, column_letter(heading.position), None, ready)
