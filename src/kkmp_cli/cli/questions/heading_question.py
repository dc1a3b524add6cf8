"""Asks at a terminal what a column means that is not read: those in the way first, then those for
which there is a proposal, then all others at once.

Never enters: how a heading is read, what stands in the cells of columns that are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kkmp_cli.cli.options.import_options import Asked
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask
from kkmp_cli.cli.questions.choice import Answer, chosen, numbered, say_wrapped
from kkmp_cli.cli.questions.new_field_question import declared, room
from kkmp_cli.errors import CellError
from kkmp_cli.milestones import book_year_of
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.import_sheets import Preview
    from kkmp_cli.importing.headings.heading_hints import Shipped
    from kkmp_cli.importing.open_columns import OpenColumn
    from kkmp_cli.model.vocabulary import Vocabulary

T = TypeVar("T")
_NOTE = "catatan"
_LISTED = 20
"""So many columns are listed; any number may be chosen."""
_PERSONAL = (
    "kolom ini tampaknya memuat data orang, yang tidak disimpan di catatan: catatan ikut tercetak"
)


def with_headings(command: Terminal, seen: Preview, asked: Asked) -> Asked | None:
    """What was asked for, with what one column means, or that several mean nothing; None with
    nothing to ask, and where nothing is written or told in words.
    """
    from kkmp_cli.importing.open_columns import open_columns

    if asked.dry_run or asked.as_json:
        return None
    answered = {match_key(one.rpartition("=")[0]) for one in asked.request.maps}
    columns = [
        one for one in open_columns(seen.result.reading) if match_key(one.name) not in answered
    ]
    return _asked_columns(_Asking(command, seen, asked), columns)


class _Asking(NamedTuple):
    """What a question about a column is put by."""

    command: Terminal
    seen: Preview
    asked: Asked

    @property
    def vocabulary(self) -> Vocabulary:
        """The fields of the register."""
        return self.seen.result.reading.files[0].vocabulary

    @property
    def several(self) -> bool:
        """True where it must be said of which file a question is."""
        return len(self.seen.result.reading.files) > 1


def _asked_columns(asking: _Asking, columns: Sequence[OpenColumn]) -> Asked | None:
    first = next((one for one in columns if one.why), None)
    first = first or next((one for one in columns if one.ways), None)
    if first is None and len(columns) > 1:
        return _asked_together(asking, columns)
    first = first or next(iter(columns), None)
    return _asked_column(asking, first) if first else None


def _asked_together(asking: _Asking, columns: Sequence[OpenColumn]) -> Asked:
    """Columns that stop nothing: all left out by one key, or one of them asked about."""
    command = asking.command
    command.say(f"{show(len(columns))} kolom tidak dikenal, tidak dibaca:")
    for number, one in enumerate(columns[:_LISTED], 1):
        say_wrapped(command, _listed(one), f"  {number} ")
    if len(columns) > _LISTED:
        command.say(f"  … dan {show(len(columns) - _LISTED)} kolom lagi")
    while text := ask("  Enter melewati semuanya, nomor memakai satu kolom: "):
        if number := numbered(text, len(columns)):
            return _asked_column(asking, columns[number - 1])
        command.say(f"  Ketik nomornya, 1 sampai {show(len(columns))}, atau Enter.")
    return asking.asked.with_maps(f"{one.name}=" for one in columns)


def _listed(one: OpenColumn) -> str:
    """A column in one line."""
    held = "data orang" if one.personal else _samples(one)
    package = f" (ada di paket {one.hint.shipped.package})" if one.hint.shipped else ""
    return f"{_column(one)}: {held}{package}"


def _column(one: OpenColumn) -> str:
    return f'{one.letter} "{short(one.heading)}"' if one.heading else f"{one.letter} tanpa judul"


def _samples(one: OpenColumn) -> str:
    return "; ".join(short(each, _LETTERS) for each in one.samples)


_LETTERS = 30


def _asked_column(asking: _Asking, one: OpenColumn) -> Asked:
    """What was asked for, with what an officer says of a column."""
    say_wrapped(asking.command, f"{_what(asking, one)} {_held(one)}")
    choices = [*_choices(asking, one)]
    proposed = None if one.why and one.cells else 1
    typed = partial(_typed, asking, one)
    return chosen(asking.command, choices, proposed, typed, "Nomor, atau nama isian lain")


def _what(asking: _Asking, one: OpenColumn) -> str:
    """Which column it is, and why it is asked about."""
    place = f"{one.place}: " if asking.several else ""
    if one.why:
        return f"{place}Kolom {one.letter}: {one.why}."
    if one.hint.retired:
        return f"{place}Kolom {_column(one)} milik bidang {one.hint.retired} yang sudah pensiun."
    return f"{place}Kolom {_column(one)}{' tidak dikenal' * bool(one.heading)}."


def _held(one: OpenColumn) -> str:
    """What stands in it."""
    if not one.cells:
        return "Tidak ada sel yang terisi."
    if one.personal:
        return f"{show(len(one.cells))} sel terisi; tampaknya data orang, tidak ditunjukkan."
    return f"{show(len(one.cells))} sel terisi, misalnya {_samples(one)}."


def _choices(asking: _Asking, one: OpenColumn) -> Iterator[Answer[Asked]]:
    """The answers, those that it may be first, and of these the one that does no harm."""
    ways = [Answer(_way(asking, name), partial(_mapped, asking, one, name)) for name in one.ways]
    out = Answer("lewati kolom ini", partial(_explained, asking, one, ""))
    note = Answer("simpan di catatan", partial(_mapped, asking, one, _NOTE))
    for answer in _ordered(one, ways, out, note):
        if answer is not note or not one.personal:
            yield answer
    yield from _own(asking, one)


def _way(asking: _Asking, name: str) -> str:
    """A field that it may be, one of a book year with the year in which that is held."""
    label, year = asking.vocabulary.label_of(name), book_year_of(name)
    return f"{label} (diadakan {year + 1})" if year else label


def _ordered(one: OpenColumn, ways: list[T], out: T, note: T) -> list[T]:
    """What is empty is left out, a kendala of nobody knows what a note."""
    if not one.cells:
        return [out, note, *ways]
    if one.hint.ways and not one.why:
        return [note, *ways, out]
    return [*ways, out, note]


def _explained(asking: _Asking, one: OpenColumn, name: str) -> Asked:
    return asking.asked.with_maps([f"{one.name}={name}"])


def _own(asking: _Asking, one: OpenColumn) -> Iterator[Answer[Asked]]:
    """The ways to make it a field of the office, where there is a register and room for it."""
    if not asking.seen.head:
        return
    if shipped := one.hint.shipped:
        yield Answer(_package(shipped), lambda: _with_package(asking, shipped))
    if one.new and room(asking.vocabulary.own):
        yield Answer("bidang baru milik kantor", lambda: _with_new(asking, one))


def _package(shipped: Shipped) -> str:
    return f"bidang {shipped.label}, dari paket {shipped.package}: {shipped.meaning}"


def _with_package(asking: _Asking, shipped: Shipped) -> Asked:
    """The fields of a package, but those that there are."""
    from kkmp_cli.actions import field_tables

    known = {own.key for own in asking.vocabulary.own}
    fields = field_tables.package(shipped.package)
    return asking.asked.with_fields([own for own in fields if own.key not in known])


def _with_new(asking: _Asking, one: OpenColumn) -> Asked:
    if one.new is None:
        raise CellError("kolom ini tidak dapat menjadi bidang")
    return asking.asked.with_fields([declared(asking.command, one.new, asking.vocabulary.own)])


def _typed(asking: _Asking, one: OpenColumn, text: str) -> Asked:
    """The field of which an officer types the name. Raises CellError for one that cannot be."""
    from kkmp_cli.importing.headings.maps import named_field

    return _mapped(asking, one, named_field(text, asking.asked.request.year, asking.vocabulary))


def _mapped(asking: _Asking, one: OpenColumn, name: str) -> Asked:
    """The column as this field. Raises CellError where another column is that, where no cell reads
    as it, and for notes of persons.
    """
    if name == _NOTE and one.personal:
        raise CellError(_PERSONAL, "Lewati kolom ini.")
    _refuse_stated(asking, name)
    _judge(asking, one, name)
    return _explained(asking, one, name)


def _refuse_stated(asking: _Asking, name: str) -> None:
    """Raises CellError for a field that another column states."""
    stated = (each for file in asking.seen.result.reading.files for each in file.columns)
    for column in stated if name != _NOTE else ():
        if column.field.name == name and not column.note:
            dated = f" Bila isinya tanggalnya, ketik {name}_tanggal." * (
                column.field.kind == "state"
            )
            where = f'kolom {column.letter} "{short(column.heading)}"'
            label = asking.vocabulary.label_of(name)
            raise CellError(f"{label} sudah dibaca dari {where}", f"Pilih yang lain.{dated}")


def _judge(asking: _Asking, one: OpenColumn, name: str) -> None:
    """Says how many cells do not read as a field. Raises CellError where none does."""
    from kkmp_cli.importing.open_columns import unread_as

    wrong = unread_as(name, one.cells, asking.vocabulary)
    if not wrong:
        return
    label = asking.vocabulary.label_of(name.removesuffix("_tanggal"))
    found = f"{show(len(wrong))} dari {show(len(one.cells))} sel tidak terbaca sebagai {label}"
    example = "" if one.personal else f", misalnya {short(wrong[0], _LETTERS)}"
    if len(wrong) == len(one.cells):
        raise CellError(f"{found}{example}", "Pilih yang lain.")
    say_wrapped(asking.command, f"{found}{example}; sel itu ditanyakan sesudah ini.", "  ")
