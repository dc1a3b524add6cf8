"""What one row of a file says of one cooperative becomes one row of the history, and its state one
row beside it.

An order of magnitude fewer rows for a national register. The chain of digests is made anew over the
new rows; a run whose old digest did not hold keeps it, so that `kkmp check` still finds it. The
views stay what they were.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_AREA = (
    "a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan,"
    " substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi"
)
_OWNER = "FROM cooperatives c JOIN areas a ON a.id = c.id"


def _item(array: str, place: int) -> str:
    """One item of a JSON array. (`json_extract` is refused in a view where `trusted_schema` is
    off.)
    """
    return f"(SELECT atom FROM json_each({array}) WHERE key = {place})"


def _spans(column: str, dated: bool = False) -> str:
    day = f"{_item('s.value', 3)} AS tanggal, " if dated else ""
    return (
        f"SELECT a.kode, m.key AS milestone, {_item('s.value', 2)} AS {column}, "
        f"{day}{_item('s.value', 0)} AS dari,"
        f" {_item('s.value', 1)} AS sampai {_OWNER}, json_each(c.{column}) m, json_each(m.value) s"
    )


VIEWS = {
    "v_koperasi": f"SELECT c.id, {_AREA}, c.nama, coalesce(c.status, 'aktif') AS status,"
    " coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, "
    "c.unit_usaha, c.mitra, c.catatan,"
    f" c.berdiri {_OWNER}",
    "v_keadaan": _spans("keadaan", dated=True),
    "v_kendala": _spans("kendala"),
    "v_rencana": _spans("rencana"),
    "v_nomor": "SELECT a.kode, i.milestone, i.nomor, i.bank FROM identifiers i JOIN areas a ON "
    "a.id = i.cooperative_id"
    f" UNION ALL SELECT a.kode, substr(n.key, 1, length(n.key) - 5), NULL, n.atom {_OWNER}, "
    f"json_each(c.nilai) n"
    " WHERE instr(c.nilai, '_bank') AND substr(n.key, -5) = '_bank' AND NOT EXISTS (SELECT 1 "
    "FROM json_each(c.nilai)"
    " WHERE key = substr(n.key, 1, length(n.key) - 5) || '_nomor')",
    "v_pelatihan": "SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, "
    "h.pengurus, h.pengawas"
    " FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id "
    "= h.cooperative_id",
    "v_riwayat": "SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan,"
    f" c.entitas, c.subjek, a.kode, {_item('i.value', 0)} AS bidang, {_item('i.value', 1)} AS lama,"
    f" {_item('i.value', 2)} AS baru, coalesce({_item('i.value', 3)}, c.per) AS per, c.baris"
    " FROM runs r LEFT JOIN (changes c JOIN json_each(c.isi) i) ON c.run = r.id"
    " LEFT JOIN areas a ON a.id = c.subjek AND c.entitas IN ('koperasi', 'wilayah')",
}


def upgrade() -> None:
    connection = op.get_bind()
    for name in VIEWS:
        op.execute(f"DROP VIEW IF EXISTS {name}")
    for table in ("changes", "runs"):
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_no_{verb}")
    honest = _chain_holds(connection)
    _pack_history(connection)
    _chain_anew(connection, honest)
    _pack_states(connection)
    _new_tables()
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")
    for table in ("changes", "runs"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END"
            )
    op.execute("PRAGMA user_version = 2")


def _new_tables() -> None:
    op.create_table(
        "headings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("judul", sa.String(length=200), nullable=False),
        sa.Column("isian", sa.String(length=60), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("judul", name="headings_once"),
    )
    op.create_table(
        "fingerprints",
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.Column("sidik", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cooperative_id"],
            ["cooperatives.id"],
        ),
        sa.PrimaryKeyConstraint("cooperative_id"),
    )


_HEADER = "id, waktu, petugas, perintah, alasan, berkas, membatalkan, jumlah, sebelum"


def _compact(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def _chain_holds(connection: Connection) -> dict[int, bool]:
    """Whether each run's digest was that of its words and changes, and its link that of the run
    before.
    """
    runs = connection.exec_driver_sql(
        f"SELECT {_HEADER}, intisari FROM runs ORDER BY id"
    ).fetchall()
    digests = {words[0]: hashlib.sha256(f"[{_compact(words)},[".encode()) for *words, _ in runs}
    rows = connection.exec_driver_sql(
        "SELECT run, entitas, subjek, bidang, lama, baru, per, berkas, baris FROM changes "
        "ORDER BY id"
    )
    for run, group in groupby(rows, lambda row: row[0]):
        for number, row in enumerate(group):
            if run in digests:
                digests[run].update(f"{',' if number else ''}{_compact(list(row[1:]))}".encode())
    for sha in digests.values():
        sha.update(b"]]")
    holds: dict[int, bool] = {}
    before = "0" * 64
    for number, *_, link, digest in runs:
        holds[number] = link == before and digests[number].hexdigest() == digest
        before = digest
    return holds


def _pack_history(connection: Connection) -> None:
    op.rename_table("changes", "changes_1")
    op.execute("DROP INDEX IF EXISTS changes_subject")
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("entitas", sa.String(length=16), nullable=False),
        sa.Column("subjek", sa.Integer(), nullable=False),
        sa.Column("per", sa.String(length=10), nullable=False),
        sa.Column("berkas", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("baris", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("isi", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    rows = connection.exec_driver_sql(
        "SELECT run, entitas, subjek, berkas, baris, bidang, lama, baru, per FROM changes_1 "
        "ORDER BY id"
    )
    for chunk in _chunks(_packed(rows)):
        connection.exec_driver_sql(
            "INSERT INTO changes (run, entitas, subjek, berkas, baris, per, isi) VALUES "
            "(?,?,?,?,?,?,?)",
            chunk,
        )
    op.drop_table("changes_1")
    op.create_index("changes_subject", "changes", ["subjek"], unique=False)
    op.create_index("changes_run", "changes", ["run"], unique=False)


def _packed(rows: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    for key, group in groupby(rows, lambda row: tuple(row[:5])):
        said = [tuple(row[5:]) for row in group]
        per = said[0][3]
        items = [
            [field, old, new] if day == per else [field, old, new, day]
            for field, old, new, day in said
        ]
        yield (*key, per, _compact(items))


def _chain_anew(connection: Connection, honest: dict[int, bool]) -> None:
    before = "0" * 64
    for words in connection.exec_driver_sql(f"SELECT {_HEADER} FROM runs ORDER BY id").fetchall():
        header = [*words[:-1], before]
        sha = hashlib.sha256(f"[{_compact(header)},[".encode())
        rows = connection.exec_driver_sql(
            "SELECT entitas, subjek, per, berkas, baris, isi FROM changes WHERE run = ? "
            "ORDER BY id",
            (words[0],),
        )
        for number, (*row, isi) in enumerate(rows):
            sha.update(f"{',' if number else ''}{_compact(row)[:-1]},{isi}]".encode())
        sha.update(b"]]")
        before = sha.hexdigest() if honest[words[0]] else "-" * 64
        connection.exec_driver_sql(
            "UPDATE runs SET sebelum = ?, intisari = ? WHERE id = ?", (header[-1], before, words[0])
        )


def _chunks(rows: Iterable[tuple[Any, ...]], size: int = 500) -> Iterator[list[tuple[Any, ...]]]:
    chunk: list[tuple[Any, ...]] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


_ASPECTS = ("keadaan", "kendala", "rencana")


def _pack_states(connection: Connection) -> None:
    for name, empty in (
        ("nilai", "{}"),
        *((aspect, "{}") for aspect in _ASPECTS),
        ("kini", ""),
        ("sejak", ""),
    ):
        kind = sa.String(length=10) if name == "sejak" else sa.Text()
        op.add_column("cooperatives", sa.Column(name, kind, server_default=empty, nullable=False))
    ids = connection.exec_driver_sql("SELECT id FROM cooperatives ORDER BY id").fetchall()
    for chunk in _chunks(ids):
        rows = [
            (
                _per(pers, values, profile),
                _sorted(values),
                *(_sorted(spans[aspect]) for aspect in _ASPECTS),
                *_newest(spans["keadaan"]),
                key,
            )
            for key, pers, profile, values, spans in _held(connection, chunk[0][0], chunk[-1][0])
        ]
        connection.exec_driver_sql(
            "UPDATE cooperatives SET per = ?, nilai = ?, keadaan = ?, kendala = ?, rencana = ?,"
            " kini = ?, sejak = ? WHERE id = ?",
            rows,
        )
    op.drop_table("milestones")
    op.rename_table("identifiers", "identifiers_1")
    op.create_table(
        "identifiers",
        sa.Column("milestone", sa.String(length=60), nullable=False),
        sa.Column("nomor", sa.String(length=200), nullable=False),
        sa.Column("bank", sa.String(length=200), server_default="", nullable=False),
        sa.Column("cooperative_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("milestone", "nomor", "bank"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO identifiers SELECT milestone, nomor, bank, cooperative_id FROM identifiers_1"
        " WHERE nomor IS NOT NULL ORDER BY milestone, nomor, bank"
    )
    op.drop_table("identifiers_1")


_PROFILE = (
    "nama",
    "status",
    "percontohan",
    "nik_koperasi",
    "unit_usaha",
    "mitra",
    "catatan",
    "anggota",
)
"""The columns with a value of their own, but for the personal ones."""


def _held(
    connection: Connection, first: int, last: int
) -> Iterator[tuple[int, dict[str, str], set[str], dict[str, str], Any]]:
    """Of each cooperative from one id to another: days, columns with a value, values of its
    milestones, and spans by aspect and milestone.
    """
    spans: dict[int, dict[str, dict[str, list[Any]]]] = defaultdict(lambda: defaultdict(dict))
    for key, code, aspect, *span in connection.exec_driver_sql(
        "SELECT cooperative_id, milestone, aspek, dari, sampai, nilai, tanggal FROM milestones"
        " WHERE cooperative_id BETWEEN ? AND ? ORDER BY cooperative_id, milestone, aspek, dari",
        (first, last),
    ):
        spans[key][aspect].setdefault(code, []).append(span if span[3] else span[:3])
    numbers: dict[int, dict[str, str]] = defaultdict(dict)
    for key, code, number, bank in connection.exec_driver_sql(
        "SELECT cooperative_id, milestone, nomor, bank FROM identifiers WHERE cooperative_id "
        "BETWEEN ? AND ?",
        (first, last),
    ):
        held = ((f"{code}_nomor", number), (f"{code}_bank", bank))
        numbers[key].update((name, value) for name, value in held if value)
    profiles = connection.exec_driver_sql(
        f"SELECT id, per, {', '.join(_PROFILE)} FROM cooperatives WHERE id BETWEEN ? AND ? "
        f"ORDER BY id",
        (first, last),
    )
    for key, per, *row in profiles.fetchall():
        profile = {name for name, value in zip(_PROFILE, row, strict=True) if value is not None}
        yield key, json.loads(per), profile, numbers[key] | _present(spans[key]), spans[key]


def _per(pers: dict[str, str], values: Iterable[str], profile: set[str]) -> str:
    """The newest day under an empty name, for every field with a value; then what differs from
    that.
    """
    newest = max(pers.values(), default="")
    valued = {*values, *profile}
    others = {name: day for name, day in pers.items() if day != newest or name not in valued}
    return _sorted({"": newest, **others, **dict.fromkeys(valued - pers.keys())})


def _present(spans: dict[str, dict[str, list[Any]]]) -> dict[str, str]:
    values = {}
    for code, held in spans["keadaan"].items():
        state, day = held[-1][2], _day(held[-1])
        if state != "tidak_diketahui":
            values[code] = (
                (day or state) if state == "sudah" else f"{state} {day}" if day else state
            )
        if (
            state == "berhenti"
            and len(held) > 1
            and held[-2][2] == "sudah"
            and (begun := _day(held[-2]))
        ):
            values[f"{code}_mulai"] = begun
    for aspect in ("kendala", "rencana"):
        values.update(
            (f"{code}_{aspect}", held[-1][2])
            for code, held in spans[aspect].items()
            if not held[-1][1]
        )
    return values


def _day(span: list[Any]) -> str | None:
    return span[3] if len(span) > 3 else None


def _newest(states: dict[str, list[Any]]) -> tuple[str, str]:
    """The states that hold today and for good, and the day from which all of them do."""
    last = {code: held[-1] for code, held in sorted(states.items())}
    words = (f"{code} {span[2]}" for code, span in last.items() if span[2] != "tidak_diketahui")
    return ",".join(words), max((span[0] for span in last.values()), default="")


def _sorted(values: dict[str, Any]) -> str:
    return json.dumps(values, separators=(",", ":"), sort_keys=True)
