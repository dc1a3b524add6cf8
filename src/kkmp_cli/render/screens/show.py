"""One cooperative in full: for the terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kkmp_cli import settings
from kkmp_cli.milestones import MILESTONES, field_code, label_of, newest_book_year
from kkmp_cli.model import vocabulary
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.run import COOPERATIVE, WHOLE, RecordedEvent, Run
from kkmp_cli.model.training import Training
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import objects, old_new, words


@dataclass(frozen=True, slots=True)
class Record:
    """What `show` shows; `history` is newest first and holds this cooperative's changes only.

    `effects` are what its older statements did.
    """

    cooperative: Cooperative
    trainings: tuple[Training, ...]
    followups: tuple[FollowUp, ...]
    history: tuple[Run, ...]
    personal: bool = False
    effects: old_new.Effects = field(default_factory=dict)


def as_json(record: Record) -> str:
    """The object of `list --json` with `pelatihan`, `tindak_lanjut` and `riwayat`."""
    today = settings.today()
    year = newest_book_year(today)
    found = objects.as_object(
        record.cooperative,
        today.isoformat(),
        objects.book_years([record.cooperative], year),
        year,
        record.personal,
    )
    found["pelatihan"] = [
        training_object(training, record.cooperative.id) for training in record.trainings
    ]
    found["tindak_lanjut"] = [followup_object(item) for item in record.followups]
    found["riwayat"] = [run_object(run) for run in record.history]
    return json.dumps(found, ensure_ascii=False, indent=2)


def training_object(training: Training, only: int | None = None) -> dict[str, Any]:
    """A training as JSON; with `only`, the attendance of that cooperative."""
    hadir = [who for who in training.hadir if only in (None, who.cooperative_id)]
    return {
        "id": training.id,
        "judul": training.judul,
        "kota": training.kota,
        "mulai": training.mulai,
        "selesai": training.selesai,
        "tempat": training.tempat,
        "penyelenggara": training.penyelenggara,
        "materi": list(training.materi),
        "peserta": training.peserta,
        "sumber": training.sumber,
        "hadir": [
            {"kode": who.kode, "pengurus": who.pengurus, "pengawas": who.pengawas} for who in hadir
        ],
    }


def followup_object(item: FollowUp) -> dict[str, Any]:
    """A tindak lanjut as JSON."""
    return {
        "id": item.id,
        "uraian": item.uraian,
        "penanggung_jawab": item.penanggung_jawab,
        "batas": item.batas,
        "batas_lama": list(item.batas_lama),
        "kota": item.kota,
        "kode": list(item.kode),
        "rapat": item.rapat,
        "selesai": item.selesai,
        "hasil": item.hasil,
    }


def run_object(run: Run) -> dict[str, Any]:
    """A run of the history as JSON; personal values are never in it."""
    return {
        "run": run.id,
        "waktu": run.time.isoformat().replace("+00:00", "Z"),
        "petugas": run.officer,
        "perintah": run.command,
        "alasan": run.reason,
        "berkas": list(run.files),
        "membatalkan": run.undoes,
        "berlaku": run.in_force,
        "jumlah": run.count,
        "perubahan": [
            {
                "kode": change.kode,
                "kelurahan": change.name,
                "entitas": change.entity,
                "bidang": change.field,
                "lama": _masked(change, change.old),
                "baru": _masked(change, change.new),
                "per": change.per,
                "berkas": change.file,
                "baris": change.row or None,
            }
            for change in run.events
        ],
    }


def _masked(change: RecordedEvent, value: str | None) -> str | None:
    field = vocabulary.by_name(change.field)
    return "(data pribadi)" if field and field.personal and value is not None else value


def as_text(record: Record) -> str:
    """For the terminal: profile, milestones with since when, trainings, tindak lanjut, the last
    changes.
    """
    lines = [*_profile(record), "", *_milestones(record.cooperative)]
    if record.trainings:
        lines += ["", "Pelatihan"]
        lines += [
            f"  {training.judul} ({dates.show(training.mulai)})" for training in record.trainings
        ]
    if record.followups:
        lines += ["", "Tindak lanjut"]
        lines += [f"  {_to_do(item)}" for item in record.followups]
    lines += ["", "Riwayat", *_history(record.history, record.effects)]
    return "\n".join(printable(line) for line in lines)


def _to_do(item: FollowUp) -> str:
    said = [
        f"{item.uraian} — {item.penanggung_jawab}, batas {dates.show(item.batas)}",
        item.remaining(settings.today()),
    ]
    if item.batas_lama:
        said.append(f"semula {', '.join(map(dates.show, item.batas_lama))}")
    if item.hasil:
        said.append(f"hasil: {item.hasil}")
    return " · ".join(said)


def _profile(record: Record) -> list[str]:
    known, area = record.cooperative, record.cooperative.area
    lines = [
        f"{known.name}  {area.kode}",
        f"Kelurahan {area.kelurahan}, Kecamatan {area.kecamatan}, {area.kota}",
    ]
    rows = []
    names = [
        field.name
        for field in (*vocabulary.PROFILE_FIELDS, vocabulary.NOTE_FIELD)
        if field.name != "nama"
    ]
    for name in names:
        value = known.values.get(name) or vocabulary.DEFAULTS.get(name)
        field = vocabulary.by_name(name)
        if value and field and (not field.personal or record.personal):
            rows.append((vocabulary.label_of(name), words.canonical(name, value)))
    return lines + _aligned(rows)


def _milestones(known: Cooperative) -> list[str]:
    year = newest_book_year(settings.today())
    years = objects.book_years([known], year)
    codes = [field_code(m, each) for m in MILESTONES for each in (years if m.yearly else [0])]
    rows = []
    for code in codes:
        details = []
        number = " ".join(
            filter(None, (known.values.get(f"{code}_bank"), known.values.get(f"{code}_nomor")))
        )
        if number:
            details.append(number)
        if known.values.get(f"{code}_mulai"):
            details.append(f"mulai {dates.show(known.values[f'{code}_mulai'])}")
        if known.values.get(f"{code}_kendala"):
            details.append(f"kendala: {words.obstacle(known.values[f'{code}_kendala'])}")
        if known.values.get(f"{code}_rencana"):
            details.append(f"rencana {dates.show(known.values[f'{code}_rencana'])}")
        if known.pers.get(code):
            details.append(f"per {dates.show(known.pers[code])}")
        rows.append((label_of(code), " · ".join([words.state(known.values.get(code)), *details])))
    return ["Milestone", *_aligned(rows)]


def _history(runs: Iterable[Run], effects: old_new.Effects) -> list[str]:
    lines = []
    for run in runs:
        moment = run.time.astimezone(settings.JAKARTA)
        mark = "" if run.in_force else " (dibatalkan)"
        lines.append(
            f"  {run.id}. {dates.show(moment.date())} {moment:%H.%M}, {run.officer}: "
            f"{run.command}{mark}"
        )
        lines += [f"     {told(run, change, effects)}" for change in run.events]
        if run.reason:
            lines.append(f"     Alasan: {run.reason}")
    return lines or ["  Belum ada."]


def told(run: Run, change: RecordedEvent, effects: old_new.Effects) -> str:
    """A change in words; of an older statement what it did, since its old → new would read as the
    value of today.
    """
    found = (
        effects.get((run.id, change.key, change.field)) if change.entity == COOPERATIVE else None
    )
    if found is None:
        return change_text(change)
    return (
        f"{vocabulary.label_of(change.field)}: "
        f"{old_new.older(change.field, change.new, change.per, *found)}"
    )


def change_text(change: RecordedEvent) -> str:
    """One change of the history in words: `NIB: belum → sudah, per 10 Maret 2026 (isian.csv baris
    7)`.
    """
    place = f" ({change.file} baris {change.row})" if change.file else ""
    if change.entity != "koperasi":
        return _record_text(change) + place
    if change.field == "terdaftar":
        return f"didaftarkan, per {dates.show(change.per)}{place}"
    label = vocabulary.label_of(change.field)
    field = vocabulary.by_name(change.field)
    old, new = (
        "(data pribadi)"
        if value is not None and field and field.personal
        else words.held(change.field, value)
        for value in (change.old, change.new)
    )
    said = f"tetap {new}, dikonfirmasi" if change.old == change.new else f"{old} → {new}"
    return f"{label}: {said}, per {dates.show(change.per)}{place}"


_RECORDS = {
    "wilayah": "Wilayah",
    "alias": "Ejaan",
    "pelatihan": "Pelatihan",
    "hadir": "Kehadiran",
    "target": "Target",
    "angka": "Angka",
    "tindak_lanjut": "Tindak lanjut",
}
_INTERNAL = ("cooperative_id", "koperasi")


def _record_text(change: RecordedEvent) -> str:
    """A record made, taken out or altered: `Target 1 dicatat: milestone rat, batas 2026-03-31`."""
    if change.entity == "judul" and change.field == WHOLE:
        return _heading_text(change)
    what = f"{_RECORDS.get(change.entity, change.entity)} {change.key}"
    if change.field != WHOLE:
        return (
            f"{what}, {change.field.replace('_', ' ')}: {change.old or '—'} → {change.new or '—'}"
        )
    values = json.loads(change.new or change.old or "{}")
    said = ", ".join(
        f"{name.replace('_', ' ')} {value}"
        for name, value in values.items()
        if name not in _INTERNAL
    )
    return f"{what} {'dihapus' if change.new is None else 'dicatat'}: {said}"


def _heading_text(change: RecordedEvent) -> str:
    """What a heading was said to mean: `Judul kolom "Mitra 2": diingat sebagai catatan`."""
    values = json.loads(change.new or change.old or "{}")
    meant = values.get("isian") or "diabaikan"
    return (
        f'Judul kolom "{values.get("judul")}": '
        f"{'dilupakan, semula' if change.new is None else 'diingat:'} {meant}"
    )


def _aligned(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(label) for label, _ in rows), default=0)
    return [f"  {label:<{width}}  {text}" for label, text in rows]


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
