"""Which kelurahan have a name that is not unique in their kota, asked of the area list.

Never enters: what is printed of such a name (`model.area`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from kkmp_cli.model.area import Area, sharing, told_apart
from kkmp_cli.register.batches import marks
from kkmp_cli.register.location import RESTORE, Damaged
from kkmp_cli.register.queries import Queries, below

_KOTA = 20
"""Of more kota than so many the whole list is asked."""
_FEW = 20
"""For so few areas only those are asked that bear their names."""
_SOME = 5_000
"""For so many, too, where they lie in many kota."""
_NAMES = "SELECT a.kode, a.kelurahan FROM areas a WHERE"


def of_whole_kota(areas: Sequence[Area]) -> list[Area]:
    """The areas, all of each kota; a name that two of them bear carries its kecamatan."""
    return [*told_apart(areas, sharing((one.kode, one.kelurahan) for one in areas))]


def with_shared_names(register: Queries, areas: Sequence[Area]) -> list[Area]:
    """The same of some areas, beside all others of their kota. Raises Damaged where one is none."""
    if not areas:
        return []
    _refuse_others(register, areas)
    shared = sharing(_names_beside(register, areas))
    return [*told_apart(areas, shared)] if shared else [*areas]


def _names_beside(register: Queries, areas: Sequence[Area]) -> Iterable[tuple[str, str]]:
    """(kode, kelurahan) of all that may share the name of one of these areas, themselves too."""
    kota = {area.kota_code for area in areas}
    if len(areas) <= _FEW:
        return register.each(*names_question([one.id for one in areas]))
    if len(areas) <= (_FEW if len(kota) <= _KOTA else _SOME):
        return register.among(f"{_NAMES} a.kelurahan IN {{}}", {one.kelurahan for one in areas})
    where, parameters = below(sorted(kota) if len(kota) <= _KOTA else None)
    return register.connection.execute(f"{_NAMES} {where}", parameters)


def names_question(ids: Sequence[int]) -> tuple[str, Sequence[int]]:
    """That by which all areas are found that bear the name of one of a few."""
    among = f"(SELECT kelurahan FROM areas WHERE id IN {marks(len(ids))})"
    return f"{_NAMES} a.kelurahan IN {among}", ids


def ask_ahead(register: Queries, ids: Sequence[int]) -> None:
    """The same of the areas that are about to be asked for, where they are few."""
    if 0 < len(ids) <= _FEW:
        register.ahead([names_question(ids)])


def _refuse_others(register: Queries, areas: Sequence[Area]) -> None:
    """Code and names are texts, whatever somebody else has written."""
    _, *names, since = zip(*areas, strict=True)
    if {*map(type, chain.from_iterable(names))} != {str} or bytes in map(type, since):
        raise Damaged(f"Register {register.engine} rusak: tabel areas.", RESTORE)
