"""What `kkmp training import` asks at a terminal, in this order, until nothing is left to ask:
whether a column holds the jabatan, of which organ a jabatan is, what is right in a wrong row.

Each answer is an option of the same command; the list is read anew with it. A person's name is
never shown. Never enters: a write, how a row is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, broken
from kkmp_cli.cli.row_answers import LEAVE, LEAVE_ALL, RIGHT, with_text, without_rows
from kkmp_cli.errors import Advice, Problem
from kkmp_cli.parsing.excerpt import short, subject
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import ended, match_key

if TYPE_CHECKING:
    from kkmp_cli.actions.attendance_import import ListResult

_SAMPLES, _ROWS, _FEWEST = 3, 6, 2


def with_answer(
    command: Terminal, plan: ListResult, request: ListRequest, repairing: bool
) -> ListRequest | None:
    """What was asked for, with the answer to the first question that there is; None without one.
    `repairing`: an officer wants to mend the wrong rows.
    """
    questions = (_with_heading, _with_jabatan, *([_with_row] if repairing else []))
    answers = (question(command, plan, request) for question in questions)
    return next((answer for answer in answers if answer is not None), None)


def wants_repair(command: Terminal, problems: Sequence[Problem]) -> bool:
    """True for the wish to mend the wrong rows one by one; Enter is a yes."""
    from kkmp_cli.render.screens.training_attendance import problems as lines

    command.say_all(map(broken, lines(problems)))
    answer = ask("Perbaiki di sini, satu per satu? [Enter = ya, t = tidak] ")
    return match_key(answer) in ("", "y", "ya")


def _say(command: Terminal, text: str) -> None:
    command.say(broken(text))


def _with_heading(command: Terminal, plan: ListResult, request: ListRequest) -> ListRequest | None:
    """A column that nobody knows and that holds jabatan, where no other says the organ."""
    for letter, heading, texts in _like_jabatan(plan):
        samples = "; ".join(short(text) for text in texts[:_SAMPLES])
        _say(command, f'Kolom {letter} "{short(heading)}" tidak dikenal. Isinya: {samples}.')
        answer = ask("  Baca sebagai jabatan? [Enter = ya, t = tidak] ")
        meant = "jabatan" if match_key(answer) in ("", "y", "ya") else ""
        return request._replace(maps=(*request.maps, f"{heading}={meant}"))
    return None


def _like_jabatan(plan: ListResult) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Letter, heading and texts of each such column."""
    from kkmp_cli.importing.attendance.attendance_headings import says_organ
    from kkmp_cli.importing.attendance.organs import is_known

    understood = plan.attended.seen.columns
    if says_organ(understood.columns):
        return
    for letter, heading in understood.unknown:
        texts = [*dict.fromkeys(_column(plan, letter))]
        known = sum(map(is_known, texts))
        if known >= _FEWEST and 2 * known >= len(texts):
            yield letter, heading, texts


def _column(plan: ListResult, letter: str) -> Iterator[str]:
    """What stands in a column below the heading."""
    from kkmp_cli.sheets.sheet import column_position
    from kkmp_cli.sheets.table import body

    at = column_position(letter)
    for _, cells in body(plan.sheet, plan.attended.seen.columns.table):
        if at < len(cells) and cells[at].strip():
            yield cells[at].strip()


def _with_jabatan(command: Terminal, plan: ListResult, request: ListRequest) -> ListRequest | None:
    """A jabatan of which nobody knows the organ."""
    from kkmp_cli.importing.attendance.organs import NOT_COUNTED, ORGANS

    for jabatan, rows in _unknown(plan.attended.unknown):
        people = f"{show(len(rows))} orang, baris {_listed(rows)}"
        _say(command, f"Jabatan `{jabatan}` tidak dikenal ({people}). Termasuk mana?")
        choices = (*ORGANS, NOT_COUNTED)
        _say(command, "  1 pengurus · 2 pengawas · 3 bukan keduanya, tidak dihitung")
        organ = _chosen(command, choices, 3)
        return request._replace(words=(*request.words, f"{jabatan}={organ}"))
    return None


