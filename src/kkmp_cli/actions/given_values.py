"""What an officer states of cooperatives, in canonical values; which ones is chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kkmp_cli.areas.index import Area
    from kkmp_cli.planning.intent import Intent


class GivenValues(NamedTuple):
    """Values by field (None empties it), the days of those milestones that have their own, and the
    day of all others.

    `explicit`: somebody named the day. `book_year` is the tahun buku of a bare `rat`; `adding`: the
    note goes behind the one that is held.
    """

    values: Mapping[str, str | None]
    pers: Mapping[str, str]
    per: date
    explicit: bool
    book_year: int
    adding: bool = False

    def about(self, area: Area) -> Intent:
        """The same, said of one cooperative."""
        from kkmp_cli.planning.intent import Intent

        said = Intent(area, self.values, self.per, self.explicit, self.pers)
        return said._replace(adding=self.adding)
