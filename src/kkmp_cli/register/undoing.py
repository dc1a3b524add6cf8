"""Which run can be taken back, and what stands in the way. Reads only; `store` carries it out."""

from __future__ import annotations

from kkmp_cli.errors import Refused
from kkmp_cli.judging import COOPERATIVE
from kkmp_cli.register import runs
from kkmp_cli.register.reading import Reader
from kkmp_cli.runs import REGISTERED, WHOLE, Run

Touch = tuple[str, int, str]
"""Entity, key and field of a change."""


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
        return found[0]
    for run in reader.runs(with_changes=False):
        if run.in_force and run.undoes is None:
            return run
    raise Refused("Tidak ada run yang dapat dibatalkan.", "Lihat `kkmp history`.")


def refuse_if_touched_later(reader: Reader, run: Run) -> None:
    """Raises Refused, with names, if a later run in force touched the same fields or anything the run created."""
    undone: dict[int, int | None] = dict(reader.rows("SELECT id, membatalkan FROM runs"))
    base, _ = runs.base_of(undone, run.id)
    void = runs.void_runs(reader)
    touched = _touches(reader, base)
    made = {(entity, key) for entity, key, field in touched if field in (WHOLE, REGISTERED)}
    found: dict[int, list[str]] = {}
    for later, entity, key, field, name in reader.rows(
        "SELECT c.run, c.entitas, c.subjek, c.bidang, a.kelurahan FROM changes c"
        " LEFT JOIN areas a ON a.id = c.subjek AND c.entitas IN ('koperasi', 'wilayah')"
        " WHERE c.run > ? AND c.run <> ?",
        (base, run.id),
    ):
        if later in void or undone.get(later) is not None:
            continue
        whole = field in (WHOLE, REGISTERED) and any(other[:2] == (entity, key) for other in touched)
        if whole or (entity, key) in made or (entity, key, field) in touched:
            found.setdefault(later, []).append(name or f"{entity} {key}")
    _refuse_attendance(reader, made, found)
    if found:
        number, names = max(found.items())
        shown = ", ".join(dict.fromkeys(names[:5]))
        more = f" dan {len(set(names)) - 5} lagi" if len(set(names)) > 5 else ""
        raise Refused(
            f"Run {run.id} tidak dapat dibatalkan: run {number} sesudahnya mengubah isian yang sama ({shown}{more}).",
            f"Batalkan dulu run {number}: kkmp undo {number}",
        )


def _touches(reader: Reader, run: int) -> set[Touch]:
    return {tuple(row) for row in reader.rows("SELECT entitas, subjek, bidang FROM changes WHERE run = ?", (run,))}


def _refuse_attendance(reader: Reader, made: set[tuple[str, int]], found: dict[int, list[str]]) -> None:
    """A training or cooperative made by the run may since have an attendance."""
    for entity, key in made:
        column = {COOPERATIVE: "cooperative_id", "pelatihan": "pelatihan"}.get(entity)
        if column is None or ("hadir", key) in made:
            continue
        rows = reader.rows(
            f"SELECT a.id, (SELECT max(run) FROM changes WHERE entitas = 'hadir' AND subjek = a.id)"
            f" FROM attendances a WHERE a.{column} = ?",
            (key,),
        )
        for number, later in rows:
            if ("hadir", number) not in made and later is not None:
                found.setdefault(later, []).append(f"{entity} {key}")
