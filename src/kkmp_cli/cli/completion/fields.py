"""The options of fields and what may stand behind them: those of every register from the
vocabulary, the office's own from its register.

Never enters: a value that is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kkmp_cli.cli.completion.command_tree import FIELDS, FILTERS, Option
from kkmp_cli.cli.completion.listed import choices
from kkmp_cli.milestones import STATES, UNKNOWN
from kkmp_cli.register import completable

_STAGE_PARTS = ("-per", "-rencana", "-kendala")


def options(beside: str, location: str) -> list[Option]:
    """The options of the fields that a command has beside its own."""
    if beside == FIELDS:
        return [*_built_in(), *_own(location, parts=True)]
    return [*_own(location, parts=False)] if beside == FILTERS else []


def _built_in() -> Iterator[Option]:
    from kkmp_cli.model.field import AREA
    from kkmp_cli.model.vocabulary import built_in

    for field in built_in().all_fields():
        if field.kind != AREA:
            yield Option((field.option,), "NILAI", field.about, repeats=False)


def _own(location: str, parts: bool) -> Iterator[Option]:
    for own in completable.own_fields(location):
        endings = (_STAGE_PARTS if own.kind == "tahap" else _STAGE_PARTS[:1]) if parts else ()
        name = "--" + own.key.replace("_", "-")
        for ending in ("", *endings):
            yield Option((name + ending,), "NILAI", own.label, repeats=not parts)


def names(location: str, personal: bool) -> list[tuple[str, str]]:
    """The names of all fields, also as columns; those of persons only where they are asked for."""
    from kkmp_cli.model.vocabulary import built_in

    known = [each for each in built_in().all_fields() if personal or not each.personal]
    own = ((each.key, each.label) for each in completable.own_fields(location))
    return [*((field.name, field.label) for field in known), *own]


def values(option: str, current: str, location: str) -> Iterable[tuple[str, str]]:
    """The words that may stand behind the option of a field."""
    own = {"--" + each.key.replace("_", "-"): each for each in completable.own_fields(location)}
    if option in own:
        words = {
            "tahap": [state for state in STATES if state != UNKNOWN],
            "ya_tidak": ["ya", "tidak"],
            "pilihan": own[option].choices,
        }
        return [(word, "") for word in words.get(own[option].kind, ()) if word]
    return [(word, "") for word in _of_built_in(option)]


def _of_built_in(option: str) -> Iterable[str]:
    from kkmp_cli.model.vocabulary import built_in
    from kkmp_cli.parsing.lists import UNITS

    if option == "--unit-usaha":
        return UNITS
    known = {field.option: field.about for field in built_in().all_fields()}
    return choices(known.get(option, ""))
