"""What holds for any history: it chains, and the state beside it is what follows from it."""

from __future__ import annotations

import json
from pathlib import Path

from kkmp_cli.model import projection
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.register import hash_chain, log
from kkmp_cli.register.reader import Reader
from running import opened

RUN_COLUMNS = (*hash_chain.HEADER, "intisari")
CHANGE_COLUMNS = "entitas, subjek, per, berkas, baris, isi"


def assert_chain_holds(register: Path) -> None:
    """Recomputes the digest of every run from what the file holds."""
    before = None
    with opened(register) as connection:
        for row in connection.execute(
            f"SELECT {', '.join(RUN_COLUMNS)} FROM runs ORDER BY id"
        ).fetchall():
            header = dict(zip(RUN_COLUMNS, row, strict=True))
            events = connection.execute(
                f"SELECT {CHANGE_COLUMNS} FROM events WHERE run = ? ORDER BY id", (header["id"],)
            ).fetchall()
            assert header["sebelum"] == (before or header["sebelum"])
            assert header["jumlah"] == sum(len(json.loads(row[-1])) for row in events)
            assert hash_chain.digest(header, events) == header["intisari"]
            before = header["intisari"]


def assert_state_follows(reader: Reader) -> None:
    """The tables beside the history are what the statements in force come to."""
    found = {}
    for key, said in log.field_events(reader, None).items():
        state = projection.project(said, built_in())
        if state.registered:
            found[key] = state
    held = reader.cooperatives(with_personal=True)
    assert {known.id for known in held} == set(found)
    for known in held:
        state = found[known.id]
        assert dict(known.values) == dict(state.values)
        assert dict(known.pers) == dict(state.pers)
        assert {name: spans for name, spans in known.states.items() if spans} == {
            name: spans for name, spans in state.states.items() if spans
        }
        assert dict(known.obstacles) == dict(state.obstacles)
        assert dict(known.plans) == dict(state.plans)


EACH_ENTITY = (
    ("add", "--kota", "jaksel", "--all"),
    ("add", "Pluit", "--nib", "sudah", "--ketua", "Siti"),
    (
        "update",
        "Gambir",
        "--nib",
        "0123456789012",
        "--usaha",
        "berhenti",
        "--telepon",
        "0812345678",
    ),
    ("update", "--kota", "jakpus", "--all", "--musyawarah", "2025-05-31"),
    (
        "update",
        "Gambir",
        "--status",
        "bubar 2026-01-01",
        "--mitra",
        "Bulog;BRI",
        "--unit-usaha",
        "sembako",
    ),
    (
        "update",
        "Gambir",
        "--usaha-kendala",
        "modal: bank",
        "--usaha-rencana",
        "2030-01",
        "--catatan",
        "x",
    ),
    ("update", "Rawasari", "--nib", "proses", "--per", "2026-01-01"),
    ("update", "Rawasari", "--tetap", "--npwp", "belum"),
    ("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-10", "--peserta", "12"),
    ("training", "add", "Tanpa jumlah", "--kota", "jakpus", "--mulai", "2025"),
    ("target", "set", "nib", "2026-12-31", "--nilai", "90%"),
    (
        "figure",
        "add",
        "nib",
        "sekitar 90%",
        "--kota",
        "jakpus",
        "--per",
        "2026-01-01",
        "--sumber",
        "Antara",
    ),
    (
        "followup",
        "add",
        "Dampingi",
        "--kelurahan",
        "Gambir",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-12-31",
    ),
    ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
    ("area", "alias", "Gambier", "31.71.01.1001"),
    ("area", "recode", "31.71.01.1001", "31.71.01.1099"),
)
