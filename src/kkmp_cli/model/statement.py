"""A statement of a register: what somebody said of a field of a cooperative, of which day, and when
and where he said it; also where it came in from another register.

Never enters: a database, what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kkmp_cli.model.timeline import FieldEvent

HELD = -1
"""The register at hand, where others are numbered by their file."""
_WRITTEN = re.compile(r"(.*) \[run (\d{1,18}), (\d{4}-\d\d-\d\dT[\d:.]+Z), ([^\[\]]*)\]", re.DOTALL)


class ForeignRun(NamedTuple):
    """The run of another register out of which a statement was taken: its file, number, instant
    (UTC, as registers write it) and officer.
    """

    file: str
    run: int
    at: str
    officer: str

    def __str__(self) -> str:
        """As it stands among the files of a run."""
        officer = self.officer.replace("[", "(").replace("]", ")")
        return f"{self.file} [run {self.run}, {self.at}, {officer}]"


def origin_of(name: str) -> ForeignRun | None:
    """What stands among the files of a run as an origin; None for the name of a file."""
    match = _WRITTEN.fullmatch(name)
    return ForeignRun(match[1], int(match[2]), match[3], match[4]) if match else None


class Statement(NamedTuple):
    """`value` None empties the field; `per` is the ISO day on which it was true; `register` the
    number of the file that says it, `HELD` for the register at hand; `taken`: whether the register
    took it out of another one.
    """

    field: str
    value: str | None
    per: str
    origin: ForeignRun
    register: int = HELD
    taken: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """By the day on which it was true, those of one day as they were said."""
        return self.per, self.origin.at


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """By the days of which they speak, those of one day as they were said."""
    return sorted(statements, key=lambda one: one.place)


def as_events(statements: Sequence[Statement]) -> list[FieldEvent]:
    """The same as the timeline reads them."""
    return [
        FieldEvent(one.field, one.value, one.per, order)
        for order, one in enumerate(in_order(statements))
    ]
