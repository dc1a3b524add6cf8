"""What an officer says that a heading means, `HEADING=field`: in this call, or once for all later
ones.

Never enters: a column, a row of data, where what is remembered lies.
"""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.errors import CellError, Refused
from kkmp_cli.importing.heading_hints import nearest
from kkmp_cli.model import vocabulary
from kkmp_cli.parsing.text import match_key

IGNORED = ""


class Map(NamedTuple):
    """A heading and its field; an empty `name` passes the column over, a bare `rat` is that of the
    book year.
    """

    heading: str
    name: str

    @property
    def key(self) -> str:
        """The key under which a heading of a file is this one."""
        return match_key(self.heading)

    def fits(self, heading: str) -> bool:
        """True where it says what this heading means, of which the key is the same.

        A heading that is a field's own name, as in an export, keeps its meaning: `RAT
        2026=rat_2025` is not said of
        `rat_2026`. It is passed over where that was said, or spelled so.
        """
        return (
            self.name == IGNORED or heading == self.heading or vocabulary.by_name(heading) is None
        )


def read_map(text: str) -> Map:
    """A `--map` as typed. Raises Refused for one that is no `HEADING=field` or names no field."""
    heading, equals, name = text.rpartition("=")
    heading, name = heading.strip(), name.strip()
    if not equals or not match_key(heading):
        raise Refused(
            f"--map {text!r} tidak berbentuk JUDUL=field", 'Tulis misalnya --map "Tgl Izin=nib".'
        )
    if not name:
        return Map(heading, IGNORED)
    try:
        vocabulary.refuse_early(name.casefold(), heading)
    except CellError as error:
        raise Refused(f"--map: {error.message}", error.remedy) from error
    field = vocabulary.by_name(name.casefold())
    if field is None:
        raise _unknown(heading, name)
    return Map(heading, field.name)


def _unknown(heading: str, name: str) -> Refused:
    near = nearest(name)
    question = f"; maksud Anda `{near}`?" if near else ""
    return Refused(
        f"--map: field `{name}` tidak dikenal{question}",
        f'Tulis --map "{heading}=…" dengan field yang dikenal; '
        "tanpa apa-apa sesudah = kolomnya diabaikan.",
    )
