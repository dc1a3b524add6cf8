"""Asks at a terminal whether columns that nobody knows become fields of the office, and of what
kind. Never enters: how a file is read, a write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import agreed, ask
from kkmp_cli.errors import Advice, CellError
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.new_fields import NewColumn
    from kkmp_cli.importing.read_result import ReadResult
    from kkmp_cli.model.own_field import OwnField

T = TypeVar("T")
_MOST, _SAMPLES = 5, 3
_MEANING = "Arti dalam satu baris (menjadi catatan kaki angkanya)"


def with_new_fields(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with the fields that an officer makes of columns; None without one, where
    nothing is written or told in words, and where the sheet cannot go in anyway.
    """
    request, result = asked.request, seen.result
    if asked.dry_run or asked.as_json or request.new_fields or not seen.head or result.forms:
        return None
    if result.reading.blocked or (result.problems and not request.skip_errors):
        return None
    fields = _asked_fields(command, result.reading)
    return asked.with_fields(fields) if fields else None


def _asked_fields(command: Terminal, reading: ReadResult) -> tuple[OwnField, ...]:
    """The fields that an officer makes of columns; nothing is written."""
    from kkmp_cli.importing.new_fields import new_columns

    known = reading.files[0].vocabulary.own if reading.files else ()
    columns, made = new_columns(reading), [*known]
    most = min(_MOST, _room(known))
    for column in columns[:most]:
        command.say(_seen(column))
        if agreed("  Jadikan bidang baru milik kantor?"):
            made.append(_declared(command, column, made))
    _say_left(command, len(columns) - most)
    return tuple(made[len(known) :])


def _room(known: Iterable[OwnField]) -> int:
    """How many more fields an office may have."""
    from kkmp_cli.model.declaration import MOST_FIELDS

    return max(MOST_FIELDS - sum(not own.retired for own in known), 0)


def _say_left(command: Terminal, count: int) -> None:
    if count > 0:
        command.say(f"{show(count)} kolom lain yang tidak dikenal tidak ditanyakan.")


def _seen(column: NewColumn) -> str:
    samples = "; ".join(short(each) for each in column.choices[:_SAMPLES])
    heading = short(column.heading)
    return f'Kolom {column.letter} "{heading}" tidak dikenal. Contoh isinya: {samples}.'


def _declared(command: Terminal, column: NewColumn, others: Sequence[OwnField]) -> OwnField:
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