def _unknown(people: Mapping[int, str]) -> Iterable[tuple[str, Sequence[int]]]:
    """Each jabatan with its rows, two spellings of one together."""
    from kkmp_cli.importing.attendance.organs import jabatan_key

    rows: dict[str, list[int]] = defaultdict(list)
    for row, jabatan in people.items():
        rows[jabatan_key(jabatan)].append(row)
    return ((people[alike[0]], alike) for alike in rows.values())


def _listed(rows: Sequence[int]) -> str:
    from kkmp_cli.render.words import listed

    return listed([*map(str, rows)], _ROWS)


def _chosen(command: Terminal, choices: Sequence[str], proposed: int) -> str:
    """The choice of the number, or the word, that is typed; Enter takes the one proposed."""
    by_word = {match_key(word): word for word in choices}
    by_number = {str(number): word for number, word in enumerate(choices, 1)}
    while True:
        answer = ask(f"  Nomor [Enter = {proposed}]: ") or str(proposed)
        if chosen := by_number.get(answer) or by_word.get(match_key(answer)):
            return chosen
        _say(command, f"  Tulis angka 1 sampai {len(choices)}.")


def _with_row(command: Terminal, plan: ListResult, request: ListRequest) -> ListRequest | None:
    """What is right in the first wrong row, and in all others that are wrong in the same way."""
    problems = plan.attended.problems
    if not problems:
        return None
    alike = [*_alike(plan, problems)]
    _tell_wrong(command, alike, len(problems))
    areas = _candidates(command, plan, request, alike[0])
    text = ask(f"  {RIGHT.format('nomor, nama atau kodenya' if areas else 'isi yang benar')}: ")
    if match_key(text) == match_key(LEAVE_ALL):
        alike, text = [*problems], LEAVE
    if match_key(text) == match_key(LEAVE):
        return request._replace(skipped_rows=without_rows(request.skipped_rows, alike))
    return _with_text(request, alike, areas.get(text, text))


def _with_text(request: ListRequest, alike: Sequence[Problem], text: str) -> ListRequest:
    return request._replace(cells=with_text(request.cells, alike, text)) if text else request


def _alike(plan: ListResult, problems: Sequence[Problem]) -> Iterator[Problem]:
    """The first problem, and all of the same column whose cells hold the same."""
    from kkmp_cli.sheets.sheet import position_of

    first, rows = problems[0], dict(plan.sheet.rows)

    def text(problem: Problem) -> str:
        at, cells = position_of(problem.cell), rows[problem.row]
        return cells[at].strip() if at < len(cells) else ""

    for one in problems:
        same = one.column == first.column and one.message == first.message
        if one == first or (same and text(one) == text(first) != ""):
            yield one


def _tell_wrong(command: Terminal, alike: Sequence[Problem], count: int) -> None:
    """What is wrong; what to do about it where that can be typed here."""
    first, rows = alike[0], [one.row for one in alike]
    left = f" (masih {show(count)} baris salah)" if count > len(alike) else ""
    _say(command, f"Baris {_listed(rows)}, sel {first.cell} {subject(first)}{left}:")
    remedy = "" if isinstance(first.remedy, Advice) else first.remedy
    _say(command, f"  {ended(first.message)} {remedy}".rstrip())


def _candidates(
    command: Terminal, plan: ListResult, request: ListRequest, problem: Problem
) -> dict[str, str]:
    """By number, how the list names each of the likeliest cooperatives; shown as a choice."""
    from kkmp_cli.actions.attendance_import import candidates

    areas = candidates(command, request.training, plan, problem)
    for number, area in enumerate(areas.values(), 1):
        _say(command, f"  {number}  {area.distinct_name}, kecamatan {area.kecamatan}")
    return {str(number): name for number, name in enumerate(areas, 1)}
