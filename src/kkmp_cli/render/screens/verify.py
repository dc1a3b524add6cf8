"""What `kkmp verify` found: whether a packet is what was recorded, where it is not, and what would
be different today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any, TypeVar

from kkmp_cli import __version__, settings
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.harmless import json_text

if TYPE_CHECKING:
    from kkmp_cli.model.run import Run
    from kkmp_cli.model.verification import Changed, Verified

T = TypeVar("T")
_SHOWN = 15
_LONGEST, _BEFORE = 60, 20
"""Letters of a text that are shown, and those before what differs."""


def as_text(found: Verified, detailed: bool = False) -> str:
    """Sentences, and a line for each difference."""
    lines = [_verdict(found), *_notes(found)]
    lines += _some(found.differences, detailed, lambda one: f"  {_place(found, one)}")
    lines += _since(found, detailed)
    return "\n".join(map(printable, lines))


def _verdict(found: Verified) -> str:
    recorded = f"yang tercatat pada pekerjaan {found.run}{_printed(found.origin.printed)}"
    if found.same:
        exact = "sampai ke byte" if found.to_the_byte else f"{show(found.compared)} isian dibaca"
        return f"{found.file}: sama dengan {recorded}, {exact}."
    places = show(len(found.differences))
    return f"{found.file}: BERBEDA dari {recorded}, di {places} tempat."


def _printed(at: datetime | None) -> str:
    return f" (dicetak {dates.show(at.astimezone(settings.JAKARTA).date())})" if at else ""


def _notes(found: Verified) -> Iterator[str]:
    if found.same and not found.to_the_byte:
        yield "Berkasnya pernah disimpan ulang atau diubah tampilannya; isinya tetap sama."
    if found.origin.program != __version__ and not found.to_the_byte:
        yield (
            f"Paket dibuat kkmp {found.origin.program}, ini kkmp {__version__}: kata dan susunan "
            "yang berbeda dapat berasal dari situ."
        )
    if found.origin.elsewhere:
        yield "Kop surat atau penandatangannya dari pengaturan komputer, di luar register."
    if found.origin.personal and not found.same:
        yield "Paket memuat data pribadi, jadi isi yang berbeda tidak ditampilkan."


def _place(found: Verified, one: Any) -> str:
    place = " › ".join(one.place)
    if found.origin.personal:
        return place
    recorded, printed = _around(one.recorded, one.printed)
    return f"{place}: tercatat {recorded}, di paket {printed}"


def _around(one: str | None, other: str | None) -> tuple[str, str]:
    """Two texts from shortly before where they differ."""
    if not one or not other or max(len(one), len(other)) <= _LONGEST:
        return _shown(one), _shown(other)
    equal = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    at = sum(1 for _ in equal)
    begin = one.rfind(" ", 0, max(at - _BEFORE, 0)) + 1
    lead = "…" if begin else ""
    return lead + _shown(one[begin:]), lead + _shown(other[begin:])


def _shown(text: str | None) -> str:
    return short(text, _LONGEST) if text else "tidak ada"


def _since(found: Verified, detailed: bool) -> Iterator[str]:
    if not found.since:
        yield "Sejak itu tidak ada pekerjaan lain."
        return
    runs = f"Sejak itu {show(found.since)} pekerjaan"
    if not found.changed:
        yield f"{runs}; laporan yang sama hari ini angkanya tetap."
        return
    number = show(len(found.changed))
    figures = found.changed if detailed else _figures(found.changed)
    yield f"{runs}; laporan yang sama hari ini berbeda di {number} tempat:"
    yield from _some(figures, detailed, lambda one: f"  {_change(found, one)}")
    if len(figures) < len(found.changed):
        yield "  Kalimat, daftar nama dan kolom lain: --rinci"
    yield "Pekerjaan sejak itu yang menyentuhnya:"
    yield from _some(found.runs, detailed, _run)


def _figures(changed: Sequence[Changed]) -> Sequence[Changed]:
    """The cells of tables that have another figure; all where there is none."""
    cells = [one for one in changed if len(one.place) > 2 and one.then and one.now]
    return cells or changed


def _change(found: Verified, one: Any) -> str:
    place = " › ".join(one.place)
    runs = f" (pekerjaan {', '.join(map(str, sorted(one.runs)[-3:]))})" if one.runs else ""
    if found.origin.personal:
        return f"{place}{runs}"
    then, now = _around(one.then, one.now)
    return f"{place}: {then} → {now}{runs}"


def _run(run: Run) -> str:
    moment = run.time.astimezone(settings.JAKARTA)
    day = f"{dates.show(moment.date())} {moment:%H.%M}"
    return f"  {run.id}  {day}  {run.officer}: {short(run.command, _LONGEST)}"


def _some(several: Sequence[T], every: bool, line: Callable[[T], str]) -> Iterator[str]:
    """A line for each of the first, or for every one."""
    shown = several if every else several[:_SHOWN]
    yield from map(line, shown)
    if len(several) > len(shown):
        yield f"  … dan {show(len(several) - len(shown))} lagi (semua: --rinci)"


def as_json(found: Verified) -> str:
    """One object: the verdict, what differs, what has changed since."""
    return json_text({**_said(found), **_several(found)})


def _said(found: Verified) -> dict[str, Any]:
    return {
        "berkas": found.file,
        "bentuk": found.kind,
        "sama": found.same,
        "sama_byte": found.to_the_byte,
        "kepala": found.origin.head,
        "run": found.run,
        "run_sesudahnya": found.since,
        "versi": found.origin.program,
    }


def _several(found: Verified) -> dict[str, Any]:
    """The texts themselves only where no personal value can be among them."""
    hidden = found.origin.personal
    return {
        "berbeda": [
            _object(one.place, hidden, tercatat=one.recorded, di_paket=one.printed)
            for one in found.differences
        ],
        "berubah_sejak": [
            _object(one.place, hidden, dulu=one.then, sekarang=one.now) | {"run": sorted(one.runs)}
            for one in found.changed
        ],
    }


def _object(place: tuple[str, ...], hidden: bool, **values: str | None) -> dict[str, Any]:
    texts = {name: None if hidden else text for name, text in values.items()}
    return {"tempat": list(place), **texts}


FORMATS: Mapping[str, Callable[[Any], str]] = {"terminal": as_text, "json": as_json}
