"""The filters of `list` and `export` by what an office declared: `--x-status-lahan sewa`, `--tanpa
x_omzet`.

Which cooperatives pass is told by `reports.selection`. Never enters: a register, a table.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli import settings
from kkmp_cli.actions.session import Session
from kkmp_cli.cli.options.blocks import option
from kkmp_cli.errors import Advice, BadUsage, CellError, Command, Refused
from kkmp_cli.model.own_field import PREFIX, TAHAP, YA_TIDAK, OwnField, fields_of
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.states import split_state
from kkmp_cli.parsing.text import clean, ended

if TYPE_CHECKING:
    from kkmp_cli.reports.selection import OwnFilter

_OF_EVERY_KIND = frozenset(("sudah", "tanpa", "tidak_diketahui"))


def option_of(own: OwnField) -> inspect.Parameter:
    """The option by which a value of a field is asked for; several are joined by OR."""
    field = next(iter(fields_of(own)))
    declared = typer.Option(
        field.option, help=field.about, metavar="NILAI", rich_help_panel="Bidang sendiri"
    )
    return option(own.key, Annotated[list[str] | None, declared])


def parted(
    words: Mapping[str, Sequence[str]], vocabulary: Vocabulary
) -> tuple[list[OwnFilter], dict[str, list[str]]]:
    """The words of the filters by a milestone: those that name an own field as its filters, and the
    others. Raises BadUsage for an own field that there is not, or that has no such state.
    """
    from kkmp_cli.reports.selection import OWN_STATES, OwnFilter

    own: list[OwnFilter] = []
    others: dict[str, list[str]] = {}
    for name, listed in words.items():
        others[name] = [word for word in listed if not _is_own(word)]
        for word in filter(_is_own, listed):
            own.append(OwnFilter(_named(word, name, vocabulary), OWN_STATES[name]))
    return own, others


def _is_own(word: str) -> bool:
    return _key(word).startswith(PREFIX)


def _key(word: str) -> str:
    return clean(word).casefold().replace("-", "_").lstrip("_")


def _named(word: str, name: str, vocabulary: Vocabulary) -> OwnField:
    own = next((each for each in vocabulary.own if each.key == _key(word)), None)
    if own is None:
        raise BadUsage(f"Tidak ada bidang `{short(_key(word))}`.", own_fields(word, vocabulary))
    if name not in _OF_EVERY_KIND and own.kind not in (TAHAP, YA_TIDAK):
        option = f"--{name.replace('_', '-')}"
        remedy = f"Yang belum ada isinya: --tanpa {own.key}."
        raise BadUsage(f"{option} {own.key}: bidang ini bukan tahap.", remedy)
    return own


def own_fields(word: str, vocabulary: Vocabulary) -> str:
    """The own fields that there are, for a word that would be one; nothing for any other."""
    if not _is_own(word):
        return ""
    add = Advice("Tambahkan dengan `{}`.", Command("field", "add", "--help"))
    known = ", ".join(vocabulary.own_keys)
    return Advice("Bidang yang ada: {}. {}", known, add) if known else add


def own_stages(session: Session, word: str) -> tuple[str, ...]:
    """The keys of the office's own stages, where a word that names a milestone may be one."""
    if not _is_own(word):
        return ()
    own = session.vocabulary().own
    return tuple(each.key for each in own if each.kind == TAHAP and not each.retired)


def valued(given: Mapping[str, Any], vocabulary: Vocabulary) -> Iterator[OwnFilter]:
    """The filters by a value. Raises Refused for one that a field cannot have."""
    from kkmp_cli.reports.selection import OwnFilter

    for own in vocabulary.own:
        if texts := given.get(own.key):
            values = frozenset(_value(own, text) for text in texts)
            is_stage = own.kind == TAHAP
            yield OwnFilter(own, states=values) if is_stage else OwnFilter(own, values=values)


def _value(own: OwnField, text: str) -> str:
    """The value, of a `tahap` its state, that a text asks for."""
    field = next(iter(fields_of(own)))
    try:
        value = field.read(clean(text, None), settings.today())
    except CellError as error:
        words = f"{field.option} `{short(text)}`: {error.message}"
        raise Refused(ended(words), error.remedy) from None
    if own.kind != TAHAP:
        return value
    state, day = split_state(value)
    if day:
        raise BadUsage(f"{field.option}: yang ditanyakan keadaannya.", "Tulis misalnya sudah.")
    return state
