"""Is the register whole: the file, its references, the chain of its history, and the state that
follows from it.

Reads everything, changes nothing. The rules of what the data say are in `checks`; these are of how
they are kept.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from kkmp_cli.checks.rule import ERROR, INFO, INTEGRITY, WARNING, Finding, Result, Rule
from kkmp_cli.errors import Advice, Command
from kkmp_cli.model.projection import project
from kkmp_cli.model.run import COOPERATIVE
from kkmp_cli.model.timeline import FieldEvent
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.parsing.numbers import show
from kkmp_cli.register import (
    checkpoints,
    clock,
    event_text,
    expected_schema,
    hash_chain,
    known_marks,
    log,
    misdated_runs,
    privacy,
    records,
)
from kkmp_cli.register.batches import chunks
from kkmp_cli.register.location import SCHEMA, Damaged, connect
from kkmp_cli.register.projection_rows import COLUMNS, Row, rows_of
from kkmp_cli.register.reader import Reader

_SHOWN = 20


def examine(register: Reader) -> list[Result]:
    """Every test of wholeness; those of the content only where the file itself is whole, and where
    who asks may read all of it.
    """
    results = []
    all_of_it = register.sight.whole
    for code, sentence, remedy, find in _TESTS if all_of_it else _OF_A_PART:
        findings = tuple(_tried(find, register))
        results.append(_result(code, sentence, remedy, findings))
        if findings and code == "berkas_rusak":
            return results
    return [*results, _clock(register)] if all_of_it else [*results, _in_part(register)]


def _in_part(register: Reader) -> Result:
    """That the history cannot be proven by who sees a part of it."""
    sentence = "Keutuhan riwayat tidak diperiksa: peran Anda tidak melihat seluruh register"
    remedy = "Minta pengelola register bersama menjalankan pemeriksaan yang sama."
    rule = Rule("sebagian_terlihat", INTEGRITY, INFO, sentence, remedy, lambda _: ())
    return Result(rule, (Finding("", str(register.engine), "hanya sebagian yang terlihat"),))


def _clock(register: Reader) -> Result:
    """Where the clock of the computer was wrong, and what can be done about it."""
    findings = tuple(_tried(misdated_runs.findings, register))
    runs, kept = _of_wrong_clock(register) if findings else ([], "")
    remedy = clock.undoing(runs) if runs else "Betulkan jam komputer; urutan riwayat tetap utuh."
    remedy = Advice("{} {}", remedy, kept) if kept else remedy
    sentence = "Jam komputer salah waktu mencatat"
    rule = Rule("jam_komputer", INTEGRITY, WARNING, sentence, remedy, lambda _: ())
    return Result(rule, findings)


def _of_wrong_clock(register: Reader) -> tuple[list[int], str]:
    """The runs to be taken back and what stays; nothing of a history whose damage is told apart."""
    try:
        return clock.ahead(register), clock.left_out(register)
    except Damaged:
        return [], ""


def examine_schema(path: Path) -> Result:
    """What of a register's schema is not as the program makes it: changed, added or gone."""
    with closing(connect(path, writable=False, any_schema=True)) as connection:
        present = dict(expected_schema.parts(connection))
    wanted = _wanted_schema()
    findings = [
        Finding("", part.partition(" ON ")[0], words)
        for part in sorted({*present, *wanted})
        if (words := _difference(present.get(part), wanted.get(part)))
    ]
    return _result(*_SCHEMA, tuple(findings))


def _wanted_schema() -> dict[str, str]:
    """The schema of a new register."""
    from kkmp_cli.register.schema import upgrade  # noqa: PLC0415 - slow to load, and only an altered register asks

    with tempfile.TemporaryDirectory(prefix="kkmp-") as folder:
        made = Path(folder) / "register.db"
        made.touch()
        upgrade.upgrade(made)
        with closing(connect(made, writable=False)) as connection:
            return dict(expected_schema.parts(connection))


