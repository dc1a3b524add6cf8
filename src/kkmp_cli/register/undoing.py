"""Which run can be taken back, and what stands in the way. Reads only; the writer undoes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.area import distinct_name
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.run import CELL, COOPERATIVE, FORGETTING, REGISTERED, WHOLE, Run
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.lists import split_list
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import log
from kkmp_cli.register.batches import chunks, marks
from kkmp_cli.register.declared_fields import own_field
from kkmp_cli.register.field_history import ENTITY as FIELDS
from kkmp_cli.register.field_history import said_of
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.records import Row, from_json, rows_of

Touch = tuple[str, int, str]
"""Entity, key and field of a change."""
Thing = tuple[str, int]
"""Entity and key of whatever a change is about."""
_NAMED = 5
"""How many things a refusal names, and of how many letters a name may be."""


def candidate(register: Reader, number: int | None) -> Run:
    """The run to undo: the one named, else the newest in force that is not itself an undo.

    Raises Refused where there is none, or where it is already undone.
    """
    if number is not None:
        return _named(register, number)
    for run in log.each_run(register, log.HistoryFilter(with_changes=False)):
        if run.in_force and run.undoes is None and not run.forgets:
            return run
    remedy = Advice("Lihat `{}`.", Command("history"))
    raise Refused("Tidak ada pekerjaan yang dapat dibatalkan.", remedy)


def _named(register: Reader, number: int) -> Run:
    """The run of a number. Raises Refused where it cannot be undone."""
    runs = register.runs(run=number, with_changes=False)
    if not runs:
        raise Refused(f"Tidak ada pekerjaan {number}.", Advice("Lihat `{}`.", Command("history")))
    if not runs[0].in_force:
        raise Refused(f"Pekerjaan {number} sudah dibatalkan.", _way_back(register, number))
    if runs[0].forgets:
        again = Advice("Catat lagi dengan `{}`.", Command("update"))
        raise Refused(f"Pekerjaan {number} menghapus data pribadi untuk selamanya.", again)
    return runs[0]


def _way_back(register: Reader, number: int) -> Advice:
    """How what was undone is brought back: by undoing the run that undid it."""
    every = log.each_run(register, log.HistoryFilter(with_changes=False))
    undoing = next((run.id for run in every if run.undoes == number and run.in_force), None)
    if undoing is None:
        return Advice("Lihat `{}`.", Command("history"))
    return Advice("Kembalikan dengan `{}`.", Command("undo", str(undoing)))


def refuse_if_touched_later(register: Reader, run: Run) -> None:
    """Raises Refused where a later run touched the same fields or what the run created."""
    base, _ = log.base_of(register, run.id)
    reach = _reach(log.entries(register, "e.run = ?", (base,)))
    hit = reach.hit(_later(register, {key for _, key in reach.things}, base))
    _add_dependents(register, reach.made, hit)
    _add_values(register, base, hit)
    standing = _standing(register, hit)
    if standing:
        raise _refusal(register, run, {number: hit[number] for number in standing})


def _later(register: Reader, keys: Iterable[int], base: int) -> Iterator[log.Entry]:
    """What later runs said of things with these keys."""
    newest = register.rows("SELECT coalesce(max(run), 0) FROM events")[0][0]
    for some in chunks(keys) if newest > base else ():
        where = f"e.subjek IN {marks(len(some))} AND e.run > ?"
        yield from log.entries(register, where, (*some, base))


def _standing(register: Reader, runs: Iterable[int]) -> list[int]:
    """Those of the runs to be taken back first: in force, neither an undo nor one that forgets."""
    void = log.void_runs(register)
    sql = "SELECT id FROM runs WHERE id IN {} AND membatalkan IS NULL AND perintah NOT LIKE"
    rows = register.among(f"{sql} '{FORGETTING} %'", sorted(runs))
    return [number for (number,) in rows if number not in void]


class _Reach(NamedTuple):
    """What a run touched: fields, the things they are of, and those made or taken out whole."""

    fields: set[Touch]
    things: set[Thing]
    made: set[Thing]

    def hit(self, later: Iterable[log.Entry]) -> dict[int, list[Thing]]:
        """What later events concern of this, by run."""
        things: dict[int, list[Thing]] = {}
        for entry in later:
            if self._concerned(entry):
                things.setdefault(entry.run, []).append((entry.entity, entry.key))
        return things

    def _concerned(self, entry: log.Entry) -> bool:
        """True for an event on the same field, on what was made, or that made what was touched."""
        thing = entry.entity, entry.key
        whole = thing in self.things and entry.field in _WHOLE
        return whole or thing in self.made or (*thing, entry.field) in self.fields


def _reach(entries: Iterable[log.Entry]) -> _Reach:
    """What a run touched; an area and its cooperative share their id. On a word about a day to come
    (a clock was wrong) nothing was built: every later one holds once it is gone. How a cell was
    read is no word about anything.
    """
    listed = [one for one in entries if one.entity != CELL]
    fields = {(one.entity, one.key, one.field) for one in listed if not _is_ahead(one)}
    made = {(one.entity, one.key) for one in listed if one.field in _WHOLE}
    made |= {(COOPERATIVE, key) for entity, key in made if entity == "wilayah"}
    return _Reach(fields, {(one.entity, one.key) for one in listed}, made)


def _is_ahead(entry: log.Entry) -> bool:
    return entry.entity == COOPERATIVE and entry.per > settings.today().isoformat()


_WHOLE = (WHOLE, REGISTERED)
"""The fields of events that make a thing or take it out."""


def _refusal(register: Reader, run: Run, hit: Mapping[int, Sequence[Thing]]) -> Refused:
    later = sorted(hit, reverse=True)
    numbers = ", ".join(map(str, later))
    shown = _listed(register, (thing for number in later for thing in hit[number]))
    order = "Batalkan dulu, yang terbaru lebih dulu: " + "; ".join("{}" for _ in later)
    return Refused(
        f"Pekerjaan {run.id} tidak dapat dibatalkan: pekerjaan {numbers} sesudahnya mengubah isian "
        f"yang sama ({shown}).",
        Advice(order, *(Command("undo", number) for number in later)),
    )


def _add_dependents(register: Reader, made: set[Thing], hit: dict[int, list[Thing]]) -> None:
    """What the run made may have an attendance, a spelling, a tindak lanjut hanging on it."""
    for thing, owner in _dependents(register) if made else ():
        if owner in made and thing not in made:
            wrote = register.rows(
                "SELECT DISTINCT run FROM events WHERE entitas = ? AND subjek = ?", thing
            )
            if later := _standing(register, (run for (run,) in wrote)):
                hit.setdefault(max(later), []).append(thing)


def _add_values(register: Reader, base: int, hit: dict[int, list[Thing]]) -> None:
    """What was said since of an own field that the run made or took out, or with a choice that it
    added.
    """
    for entry in log.entries(register, "e.run = ? AND e.entitas = ?", (base, FIELDS)):
        added = {*split_list(entry.new)} - {*split_list(entry.old)}
        for own in _reached(register, entry):
            for later in said_of(register, own, base):
                if entry.field == WHOLE or later.new in added:
                    hit.setdefault(later.run, []).append((later.entity, later.key))


def _reached(register: Reader, entry: log.Entry) -> Iterator[OwnField]:
    """The own field that an event made, took out, or gave other choices."""
    if entry.field == WHOLE:
        yield own_field(entry.key, from_json(FIELDS, entry.new or entry.old or ""))
    elif entry.field == "pilihan":
        yield from (own for own in register.vocabulary.own if own.id == entry.key)


def _dependents(register: Reader) -> Iterator[tuple[Thing, Thing]]:
    """What hangs on something else, and on what."""
    for number, training, cooperative in register.rows(
        "SELECT id, pelatihan, cooperative_id FROM attendances"
    ):
        yield ("hadir", number), ("pelatihan", training)
        yield ("hadir", number), (COOPERATIVE, cooperative)
    for number, area in register.rows(
        "SELECT s.id, a.id FROM aliases s JOIN areas a ON a.kode = s.kode"
    ):
        yield ("alias", number), ("wilayah", area)
    for number, listed in register.rows(
        "SELECT id, koperasi FROM followups WHERE koperasi IS NOT NULL"
    ):
        for key in listed.split(";"):
            yield ("tindak_lanjut", number), (COOPERATIVE, int(key))


def _listed(register: Reader, things: Iterable[Thing]) -> str:
    """The first of these by the names that people know them by, and how many more there are."""
    once = list(
        dict.fromkeys(
            (COOPERATIVE if entity == "wilayah" else entity, key) for entity, key in things
        )
    )
    more = f" dan {show(len(once) - _NAMED)} lagi" if len(once) > _NAMED else ""
    return ", ".join(_called(register, *thing) for thing in once[:_NAMED]) + more


def _called(register: Reader, entity: str, key: int) -> str:
    if entity == COOPERATIVE:
        return _place(register, key)
    row = rows_of(register, entity).get(key) or _last_seen(register, entity, key)
    if row is None:
        return f"{entity.replace('_', ' ')} {key}"
    if entity == "hadir":
        return f"kehadiran {_place(register, row['cooperative_id'])}"
    if entity == "target":
        code, year = row["milestone"], row["tahun_buku"]
        return f"target {key} {register.vocabulary.label_of(f'{code}_{year}' if year else code)}"
    return _CALLED[entity].format(key=key, **{name: short(value) for name, value in row.items()})


_CALLED = {
    "alias": 'ejaan "{alias}"',
    "judul": 'judul kolom "{judul}"',
    "pelatihan": 'pelatihan {key} "{judul}"',
    "angka": "angka {key} {indikator}",
    "setelan": "pengaturan {kunci}",
    "bidang": "bidang {kunci}",
    "berkas": "berkas {nama}",
    "jawaban": "jawaban {pilihan} {nilai}",
    "tindak_lanjut": 'tindak lanjut {key} "{uraian}"',
}
"""What people know a record by; the number where commands ask for it."""


def _place(register: Reader, key: int) -> str:
    """The kelurahan of an area's id, also of one that is no longer in the list."""
    _, name = log.names(register, {key}).get(key, (None, None))
    if name:
        return distinct_name(name)
    row = _last_seen(register, "wilayah", key)
    return str(row["kelurahan"]) if row else f"koperasi {key}"


def _last_seen(register: Reader, entity: str, key: int) -> Row | None:
    """A record that is no longer there, as the history last tells it whole."""
    entries = log.about(register, entity, key)
    whole = [
        (entry, text)
        for entry in entries
        if entry.field == WHOLE and (text := entry.new or entry.old)
    ]
    if not whole:
        return None
    entry, text = whole[-1]
    try:
        return from_json(entity, text)
    except ValueError:
        raise log.damage(entry.run, entry.place) from None
