"""An event of the history in words: old → new, or what an older one did."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from kkmp_cli.model.run import CELL, COOPERATIVE, REGISTERED, WHOLE, RecordedEvent, Run
from kkmp_cli.model.vocabulary import PERSONAL as OF_PERSONS
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing import dates
from kkmp_cli.planning.equality import corrected_since
from kkmp_cli.render.words import NO_DATA, PERSONAL, old_new
from kkmp_cli.render.words.origins import said_by

_RECORDS = {
    "wilayah": "Wilayah",
    "alias": "Ejaan",
    "pelatihan": "Pelatihan",
    "hadir": "Kehadiran",
    "target": "Target",
    "angka": "Angka",
    "tindak_lanjut": "Tindak lanjut",
    "bidang": "Bidang",
    "setelan": "Pengaturan",
}
_INTERNAL = ("cooperative_id", "koperasi")
_UNSAID = {"keputusan": "tidak"}
"""What a field of a record is where nothing is said of it, if that is known."""


def told(run: Run, change: RecordedEvent, effects: old_new.Effects, vocabulary: Vocabulary) -> str:
    """A change in words; of an older one what it did: its old → new would read as today's."""
    key = (run.id, change.key, change.field)
    if change.entity != COOPERATIVE or key not in effects:
        return change_text(change, vocabulary)
    before, field = effects[key][0], vocabulary.field(change.field)
    if not old_new.is_older(change.field, change.per, before) and (
        since := corrected_since(before, field, change.new)
    ):
        return f"{change_text(change, vocabulary)}; {old_new.correction(since)}"
    return f"{field.title}: {old_new.older(field, change.new, change.per, *effects[key])}"


def change_text(change: RecordedEvent, vocabulary: Vocabulary) -> str:
    """A change of the history: `NIB: belum → sudah, per 10 Maret 2026 (isian.csv baris 7)`."""
    place = f" ({source(change)})" if change.file else ""
    if change.entity == CELL:
        return _cell_text(change) + (f" ({change.file})" if change.file else "")
    if change.entity != COOPERATIVE:
        return _record_text(change, vocabulary) + place
    if change.field == REGISTERED:
        return f"didaftarkan, per {dates.show(change.per)}{place}"
    field = vocabulary.field(change.field)
    step = old_new.plain(field, change.old, change.new)
    return f"{field.title}: {step}, per {dates.show(change.per)}{place}"


def source(change: RecordedEvent) -> str:
    """`isian.csv baris 7`; of what was taken out of a register who said it there."""
    return said_by(change.origin) if change.origin else f"{change.file} baris {change.row}"


def _cell_text(change: RecordedEvent) -> str:
    """`E4, di berkas tertulis "31/11/2025", dibaca "31/10/2025"`."""
    if change.old is None or change.new is None:
        return f"{change.field} dibaca lain daripada yang tertulis di berkas {PERSONAL}"
    return f"{change.field}, di berkas {written(change.old)}, dibaca {_read_as(change.new)}"


def written(text: str) -> str:
    """What stands in a cell of a file."""
    return f'tertulis "{text}"' if text else "kosong"


def _read_as(text: str) -> str:
    return f'"{text}"' if text else "kosong"


def masked(change: RecordedEvent, value: str | None) -> str | None:
    """A value as it may be shown."""
    return PERSONAL if change.field in OF_PERSONS and value is not None else value


def _record_text(change: RecordedEvent, vocabulary: Vocabulary) -> str:
    """A record made, taken out or altered: `Target 1 dicatat: milestone rat, batas 2026-03-31`."""
    if change.entity == "setelan":
        return _setting_text(change)
    if change.field == WHOLE and (words := _IN_WORDS.get(change.entity)):
        return words(change)
    what = f"{_RECORDS.get(change.entity, change.entity)} {_called(change, vocabulary)}"
    if change.field != WHOLE:
        old, new = (_side(change.field, value, vocabulary) for value in (change.old, change.new))
        return f"{what}, {_name(change.field)}: {old} → {new}"
    values = ", ".join(
        f"{_name(name)} {_shown(name, value, vocabulary)}"
        for name, value in _values(change).items()
        if name not in _INTERNAL
    )
    return f"{what} {'dihapus' if change.new is None else 'dicatat'}: {values}"


def _name(field: str) -> str:
    """What a field of a record is called."""
    return _NAMES.get(field) or field.replace("_", " ")


_NAMES = {"milestone": "tahap"}
_DAYS = frozenset({"batas", "per", "mulai", "selesai", "rapat", "ditetapkan"})


def _side(field: str, value: str | None, vocabulary: Vocabulary) -> str:
    """One side of a change of a record."""
    return str(_shown(field, value, vocabulary)) if value else _UNSAID.get(field, NO_DATA)


def _shown(field: str, value: Any, vocabulary: Vocabulary) -> Any:
    """A value of a record as it is read: a day, a tahap or what a figure counts in words."""
    if field in _DAYS and isinstance(value, str):
        return dates.show(value)
    if field not in ("milestone", "indikator"):
        return value
    from kkmp_cli.render.words import sentences

    said = sentences.step if field == "milestone" else sentences.indicator
    return said(value, vocabulary)


def _called(change: RecordedEvent, vocabulary: Vocabulary) -> int | str:
    """What commands ask for: the number of a record, the key of a field."""
    if change.entity != "bidang":
        return change.key
    keys = {own.id: own.key for own in vocabulary.own}
    if change.field == WHOLE:
        return str(_values(change).get("kunci", change.key))
    return keys.get(change.key, change.key)


def _values(change: RecordedEvent) -> Mapping[str, Any]:
    values: Mapping[str, Any] = json.loads(change.new or change.old or "{}")
    return values


def _heading_text(change: RecordedEvent) -> str:
    """What a heading was said to mean: `Judul kolom "Mitra 2": diingat sebagai catatan`."""
    from kkmp_cli.importing.headings.word_meanings import (
        state_kept,  # all of an import, for the rarest line
    )

    values = _values(change)
    meant = values.get("isian") or "diabaikan"
    if (state := state_kept(str(values.get("isian")))) is not None:
        how = "dilupakan, semula" if change.new is None else "diingat:"
        return f"Kata `{values.get('judul')}`: {how} {state or 'tidak menyatakan apa-apa'}"
    how = "dilupakan, semula" if change.new is None else "diingat:"
    return f'Judul kolom "{values.get("judul")}": {how} {meant}'


def _setting_text(change: RecordedEvent) -> str:
    """What a setting became: `Pengaturan tempat: Jakarta`."""
    values = _values(change)
    how = "dihapus, semula " if change.new is None else ""
    return f"Pengaturan {values.get('kunci')}: {how}{one_line(str(values.get('nilai')))}"


def one_line(value: str) -> str:
    """Several lines as one."""
    return " / ".join(value.split("\n"))


def _file_text(change: RecordedEvent) -> str:
    return f"Berkas {_values(change).get('nama')}: dikenali lagi bila isinya sama"


def _answer_text(change: RecordedEvent) -> str:
    """By which option a file is read again: `Jawaban untuk berkas itu: --per 2026-11-25`."""
    values = _values(change)
    return f"Jawaban untuk berkas itu: {values.get('pilihan')} {values.get('nilai')}"


_IN_WORDS: Mapping[str, Callable[[RecordedEvent], str]] = {
    "judul": _heading_text,
    "berkas": _file_text,
    "jawaban": _answer_text,
}
"""Records that are told in words of their own."""
