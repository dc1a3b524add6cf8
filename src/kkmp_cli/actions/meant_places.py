"""Which place somebody means by words that stand where a command takes none: a kota, a kecamatan,
a kelurahan.

Only a name that the area list bears is a place; what merely resembles one is not. Never enters: the
options of a command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kkmp_cli.actions.session import Session
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import KkmpError
from kkmp_cli.model.area import Area
from kkmp_cli.parsing.text import clean
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.records import shipped

KOTA, KECAMATAN, KELURAHAN = "kota", "kecamatan", "kelurahan"


def kinds(session: Session, words: Sequence[str]) -> list[str]:
    """What the words together are the name of, the widest first; nothing where the list of areas
    cannot be read.
    """
    name = clean(" ".join(words), None)
    try:
        index = _index(session)
    except (KkmpError, OSError):  # what the command itself says is enough
        return []
    ways: Mapping[str, Callable[[str], object]] = {
        KOTA: index.find_kota,
        KECAMATAN: index.kecamatan_within("").find,
        KELURAHAN: index.find,
    }
    return [kind for kind, find in ways.items() if _names(find, name)]


def _names(find: Callable[[str], object], name: str) -> bool:
    try:
        find(name)
    except KkmpError:
        return False
    return True


def _index(session: Session) -> AreaIndex:
    """The areas of the register, or those that come with the program."""
    if engine_of(session.location).taken():
        with session.reading() as register:
            return AreaIndex(register.areas(), register.aliases())
    areas = [Area(0, *map(str, row[:5])) for row in shipped("wilayah")]
    aliases = [(str(code), str(alias)) for code, alias in shipped("alias")]
    return AreaIndex(areas, aliases)
