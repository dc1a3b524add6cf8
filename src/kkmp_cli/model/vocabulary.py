"""What is asked of the one vocabulary: a field by its name, what a cell of it states, which field a
heading means.

Headings of sheets, options of commands, keys of JSON, columns of exports and names in the history
all ask this room; the entries stand in `field`. Never enters: a file, a database, a
cooperative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import NoReturn

from kkmp_cli.errors import CellError, pasted
from kkmp_cli.milestones import FIRST_BOOK_YEAR, MILESTONES, Milestone
from kkmp_cli.model.field import (
    AREA,
    AREA_FIELDS,
    BANK,
    DEFAULTS,
    IGNORED_HEADINGS,
    NOTE_FIELD,
    NUMBER,
    NUMBER_FIELDS,
    NUMBER_PARTS,
    OBSTACLE,
    PER,
    PERSONAL,
    PLAN,
    PROFILE_FIELDS,
    START,
    STATE,
    VALUE,
    Field,
    day_field,
    milestone_fields,
)
from kkmp_cli.parsing import identifiers, kendala_words, lists, state_words, states
from kkmp_cli.parsing.state_phrases import read_phrase
from kkmp_cli.parsing.state_words import CLEAR
from kkmp_cli.parsing.text import clean, match_key

__all__ = [
    "AREA",
    "BANK",
    "DEFAULTS",
    "IGNORED_HEADINGS",
    "NOTE_FIELD",
    "NUMBER",
    "NUMBER_FIELDS",
    "NUMBER_PARTS",
    "OBSTACLE",
    "PER",
    "PERSONAL",
    "PLAN",
    "PROFILE_FIELDS",
    "START",
    "STATE",
    "VALUE",
    "Field",
    "all_fields",
    "by_name",
    "default_name",
    "in_year",
    "is_date_heading",
    "is_implied",
    "label_of",
    "match_heading",
    "names_rows",
    "owner_of",
    "place",
    "read",
    "refuse_early",
    "register_fields",
]


@cache
def _table() -> dict[str, Field]:
    table = {field.name: field for field in AREA_FIELDS}
    for field in PROFILE_FIELDS:
        table |= {field.name: field, f"{field.name}_per": day_field(field)}
    for milestone in MILESTONES:
        table.update((field.name, field) for field in milestone_fields(milestone, milestone.code))
    table |= {NOTE_FIELD.name: NOTE_FIELD, f"{NOTE_FIELD.name}_per": day_field(NOTE_FIELD)}
    return table


def all_fields() -> tuple[Field, ...]:
    """Every field in the order of the vocabulary; those of a yearly milestone without a year."""
    return tuple(_table().values())


_YEAR_IN_NAME = re.compile(r"([a-z_]+?)_(20\d\d)((?:_[a-z]+)?)", re.ASCII)


@lru_cache(maxsize=1_024)
def by_name(name: str) -> Field | None:
    """The field of this name, `rat_2025_kendala` among them; None where there is none."""
    field = _table().get(name)
    if field:
        return field
    match = _YEAR_IN_NAME.fullmatch(name)
    if not match:
        return None
    base = _table().get(match[1] + match[3])
    if (
        base is None
        or base.milestone is None
        or not base.milestone.yearly
        or base.milestone.code != match[1]
    ):
        return None
    wanted = f"{match[1]}_{match[2]}"
    return next(field for field in milestone_fields(base.milestone, wanted) if field.name == name)


def owner_of(name: str) -> str:
    """The field whose `_per` tells the day of a field: `nib_nomor` → `nib`, `anggota` → itself."""
    field = by_name(name)
    return field.owner if field else name


@lru_cache(maxsize=1_024)
def place(name: str) -> tuple[int, str]:
    """The place of a field in the vocabulary: a state before what belongs to it, years in order."""
    bare = _YEAR_IN_NAME.sub(r"\1\3", name) if name not in _table() else name
    order = list(_table())
    return (order.index(bare) if bare in order else len(order), name)


def in_year(name: str, book_year: int) -> str:
    """A field name with its tahun buku where it needs one: `rat_rencana` → `rat_2025_rencana`."""
    field = _table().get(name)
    if field is None or field.milestone is None or not field.milestone.yearly:
        return name
    code = field.milestone.code
    return f"{code}_{book_year}{name[len(code) :]}"


def register_fields(book_years: Iterable[int], with_personal: bool = False) -> tuple[str, ...]:
    """All fields of a register in order, yearly ones once for every tahun buku given."""
    years = sorted(book_years)
    names: list[str] = []
    for field in all_fields():
        if field.personal and not with_personal:
            continue
        if field.milestone and field.milestone.yearly:
            if field.kind == STATE:
                code = field.milestone.code
                tails = [
                    other.name[len(code) :]
                    for other in all_fields()
                    if other.milestone == field.milestone
                ]
                names.extend(f"{code}_{year}{tail}" for year in years for tail in tails)
        else:
            names.append(field.name)
    return tuple(names)


_LINES = re.compile(r"\s*[\r\n]+\s*(?=\S)")


def read(field: Field, raw: str, today: date) -> dict[str, str | None]:
    """What one cell states: field name → canonical value, None to empty it; nothing for an empty
    cell or `-`.

    A milestone cell that holds the milestone's identifier states the number (and the bank) instead
    of a state; one that holds a plan states that. Raises CellError, never repairs.
    """
    text = clean(_LINES.sub(";", raw) if field.many else raw, None)
    if _empties(field, text):
        return {field.name: None}
    if state_words.states_nothing(text):
        return {}
    if field.kind == STATE and (instead := _plan_or_number(field, text, today)):
        return instead
    value = field.read(text, today)
    return {field.name: value, **_said_beside(field, text, today), **_named_beside(field, text)}


def _empties(field: Field, text: str) -> bool:
    """True where a text says that there is none of what its field holds."""
    if field.kind == OBSTACLE and kendala_words.says_no_obstacle(text):
        return True
    return text.casefold() == CLEAR or (_may_be_none(field) and state_words.says_none(text))


def _may_be_none(field: Field) -> bool:
    return field.many or field.name == "gerai_jenis"


def _named_beside(field: Field, text: str) -> dict[str, str | None]:
    """The own names of units that are kept as `lainnya`, for the notes."""
    names = lists.other_kinds(text) if field.name == "unit_usaha" else []
    return {NOTE_FIELD.name: f"Unit usaha lainnya: {', '.join(names)}"} if names else {}


def _said_beside(field: Field, text: str, today: date) -> dict[str, str | None]:
    """What a milestone's cell says beside its state, of this milestone or another."""
    phrase = read_phrase(text, field.milestone) if field.kind == STATE and field.milestone else None
    stated: dict[str, str | None] = {}
    for part, words in phrase.beside if phrase else ():
        name = field.name + part if part.startswith("_") else part
        if part == NOTE_FIELD.name:
            words = f"{label_of(field.name)}: {words}"
        if other := by_name(name):
            stated |= read(other, words, today)
    return stated


