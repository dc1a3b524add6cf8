"""Milestone states, with the date beside them, kendala and status: text ↔ canonical value.

The canonical text is what the register keeps, what an export writes and what reads back as itself.
Nothing is guessed: a word that no table knows is a `CellError`. Never enters: an identifier.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import BERHENTI, SUDAH, Milestone, book_year_of
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.identifiers import is_bank
from kkmp_cli.parsing.state_phrases import PLAN, read_phrase
from kkmp_cli.parsing.state_words import plain_words
from kkmp_cli.parsing.text import clean


class UnknownWord(CellError):
    """Words in the cell of a milestone that no table knows."""


@lru_cache(maxsize=8_192)
def read_state(text: str, milestone: Milestone, today: date, name: str = "") -> str:
    """A milestone cell → `sudah`, a date (ISO, as precise as known), `berhenti 2026-01-10`, ….

    `name`: its field, of a yearly one that of its tahun buku (`rat_2026`), for a remedy. Raises
    CellError for any other word, a date that cannot be or has not come, and `berhenti` where the
    milestone cannot stop.
    """
    phrase = read_phrase(text, milestone)
    if phrase is None or (phrase.day and phrase.state not in (SUDAH, BERHENTI)):
        raise _no_state(text, milestone)
    state, day_text = phrase[:2]
    if state == BERHENTI and not milestone.stops:
        raise CellError(f"{milestone.label} tidak dapat berhenti", _state_remedy(milestone))
    if not day_text:
        return state
    ahead = _plan_remedy(day_text, milestone, name)
    day = dates.read_past(day_text, today, "" if state == BERHENTI else ahead)
    return str(day) if state == SUDAH else f"{BERHENTI} {day}"


def read_plan(text: str, today: date) -> str | None:
    """The planned day that a milestone's cell says (`Rencana 12 Februari 2027`), ISO; None for any
    other text. Raises CellError for a day that cannot be.
    """
    match = PLAN.fullmatch(plain_words(text))
    if match is None or not dates.is_date(match["date"]):
        return None
    return str(dates.read_since_first(match["date"], today))


def _plan_remedy(day_text: str, milestone: Milestone, name: str) -> str:
    """Where a day that has not come belongs; of a yearly milestone with its tahun buku."""
    option = f"Rencana? pakai `--{milestone.code.replace('_', '-')}-rencana`"
    if not name:
        return f"{option}."
    year = f" dengan `--tahun-buku {book_year}`" if (book_year := book_year_of(name)) else ""
    ahead = f"Rencana {dates.show(dates.read(day_text))}"
    return f"{option}{year} (kolom `{name}_rencana`), atau tulis `{ahead}` di sini."


def _no_state(text: str, milestone: Milestone) -> CellError:
    if milestone.number and milestone.number.bank and is_bank(text):
        return CellError(
            "nama bank tanpa nomor rekening",
            "Tulis sudah, atau nomornya sesudah nama bank (BRI 0123…); nama bank saja di "
            "kolom Bank.",
        )
    if plain_words(text) in milestone.unclear:
        return CellError(
            f"tidak jelas: {milestone.label.lower()} belum ada, atau ada tetapi belum buka?",
            "Tulis belum ada, atau belum buka.",
        )
    return UnknownWord("tidak dimengerti", _state_remedy(milestone))


def _state_remedy(milestone: Milestone) -> str:
    stopped = ", berhenti" if milestone.stops else ""
    return f"Tulis sudah, proses, terkendala, belum{stopped}, atau tanggalnya (10 Maret 2026)."


@lru_cache(maxsize=65_536)
def split_state(value: str) -> tuple[str, str | None]:
    """A canonical milestone value → its state and its date: `2025-08` → (`sudah`, `2025-08`)."""
    if value[0].isdigit():
        return SUDAH, value
    state, _, day = value.partition(" ")
    return state, day or None


def read_status(text: str, today: date) -> str:
    """`aktif`, or `bubar 2026-02-01` / `digabung 2026-02-01`: from that day out of every count."""
    word, _, day_text = clean(text).partition(" ")
    word = word.casefold().rstrip(",:")
    if word == "aktif" and not day_text:
        return "aktif"
    if word not in ("bubar", "digabung"):
        raise CellError(
            "bukan status yang dikenal",
            "Tulis aktif, `bubar 1 Februari 2026` atau `digabung 2026-02-01`.",
        )
    example = f"Tulis misalnya `{word} 1 Februari 2026`."
    if not day_text:
        raise CellError(f"{word} memerlukan tanggal", example)
    day = dates.read_past(day_text, today)
    if not day.exact:
        raise CellError(f"{word} memerlukan tanggal lengkap", example)
    return f"{word} {day}"
