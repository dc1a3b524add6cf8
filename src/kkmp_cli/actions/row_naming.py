"""The area list as an import names rows by it, and whether a name may be kept as a spelling.

Never enters: a write, a question.
"""

from __future__ import annotations

from typing import NamedTuple

from kkmp_cli.actions.area_names import refuse_spelling
from kkmp_cli.actions.import_sheets import ImportRequest, spellings
from kkmp_cli.actions.named_areas import scope
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Refused


class RowNaming(NamedTuple):
    """The areas with their spellings, and the code of the kota that narrows names, if any."""

    areas: AreaIndex
    kota: str | None

    def may_be_kept(self, spelling: str, kode: str) -> bool:
        """True where a name may stand for an area from now on."""
        try:
            refuse_spelling(self.areas, spelling, kode)
        except Refused:
            return False
        return True


def row_naming(session: Session, request: ImportRequest) -> RowNaming:
    """How an import of this request names its rows."""
    with session.planning() as register:
        where = scope(register, request.kota)
        index = AreaIndex(register.areas(), spellings(register, request))
    return RowNaming(index, where.only)
