"""What an official area list says otherwise than the register: new, renamed and vanished areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kkmp_cli.areas.official_lists import NAMES, ListDifference, ListedArea, names_of
from kkmp_cli.errors import Advice, Command, Problem
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.excerpt import capped, subject
from kkmp_cli.parsing.numbers import show

_SHOWN = 20


def lines(difference: ListDifference, count: int, delete: bool, named: bool) -> Iterator[str]:
    """What the list of `count` areas says otherwise; the gone by name only where `named`."""
    added, renamed, vanished = difference.added, difference.renamed, difference.vanished
    yield (
        f"{show(count)} kelurahan/desa di daftar: {show(len(added))} baru · "
        f"{show(len(renamed))} berganti nama · {show(len(vanished))} tidak ada lagi"
    )
    yield from _listed("Baru", [f"{entry.kelurahan} ({entry.kode})" for entry in added])
    yield from _listed("Berganti nama", [_renaming(area, entry) for area, entry in renamed])
    yield from _vanished(vanished, delete, named)
    for area, entry in difference.recoded:
        yield Advice(
            "Kode {} tampaknya berganti; {} belum ditambahkan. Bila benar: {}",
            area.kelurahan,
            entry.kode,
            Command("area", "recode", area.kode, entry.kode),
        )


def _vanished(areas: Sequence[Area], delete: bool, named: bool) -> Iterator[str]:
    kept = "tetap di register; --hapus menghapusnya"
    rest = "dihapus bila belum pernah punya koperasi" if delete else kept
    if named:
        names = [f"{area.kelurahan} ({area.kode})" for area in areas]
        yield from _listed(f"Tidak ada lagi ({rest})", names)
    elif areas:
        gone = f"{show(len(areas))} yang tidak ada lagi tetap di register"
        yield f"{gone} (namanya: --dry-run; menghapusnya: --hapus)."


def _renaming(area: Area, entry: ListedArea) -> str:
    steps = [
        f"{old} → {new}" if name == "kelurahan" else f"{name} {old} → {new}"
        for name, old, new in zip(NAMES, names_of(area), entry[1:], strict=True)
        if old != new
    ]
    return f"{area.kode} {', '.join(steps)}"


def _listed(title: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{title}:"
        yield from (f"  {name}" for name in names[:_SHOWN])
    if len(names) > _SHOWN:
        yield f"  … dan {show(len(names) - _SHOWN)} lainnya"


def problems(bad: Sequence[Problem], partial: bool = False) -> Iterator[str]:
    """The bad rows, as the lines of a refusal, or where the others go in."""
    outcome = "ditolak" if partial else "tidak dapat dipakai; tidak ada yang ditulis"
    yield f"{show(len({one.row for one in bad}))} baris {outcome}:"
    yield from capped([f"  baris {one.row} {subject(one)}: {one.message}" for one in bad])


def rejected(bad: Sequence[Problem]) -> Iterator[str]:
    """The bad rows where the others go in; nothing without one."""
    if bad:
        yield from problems(bad, partial=True)
