"""What the register holds as `list`, `show`, `history` and the exports write it as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kkmp_cli.milestones import UNKNOWN
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.followup import FollowUp
from kkmp_cli.model.numeric_fields import NumberOf, number_readers
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.run import RecordedEvent, Run
from kkmp_cli.model.statement import ForeignRun
from kkmp_cli.model.training import Training
from kkmp_cli.model.vocabulary import DEFAULTS, Field, Vocabulary, built_in
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.render.words.origins import day_of
from kkmp_cli.render.words.recorded_changes import masked
from kkmp_cli.reports.counting import stage, view_of


def book_years(cooperatives: Iterable[Cooperative], always: int) -> list[int]:
    """Every tahun buku that any of them has a word on, and the one asked about; what an office has
    declared itself has none.
    """
    by_name = built_in().by_name
    years = {always}
    for cooperative in cooperatives:
        for name in cooperative.pers:
            field = by_name(name)
            if field and field.milestone and field.milestone.yearly and field.state_field:
                years.add(int(field.state_field[-4:]))
    return sorted(years)


def text_values(
    cooperative: Cooperative, names: Sequence[str], day: str, vocabulary: Vocabulary
) -> dict[str, str | None]:
    """Field → canonical text on a day, defaults shown, as a cell of an export holds it."""
    area, then = cooperative.area, cooperative.as_of(day)
    texts: dict[str, str | None] = {
        **DEFAULTS,
        **then.values,
        "kode": area.kode,
        "kelurahan": area.kelurahan,
        "kecamatan": area.kecamatan,
        "kota": area.kota,
        "provinsi": area.provinsi,
        "nama": then.name,
    }
    for name in names:
        if name.endswith("_per"):
            texts[name] = _day_of(then, vocabulary.owner_of(name))
    return {name: texts.get(name) for name in names}


def _day_of(then: Cooperative, owner: str) -> str | None:
    """The day of the newest word on a field; of a milestone with a plan alone, that of the plan."""
    plan = f"{owner}_rencana"
    return then.pers.get(owner) or (then.pers.get(plan) if plan in then.values else None)


def as_object(
    cooperative: Cooperative,
    day: str,
    years: Sequence[int],
    year: int,
    vocabulary: Vocabulary,
    personal: bool = False,
) -> dict[str, Any]:
    """One cooperative as JSON: numbers, arrays for lists, `null` where nothing is known."""
    names = vocabulary.register_fields(years, with_personal=personal)
    texts = text_values(cooperative, names, day, vocabulary)
    seen = view_of([cooperative], day, year)
    return typed(texts, vocabulary) | {"tahap": stage(seen[0].states) if seen else UNKNOWN}


def typed(texts: Mapping[str, str | None], vocabulary: Vocabulary) -> dict[str, Any]:
    """Canonical texts as values of JSON."""
    numbers = number_readers(vocabulary)
    return {name: _typed(vocabulary.known(name), text, numbers) for name, text in texts.items()}


def _typed(field: Field, text: str | None, numbers: Mapping[str, NumberOf]) -> Any:
    if field.many:
        return split_list(text)
    read = numbers.get(field.name)
    return read(text) if read and text is not None else text


def training(one: Training, only: int | None = None) -> dict[str, Any]:
    """A training as JSON; with `only`, the attendance of that cooperative."""
    names = "id", "judul", "kota", "mulai", "selesai", "tempat", "penyelenggara"
    return {
        **{name: getattr(one, name) for name in names},
        "materi": list(one.materi),
        "peserta": one.peserta,
        "sumber": one.sumber,
        "hadir": [
            {"kode": who.kode, "pengurus": who.pengurus, "pengawas": who.pengawas}
            for who in one.hadir
            if only in (None, who.cooperative_id)
        ],
    }


def followup(item: FollowUp) -> dict[str, Any]:
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
        "keputusan": item.asks_decision,
    }


def run(one: Run) -> dict[str, Any]:
    """A run of the history as JSON; personal values are never in it."""
    return {
        "run": one.id,
        "waktu": one.time.isoformat().replace("+00:00", "Z"),
        "petugas": one.officer,
        "perintah": one.command,
        "alasan": one.reason,
        "berkas": list(one.named_files),
        "membatalkan": one.undoes,
        "berlaku": one.in_force,
        "jumlah": one.count,
        "perubahan": [_change(change) for change in one.events],
    }


def _change(change: RecordedEvent) -> dict[str, Any]:
    return {
        "kode": change.kode,
        "kelurahan": change.name,
        "entitas": change.entity,
        "bidang": change.field,
        "lama": masked(change, change.old),
        "baru": masked(change, change.new),
        "per": change.per,
        "berkas": change.file,
        "baris": change.row or None,
        **({"asal": origin(change.origin)} if change.origin else {}),
    }


def origin(one: ForeignRun) -> dict[str, Any]:
    """Who said what was taken out of another register, when, in which run there."""
    return {
        "berkas": one.file,
        "run": one.run,
        "petugas": one.officer,
        "waktu": one.at,
        "tanggal": day_of(one).isoformat(),
    }


def own_field(own: OwnField) -> dict[str, Any]:
    """A declared field as JSON."""
    return {
        "id": own.id,
        "kunci": own.key,
        "label": own.label,
        "jenis": own.kind,
        "arti": own.meaning,
        "pilihan": [*own.choices],
        "pilihan_pensiun": [*own.retired_choices],
        "judul": [*own.headings],
        "pensiun": own.retired,
        "paket": own.package,
    }