def _difference(present: str | None, wanted: str | None) -> str:
    """What became of a part of the schema; nothing where it is as it should be."""
    if present is None:
        return "hilang"
    if wanted is None:
        return "ditambahkan"
    squeezed = expected_schema.squeezed
    return "isinya lain" if squeezed(present) != squeezed(wanted) else ""


def whole(results: Iterable[Result]) -> bool:
    """True where the file can be read on."""
    return not any(result.findings for result in results if result.rule.code == "berkas_rusak")


def _result(code: str, sentence: str, remedy: str, findings: tuple[Finding, ...]) -> Result:
    return Result(Rule(code, INTEGRITY, ERROR, sentence, remedy, lambda _: ()), findings)


def _tried(find: Callable[[Reader], Iterable[Finding]], register: Reader) -> Iterator[Finding]:
    try:
        yield from find(register)
    except Damaged as error:
        yield Finding("", "riwayat", error.message)
    except (
        sqlite3.DatabaseError,
        ValueError,
        TypeError,
        LookupError,
    ):  # a flipped bit makes a text of a number
        yield Finding("", "isi", "tidak dapat dibaca sampai habis")


def _step(register: Reader) -> Iterator[Finding]:
    """The last migration noted in the file; the rest of the schema was looked at on opening."""
    if register.rows("SELECT version_num FROM alembic_version") != [(f"{SCHEMA:04}",)]:
        yield Finding("", "alembic_version", "isinya lain")


def _file(register: Reader) -> Iterator[Finding]:
    for message in register.engine.flaws(register.connection, _SHOWN):
        yield Finding("", "berkas", message.splitlines()[0][:120])


def _references(register: Reader) -> Iterator[Finding]:
    for table, row, parent in islice(register.engine.orphans(register.connection), _SHOWN):
        yield Finding("", table, f"baris {row} menunjuk {parent} yang tidak ada")


def _chain(register: Reader) -> Iterator[Finding]:
    """What breaks the history: an altered run, else events without a run."""
    if altered := next(_altered(register), None):
        yield altered
        return
    sql = "SELECT min(run) FROM events WHERE run NOT IN (SELECT id FROM runs)"
    if (orphan := register.rows(sql)[0][0]) is not None:
        yield Finding("", f"pekerjaan {orphan}", "ada perubahan tanpa pekerjaan")


def _altered(register: Reader) -> Iterator[Finding]:
    """The first run whose digest, link or number of events differs; all later ones hang on it."""
    before = ""  # what the first run hangs on is tested with the lists that the register began with
    for number, (header, digest, rows) in enumerate(_recorded(register), 1):
        now = _digested(header, rows)
        wanted = (number, before or header["sebelum"], digest, header["jumlah"])
        if (header["id"], header["sebelum"], *now) != wanted:
            changed = "isinya tidak lagi seperti waktu dicatat"
            yield Finding("", f"pekerjaan {header['id']}", changed)
            return
        before = digest


def _recorded(register: Reader) -> Iterator[tuple[dict[str, Any], str, Iterable[Any]]]:
    """Each run in order: its words, its digest and its rows, both tables read through once."""
    groups = groupby(register.connection.execute(_EVENTS), itemgetter(0))
    run, rows = next(groups, _NO_ROWS)
    for *words, digest in register.connection.execute(_RUNS):
        header = dict(zip(hash_chain.HEADER, words, strict=True))
        while run is not None and run < header["id"]:
            run, rows = next(groups, _NO_ROWS)
        yield header, digest, (row[1:] for row in rows) if run == header["id"] else ()


_NO_ROWS: tuple[None, Iterator[Any]] = (None, iter(()))
_RUNS = f"SELECT {', '.join(hash_chain.HEADER)}, intisari FROM runs ORDER BY id"
_EVENTS = "SELECT run, entitas, subjek, per, berkas, baris, isi FROM events ORDER BY run, id"


