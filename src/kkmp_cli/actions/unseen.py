"""What a role of a shared register may not read: nothing is said of it, least of all a number.

Never enters: what a role may write, which the server itself holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kkmp_cli.areas.kota import Named, short_name
from kkmp_cli.errors import Refused
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.register.reader import Reader

_NAMED = 6
"""As many places are named."""
_ADMIN = "minta pengelola register bersama."


def refuse_areas(reader: Reader, areas: Iterable[Area]) -> None:
    """Raises Refused where one of these areas is not to be seen."""
    if reader.sight.kota is not None:
        refuse_places(reader, [(one.kode, f"{one.distinct_name} ({one.kode})") for one in areas])


def refuse_places(reader: Reader, places: Sequence[Named]) -> None:
    """The same for codes of any length with their names."""
    sight = reader.sight
    unseen = [name for code, name in places if not sight.has(code)]
    if sight.kota is None or not unseen:
        return
    own = ", ".join(short_name(name) for code, name in reader.kota_names() if code in sight.kota)
    more = f" dan {show(len(unseen) - _NAMED)} lagi" if len(unseen) > _NAMED else ""
    raise Refused(
        f"Peran Anda hanya membaca {own}, tidak {', '.join(unseen[:_NAMED])}{more}.",
        f"Keluarkan yang bukan kota Anda, atau {_ADMIN}",
    )


def refuse_persons(reader: Reader, asked: bool, instead: str = "Ulangi tanpa itu") -> None:
    """Raises Refused where names and telephones are `asked` for and not to be seen: an empty cell
    would say that none are known.
    """
    if asked and not reader.sight.persons:
        message = "Peran Anda tidak boleh membaca atau mengisi nama ketua dan telepon."
        raise Refused(message, f"{instead}, atau {_ADMIN}")
