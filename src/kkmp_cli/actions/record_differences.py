"""What two registers say otherwise of one record, in words, with the command that says it as the
other one does.

Never enters: what is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kkmp_cli.errors import Advice, Command
from kkmp_cli.importing.foreign_register import Thing
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short

_GROUPS = {"pelatihan": "training", "angka": "figure", "tindak_lanjut": "followup"}
_ALTERABLE = {
    "pelatihan": ("selesai", "tempat", "penyelenggara", "materi", "peserta", "sumber"),
    "tindak_lanjut": ("batas",),
}
"""What a command can say anew."""


def difference(known: Thing, name: str, value: Any, place: str) -> str:
    """A field that stands otherwise here than in the register of a place."""
    said = f"{known.title}: {name.replace('_', ' ')} di sini {short(str(known.row[name]))}"
    template = "{}, di {} {}; tidak diubah.{}"
    return Advice(template, said, place, short(str(value)), _applying(known, name, value))


def _applying(known: Thing, name: str, value: Any) -> str:
    """The command that says it as the other register does, where one does."""
    if known.came_to:
        came_to = known.came_to.id
        return Advice(" Lihat `{}`.", Command("training", "show", came_to)) if came_to else ""
    if known.id is None:
        return ""
    group = _GROUPS[known.kind]
    if name not in _ALTERABLE.get(known.kind, ()):
        return Advice(" Lihat `{}`.", Command(group, "list"))
    option = f"--{name.replace('_', '-')}"
    words = ("update", known.id, option, str(value).replace(";", ","))
    return Advice(" Terapkan: `{}`", Command(group, *words))


def other_target(known: Thing, other: Thing, place: str) -> str:
    """A target that was set before the one that holds here, or on the same day."""
    template = "{} di {}: {}; di sini {}, yang tetap berlaku. Terapkan: `{}`"
    said, held = _target(other.row), _target(known.row)
    return Advice(template, other.title, place, said, held, _setting(other.row))


def _target(row: Mapping[str, Any]) -> str:
    worth = f", nilai {row['nilai']}" if row["nilai"] else ""
    set_on = dates.show(row["ditetapkan"])
    return f"batas {dates.show(row['batas'])}{worth} (ditetapkan {set_on})"


def _setting(row: Mapping[str, Any]) -> Command:
    options = {"--tahun-buku": row["tahun_buku"], "--nilai": row["nilai"]}
    typed = [word for pair in options.items() if pair[1] for word in pair]
    place = ("--kota", row["kota"])
    return Command("target", "set", row["milestone"], row["batas"], *place, *typed)