def _digested(header: Mapping[str, Any], rows: Iterable[Any]) -> tuple[str, int]:
    digest, events = hash_chain.Digest(header), 0
    try:
        for chunk in chunks(rows):
            digest.add(chunk)
            events += sum(event_text.count(row[-1]) for row in chunk)
    except (ValueError, TypeError):  # a row that no program ever wrote
        return "", 0
    return digest.hex(), events


def _personal(register: Reader) -> Iterator[Finding]:
    """The values behind the digests of the log: each unchanged, and of its own cooperative."""
    owners = {
        value: entry.key
        for entry in log.entries(register, "e.entitas = ? AND e.isi LIKE ?", (COOPERATIVE, _MARKED))
        if privacy.is_personal(entry.field)
        for value in (entry.old, entry.new)
    }
    sql = "SELECT intisari, cooperative_id, garam, nilai FROM personal_values"
    bad = sum(
        mark != privacy.digest(salt, value) or owners.get(mark) != key
        for mark, key, salt, value in register.connection.execute(sql)
    )
    if bad:
        yield Finding("", "data pribadi", f"{show(bad)} nilai tidak cocok dengan riwayat")


_MARKED = f'%"{privacy.MARK}%'


def _state(register: Reader) -> Iterator[Finding]:
    """The projection beside the log, and its checkpoints, against what follows from the log."""
    ids = [key for (key,) in register.rows(_SUBJECTS)]
    for some in chunks(ids, _TOGETHER):
        wrong = _wrong(register, some)
        names = log.names(register, wrong)
        for key in wrong:
            kode, name = names.get(key) or ("", f"koperasi {key}")
            yield Finding(kode or "", name or "", "keadaan berbeda dari riwayatnya")


def _wrong(register: Reader, ids: Sequence[int]) -> list[int]:
    """Those of these cooperatives of which anything is not as the whole log says."""
    pasts = checkpoints.whole(register, ids)
    stored, differing = _stored(register, ids), checkpoints.differing(register, pasts)
    wanted = {
        key: _wanted(key, events, register.vocabulary)
        for key, events in checkpoints.listed(register, pasts).items()
    }
    return [key for key in ids if key in differing or stored[key] != wanted[key]]


_TOGETHER = 20
"""As many cooperatives are held in memory at once."""
_SUBJECTS = (
    f"SELECT DISTINCT subjek FROM events WHERE entitas = '{COOPERATIVE}'"
    " UNION SELECT id FROM cooperatives UNION SELECT cooperative_id FROM contacts"
    " UNION SELECT cooperative_id FROM milestones UNION SELECT cooperative_id FROM field_values"
    " UNION SELECT cooperative_id FROM checkpoints ORDER BY 1"
)


def _stored(register: Reader, ids: Sequence[int]) -> dict[int, set[tuple[str, Row]]]:
    rows_by_key: dict[int, set[tuple[str, Row]]] = defaultdict(set)
    for table, columns in COLUMNS.items():
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {columns[0]} IN {{}}"
        for row in register.among(sql, ids):
            rows_by_key[row[0]].add((table, row))
    return rows_by_key


def _wanted(key: int, events: Iterable[FieldEvent], vocabulary: Vocabulary) -> set[tuple[str, Row]]:
    """The rows that follow from the log of one cooperative, each with its table."""
    projection = project(events, vocabulary)
    tables = rows_of(key, projection, vocabulary) if projection.registered else {}
    return {(table, row) for table, rows in tables.items() for row in rows}


def _records(register: Reader) -> Iterator[Finding]:
    """Trainings, headings and so on against their history; not areas, which do not begin in it."""
    wanted = records.replay(register)
    for entity in records.ENTITIES:
        if entity in records.AREA_LIST:
            continue
        rows = records.rows_of(register, entity)
        for key in sorted({*rows, *wanted[entity]}):
            if rows.get(key) != wanted[entity].get(key):
                yield Finding("", f"{entity} {key}", "isinya berbeda dari riwayatnya")


