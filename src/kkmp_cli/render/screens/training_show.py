"""One training in full: what, when, where, and who came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kkmp_cli.model.area import Area
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import objects
from kkmp_cli.render.harmless import json_text
from kkmp_cli.render.words import NO_DATA


def as_json(training: Training) -> str:
    """The training with all its attendance."""
    return json_text(objects.training(training))


def as_text(training: Training, areas: Mapping[int, Area]) -> str:
    """A few lines of facts, then a line a cooperative; unknown numbers are said to be unknown."""
    until = f" sampai {dates.show(training.selesai)}" if training.selesai else ""
    came = f"{numbers.show(len(training.hadir))} KKMP tercatat hadir"
    lines = [
        f"Pelatihan {training.id}: {training.judul}",
        f"  {dates.show(training.mulai)}{until}",
        *_facts(training),
        f"  Peserta: {headcount(training) or NO_DATA}; {came}",
        *(_attendance(who, areas.get(who.cooperative_id)) for who in training.hadir),
    ]
    return "\n".join(map(printable, lines))


def _facts(training: Training) -> Iterator[str]:
    materi = ", ".join(training.materi)
    facts = (training.tempat, training.penyelenggara, materi, training.sumber)
    labels = ("Tempat", "Penyelenggara", "Materi", "Sumber")
    yield from (f"  {label}: {fact}" for label, fact in zip(labels, facts, strict=True) if fact)


def _attendance(who: Attendance, area: Area | None) -> str:
    name = f"{area.kelurahan} ({area.kecamatan})" if area else who.kode
    organs = ("pengurus", who.pengurus), ("pengawas", who.pengawas)
    counts = [f"{numbers.show(count)} {organ}" for organ, count in organs if count is not None]
    return f"    {name}: {', '.join(counts) or 'hadir'}"


def headcount(training: Training) -> str | None:
    """The stated headcount, else people per kelurahan, which is said; None if unknown."""
    if training.peserta is not None:
        return numbers.show(training.peserta)
    people = [who.people for who in training.hadir if who.people is not None]
    return f"{numbers.show(sum(people))} (tercatat per kelurahan)" if people else None
