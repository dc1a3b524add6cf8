"""What a register remembers of each file that was taken in: its content by a digest, and the
options by which it was read, so that the same bytes need not be asked about again.

Each is a record with its history: `kkmp undo` of the run forgets it. Never enters: how a file is
read, a cell of a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import PurePath

from kkmp_cli import settings
from kkmp_cli.actions.office_records import made
from kkmp_cli.actions.session import Session
from kkmp_cli.importing import Understanding
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.importing.sheet_look import Answer, KnownFile
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.excerpt import masked
from kkmp_cli.parsing.text import clean
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.reader import Reader
from kkmp_cli.register.writer import Writer
from kkmp_cli.sheets import Sheet
from kkmp_cli.sheets.cell_place import read_cell

FILE, ANSWER = "berkas", "jawaban"
PER, CELL = "--per", "--cell"
_LONGEST_NAME, _LONGEST = 200, 2_000


def remembering_files(register: Writer, result: ImportResult) -> list[Event]:
    """The events by which each file of an import is known again, with the options that it had."""
    if result.answers is None:
        return []
    first, answers = register.next_id(FILE), [*_kept(result, result.answers)]
    files = [*_files(result.reading.sheets)]
    rows = [
        {"berkas": key, "pilihan": option, "nilai": value}
        for key in range(first, first + len(files))
        for option, value in answers
    ]
    return [*_made(FILE, files, first), *_made(ANSWER, rows, register.next_id(ANSWER))]


def _files(sheets: Iterable[Sheet]) -> Iterator[Mapping[str, object]]:
    """The record of each file, once however many of its sheets are read."""
    names = {sheet.digest: sheet.file for sheet in sheets if sheet.digest}
    for digest, name in names.items():
        shown = clean(PurePath(name).name, None)[:_LONGEST_NAME]
        yield {"sidik": digest, "nama": shown or "-"}


def _made(entity: str, rows: Sequence[Mapping[str, object]], first: int) -> Iterator[Event]:
    yield from (made(entity, key, row) for key, row in enumerate(rows, first))


def _kept(result: ImportResult, answers: Sequence[Answer]) -> Iterator[Answer]:
    """The options but those that tell of persons, with the day of files that name none: later it
    would be another one.
    """
    if result.default_day and not any(option == PER for option, _ in answers):
        yield PER, result.default_day.isoformat()
    of_persons = _cells_of_persons(result.reading.files)
    for option, value in answers:
        personal = option == CELL and (_place(value) in of_persons or masked(value) != value)
        if len(value) <= _LONGEST and not personal:
            yield option, value


def _place(corrected: str) -> str:
    """The cell of a `--cell`, `NOVEMBER!E4=…`, without its sheet and file."""
    return read_cell(corrected)[0].name


def _cells_of_persons(files: Iterable[Understanding]) -> set[str]:
    """The corrected cells that hold what is of a person: nothing of them is kept here."""
    return {one.cell.name for file in files for one in file.corrected if one.personal}


def known(session: Session, digests: Iterable[str]) -> dict[str, KnownFile]:
    """The files of these contents that were taken in, each as the newest run did."""
    if not engine_of(session.location).taken():
        return {}
    with session.reading() as register:
        return known_in(register, digests)


def known_in(register: Reader, digests: Iterable[str]) -> dict[str, KnownFile]:
    """The same of a register that is open."""
    listed = ((digest, _known(register, digest)) for digest in dict.fromkeys(digests))
    return {digest: one for digest, one in listed if one}


def _known(register: Reader, digest: str) -> KnownFile | None:
    newest = "SELECT id, nama FROM imported_files WHERE sidik = ? ORDER BY id DESC LIMIT 1"
    for key, name in register.rows(newest, (digest,)):
        made_by = "SELECT run FROM events WHERE entitas = ? AND subjek = ? ORDER BY id LIMIT 1"
        ((run,),) = register.rows(made_by, (FILE, key))
        ((when,),) = register.rows("SELECT waktu FROM runs WHERE id = ?", (run,))
        return KnownFile(name, run, _day_of(when), _answers(register, key))
    return None


def _day_of(when: str) -> date:
    """The day in Jakarta of an instant of the log."""
    return datetime.fromisoformat(when).astimezone(settings.JAKARTA).date()


def _answers(register: Reader, key: int) -> tuple[Answer, ...]:
    listed: Sequence[tuple[str, str]] = register.rows(
        "SELECT pilihan, nilai FROM file_answers WHERE berkas = ? ORDER BY id", (key,)
    )
    return tuple((option, value) for option, value in listed)
