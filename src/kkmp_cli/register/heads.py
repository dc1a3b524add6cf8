"""The head of a hash chain: the newest run of a register and its digest, by which somebody else can
tell whether another register, or this one later on, still holds that history.

Never enters: what a run says.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from kkmp_cli.checks.rule import ERROR, INTEGRITY, Finding, Result, Rule
from kkmp_cli.errors import Advice, Command, Refused
from kkmp_cli.model.run import AsKnown, Head
from kkmp_cli.register import log
from kkmp_cli.register.location import RESTORE, connect_alone, look_alone, unusable
from kkmp_cli.register.queries import Queries
from kkmp_cli.register.sqlite import SqliteFile

NEWEST = "SELECT id, intisari FROM runs ORDER BY id DESC LIMIT 1"
PRINTED = "kepala riwayat"
"""Before a head on a packet, by which it is read back."""
_WRITTEN = re.compile(r"(?:(\d{1,18})[-:. ])?([0-9a-f]{12,64})")
"""A head as printed or typed: the run, if told, and the beginning of its digest at least."""


def head(register: Queries, known_at: AsKnown | None = None) -> Head | None:
    """The newest run (as known then, where that is given), None where there is none."""
    if known_at is None:
        newest = register.rows(NEWEST)
    else:
        last = log.last_run(register, known_at)
        newest = register.rows("SELECT id, intisari FROM runs WHERE id = ?", (last,))
    return Head(*newest[0]) if newest else None


def printed(register: Queries, known_at: AsKnown | None = None) -> str:
    """That as a packet has it; nothing where there is none."""
    newest = head(register, known_at)
    return newest.short if newest else ""


def head_of(path: Path) -> Head | None:
    """That of a file that was received. Raises Unusable where it is no register."""
    look_alone(path)
    try:
        with closing(connect_alone(path)) as connection:
            return head(Queries(connection, SqliteFile(path)))
    except sqlite3.Error as error:
        raise unusable(error, path) from None


def read(text: str) -> Head:
    """A head as it was printed. Raises Refused where it is none."""
    match = _WRITTEN.fullmatch(text.strip().casefold())
    if not match:
        raise Refused(
            "Kepala riwayat itu tidak dapat dibaca.",
            Advice(
                "Salin dari akhir paket atau dari keluaran `{}`, misalnya 25-0123456789abcdef; "
                "bila itu berkas, periksa letaknya.",
                Command("backup"),
            ),
        )
    return Head(int(match[1] or 0), match[2])


RULE = "kepala_riwayat"


def examine(register: Queries, wanted: Head) -> Result:
    """The rule that the history still holds this head; the sentence tells where, if it does."""
    run, newest = contains(register, wanted), head(register)
    if run and newest:
        since = newest.run - run
        later = f"{since} pekerjaan sesudahnya"
        sentence = f"Riwayat itu masih termuat: sampai pekerjaan {run}, {later}."
        return Result(Rule(RULE, INTEGRITY, ERROR, sentence, "", lambda _: ()), ())
    sentence = "Riwayat dengan kepala itu tidak termuat di register ini"
    remedy = Advice("Bandingkan dengan cadangan; {}", RESTORE)
    detail = "tidak ada: riwayatnya dipotong atau diganti, atau ini register lain"
    finding = Finding("", f"kepala {wanted}", detail)
    return Result(Rule(RULE, INTEGRITY, ERROR, sentence, remedy, lambda _: ()), (finding,))


def contains(register: Queries, wanted: Head) -> int | None:
    """The run that has this digest, None where the history holds none."""
    sql = "SELECT id FROM runs WHERE substr(intisari, 1, ?) = ?"
    rows = register.rows(sql, (len(wanted.digest), wanted.digest))
    return rows[0][0] if rows and wanted.run in (0, rows[0][0]) else None
