"""The register of a colleague, or a backup of one, as its statements and records: looked at like
any file of a stranger, read from a private copy, never changed.

What lies beside it is not read and nothing of its schema acts; its history is proven before a word
of it counts. Never enters: a personal value, what becomes of a statement here.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kkmp_cli.errors import Refused, Unusable, reason
from kkmp_cli.importing.foreign_register import ForeignRegister
from kkmp_cli.register import records, restoring
from kkmp_cli.register.location import taken
from kkmp_cli.register.reader import Reader, open_reader
from kkmp_cli.register.records import KINDS
from kkmp_cli.register.statements import authors, statements, taken_back

_SENT = "Minta rekan mengirim hasil `kkmp backup`, lalu impor berkas itu."


def read(
    place: str, number: int, own: Path | None, tell: Callable[[str], object]
) -> ForeignRegister:
    """The register in a file, the `number`-th of the call. Raises Refused where it is the one at
    hand (`own`), Unusable where it is none, not whole, or of a newer program.
    """
    path = Path(place)
    if own and own.exists() and path.exists() and own.samefile(path):
        raise Refused(
            f"{place} adalah register itu sendiri; tidak ada yang dapat diambil darinya.",
            "Sebutkan register atau cadangan rekan.",
        )
    with _copied(path, tell) as copy, open_reader(str(copy)) as register:
        return _contents(register, place, number)


def _contents(register: Reader, place: str, number: int) -> ForeignRegister:
    areas = tuple(register.registered_areas(None))
    return ForeignRegister(
        place,
        areas,
        statements=statements(register, [area.id for area in areas], place, number),
        records={kind: records.rows_of(register, kind) for kind in KINDS},
        authors=authors(register, KINDS, place),
        codes=dict(register.rows("SELECT id, kode FROM areas")),
        vocabulary=register.vocabulary,
        taken_back=taken_back(register),
    )


@contextmanager
def _copied(path: Path, tell: Callable[[str], object]) -> Iterator[Path]:
    """A private copy in today's schema, proven; gone in the end. Raises Unusable."""
    if not taken(path):
        raise Unusable(f"Berkas {path} tidak ada.", "Periksa nama dan foldernya.")
    try:
        restoring.contents(path)
    except Unusable as error:
        remedy = error.remedy if "lebih baru" in error.message else _SENT
        raise type(error)(
            error.message.replace("; tidak ada yang dipulihkan", ""), remedy
        ) from None
    with tempfile.TemporaryDirectory(prefix="kkmp-") as folder:
        copy = Path(folder) / f"{os.urandom(4).hex()}.db"
        try:
            restoring.receive(path, copy, tell, _NOT_READ)
        except OSError as error:
            raise Unusable(f"{path} tidak dapat dibaca: {reason(error)}.", _SENT) from None
        yield copy


_NOT_READ = restoring.Wording("dibaca", "Tidak ada yang berubah di sini.")
