"""A heading that is the key of an own field which this register does not offer: `x_omzet` in an
export of another office. It is an error, never a column that is passed over.

Never enters: a row of data.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import Advice, CellError, Command, pasted
from kkmp_cli.model.own_field import PREFIX, OwnField, fields_of
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.text import match_key

_KEY = rf"(?a){PREFIX}[a-z0-9_]+"


def unknown_field(heading: str, vocabulary: Vocabulary) -> CellError | None:
    """Why a heading that nobody knows is refused; None for one that is no key."""
    key = heading.strip().casefold()
    if not re.fullmatch(_KEY, key):
        return None
    ignored = pasted("--map", f"{heading.strip()}=")
    if own := vocabulary.own_of(key):
        remedy = Advice("Pakai lagi dengan `{}`, atau lewati kolomnya: {}", again(own.key), ignored)
        return CellError(f"bidang {own.key} sudah pensiun", remedy)
    return CellError("bidang ini tidak ada di register", _ways(vocabulary, ignored))


def again(key: str) -> Command:
    """The command that takes up a retired field again."""
    return Command("field", "retire", key, "--batal")


def retired_owner(heading: str, vocabulary: Vocabulary) -> OwnField | None:
    """The retired field to which a heading belongs, its plan and kendala among them; None for a
    heading of no such field.
    """
    key = match_key(heading)
    retired = (own for own in vocabulary.own if own.retired)
    return next((own for own in retired if key in _keys_of(own)), None)


def _keys_of(own: OwnField) -> set[str]:
    return {
        match_key(heading)
        for field in fields_of(own)
        for heading in (field.name, field.label, *field.headings)
    }


def _ways(vocabulary: Vocabulary, ignored: str) -> Advice:
    known = ", ".join(vocabulary.own_keys)
    ways = Advice(
        "Tambahkan dengan `{}`, ambil dari kantor lain dengan `{}`, atau lewati kolomnya: {}",
        Command("field", "add", "--help"),
        Command("field", "import", "…"),
        ignored,
    )
    return Advice("Yang ada: {}. {}", known, ways) if known else ways
