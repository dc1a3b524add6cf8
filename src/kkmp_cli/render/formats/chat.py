"""A report → a message for a chat: what changed, who lacks what, per kecamatan, in fewer than 1,500
characters; who has not reported is asked by name, and by when to answer.

Names as far as they fit, else how many; never cut in the middle. Never enters: a sum over
kecamatan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import product

from kkmp_cli.milestones import BELUM, PROSES, STATES, SUDAH, TERKENDALA, UNKNOWN, codes
from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.formats import chat_changes
from kkmp_cli.render.formats.chat_signs import bold, plain
from kkmp_cli.render.packet.table_cells import FIRST, in_order
from kkmp_cli.render.words import NO_DATA, STATE_WORDS, kendala, sentences
from kkmp_cli.reports.report import (
    KecamatanCount,
    KotaReport,
    MilestoneCount,
    Report,
    Summary,
    SummaryRow,
)

LIMIT = 1_500
BETWEEN = "\n\n\n"
"""What stands between two messages."""
_COMPLETE = "Semua yang dilaporkan sudah lengkap."
_ASK_ALL = "Mohon kabarnya untuk masing-masing: sudah beroperasi atau belum, sudah RAT atau belum"
_ASK = "Mohon kabarnya untuk yang belum ada datanya"
_ASK_NEWS = "Mohon kabar terbarunya"
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_NOT_HEARD = "Belum ada kabar"

Lacking = dict[str, dict[str, list[str]]]
"""Milestone → state → the names that it was stated of and that are not there, or of which nothing
was, in one kecamatan."""
_STATES = (BELUM, *(state for state in STATES if state not in (BELUM, SUDAH)))
_SAID = {**STATE_WORDS, PROSES: "dalam proses"}


def write(value: Report, each_kecamatan: bool = False, answer_by: date | None = None) -> str:
    """One message per kota, or one per kecamatan, each shorter than `LIMIT`; asks for an answer by
    a day, where one is given.
    """
    messages: list[str] = []
    until = _until(answer_by)
    for kota in value.kota:
        here = [one for one in kota.kecamatan if one.kkmp] if each_kecamatan else []
        those = [_of_kecamatan(value, kota, one, until) for one in here]
        messages += those or [_of_kota(value, kota, until)]
    return BETWEEN.join(messages or [sentences.NOBODY])


def _until(day: date | None) -> str:
    """By when an answer is asked for, as the end of a sentence."""
    if day is None:
        return "."
    return f", paling lambat {bold(f'{_DAYS[day.weekday()]}, {dates.show(day)}')}."


def overview(value: Summary) -> str:
    """A line per kota."""
    if not value.kota:
        return sentences.NOBODY
    head = f"{bold('KKMP')}, keadaan {dates.show(value.per)}"
    lines = [f"{plain(row.nama)}: {_line(row, value.tahun_buku)}" for row in value.kota]
    total = (
        f"Jumlah {numbers.show(value.total.kkmp)} KKMP: "
        f"{_two(value.total.milestone, value.tahun_buku)}"
    )
    full = "\n".join([head, "", *lines, "", total])
    return (
        full
        if len(full) < LIMIT
        else "\n".join([head, f"{numbers.show(len(lines))} kota/kabupaten", total])
    )


def _line(row: SummaryRow, book_year: int) -> str:
    """The two counts of a kota, and until which day word has come of it."""
    word = row.kabar_terakhir
    told = f"; {sentences.last_word(word)}" if word is not None else ""
    return f"{_two(row.milestone, book_year)}{told}"


def _two(counts: Mapping[str, MilestoneCount], book_year: int) -> str:
    return "; ".join(f"{sentences.step(code)} {sentences.standing(counts[code])}" for code in FIRST)


def _of_kota(value: Report, kota: KotaReport, until: str) -> str:
    if not kota.kkmp and not kota.tidak_aktif:
        return f"{bold(f'KKMP {kota.nama}')}: {sentences.NOT_HERE}."
    changes = _changed(value, partial(chat_changes.of_kota, value, kota))
    head, tail = _head(value, kota), _end(value, kota.kkmp)
    tries = product(changes, _open(kota, until))
    return _fitting(["\n".join([*head, *changed, "", *body, tail]) for changed, body in tries])


def _open(kota: KotaReport, until: str) -> list[list[str]]:
    """Who lacks what in each kecamatan, from most names to none."""
    groups = [(one, _lacking(kota, one.kode)) for one in kota.kecamatan if one.kkmp]
    return [[*_per_kecamatan(groups, *attempt, until)] for attempt in _attempts(kota)]


def _changed(value: Report, changes: Callable[[bool], Iterable[str]]) -> Sequence[Sequence[str]]:
    """What changed since the last meeting, with names and without; nothing without `sejak`."""
    return [["", *map(plain, changes(named))] for named in (True, False)] if value.sejak else [()]


def _attempts(kota: KotaReport) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """Which milestones are told and of which of them the names, from most to least."""
    every = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    asked = [code for code in every if code in FIRST]
    return (every, every), (every, asked), (asked, ["usaha"]), (asked, ()), ((), ())


def _fitting(texts: Sequence[str]) -> str:
    """The first that is short enough, else the beginning of the last."""
    return next((text for text in texts if len(text) < LIMIT), texts[-1][: LIMIT - 1])


def _of_kecamatan(value: Report, kota: KotaReport, one: KecamatanCount, until: str) -> str:
    lead = [
        f"{bold(f'KKMP Kecamatan {one.nama}')}, keadaan {dates.show(value.per)}",
        f"{numbers.show(one.kkmp)} KKMP",
    ]
    changes = partial(chat_changes.of_kecamatan, value, kota, one)
    changed_lines = [()] if _is_silent(one) else _changed(value, changes)
    texts = []
    for changed, lines in product(changed_lines, _told_of(kota, one, until)):
        texts.append("\n".join([*lead, *changed, "", *lines, "", _due(value, kota)]).rstrip())
    return _fitting(texts)


def _told_of(kota: KotaReport, one: KecamatanCount, until: str) -> Iterable[Sequence[str]]:
    """What is open in a kecamatan, from most names to none; from whom nothing came is asked."""
    lacking = _lacking(kota, one.kode)
    if _is_silent(one):
        return _silent(one, lacking[FIRST[0]][UNKNOWN], until)
    order = [code for code in in_order(kota.milestone) if code in FIRST or _stated(one, code)]
    bodies = (_lines(lacking, order, named, one.kkmp) for named in (order, FIRST, ()))
    return [_asking(lines, until) if lines else _complete(order, until) for lines in bodies]


def _silent(one: KecamatanCount, names: Sequence[str], until: str) -> Iterable[Sequence[str]]:
    count, ask = f"{_NOT_HEARD} dari {numbers.show(one.kkmp)} KKMP", f"{_ASK_ALL}{until}"
    return [f"{count}: {', '.join(names)}.", "", ask], [f"{count}.", "", ask]


def _complete(shown: Sequence[str], until: str) -> list[str]:
    """Nothing is open of what was reported; what nothing was of is asked."""
    rest = [sentences.step(code) for code in codes() if code not in shown]
    unknown = f"{NO_DATA.capitalize()}: {', '.join(rest)}."
    return [_COMPLETE, *([unknown, "", f"{_ASK}{until}"] if rest else [])]


def _asking(lines: list[str], until: str) -> list[str]:
    """The lines, and the question: for what is unknown, else for news."""
    return [*lines, "", f"{_question(lines)}{until}"]


def _question(lines: Iterable[str]) -> str:
    return _ASK if any(_NOT_HEARD in line for line in lines) else _ASK_NEWS


def _stated(one: KecamatanCount, code: str) -> bool:
    """True where something is stated of a milestone in the kecamatan."""
    return one.kkmp > one.tidak_diketahui[code] + one.tidak_wajib[code]


def _is_silent(one: KecamatanCount) -> bool:
    """True where nothing came from a kecamatan."""
    return not any(_stated(one, code) for code in codes())


def _head(value: Report, kota: KotaReport) -> list[str]:
    lines = [f"{bold(f'KKMP {kota.nama}')}, keadaan {dates.show(value.per)}", ""]
    for code in FIRST:
        label = sentences.short_label(code, value.tahun_buku)
        lines.append(f"{label}: {sentences.standing(kota.milestone[code])}")
    return [*lines, *([due] if (due := _due(value, kota)) else [])]


def _due(value: Report, kota: KotaReport) -> str:
    batas, left = (
        getattr(kota.milestone["rat"], "batas", None),
        getattr(kota.milestone["rat"], "sisa_hari", None),
    )
    if not batas or left is None:
        return ""
    return f"Batas RAT {sentences.remaining(batas, left)}."


def _end(value: Report, kkmp: int) -> str:
    return f"Keadaan per {dates.show(value.per)}, {numbers.show(kkmp)} KKMP."


def _lacking(kota: KotaReport, kecamatan: str) -> Lacking:
    if kota.rincian is None:
        raise ValueError("a message needs the details of every kota")
    why = _reasons(kota)
    return {
        code: {
            state: [
                plain(distinct_name(place.kelurahan) + why.get((place.kode, code, state), ""))
                for place in sorted(states[state])
                if place.kode[:8] == kecamatan
            ]
            for state in _STATES
        }
        for code, states in kota.rincian.nama.items()
    }


def _reasons(kota: KotaReport) -> dict[tuple[str, str, str], str]:
    """By cooperative and milestone why it is stuck, for those that do not operate."""
    return {
        (one.kode, obstacle.milestone, TERKENDALA): f" ({kendala(obstacle.kategori, None)})"
        for one in kota.belum_beroperasi
        for obstacle in one.kendala
    }


def _per_kecamatan(
    groups: Sequence[tuple[KecamatanCount, Lacking]],
    codes_told: Sequence[str],
    named: Sequence[str],
    until: str,
) -> Iterable[str]:
    """What is open in each kecamatan; those from which nothing came are asked at the end."""
    told: list[str] = []
    for one, lacking in groups:
        lines = [] if _is_silent(one) else _lines(lacking, codes_told, named, one.kkmp)
        told += lines
        if lines:
            yield f"{bold(one.nama)} ({numbers.show(one.kkmp)} KKMP)"
            yield from lines
            yield ""
    silent = [
        f"{plain(one.nama)} ({numbers.show(one.kkmp)})" for one, _ in groups if _is_silent(one)
    ]
    if silent:
        yield f"{_NOT_HEARD} sama sekali dari kecamatan {', '.join(silent)}. {_ASK_ALL}{until}"
    elif told:
        yield f"{_question(told)}{until}"
    if silent or told:
        yield ""


def _lines(lacking: Lacking, codes: Sequence[str], named: Sequence[str], of: int) -> list[str]:
    lines = []
    for code in codes:
        for state, names in lacking[code].items():
            if names:
                those = _those(names, of, state) if code in named or len(names) == of else ""
                count = f"- {_lead(code, state)} ({numbers.show(len(names))})"
                lines.append(f"{count}: {those}" if those else count)
    return lines


def _those(names: Sequence[str], of: int, state: str) -> str:
    """The names; everybody in one word, but where reasons stand with them."""
    return "semua" if len(names) == of and state != TERKENDALA else ", ".join(names)


def _lead(code: str, state: str) -> str:
    """`Belum beroperasi`, `NIB dalam proses`, `Usaha terkendala`, `Belum ada kabar NIB`."""
    if state == UNKNOWN:
        return f"{_NOT_HEARD} {'apakah beroperasi' if code == 'usaha' else sentences.step(code)}"
    if state == BELUM:
        return f"Belum {'beroperasi' if code == 'usaha' else sentences.step(code)}"
    return f"{'Usaha' if code == 'usaha' else sentences.step(code)} {_SAID[state]}"
