"""A register of one kota as it is after years of work: single statements, sheets of a kecamatan,
confirmations, trainings, tindak lanjut, undone runs, spread over the days until now.

The runs go through no command, which would take hours, but are what commands record: digested one
after the other, the old value of each statement is the one before it, and the state beside them is
made by the program from the log. `kkmp check` finds the register whole. The same call makes the
same runs.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kkmp_cli import settings
from kkmp_cli.cli import app
from kkmp_cli.model.event import Event, grouped
from kkmp_cli.register import hash_chain, heads, log, records, stored_projection
from kkmp_cli.register.writer import Writer, open_writer

RUNS_A_YEAR = 5_000
KOTA = "jakpus"
_MILESTONES = ("musyawarah", "sk_kemenkop", "nib", "npwp", "rekening", "gerai", "usaha")
_KENDALA = ("modal", "tempat: belum ada gedung", "sdm", "legalitas: berkas kembali", "anggota")
_KINDS = ("statement", "sheet", "confirmation", "training", "followup", "undo")
_WEIGHTS = (60, 12, 19, 2, 2, 5)


class Office:
    """What the runs so far have come to, and the next ones."""

    def __init__(self, ids: list[int], seed: int = 0) -> None:
        self.ids = ids
        self.random = random.Random(seed)
        self.values: dict[int, dict[str, str]] = defaultdict(dict)
        self.undoable: tuple[int, dict[int, dict[str, str]]] | None = None
        self.made = dict.fromkeys(("pelatihan", "hadir", "tindak_lanjut"), 0)

    def next(self, number: int, day: str) -> tuple[str, list[Event], int | None]:
        """The command, the events and the undone run of the run of this number."""
        kind = self.random.choices(_KINDS, _WEIGHTS)[0]
        if kind == "undo" and self.undoable:
            undone, before = self.undoable
            self.values.update(before)
            self.undoable = None
            return f"kkmp undo {undone}", [], undone
        if kind in ("training", "followup"):
            self.undoable = None
            return f"kkmp {kind} add", list(getattr(self, f"_{kind}")(day)), None
        say = {"sheet": self._sheet, "confirmation": self._confirmation}.get(kind, self._statement)
        before = {key: dict(values) for key, values in self.values.items()}
        events = list(say(day)) or list(self._members(self.random.choice(self.ids), day))
        touched = {event.key for event in events}
        self.undoable = number, {key: before.get(key, {}) for key in touched}
        return f"kkmp {'import' if kind == 'sheet' else 'update'}", events, None

    def _event(self, key: int, field: str, new: str | None, day: str, row: int = 0) -> Event:
        values = self.values[key]
        old = values.get(field)
        if new is None:
            values.pop(field, None)
        else:
            values[field] = new
        return Event("koperasi", key, field, old, new, day, 0, row)

    def _statement(self, day: str) -> Iterator[Event]:
        key = self.random.choice(self.ids)
        say: Callable[[int, str], Iterator[Event]] = self.random.choice(
            (self._members, self._note, self._units, self._step, self._step)
        )
        yield from say(key, day)

    def _members(self, key: int, day: str, row: int = 0) -> Iterator[Event]:
        now = int(self.values[key].get("anggota", "100"))
        yield self._event(key, "anggota", str(now + self.random.randrange(-2, 5)), day, row)

    def _note(self, key: int, day: str) -> Iterator[Event]:
        yield self._event(key, "catatan", f"Kunjungan {day}, bertemu pengurus", day)

    def _units(self, key: int, day: str) -> Iterator[Event]:
        units = self.random.choice(("sembako", "sembako;klinik", "simpan_pinjam"))
        yield self._event(key, "unit_usaha", units, day)

    def _step(self, key: int, day: str, row: int = 0) -> Iterator[Event]:
        """A milestone goes on, is stuck, is planned; what is reached and can stop stops at times."""
        code = self.random.choice((*_MILESTONES, f"rat_{int(day[:4]) - 1}"))
        state = self.values[key].get(code)
        if state is None or state == "belum":
            yield self._event(key, code, self.random.choice(("belum", "proses")), day, row)
            self._free(key, code)
        elif state[0].isdigit():
            if code in ("gerai", "usaha") and self.random.random() < 0.02:
                yield self._event(key, code, f"berhenti {day}", day, row)
        elif self.random.random() < 0.3:
            yield self._event(key, code, "terkendala", day, row)
            kendala = self.random.choice(_KENDALA)
            yield self._event(key, f"{code}_kendala", kendala, day, row)
        else:
            yield self._event(key, code, day, day, row)
            self._free(key, code)

    def _free(self, key: int, code: str) -> None:
        """What is reached, or said to be open without a kendala, has none any more."""
        self.values[key].pop(f"{code}_kendala", None)

    def _sheet(self, day: str) -> Iterator[Event]:
        begin = self.random.randrange(0, len(self.ids) - 6)
        for row, key in enumerate(self.ids[begin : begin + 6], 6):
            yield from self._members(key, day, row)
            yield from self._step(key, day, row)

    def _confirmation(self, day: str) -> Iterator[Event]:
        key = self.random.choice(self.ids)
        for field, value in list(self.values[key].items()):
            if value in ("belum", "proses", "terkendala") or field in ("gerai", "usaha"):
                yield Event("koperasi", key, field, value, value, day)

    def _training(self, day: str) -> Iterator[Event]:
        number = self._number("pelatihan")
        whole = {"judul": f"Pelatihan {number}", "kota": "31.71", "mulai": day, "peserta": 30}
        yield Event("pelatihan", number, "*", None, records.to_json(whole), day)
        for key in self.random.sample(self.ids, 4):
            came = {"pelatihan": number, "cooperative_id": key, "pengurus": 2, "pengawas": 1}
            yield Event("hadir", self._number("hadir"), "*", None, records.to_json(came), day)

    def _followup(self, day: str) -> Iterator[Event]:
        whole = {"uraian": "Lengkapi berkas", "penanggung_jawab": "Kecamatan", "batas": day}
        whole |= {"kota": "31.71", "selesai": day}
        yield Event(
            "tindak_lanjut", self._number("tindak_lanjut"), "*", None, records.to_json(whole), day
        )

    def _number(self, entity: str) -> int:
        self.made[entity] += 1
        return self.made[entity]


def grow(target: Path, runs: int, years: float) -> None:
    """A new register at `target`, of so many runs over so many years until now."""
    end = datetime.now(UTC) - timedelta(days=1)
    begin = end - timedelta(days=365 * years)
    real = settings.now
    settings.now = lambda: begin  # type: ignore[assignment]
    try:
        if app.run(["--db", str(target), "add", "--kota", KOTA, "--all"]):
            raise SystemExit(f"{target} could not be made")
    finally:
        settings.now = real
    with open_writer(str(target)) as register:
        _record(register, runs, begin, (end - begin) / max(runs, 1))
        register.recorded += filter(None, [heads.head(register)])


def _record(register: Writer, runs: int, begin: datetime, step: timedelta) -> None:
    ids = sorted(register.registered_ids())
    office = Office(ids)
    for at in range(runs):
        number, before = heads.head(register) or (0, "")
        when = begin + step * (at + 1)
        day = when.astimezone(settings.JAKARTA).date().isoformat()
        command, events, undone = office.next(number + 1, day)
        header = dict.fromkeys(hash_chain.HEADER) | {
            "id": number + 1,
            "waktu": log.stamp(when),
            "petugas": f"petugas {at % 5}",
            "perintah": command,
            "berkas": '["kecamatan.xlsx"]' if command.endswith("import") else "[]",
            "membatalkan": undone,
            "jumlah": len(events),
            "sebelum": before,
        }
        digest = hash_chain.Digest(header)
        rows = [(*group[:5], hash_chain.compact(group.items)) for group in grouped(events)]
        digest.add(rows)
        columns = ("run", "entitas", "subjek", "per", "berkas", "baris", "isi")
        register.insert("events", columns, [(number + 1, *row) for row in rows])
        register.insert("runs", (*header, "intisari"), [(*header.values(), digest.hex())])
        for event in events:
            if event.entity != "koperasi":
                row = records.from_json(event.entity, event.new or "")
                table = records.ENTITIES[event.entity].table
                register.insert(table, ("id", *row), [(event.key, *row.values())])
    stored_projection.rebuild(register, ids)


if __name__ == "__main__":
    grow(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
