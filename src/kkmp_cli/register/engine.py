"""What the register asks of the engine that keeps it, and which one a location names.

The SQL of the room is plain, with `?` or `:name` for a parameter, and stands once: what only one
engine can do is behind these few words. Errors are those of the standard library's driver
(`sqlite3.Error`, `IntegrityError`), the names that the DB-API gives to both. Never enters: what a
row means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from kkmp_cli.model.run import Head

Tell = Callable[[str], object]
"""Who hears of work that keeps somebody waiting."""


class Sight(NamedTuple):
    """What who asks may read: the codes of the kota (None for every one), and whether values of
    persons.
    """

    kota: frozenset[str] | None = None
    persons: bool = True

    @property
    def whole(self) -> bool:
        """True for who reads every row."""
        return self.kota is None and self.persons

    def has(self, code: str) -> bool:
        """True where everything below the code of an area, kecamatan, kota or province is seen."""
        return self.kota is None or code[:_KOTA] in self.kota


_KOTA = 5
"""The letters of the code of a kota."""


class Cursor(Iterator[Any], Protocol):
    """The rows of a statement, as tuples."""

    def fetchone(self) -> Any:
        """The next row, None after the last."""

    def fetchmany(self, size: int | None = ..., /) -> list[Any]:
        """So many more rows, none after the last."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""


class Connection(Protocol):
    """One register at one moment, or one unit of writing."""

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ..., /) -> Cursor:
        """One statement."""

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]], /) -> object:
        """One statement for each of many rows."""


class Chain(Protocol):
    """The last step of a run that others may be recording beside."""

    @property
    def number(self) -> int:
        """The provisional number under which events are written until the run has its own."""

    def link(self, header: Mapping[str, Any]) -> Head:
        """Gives the run its own number, the time and its link in the hash chain. `header` has
        everything else that is digested, and as `sebelum` what the first run hangs on.
        """


class Engine(Protocol):
    """A register where it is kept. As text it is what messages call it: never a password."""

    @property
    def shared(self) -> bool:
        """Whether several units of writing may go on at once."""

    @property
    def path(self) -> Path | None:
        """The file of the register; None where it is in none."""

    @property
    def beyond_ascii(self) -> str:
        """The condition that the text in the place of `{}` has a letter that is not of ASCII."""

    @property
    def singly(self) -> int:
        """As many questions for one thing each as cost no more than one for a long list."""

    @property
    def listed(self) -> int:
        """As many values as one statement names."""

    def taken(self) -> bool:
        """True where something is there already, be it a register or not. Raises Unusable."""

    def reading(self, tell: Tell) -> AbstractContextManager[Connection]:
        """All answers from one moment. Raises Unusable where it cannot be opened."""

    def writing(self, saved: Callable[[], None], tell: Tell) -> AbstractContextManager[Connection]:
        """One unit of writing, complete or absent; `saved` is called once it is."""

    def creating(self) -> AbstractContextManager[Engine]:
        """A new register, empty but for its schema, which is there once the block ends well."""

    def claim(self, connection: Connection, keys: Iterable[str]) -> None:
        """Waits until nobody else writes what these keys stand for (the code of a kota, the name of
        a kind of record), and keeps others waiting until the unit ends. Nothing where a unit of
        writing has the whole register anyway.
        """

    def claim_of(self, connection: Connection, areas: Iterable[int]) -> None:
        """The same for the kota that these areas lie in."""

    def chain(self, connection: Connection) -> Chain | None:
        """Where others may record at the same time, what comes last of a run; None where the next
        number is known from the start, since nobody else can take it.
        """

    def ahead(
        self, connection: Connection, statements: Iterable[tuple[str, Sequence[Any]]]
    ) -> None:
        """Questions that are about to be put one after the other, where each by itself would be
        slow.
        """

    def keep_copy(self, connection: Connection, beside: ExitStack, after: ExitStack) -> None:
        """Begins to copy the register as before a unit of writing, where its engine has no copies
        of its own; what is left to do is done as the stacks are left, before the unit ends and
        after it.
        """

    def insert(
        self,
        connection: Connection,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        tail: str,
    ) -> None:
        """Rows into a table, as many at once as it can; `tail` as that of `Queries.insert`."""

    def insert_from(
        self,
        connection: Connection,
        rows: Sequence[Sequence[Any]],
        columns: Sequence[str],
        sql: str,
    ) -> None:
        """A statement that takes many rows out of `WITH name (columns) AS ({})`, as many at once as
        it can. Values of one column are all of one type.
        """

    def overwrite(self, connection: Connection) -> None:
        """From now on in this unit nothing of a row that is taken out is left where it stood, as
        far as the engine can promise that.
        """

    def sight(self, connection: Connection) -> Sight:
        """What who asks may read; of all that is not seen nothing can be said."""

    def flaws(self, connection: Connection, most: int) -> Iterator[str]:
        """What is wrong with how it is stored, in the engine's words."""

    def orphans(self, connection: Connection) -> Iterator[tuple[str, int, str]]:
        """Table, row and missing parent of what points at nothing."""
