"""The vocabulary of a register: a field by its name, what a cell of it states, which field a
heading means.

Headings of sheets, options of commands, keys of JSON, columns of exports and names in the history
all ask the one value that the reader of their register hands on; the entries stand in `field`.
Never enters: a file, a database, a cooperative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import NoReturn

from kkmp_cli.errors import CellError, UnclearHeading, pasted
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
from kkmp_cli.model.own_field import OwnField, fields_of
from kkmp_cli.parsing import identifiers, kendala_words, lists, state_words, states
from kkmp_cli.parsing.state_phrases import read_phrase
from kkmp_cli.parsing.state_words import CLEAR
from kkmp_cli.parsing.text import NOTE_LIMIT, clean, match_key

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
    "Vocabulary",
    "built_in",
    "default_name",
    "is_date_heading",
]


_YEAR_IN_NAME = re.compile(r"([a-z_]+?)_(20\d\d)((?:_[a-z]+)?)", re.ASCII)
_AMBIGUOUS_YEAR = re.compile(r"(.*?)(?:tahun|thn|th)?(20\d\d)", re.ASCII)
_CLEAR_YEAR = re.compile(r"(.*?)(?:tb|tahunbuku|thbuku|thnbuku)(20\d\d)(.*)", re.ASCII)
_LIST_LIMIT = 20_000
"""Letters of a list of names."""
_LINES = re.compile(r"\s*[\r\n]+\s*(?=\S)")


class Vocabulary:
    """The fields of one register: those of every register, and the `own` ones that its office has
    declared. Its tables are made once, when they are first asked.
    """

    def __init__(self, own: tuple[OwnField, ...] = ()) -> None:
        self.own = own
        self._hash = hash(own)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vocabulary) and self.own == other.own

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _table(self) -> Mapping[str, Field]:
        table = {field.name: field for field in AREA_FIELDS}
        for field in PROFILE_FIELDS:
            table |= {field.name: field, f"{field.name}_per": day_field(field)}
        for milestone in MILESTONES:
            fields = milestone_fields(milestone, milestone.code)
            table.update((field.name, field) for field in fields)
        table |= {NOTE_FIELD.name: NOTE_FIELD, f"{NOTE_FIELD.name}_per": day_field(NOTE_FIELD)}
        table.update((field.name, field) for own in self.own for field in fields_of(own))
        return table

    @cached_property
    def own_keys(self) -> tuple[str, ...]:
        """The keys of the own fields that are offered, in the order in which they were declared."""
        return tuple(own.key for own in self.own if not own.retired)

    @cached_property
    def _offered(self) -> tuple[Field, ...]:
        retired = {field.name for own in self.own if own.retired for field in fields_of(own)}
        return tuple(field for field in self._table.values() if field.name not in retired)

    def own_of(self, name: str) -> OwnField | None:
        """The own field that a field is or belongs to: `x_pagar` of `x_pagar_rencana`."""
        owner = self.owner_of(name)
        return next((own for own in self.own if own.key == owner), None)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self._table)}

    @cached_property
    def _headings(self) -> Mapping[str, str]:
        """The key of every heading, and the field that it means."""
        table: dict[str, str] = {}
        for field in self.all_fields():
            for heading in (field.name, field.label, *field.headings):
                table.setdefault(match_key(heading), field.name)
        return table

    def all_fields(self) -> tuple[Field, ...]:
        """Every field that may be stated, in the order of the vocabulary; those of a yearly
        milestone without a year. Retired ones are known by their names alone.
        """
        return self._offered

    @cached_property
    def by_name(self) -> Callable[[str], Field | None]:
        """The field of a name, `rat_2025_kendala` among them; None where there is none."""
        return lru_cache(maxsize=1_024)(self._by_name)

    def _by_name(self, name: str) -> Field | None:
        if field := self._table.get(name):
            return field
        match = _YEAR_IN_NAME.fullmatch(name)
        milestone = self._yearly(match[1] + match[3]) if match else None
        if match is None or milestone is None or milestone.code != match[1]:
            return None
        fields = milestone_fields(milestone, f"{match[1]}_{match[2]}")
        return next(field for field in fields if field.name == name)

    def _yearly(self, name: str) -> Milestone | None:
        """The milestone of a field that has one for every tahun buku; None for any other."""
        field = self._table.get(name)
        return field.milestone if field and field.milestone and field.milestone.yearly else None

    def field(self, name: str) -> Field:
        """The same for a name of the history: one that nobody knows any more is a plain value."""
        return self.by_name(name) or Field(name, name, "", VALUE, lambda text, _today: text)

    def known(self, name: str) -> Field:
        """The same for a name that was read by this vocabulary. Raises LookupError for another."""
        field = self.by_name(name)
        if field is None:
            raise LookupError(name)
        return field

    @cached_property
    def kind_of(self) -> Callable[[str], str]:
        """The kind of a field of the history."""
        return lru_cache(maxsize=1_024)(lambda name: self.field(name).kind)

    @cached_property
    def form_of(self) -> Callable[[str], str]:
        """The kind in whose form the values of a field of the history are written: of a value that
        was declared its own.
        """
        return lru_cache(maxsize=1_024)(self._form_of)

    def _form_of(self, name: str) -> str:
        kind = self.kind_of(name)
        own = self.own_of(name) if kind == VALUE else None
        return own.kind if own else kind

    @cached_property
    def milestone_of(self) -> Callable[[str], str | None]:
        """The milestone (and tahun buku) that a field belongs to; None for all others."""
        return lru_cache(maxsize=1_024)(lambda name: self.field(name).state_field)

    def label_of(self, name: str) -> str:
        """A field's words on screen and paper; the name itself where it is unknown."""
        return self.field(name).title

    def owner_of(self, name: str) -> str:
        """The field whose `_per` tells the day of a field: `nib_nomor` → `nib`, `anggota` →
        itself.
        """
        field = self.by_name(name)
        return field.owner if field else name

    @cached_property
    def place(self) -> Callable[[str], tuple[int, str]]:
        """The place of a field in the vocabulary: a state before what belongs to it, years in
        order.
        """
        return lru_cache(maxsize=1_024)(self._place)

    def _place(self, name: str) -> tuple[int, str]:
        bare = name if name in self._places else _YEAR_IN_NAME.sub(r"\1\3", name)
        return self._places.get(bare, len(self._places)), name

    def in_year(self, name: str, book_year: int) -> str:
        """A field name with its tahun buku where it needs one: `rat_rencana` →
        `rat_2025_rencana`.
        """
        milestone = self._yearly(name)
        if milestone is None:
            return name
        return f"{milestone.code}_{book_year}{name[len(milestone.code) :]}"

    def register_fields(
        self, book_years: Iterable[int], with_personal: bool = False
    ) -> tuple[str, ...]:
        """All fields of a register in order, yearly ones once for every tahun buku given."""
        years = sorted(book_years)
        names: list[str] = []
        for field in self.all_fields():
            if field.personal and not with_personal:
                continue
            if not self._yearly(field.name):
                names.append(field.name)
            elif field.kind == STATE:
                of_year = [one for one in self.all_fields() if one.milestone == field.milestone]
                names += [self.in_year(one.name, year) for year in years for one in of_year]
        return tuple(names)

    def read(self, field: Field, raw: str, today: date) -> dict[str, str | None]:
        """What one cell states: field name → canonical value, None to empty it; nothing for an
        empty cell or `-`.

        A milestone cell that holds the milestone's identifier states the number (and the bank)
        instead of a state; one that holds a plan states that. Raises CellError, never repairs.
        """
        text = clean(_LINES.sub(";", raw), _LIST_LIMIT) if field.many else clean(raw, NOTE_LIMIT)
        if _empties(field, text):
            return {field.name: None}
        if state_words.states_nothing(text):
            return {}
        if field.kind == STATE and (instead := _plan_or_number(field, text, today)):
            return instead
        value = field.read(text, today)
        beside = self._said_beside(field, text, today)
        return {field.name: value, **beside, **_named_beside(field, text)}

    def _said_beside(self, field: Field, text: str, today: date) -> dict[str, str | None]:
        """What a milestone's cell says beside its state, of this milestone or another."""
        is_state = field.kind == STATE and field.milestone
        phrase = read_phrase(text, field.milestone) if is_state else None
        stated: dict[str, str | None] = {}
        for part, words in phrase.beside if phrase else ():
            name = field.name + part if part.startswith("_") else part
            if part == NOTE_FIELD.name:
                words = f"{field.title}: {words}"
            if other := self.by_name(name):
                stated |= self.read(other, words, today)
        return stated

    def is_implied(self, name: str, field: Field) -> bool:
        """True for another milestone's state, which counts only where nothing else is said of
        it.
        """
        return name != field.name and self.kind_of(name) == STATE

    def names_rows(self, heading: str) -> bool:
        """True for a column by which rows name their cooperative: `Kelurahan`, `Nama KKMP`."""
        return self._headings.get(match_key(heading)) in ("kode", "kelurahan", "nama")

    def match_heading(self, heading: str, book_year: int, whole: str = "") -> str | None:
        """The field that a column heading means, in the spellings that offices use; None where
        none is known.

        `book_year` is the tahun buku of a bare `RAT`; `whole` is what a remedy names, where this is
        a part of a heading. Raises CellError for `RAT 2026`, which may mean the year in which it
        was held or the tahun buku, and for a tahun buku before the first.
        """
        name, whole = heading.strip().casefold(), (whole or heading).strip()
        self.refuse_early(name, whole)
        if (field := self.by_name(name)) and self._is_offered(field):
            return self.in_year(field.name, book_year)
        key = match_key(heading)
        if known := self._headings.get(key):
            return self.in_year(known, book_year)
        return self._match_year(key, whole)

    def _is_offered(self, field: Field) -> bool:
        own = self.own_of(field.name) if self.own else None
        return own is None or not own.retired

    def _match_year(self, key: str, whole: str) -> str | None:
        """The yearly field of a heading that says its tahun buku. Raises as `match_heading`."""
        match = _CLEAR_YEAR.fullmatch(key)
        if match and (name := self._yearly_heading(match[1] + match[3])):
            name = self.in_year(name, int(match[2]))
            self.refuse_early(name, whole)
            return name
        match = _AMBIGUOUS_YEAR.fullmatch(key)
        if match and (name := self._yearly_heading(match[1])):
            self._refuse_ambiguous(name, int(match[2]), whole)
        return None

    def _yearly_heading(self, key: str) -> str | None:
        name = self._headings.get(key)
        return name if name and self._yearly(name) else None

    def refuse_early(self, name: str, heading: str) -> None:
        """Raises CellError for a tahun buku before the first, which no report knows: `rat_2024`."""
        match = _YEAR_IN_NAME.fullmatch(name)
        milestone = self._yearly(match[1]) if match and self.by_name(name) else None
        if match and milestone and int(match[2]) < FIRST_BOOK_YEAR:
            raise CellError(
                f"{milestone.label} tahun buku {match[2]} tidak dicatat; KKMP mulai tahun buku "
                f"{FIRST_BOOK_YEAR}",
                f"Abaikan kolomnya dengan {pasted('--map', f'{heading.strip()}=')}, atau simpan "
                f"sebagai catatan: {pasted('--map', f'{heading.strip()}=catatan')}.",
            )

    def _refuse_ambiguous(self, name: str, year: int, heading: str) -> NoReturn:
        self.refuse_early(self.in_year(name, year), heading)
        years = (year,) if year <= FIRST_BOOK_YEAR else (year - 1, year)
        raise UnclearHeading(
            f"`{heading}` dapat berarti diadakan tahun {year} atau tahun buku {year}",
            self._year_remedy(heading, name, year),
            [self.in_year(name, of) for of in years],
        )

    def _year_remedy(self, heading: str, name: str, year: int) -> str:
        """The `--map` for each of the two readings; before the first tahun buku only one."""
        before, same = (
            pasted("--map", f"{heading}={self.in_year(name, of)}") for of in (year - 1, year)
        )
        as_book_year = f"{same} bila tahun buku {year}"
        if year <= FIRST_BOOK_YEAR:
            return f"Pakai {as_book_year}."
        return f"Pakai {before} bila diadakan tahun {year}, atau {as_book_year}."


@cache
def built_in() -> Vocabulary:
    """The vocabulary of a register of which no office has declared a field of its own."""
    return Vocabulary()


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


def is_date_heading(heading: str, field: Field) -> bool:
    """True where a heading of a milestone's column announces dates (`Tgl NIB`)."""
    headings = field.milestone.date_headings if field.milestone else ()
    return match_key(heading) in map(match_key, headings)


def default_name(kelurahan: str, kode: str) -> str:
    """The legal name until another is stated: `KKMP Gambir`, `KDMP …` in a desa (2xxx, 3xxx)."""
    kind = "KDMP" if kode.rpartition(".")[2].lstrip("S")[:1] in ("2", "3") else "KKMP"
    return f"{kind} {kelurahan}"
