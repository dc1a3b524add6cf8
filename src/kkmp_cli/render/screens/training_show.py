"""One training in full: what, when, where, and who came."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kkmp_cli.model.area import Area
from kkmp_cli.model.training import Training
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import printable
from kkmp_cli.render import objects


def as_json(training: Training) -> str:
    """The training with all its attendance."""
    return json.dumps(objects.training(training), ensure_ascii=False, indent=2)


def as_text(training: Training, areas: Mapping[int, Area]) -> str:
    """A few lines of facts, then a line a cooperative; unknown numbers are said to be unknown."""
    until = f" sampai {dates.show(training.selesai)}" if training.selesai else ""
    stated = headcount(training) or "belum ada data"
    lines = [f"Pelatihan {training.id}: {training.judul}", f"  {dates.show(training.mulai)}{until}"]
    for label, value in (
        ("Tempat", training.tempat),
        ("Penyelenggara", training.penyelenggara),
        ("Materi", ", ".join(training.materi)),
        ("Sumber", training.sumber),
    ):
        if value:
            lines.append(f"  {label}: {value}")
    lines.append(f"  Peserta: {stated}; {numbers.show(len(training.hadir))} KKMP tercatat hadir")
    for who in training.hadir:
        area = areas.get(who.cooperative_id)
        name = f"{area.kelurahan} ({area.kecamatan})" if area else who.kode
        counts = [
            f"{numbers.show(count)} {organ}"
            for organ, count in (("pengurus", who.pengurus), ("pengawas", who.pengawas))
            if count is not None
        ]
        lines.append(f"    {name}: {', '.join(counts) or 'hadir'}")
    return "\n".join(map(printable, lines))


def headcount(training: Training) -> str | None:
    """The stated headcount, else the people recorded per kelurahan, which is said; None where
    neither is known.
    """
    if training.peserta is not None:
        return numbers.show(training.peserta)
    people = [who.people for who in training.hadir if who.people is not None]
    return f"{numbers.show(sum(people))} (tercatat per kelurahan)" if people else None
