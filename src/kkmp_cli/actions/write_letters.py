"""Letters to camat or lurah about cooperatives that pass a filter: which there are, into which
files, and what was sent as follow-ups.

Never enters: what a template looks like, a printed word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.file_names import distinct
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.office_records import made
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.unseen import refuse_persons
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import clean
from kkmp_cli.register.reader import Reader
from kkmp_cli.reports.counting import DayView
from kkmp_cli.reports.letters import Letter, letters
from kkmp_cli.reports.selection import Filters, select

FOLLOW_UP = "tindak_lanjut"


class LettersWanted(NamedTuple):
    """What letters are asked for: about whom, as of which day, to `camat` or `lurah`."""

    kota: Sequence[str] | None
    kecamatan: str | None
    filters: Filters
    day: date
    book_year: int
    to: str
    personal: bool = False


class Letters(NamedTuple):
    """The letters, the words of their register, and the settings of the office."""

    listed: tuple[Letter, ...]
    vocabulary: Vocabulary
    office: Mapping[str, str]


def find(session: Session, wanted: LettersWanted) -> Letters:
    """All letters that are to be written. Raises Refused where nobody passes."""
    with session.reading() as register:
        matches = _matching(register, wanted)
        vocabulary, kept = register.vocabulary, register.settings()
    if not matches:
        remedy = Advice("Lihat dengan saringan yang sama: `{}`.", Command("list"))
        raise Refused("Tidak ada koperasi yang cocok, jadi tidak ada surat.", remedy)
    listed = letters(matches, wanted.filters, wanted.book_year, wanted.to)
    office = {key: chosen.value for key, chosen in settings.all_chosen(lambda: kept).items()}
    return Letters(listed, vocabulary, office)


def _matching(register: Reader, wanted: LettersWanted) -> list[DayView]:
    day = wanted.day.isoformat()
    refuse_persons(register, wanted.personal)
    where = scope(register, wanted.kota, wanted.kecamatan)
    present = register.cooperatives(where.prefixes, with_personal=wanted.personal, day=day)
    return select(present, wanted.filters, day, wanted.book_year)


def targets(listed: Sequence[Letter], folder: Path, suffix: str) -> list[Path]:
    """The file of each letter, in this folder. Raises Refused where one of them is there."""
    names = distinct({one.kode: one.addressee for one in listed}, "tujuan")
    files = [folder / f"Surat {names[one.kode]}{suffix}" for one in listed]
    if present := [file.name for file in files if file.exists() or file.is_symlink()]:
        more = f" dan {len(present) - 1} lagi" if len(present) > 1 else ""
        message = f"{present[0]}{more} sudah ada di {folder}; tidak ada yang ditulis."
        raise Refused(message, "Pilih folder lain di -o, atau pindahkan dulu yang lama.")
    return files


def follow(session: Session, found: Letters, names: Sequence[str], due: date) -> int | None:
    """Records a follow-up for each letter about these fields, all as one run."""
    with session.writing() as register:
        first = register.next_id(FOLLOW_UP)
        events = [
            made(FOLLOW_UP, key, _followed(one, _what(one, names, found.vocabulary), due))
            for key, one in enumerate(found.listed, first)
        ]
        return record(register, events, session.typed)


def _what(one: Letter, names: Sequence[str], vocabulary: Vocabulary) -> str:
    """What is to be done about a letter."""
    fields = names or [name for each in one.koperasi for name, _ in each.terbuka]
    labels = ", ".join(dict.fromkeys(map(vocabulary.label_of, fields)))
    sent = f"Menjawab surat {dates.show(settings.today())}"
    return clean(f"{sent}: {labels}" if labels else sent, 2_000)


def _followed(one: Letter, what: str, due: date) -> dict[str, object]:
    return {
        "uraian": what,
        "penanggung_jawab": one.addressee,
        "batas": due.isoformat(),
        "koperasi": ";".join(str(each.id) for each in one.koperasi),
    }
