"""Asks at a terminal as which field of the office a column becomes one, and of what kind.

Never enters: whether it does, how a file is read, a write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.errors import Advice, CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable

if TYPE_CHECKING:
    from kkmp_cli.importing.new_fields import NewColumn
    from kkmp_cli.model.own_field import OwnField

T = TypeVar("T")
_MEANING = "Arti dalam satu baris (menjadi catatan kaki angkanya)"


def room(known: Iterable[OwnField]) -> int:
    """How many more fields an office may have."""
    from kkmp_cli.model.declaration import MOST_FIELDS

    return max(MOST_FIELDS - sum(not own.retired for own in known), 0)


def declared(command: Terminal, column: NewColumn, others: Sequence[OwnField]) -> OwnField:
    """The field of a column, as an officer says or agrees."""
    from kkmp_cli.model import declaration

    own = _until(command, "Kunci", column.key, lambda text: column.as_field(text, others))
    own = _of_a_kind(command, own, column)
    return own._replace(meaning=_until(command, _MEANING, "", declaration.read_meaning))


def _of_a_kind(command: Terminal, own: OwnField, column: NewColumn) -> OwnField:
    """The field with its kind, and the choices of that."""
    from kkmp_cli.importing.new_fields import guessed_kind
    from kkmp_cli.model.own_field import KINDS, PILIHAN

    kinds = f"Jenis ({', '.join(KINDS)})"
    kind = _until(command, kinds, guessed_kind(column), lambda text: _kind(text, column))
    own = own._replace(kind=kind)
    if kind != PILIHAN:
        return own
    texts = ", ".join(column.choices)
    return _until(command, "Pilihan", texts, lambda text: _with_choices(own, text, column))


def _until(command: Terminal, question: str, proposed: str, read: Callable[[str], T]) -> T:
    """Asks until the answer can be; Enter takes what is proposed."""
    enter = f" [Enter untuk {printable(proposed)}]" if proposed else ""
    while True:
        answer = ask(f"  {question}{enter}: ") or proposed
        try:
            return read(answer)
        except CellError as error:
            command.say(Advice("  {}. {}", error.message, error.remedy))


def _kind(text: str, column: NewColumn) -> str:
    """The kind that is typed. Raises CellError where a cell of the column does not read as it."""
    from kkmp_cli.importing.new_fields import unread
    from kkmp_cli.model.declaration import read_kind

    kind = read_kind(text)
    if wrong := unread(kind, column.cells):
        message = f"{show(len(wrong))} sel tidak terbaca sebagai {kind}, misalnya {short(wrong[0])}"
        raise CellError(message, "Pilih jenis lain.")
    return kind


def _with_choices(own: OwnField, text: str, column: NewColumn) -> OwnField:
    """The field with its choices. Raises CellError where a cell holds none of them."""
    from kkmp_cli.model.declaration import read_choices, with_choices
    from kkmp_cli.model.own_field import read_choice

    own = with_choices(own, read_choices([text]), ())
    for cell in column.choices:
        try:
            read_choice(cell, own)
        except CellError:
            message = f"isi `{short(cell)}` tidak ada di antara pilihan"
            raise CellError(message, "Tulis semua pilihannya, koma di antaranya.") from None
    return own
