"""Whose kendala a column holds of which the heading names no milestone: `Kendala`, `Permasalahan`.

It is that of the sheet's only milestone; of several, that of the column directly left of it or of
the only one under the same group heading. Never enters: a row of data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

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
_OF_RUNNING = ("usaha", "gerai")
"""The milestones of which a kendala is told most often."""
Owners = Mapping[int, str]
"""The position of a column of a milestone → the state field of that milestone."""


def is_bare(heading: str) -> bool:
    """True for a heading that says kendala and not of what: `Kendala / Hambatan (jika ada)`."""
    parts = words(heading)
    return bool(parts & _KENDALA) and parts <= _KENDALA | _ADDING_NOTHING


def own_text(heading: Heading) -> str:
    """The words directly over a column, without those of its group headings."""
    return heading.text.removeprefix(heading.group).strip()


class GroupOwners(NamedTuple):
    """The columns of milestones below one group heading; `only`: their one milestone, if it is."""

    owners: Owners
    only: str | None


def by_group(headings: Iterable[Heading], owners: Owners) -> Mapping[str, GroupOwners]:
    """The columns of milestones by their group heading, those of the whole table under no name."""
    groups: dict[str, dict[int, str]] = {}
    for each in headings:
        if each.group and each.position in owners:
            groups.setdefault(each.group, {})[each.position] = owners[each.position]
    return {
        group: GroupOwners(near, _only(near)) for group, near in ({"": owners} | groups).items()
    }


def _only(near: Owners) -> str | None:
    among = set(near.values())
    return among.pop() if len(among) == 1 else None


def kendala_field(heading: Heading, owned: Mapping[str, GroupOwners]) -> str | None:
    """The field of a bare heading; None where it cannot be told."""
    near = owned.get(heading.group)
    owner = near and (near.only or near.owners.get(heading.position - 1))
    return f"{owner}_kendala" if owner else None


def left_unread(
    heading: Heading, owner: str | None, name: str, vocabulary: Vocabulary, stated: Collection[str]
) -> Unknown:
    """The column as it is named where it is not read, with the `--map` for either use of it;
    `owner` is the milestone of the column nearest to the left, `name` that by which a `--map` takes
    the column, `stated` are the fields of the sheet.
    """
    ready = pasted("--map", f"{name}=catatan")
    if owner:
        ready += (
            f", atau bila itu kendala {vocabulary.label_of(owner)}: "
            f"{pasted('--map', f'{name}={owner}_kendala')}"
        )
    states = (owner, *(state for state in _OF_RUNNING if state in stated))
    ways = [f"{state}_kendala" for state in dict.fromkeys(states) if state]
    ways = [name for name in ways if name not in stated]
    letter = column_letter(heading.position)
    return Unknown(heading.text, letter, None, ready, ways=tuple(ways))
