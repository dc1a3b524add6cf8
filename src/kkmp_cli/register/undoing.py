"""Which run can be taken back, and what stands in the way. Reads only; `store` carries it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.milestones import label_of
from kkmp_cli.model.run import COOPERATIVE, FORGETTING, REGISTERED, WHOLE, Run
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import log
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import Row, from_json, rows_of

Touch = tuple[str, int, str]
"""Entity, key and field of a change."""
Thing = tuple[str, int]
"""Entity and key of whatever a change is about."""
_NAMED, _LONGEST = 5, 60
"""How many things a refusal names, and of how many letters a name may be."""


def candidate(reader: Reader, number: int | None) -> Run:
    """The run to undo: the one named, else the newest in force that is not itself an undo.

    Raises Refused where there is none, or where it is already undone.
    """
    if number is not None:
        found = reader.runs(run=number, with_changes=False)
        if not found:
            raise Refused(f"Tidak ada run {number}.", Advice("Lihat `{}`.", Command("history")))
        if not found[0].in_force:
            raise Refused(
                f"Run {number} sudah dibatalkan.",
                "Untuk mengembalikannya, batalkan run pembatalnya.",
            )
        if found[0].forgets:
            raise Refused(
                f"Run {number} menghapus data pribadi untuk selamanya.",
                Advice("Catat lagi dengan `{}`.", Command("update")),
            )
        return found[0]
    for run in reader.runs(with_changes=False):
        if run.in_force and run.undoes is None and not run.forgets:
            return run
    raise Refused("Tidak ada run yang dapat dibatalkan.", Advice("Lihat `{}`.", Command("history")))


def refuse_if_touched_later(reader: Reader, run: Run) -> None:
    """Raises Refused, with names, if a later run in force touched the same fields or anything the
    run created.
    """
    undone: dict[int, int | None] = dict(reader.rows("SELECT id, membatalkan FROM runs"))
    base, _ = log.base_of(undone, run.id)
    passed = log.void_runs(reader) | _forgetting(reader)
    touched = _touches(reader, base)
    made = {(entity, key) for entity, key, field in touched if field in (WHOLE, REGISTERED)}
    made |= {
        (COOPERATIVE, key) for entity, key in made if entity == "wilayah"
    }  # they share their id
    things = {(entity, key) for entity, key, _ in touched}
    hit: dict[int, list[Thing]] = {}
    for entry in log.entries(reader, "c.run > ? AND c.run <> ?", (base, run.id)):
        entity, key, field = entry.entity, entry.key, entry.field
        if entry.run in passed or undone.get(entry.run) is not None:
            continue
        whole = field in (WHOLE, REGISTERED) and (entity, key) in things
        if whole or (entity, key) in made or (entity, key, field) in touched:
            hit.setdefault(entry.run, []).append((entity, key))
    standing = {number for number, undoes in undone.items() if undoes is None} - passed
    _add_dependents(reader, made, standing, hit)
    if hit:
        later = sorted(hit, reverse=True)
        numbers = ", ".join(map(str, later))
        shown = _listed(reader, (thing for number in later for thing in hit[number]))
        raise Refused(
            f"Run {run.id} tidak dapat dibatalkan: run {numbers} sesudahnya mengubah isian yang "
            f"sama ({shown}).",
            Advice(
                "Batalkan dulu, yang terbaru lebih dulu: " + "; ".join("{}" for _ in later),
                *(Command("undo", number) for number in later),
            ),
        )


def _forgetting(reader: Reader) -> set[int]:
    """The runs that took personal values out: whatever is undone, those stay out."""
    return {
        run
        for (run,) in reader.rows("SELECT id FROM runs WHERE perintah LIKE ?", (f"{FORGETTING} %",))
    }


def _touches(reader: Reader, run: int) -> set[Touch]:
    return {
        (entry.entity, entry.key, entry.field) for entry in log.entries(reader, "c.run = ?", (run,))
    }


def _add_dependents(
    reader: Reader, made: set[Thing], standing: set[int], hit: dict[int, list[Thing]]
) -> None:
    """What the run made may since have an attendance, a spelling or a tindak lanjut hanging on
    it.
    """
    for thing, owner in _dependents(reader):
        if owner in made and thing not in made:
            wrote = reader.rows(
                "SELECT DISTINCT run FROM changes WHERE entitas = ? AND subjek = ?", thing
            )
            if later := [run for (run,) in wrote if run in standing]:
                hit.setdefault(max(later), []).append(thing)


def _dependents(reader: Reader) -> Iterator[tuple[Thing, Thing]]:
    """What hangs on something else, and on what."""
    for number, training, cooperative in reader.rows(
        "SELECT id, pelatihan, cooperative_id FROM attendances"
    ):
        yield ("hadir", number), ("pelatihan", training)
        yield ("hadir", number), (COOPERATIVE, cooperative)
    for number, area in reader.rows(
        "SELECT s.id, a.id FROM aliases s JOIN areas a ON a.kode = s.kode"
    ):
        yield ("alias", number), ("wilayah", area)
    for number, listed in reader.rows(
        "SELECT id, koperasi FROM followups WHERE koperasi IS NOT NULL"
    ):
        for key in listed.split(";"):
            yield ("tindak_lanjut", number), (COOPERATIVE, int(key))


def _listed(reader: Reader, things: Iterable[Thing]) -> str:
    """The first of these by the names that people know them by, and how many more there are."""
    once = list(
        dict.fromkeys(
            (COOPERATIVE if entity == "wilayah" else entity, key) for entity, key in things
        )
    )
    more = f" dan {show(len(once) - _NAMED)} lagi" if len(once) > _NAMED else ""
    return ", ".join(_called(reader, *thing) for thing in once[:_NAMED]) + more


def _called(reader: Reader, entity: str, key: int) -> str:
    if entity == COOPERATIVE:
        return _place(reader, key)
    row = rows_of(reader, entity).get(key) or _last_seen(reader, entity, key)
    if row is None:
        return f"{entity.replace('_', ' ')} {key}"
    if entity == "hadir":
        return f"kehadiran {_place(reader, row['cooperative_id'])}"
    if entity == "target":
        code, year = row["milestone"], row["tahun_buku"]
        return f"target {key} {label_of(f'{code}_{year}' if year else code)}"
    return _CALLED[entity].format(key=key, **{name: _short(value) for name, value in row.items()})


_CALLED = {
    "alias": 'ejaan "{alias}"',
    "judul": 'judul kolom "{judul}"',
    "pelatihan": 'pelatihan {key} "{judul}"',
    "angka": "angka {key} {indikator}",
    "tindak_lanjut": 'tindak lanjut {key} "{uraian}"',
}
"""What people know a record by; the number where commands ask for it."""


def _place(reader: Reader, key: int) -> str:
    """The kelurahan of an area's id, also of one that is no longer in the list."""
    _, name = log.names(reader, {key}).get(key, (None, None))
    row = None if name else _last_seen(reader, "wilayah", key)
    return name or (row["kelurahan"] if row else f"koperasi {key}")


def _last_seen(reader: Reader, entity: str, key: int) -> Row | None:
    """A record that is no longer there, as the history last tells it whole."""
    said = log.entries(reader, "c.entitas = ? AND c.subjek = ?", (entity, key))
    whole = [text for entry in said if entry.field == WHOLE and (text := entry.new or entry.old)]
    return from_json(entity, whole[-1]) if whole else None


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