def _areas(register: Reader) -> Iterator[Finding]:
    """The area list and its spellings against how they began and their history."""
    made, wanted = records.area_lists(register)
    for entity in records.AREA_LIST:
        rows = records.rows_of(register, entity)
        for row in _differing(rows, wanted[entity]):
            name = row[_NAMES[entity]]
            yield Finding("", f"{entity} {name}", "isinya berbeda dari riwayatnya")
    begun = register.rows("SELECT sebelum FROM runs WHERE id = 1")
    if begun and begun[0][0] not in (hash_chain.BEGINNING, records.genesis(register, made)):
        yield from _other_than_made(made)


def _differing(
    rows: Mapping[int, records.Row], wanted: Mapping[int, records.Row]
) -> Iterator[records.Row]:
    """The rows that are not as they should be, and those that are gone."""
    for key in sorted({*rows, *wanted}):
        if rows.get(key) != wanted.get(key):
            yield rows.get(key) or wanted[key]


def _other_than_made(made: records.AreaLists) -> Iterator[Finding]:
    """What of the lists is not as it came with the program; the register where all of it is."""
    findings = [
        Finding("", f"{entity} {name}", "tidak seperti waktu register dibuat")
        for entity in records.AREA_LIST
        for name in _other_names(entity, made[entity].values())
    ]
    yield from findings or [Finding("", "register", "identitasnya tidak seperti waktu dibuat")]


def _other_names(entity: str, made: Iterable[records.Row]) -> Iterator[str]:
    columns, name = records.ENTITIES[entity].columns, _NAMES[entity]
    came = {tuple(row) for row in records.shipped(entity)}
    begun = {tuple(row[column] for column in columns) for row in made}
    different = sorted(came ^ begun, key=repr)[:_SHOWN]
    yield from dict.fromkeys(str(row[columns.index(name)]) for row in different)


_NAMES = {"wilayah": "kelurahan", "alias": "alias"}


def _known_rows(register: Reader) -> Iterator[Finding]:
    """The marks of rows that are passed over as known: each for its own cooperative."""
    for key, stored in register.connection.execute(_MARKS):
        if not known_marks.holds(key, stored):
            yield Finding("", f"koperasi {key}", "tanda baris yang dikenal diubah")


_MARKS = "SELECT cooperative_id, sidik FROM fingerprints"
_RESTORE = Advice("Pulihkan dari cadangan: {}", Command("restore", "BERKAS"))
_SCHEMA = ("susunan_berubah", "Susunan register diubah di luar program", _RESTORE)
_Test = tuple[str, str, str, Callable[[Reader], Iterable[Finding]]]
_TESTS: tuple[_Test, ...] = (
    (*_SCHEMA, _step),
    ("berkas_rusak", "Berkas register rusak", _RESTORE, _file),
    ("baris_tanpa_induk", "Baris yang menunjuk ke yang tidak ada", _RESTORE, _references),
    (
        "riwayat_berubah",
        "Riwayat diubah di luar program",
        Advice("Bandingkan dengan cadangan. {}", _RESTORE),
        _chain,
    ),
    ("data_pribadi_berubah", "Data pribadi tidak cocok dengan riwayat", _RESTORE, _personal),
    ("keadaan_berbeda", "Keadaan berbeda dari yang mengikuti dari riwayat", _RESTORE, _state),
    (
        "catatan_berbeda",
        "Pelatihan, target, angka, tindak lanjut, judul atau bidang berbeda dari riwayat",
        _RESTORE,
        _records,
    ),
    ("wilayah_berbeda", "Daftar wilayah atau ejaan berbeda dari riwayat", _RESTORE, _areas),
    ("tanda_berubah", "Tanda baris yang dikenal diubah di luar program", _RESTORE, _known_rows),
)
_OF_A_PART = _TESTS[:3]
"""Those that ask nothing of rows that may be out of sight."""