def is_implied(name: str, field: Field) -> bool:
    """True for another milestone's state, which counts only where nothing else is said of it."""
    other = by_name(name)
    return other is not None and other.kind == STATE and name != field.name


def _plan_or_number(field: Field, text: str, today: date) -> dict[str, str | None] | None:
    """What a milestone's cell states instead of a state; None where it holds neither."""
    if plan := states.read_plan(text, today):
        return {f"{field.name}_rencana": plan}
    return _number_instead(field, text)


@lru_cache(maxsize=8_192)
def _known_state(text: str, milestone: Milestone) -> bool:
    try:
        return bool(states.read_state(text, milestone, date.max))
    except CellError:
        return False


def _number_instead(field: Field, text: str) -> dict[str, str | None] | None:
    if not field.milestone or not field.milestone.number or _known_state(text, field.milestone):
        return None
    identifier = identifiers.number_in_state_cell(text, field.milestone.number)
    if identifier is None:
        return None
    number, bank = identifier
    stated: dict[str, str | None] = {f"{field.name}_nomor": number}
    if bank:
        stated[f"{field.name}_bank"] = bank
    return stated


_AMBIGUOUS_YEAR = re.compile(r"(.*?)(?:tahun|thn|th)?(20\d\d)", re.ASCII)
_CLEAR_YEAR = re.compile(r"(.*?)(?:tb|tahunbuku|thbuku|thnbuku)(20\d\d)(.*)", re.ASCII)


