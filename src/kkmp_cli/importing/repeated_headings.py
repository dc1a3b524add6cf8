"""Heading rows below the heading of a table: the same once more, or that of another table.

A table that was printed page by page has its heading on every page. Never enters: a row of data.
"""

from __future__ import annotations

from kkmp_cli.importing.sheet_layout import Layout
from kkmp_cli.importing.which_area import Filled
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import meaning_of
from kkmp_cli.sheets.heading_rows import begins_table
from kkmp_cli.sheets.table import numbers_columns


class RepeatedHeadings:
    """The heading of one table, as rows below it are compared with it."""

    def __init__(self, layout: Layout) -> None:
        self._meaning = layout.meanings.meaning
        self._form = layout.sheet.form
        self._keys = [
            {(at, match_key(text)) for at, text in enumerate(texts)}
            for texts in layout.table.levels
        ]
        self._keys.append({*layout.titles.items()})
        self._fields = {
            each.position: meaning_of(each.asked, self._meaning) for each in layout.table.headings
        }
        self._just_read = False

    def again(self, filled: Filled) -> bool:
        """True for the same heading in the same columns, and for a row that numbers them."""
        if self._just_read and numbers_columns([text for _, text in filled]):
            return True
        self._just_read = len(filled) > 1 and (
            self._same_texts(filled) or self._same_fields(filled)
        )
        return self._just_read

    def _same_texts(self, filled: Filled) -> bool:
        texts = {(at, match_key(text)) for at, text in filled}
        return any(texts <= keys for keys in self._keys)

    def _same_fields(self, filled: Filled) -> bool:
        """True where other words mean the same fields, in all columns."""
        return self.others(filled) and all(
            at in self._fields and meaning_of(text, self._meaning) == self._fields[at]
            for at, text in filled
        )

    def others(self, filled: Filled) -> bool:
        """True for the heading of a table; a form of ours has but one."""
        return not self._form and begins_table([text for _, text in filled], self._meaning)
