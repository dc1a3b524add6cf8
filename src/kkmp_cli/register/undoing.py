"""Which run can be taken back, and what stands in the way. Reads only; `store` carries it out."""

from __future__ import annotations

from collections.abc import Iterator

from kkmp_cli.errors import Refused
from kkmp_cli.register import runs
from kkmp_cli.register.reading import Reader
from kkmp_cli.runs import COOPERATIVE, FORGETTING, REGISTERED, WHOLE, Run

Touch = tuple[str, int, str]
"""Entity, key and field of a change."""
Thing = tuple[str, int]
"""Entity and key of whatever a change is about."""


def candidate(reader: Reader, number: int | None) -> Run:
    """The run to undo: the one named, else the newest in force that is not itself an undo.

    Raises Refused where there is none, or where it is already undone.
    """
    if number is not None:
        found = reader.runs(run=number, with_changes=False)
        if not found:
            raise Refused(f"Tidak ada run {number}.", "Lihat `kkmp history`.")
        if not found[0].in_force:
            raise Refused(f"Run {number} sudah dibatalkan.", "Untuk mengembalikannya, batalkan run pembatalnya.")
        if found[0].forgets:
            raise Refused(f"Run {number} menghapus data pribadi untuk selamanya.", "Catat lagi dengan `kkmp update`.")
        return found[0]
    for run in reader.runs(with_changes=False):
        if run.in_force and run.undoes is None and not run.forgets:
            return run
    raise Refused("Tidak ada run yang dapat dibatalkan.", "Lihat `kkmp history`.")


def refuse_if_touched_later(reader: Reader, run: Run) -> None:
    """Raises Refused, with names, if a later run in force touched the same fields or anything the run created."""
    undone: dict[int, int | None] = dict(reader.rows("SELECT id, membatalkan FROM runs"))
    base, _ = runs.base_of(undone, run.id)
    passed = runs.void_runs(reader) | _forgetting(reader)
    touched = _touches(reader, base)
    made = {(entity, key) for entity, key, field in touched if field in (WHOLE, REGISTERED)}
    made |= {(COOPERATIVE, key) for entity, key in made if entity == "wilayah"}  # they share their id
    things = {(entity, key) for entity, key, _ in touched}
    hit: dict[int, list[Thing]] = {}
    for entry in runs.entries(reader, "c.run > ? AND c.run <> ?", (base, run.id)):
        entity, key, field = entry.entity, entry.key, entry.field
        if entry.run in passed or undone.get(entry.run) is not None:
            continue
        whole = field in (WHOLE, REGISTERED) and (entity, key) in things
        if whole or (entity, key) in made or (entity, key, field) in touched:
            hit.setdefault(entry.run, []).append((entity, key))
    found = _named(reader, hit)
    standing = {number for number, undoes in undone.items() if undoes is None} - passed
    _refuse_dependents(reader, made, standing, found)
    if found:
        later = sorted(found, reverse=True)
        names = list(dict.fromkeys(name for number in later for name in found[number]))
        shown = ", ".join(names[:5]) + (f" dan {len(names) - 5} lagi" if len(names) > 5 else "")
        numbers = ", ".join(map(str, later))
        raise Refused(
            f"Run {run.id} tidak dapat dibatalkan: run {numbers} sesudahnya mengubah isian yang sama ({shown}).",
            "Batalkan dulu, yang terbaru lebih dulu: " + "; ".join(f"kkmp undo {number}" for number in later),
        )


def _forgetting(reader: Reader) -> set[int]:
    """The runs that took personal values out: whatever is undone, those stay out."""
    return {run for (run,) in reader.rows("SELECT id FROM runs WHERE perintah LIKE ?", (f"{FORGETTING} %",))}


def _touches(reader: Reader, run: int) -> set[Touch]:
    return {(entry.entity, entry.key, entry.field) for entry in runs.entries(reader, "c.run = ?", (run,))}


def _named(reader: Reader, hit: dict[int, list[Thing]]) -> dict[int, list[str]]:
    """The same with a name for each thing."""
    places = (COOPERATIVE, "wilayah")
    names = runs.names(reader, {key for things in hit.values() for entity, key in things if entity in places})
    return {
        run: [(entity in places and names.get(key, (None, None))[1]) or f"{entity} {key}" for entity, key in things]
        for run, things in hit.items()
    }


def _refuse_dependents(reader: Reader, made: set[Thing], standing: set[int], found: dict[int, list[str]]) -> None:
    """What the run made may since have an attendance, a spelling or a tindak lanjut hanging on it."""
    for entity, number, owner, name in _dependents(reader):
        if owner in made and (entity, number) not in made:
            wrote = reader.rows("SELECT DISTINCT run FROM changes WHERE entitas = ? AND subjek = ?", (entity, number))
            if later := [run for (run,) in wrote if run in standing]:
                found.setdefault(max(later), []).append(name)


def _dependents(reader: Reader) -> Iterator[tuple[str, int, Thing, str]]:
    attended = "SELECT h.id, h.pelatihan, a.id, a.kelurahan FROM attendances h JOIN areas a ON a.id = h.cooperative_id"
    for number, training, cooperative, name in reader.rows(attended):
        yield "hadir", number, ("pelatihan", training), name
        yield "hadir", number, (COOPERATIVE, cooperative), name
    spelt = "SELECT s.id, a.id, s.alias FROM aliases s JOIN areas a ON a.kode = s.kode"
    for number, area, name in reader.rows(spelt):
        yield "alias", number, ("wilayah", area), name
    for number, listed in reader.rows("SELECT id, koperasi FROM followups WHERE koperasi IS NOT NULL"):
        for key in listed.split(";"):
            yield "tindak_lanjut", number, (COOPERATIVE, int(key)), f"tindak lanjut {number}"