@cache
def _headings() -> dict[str, str]:
    table: dict[str, str] = {}
    for field in all_fields():
        for heading in (field.name, field.label, *field.headings):
            table.setdefault(match_key(heading), field.name)
    return table


def match_heading(heading: str, book_year: int, whole: str = "") -> str | None:
    """The field that a column heading means, in the spellings that offices use; None where none is
    known.

    `book_year` is the tahun buku of a bare `RAT`; `whole` is what a remedy names, where this is a
    part of a heading. Raises CellError for `RAT 2026`, which may mean the year in which it was held
    or the tahun buku, and for a tahun buku before the first.
    """
    name, whole = heading.strip().casefold(), (whole or heading).strip()
    refuse_early(name, whole)
    if field := by_name(name):
        return in_year(field.name, book_year)
    key = match_key(heading)
    if key in _headings():
        return in_year(_headings()[key], book_year)
    return _match_year(key, whole)


def _match_year(key: str, whole: str) -> str | None:
    """The yearly field of a heading that says its tahun buku. Raises as `match_heading` does."""
    if (match := _CLEAR_YEAR.fullmatch(key)) and (name := _headings().get(match[1] + match[3])):
        if not _is_yearly(name):
            return None
        name = in_year(name, int(match[2]))
        refuse_early(name, whole)
        return name
    match = _AMBIGUOUS_YEAR.fullmatch(key)
    if match and (name := _headings().get(match[1])) and _is_yearly(name):
        _refuse_ambiguous(name, int(match[2]), whole)
    return None


def _refuse_ambiguous(name: str, year: int, heading: str) -> NoReturn:
    refuse_early(in_year(name, year), heading)
    raise CellError(
        f"`{heading}` dapat berarti diadakan tahun {year} atau tahun buku {year}",
        _year_remedy(heading, name, year),
    )


def names_rows(heading: str) -> bool:
    """True for a column by which rows name their cooperative: `Kelurahan`, `Kode`, `Nama KKMP`."""
    return _headings().get(match_key(heading)) in ("kode", "kelurahan", "nama")


def refuse_early(name: str, heading: str) -> None:
    """Raises CellError for a tahun buku before the first, which no report knows: `rat_2024`."""
    match = _YEAR_IN_NAME.fullmatch(name)
    if match and int(match[2]) < FIRST_BOOK_YEAR and by_name(name):
        base = _table()[match[1]]
        raise CellError(
            f"{base.label} tahun buku {match[2]} tidak dicatat; KKMP mulai tahun buku "
            f"{FIRST_BOOK_YEAR}",
            f"Abaikan kolomnya dengan {pasted('--map', f'{heading.strip()}=')}, atau simpan "
            f"sebagai catatan: {pasted('--map', f'{heading.strip()}=catatan')}.",
        )


def _year_remedy(heading: str, name: str, year: int) -> str:
    """The `--map` for each of the two readings; before the first tahun buku there is only one."""
    before, same = (pasted("--map", f"{heading}={in_year(name, of)}") for of in (year - 1, year))
    as_book_year = f"{same} bila tahun buku {year}"
    if year <= FIRST_BOOK_YEAR:
        return f"Pakai {as_book_year}."
    return f"Pakai {before} bila diadakan tahun {year}, atau {as_book_year}."


def _is_yearly(name: str) -> bool:
    field = _table()[name]
    return bool(field.milestone and field.milestone.yearly)


def is_date_heading(heading: str, field: Field) -> bool:
    """True where a heading of a milestone's column announces dates (`Tgl NIB`)."""
    headings = field.milestone.date_headings if field.milestone else ()
    return match_key(heading) in map(match_key, headings)


def label_of(name: str) -> str:
    """A field's words on screen and paper; the name itself where it is unknown."""
    field = by_name(name)
    if field is None:
        return name
    match = _YEAR_IN_NAME.fullmatch(name)
    if match and field.milestone and field.milestone.yearly:
        return f"{field.label} tahun buku {match[2]}"
    return field.label


def default_name(kelurahan: str, kode: str) -> str:
    """The legal name until another is stated: `KKMP Gambir`, `KDMP …` in a desa (2xxx, 3xxx)."""
    kind = "KDMP" if kode.rpartition(".")[2].lstrip("S")[:1] in ("2", "3") else "KKMP"
    return f"{kind} {kelurahan}"
