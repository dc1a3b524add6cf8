"""Is the register whole: the file, its references, the chain of its history, and the state that
follows from it.

Reads everything, changes nothing. The rules of what the data say are in `checks`; these are of how
they are kept.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import Any

from kkmp_cli.checks import ERROR, WHOLENESS, Finding, Held, Result, Rule
from kkmp_cli.errors import Advice, Command
from kkmp_cli.model.projection import project
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import hash_chain, log, records, state_columns
from kkmp_cli.register.reader import Reader

_SHOWN = 20
_EVER = date(9000, 1, 1)


def examine(reader: Reader) -> list[Result]:
    """Every test of wholeness; those of the content are left out where the file itself is
    broken.
    """
    results = []
    for code, sentence, remedy, find in _TESTS:
        findings = tuple(_tried(find, reader))
        results.append(Result(Rule(code, WHOLENESS, ERROR, sentence, remedy, _nothing), findings))
        if findings and code == "berkas_rusak":
            break
    return results


def whole(results: Iterable[Result]) -> bool:
    """True where the file can be read on."""
    return not any(result.findings for result in results if result.rule.code == "berkas_rusak")


def _nothing(_held: Held) -> Iterable[Finding]:
    return ()


def _tried(find: Callable[[Reader], Iterable[Finding]], reader: Reader) -> Iterator[Finding]:
    try:
        yield from find(reader)
    except (
        sqlite3.DatabaseError,
        ValueError,
        TypeError,
        LookupError,
    ):  # a flipped bit makes a text of a number
        yield Finding("", "isi", "tidak dapat dibaca sampai habis")


def _file(reader: Reader) -> Iterator[Finding]:
    for (said,) in reader.rows(f"PRAGMA integrity_check({_SHOWN})"):
        if said != "ok":
            yield Finding("", "berkas", said.splitlines()[0][:120])


def _references(reader: Reader) -> Iterator[Finding]:
    for table, row, parent, _ in reader.rows("PRAGMA foreign_key_check")[:_SHOWN]:
        yield Finding("", table, f"baris {row} menunjuk {parent} yang tidak ada")


def _chain(reader: Reader) -> Iterator[Finding]:
    """The first run whose digest, link or number of changes is not what it was; all later ones hang
    on it.
    """
    said = "SELECT run, entitas, subjek, per, berkas, baris, isi FROM changes ORDER BY id"
    groups = groupby(reader.connection.execute(said), lambda row: row[0])
    group = next(groups, None)
    before = hash_chain.BEGINNING
    runs_held = reader.rows(
        f"SELECT {', '.join(hash_chain.HEADER)}, intisari FROM runs ORDER BY id"
    )
    for number, (*words, digest) in enumerate(runs_held, 1):
        header = dict(zip(hash_chain.HEADER, words, strict=True))
        told, events = hash_chain.Digest(header), 0
        if group is not None and group[0] == header["id"]:
            while chunk := [row[1:] for row in islice(group[1], 500)]:
                told.add(chunk)
                events += sum(len(json.loads(row[-1])) for row in chunk)
            group = next(groups, None)
        linked = (
            header["id"] == number and header["sebelum"] == before and header["jumlah"] == events
        )
        if not linked or told.hex() != digest:
            yield Finding("", f"run {header['id']}", "isinya tidak lagi seperti waktu dicatat")
            return
        before = digest
    if group is not None:
        yield Finding("", f"run {group[0]}", "ada perubahan tanpa run")


def _personal(reader: Reader) -> Iterator[Finding]:
    bad = sum(
        mark != log.PERSONAL_MARK + hashlib.sha256((salt + value).encode()).hexdigest()
        for mark, salt, value in reader.connection.execute(
            "SELECT intisari, garam, nilai FROM personal_values"
        )
    )
    if bad:
        yield Finding("", "data pribadi", f"{show(bad)} nilai tidak cocok dengan riwayat")


def _state(reader: Reader) -> Iterator[Finding]:
    """The state beside the history against what follows from the history anew."""
    said = log.field_events(reader, None, log.void_runs(reader))
    names = {
        key: (kode, name)
        for key, kode, name in reader.rows("SELECT id, kode, kelurahan FROM areas")
    }
    held = {
        row[0]: row
        for row in reader.rows(f"SELECT {', '.join(state_columns.COLUMNS)} FROM cooperatives")
    }
    numbers: dict[int, list[Any]] = defaultdict(list)
    for row in reader.connection.execute(
        f"SELECT {', '.join(state_columns.NUMBER_COLUMNS)} FROM identifiers"
    ):
        numbers[row[-1]].append(row)
    for key in sorted({*said, *held, *numbers}):
        state = project(said.get(key, ()))
        wanted = (
            (state_columns.row_of(key, state), state_columns.numbers_of(key, state.values))
            if state.registered
            else (None, [])
        )
        if wanted[0] != held.get(key) or sorted(wanted[1]) != sorted(numbers.get(key, ())):
            yield Finding(
                *names.get(key, ("", f"koperasi {key}")), "keadaan berbeda dari riwayatnya"
            )


def _records(reader: Reader) -> Iterator[Finding]:
    """Trainings, headings and all else that is no cooperative against their history; areas do not
    begin in it.
    """
    wanted = records.replay(reader, _EVER, log.void_runs(reader))
    for entity in records.ENTITIES:
        if entity in ("wilayah", "alias"):
            continue
        held = records.rows_of(reader, entity)
        for key in sorted({*held, *wanted[entity]}):
            if held.get(key) != wanted[entity].get(key):
                yield Finding("", f"{entity} {key}", "isinya berbeda dari riwayatnya")


_RESTORE = Advice("Pulihkan dari cadangan: {}", Command("restore", "BERKAS"))
_TESTS: tuple[tuple[str, str, str, Callable[[Reader], Iterable[Finding]]], ...] = (
    ("berkas_rusak", "Berkas register rusak", _RESTORE, _file),
    ("baris_tanpa_induk", "Baris yang menunjuk ke yang tidak ada", _RESTORE, _references),
    (
        "riwayat_berubah",
        "Riwayat diubah di luar program",
        f"Bandingkan dengan cadangan. {_RESTORE}",
        _chain,
    ),
    ("data_pribadi_berubah", "Data pribadi tidak cocok dengan riwayat", _RESTORE, _personal),
    ("keadaan_berbeda", "Keadaan berbeda dari yang mengikuti dari riwayat", _RESTORE, _state),
    (
        "catatan_berbeda",
        "Pelatihan, target, angka, tindak lanjut atau judul berbeda dari riwayat",
        _RESTORE,
        _records,
    ),
)
