"""The words of everything that is printed: nothing known, zero, states, dates, kendala, each once.

`words.sentences` makes sentences of counts, `words.old_new` tells changes. Never enters: colour,
width, markup.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kkmp_cli.milestones import STATES, SUDAH, UNKNOWN
from kkmp_cli.model.vocabulary import DEFAULTS, OBSTACLE, PER, PLAN, START, STATE, Field
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.kendala_words import split_obstacle
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.states import split_state

NO_DATA = "belum ada data"
"""Nothing known, in a sentence."""
NOTHING = "–"
"""Nothing known, in a cell; zero is `0`."""
BAR_LEGEND = (
    f"Panjang batang = semua KKMP yang ditanya; penuh = sudah, arsiran = belum, titik = {NO_DATA}."
)
MARK_LEGEND = "Garis tegak = target."
"""The same, where a bar bears a mark."""
JOINT = " · "
"""What stands between the pieces of a line."""
DECISION = "mohon keputusan"
"""A tindak lanjut that waits for the meeting to decide."""
ONLY_OPENING = "tinggal membuka usaha"
"""What is needed of whom nothing else is missing."""
PERSONAL = "(data pribadi)"
"""What stands for a personal value wherever a change is told."""

STATE_WORDS = {state: state for state in STATES} | {UNKNOWN: NO_DATA, "tidak_wajib": "tidak wajib"}
CATEGORY_WORDS = {
    "modal": "modal",
    "tempat": "tempat",
    "sdm": "SDM",
    "legalitas": "legalitas",
    "anggota": "anggota",
    "sistem": "sistem",
    "lahan": "lahan",
    "lainnya": "lainnya",
    "tanpa_keterangan": "sebab belum dicatat",
}
UNITS = {"simpan_pinjam": "simpan pinjam", "cold_storage": "cold storage"}


def state(value: str | None) -> str:
    """A milestone's value: `sudah, 15 Agustus 2025`, `berhenti sejak …`, `belum ada data`."""
    if value is None or value == UNKNOWN:
        return NO_DATA
    word, day = split_state(value)
    if day is None:
        return STATE_WORDS.get(word, word)
    return f"{word}, {dates.show(day)}" if word == SUDAH else f"{word} sejak {dates.show(day)}"


def kendala(category: str, note: str | None) -> str:
    """`modal: kurang 20 juta`; what has no category of its own is its text."""
    if category == "lainnya" and note:
        return note
    word = CATEGORY_WORDS.get(category, category)
    return f"{word}: {note}" if note else word


def units(value: str) -> str:
    """A list as kept (`kantor;simpan_pinjam`) as it is read: `kantor, simpan pinjam`."""
    return ", ".join(UNITS.get(item, item) for item in split_list(value))


def _status(value: str) -> str:
    word, _, day = value.partition(" ")
    return f"{word} sejak {dates.show(day)}" if day else word


_BY_NAME: Mapping[str, Callable[[str], str]] = {
    "status": _status,
    "anggota": lambda value: show(int(value)),
    "gerai_jenis": lambda value: value.replace("_", " "),
    "lintang": lambda value: value.replace(".", ","),
    "bujur": lambda value: value.replace(".", ","),
}
_BY_KIND: Mapping[str, Callable[[str], str]] = {
    STATE: state,
    OBSTACLE: lambda value: kendala(*split_obstacle(value)),
    PLAN: dates.show,
    START: dates.show,
    PER: dates.show,
}


def canonical(field: Field, value: str) -> str:
    """Any field's canonical value as printed."""
    if show_it := field.show or _BY_NAME.get(field.name) or _BY_KIND.get(field.kind):
        return show_it(value)
    return units(value) if field.many else value


def stated(field: Field, value: str | None) -> str:
    """One side of a change: where nothing is stated the default shown, or `belum ada data`."""
    if value is not None and field.personal:
        return PERSONAL
    shown = DEFAULTS.get(field.name) if value is None else value
    return NO_DATA if shown is None else canonical(field, shown)


def written(target: object, what: str = "") -> str:
    """`Ditulis: jakpus.xlsx (44 koperasi)`: where something is that was written, what is in it."""
    return f"Ditulis: {target} ({what})" if what else f"Ditulis: {target}"


def listed(names: Sequence[str], most: int, joint: str = ", ") -> str:
    """The names, and how many more there are than `most`."""
    more = f"{joint}dan {show(len(names) - most)} lainnya" if len(names) > most else ""
    return joint.join(names[:most]) + more


def enumerated(names: Sequence[str]) -> str:
    """All of them in a sentence: `Cideng, Gambir dan Senen`."""
    *most, last = names
    return f"{', '.join(most)} dan {last}" if most else last


def some(names: Sequence[str], most: int) -> str:
    """The same in a sentence: `Cideng, Gambir dan 3 lagi`."""
    return ", ".join(names[:most]) + (f" dan {show(len(names) - most)} lagi" * (len(names) > most))


def inside(text: str) -> str:
    """A sentence or label that goes on within another; what is written in capitals keeps them."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
