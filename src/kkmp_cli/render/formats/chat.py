"""A report → a message for a chat: what changed, who lacks what, per kecamatan, in fewer than 1,500
characters; who has not reported is asked.

Names as far as they fit, else how many; never cut in the middle. Never enters: a sum over
kecamatan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import product

from kkmp_cli.milestones import BELUM, PROSES, STATES, SUDAH, UNKNOWN, codes
from kkmp_cli.model.area import distinct_name
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.formats import chat_changes
from kkmp_cli.render.packet.table_cells import FIRST, in_order
from kkmp_cli.render.words import NO_DATA, STATE_WORDS, sentences
from kkmp_cli.reports.report import KecamatanCount, KotaReport, MilestoneCount, Report, Summary

LIMIT = 1_500
BETWEEN = "\n\n\n"
"""What stands between two messages."""
_COMPLETE = "Semua yang dilaporkan sudah lengkap."
_ASK_ALL = "Mohon kabarnya untuk masing-masing: sudah beroperasi atau belum, sudah RAT atau belum."
_ASK = "Mohon kabarnya untuk yang belum ada datanya."
_SIGNS = str.maketrans("*_~`", "＊＿～｀")
"""What a chat would take for bold or crossed out, in wide letters that mean nothing to it."""

Lacking = dict[str, dict[str, list[str]]]
"""Milestone → state → the names that it was stated of and that are not there, or of which nothing
was, in one kecamatan."""
_STATES = (BELUM, *(state for state in STATES if state not in (BELUM, SUDAH)))
_SAID = {**STATE_WORDS, PROSES: "dalam proses"}


def write(value: Report, each_kecamatan: bool = False) -> str:
    """One message per kota, or one per kecamatan, each shorter than `LIMIT`."""
    messages: list[str] = []
    for kota in value.kota:
        here = [one for one in kota.kecamatan if one.kkmp] if each_kecamatan else []
        messages += [_of_kecamatan(value, kota, one) for one in here] or [_of_kota(value, kota)]
    return BETWEEN.join(messages or [sentences.NOBODY])


def overview(value: Summary) -> str:
    """A line per kota."""
    if not value.kota:
        return sentences.NOBODY
    head = f"KKMP, keadaan {dates.show(value.per)}"
    lines = [f"{_text(row.nama)}: {_two(row.milestone, value.tahun_buku)}" for row in value.kota]
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


def _two(counts: Mapping[str, MilestoneCount], book_year: int) -> str:
    return "; ".join(f"{sentences.step(code)} {sentences.standing(counts[code])}" for code in FIRST)


def _of_kota(value: Report, kota: KotaReport) -> str:
    if not kota.kkmp and not kota.tidak_aktif:
        return f"KKMP {_text(kota.nama)}: {sentences.NOT_HERE}."
    changes = _changed(value, partial(chat_changes.of_kota, value, kota))
    head, tail = _head(value, kota), _end(value, kota.kkmp)
    tries = product(changes, _open(kota))
    return _fitting(["\n".join([*head, *changed, "", *body, tail]) for changed, body in tries])


def _open(kota: KotaReport) -> list[list[str]]:
    """Who lacks what in each kecamatan, from most names to none."""
    groups = [(one, _lacking(kota, one.kode)) for one in kota.kecamatan if one.kkmp]
    return [[*_per_kecamatan(groups, *attempt)] for attempt in _attempts(kota)]


def _changed(value: Report, changes: Callable[[bool], Iterable[str]]) -> Sequence[Sequence[str]]:
    """What changed since the last meeting, with names and without; nothing without `sejak`."""
    return [["", *map(_text, changes(named))] for named in (True, False)] if value.sejak else [()]


def _attempts(kota: KotaReport) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """Which milestones are told and of which of them the names, from most to least."""
    every = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    asked = [code for code in every if code in FIRST]
    return (every, every), (every, asked), (asked, ["usaha"]), (asked, ()), ((), ())


def _fitting(texts: Sequence[str]) -> str:
    """The first that is short enough, else the beginning of the last."""
    return next((text for text in texts if len(text) < LIMIT), texts[-1][: LIMIT - 1])


def _of_kecamatan(value: Report, kota: KotaReport, one: KecamatanCount) -> str:
    lead = [
        f"KKMP Kecamatan {_text(one.nama)}, keadaan {dates.show(value.per)}",
        f"{numbers.show(one.kkmp)} KKMP",
    ]
    changes = partial(chat_changes.of_kecamatan, value, kota, one)
    texts = []
    for changed, lines in product(_changed(value, changes), _told_of(kota, one)):
        texts.append("\n".join([*lead, *changed, "", *lines, "", _due(value, kota)]).rstrip())
    return _fitting(texts)


def _told_of(kota: KotaReport, one: KecamatanCount) -> Iterable[Sequence[str]]:
    """What is open in a kecamatan, from most names to none; from whom nothing came is asked."""
    lacking = _lacking(kota, one.kode)
    if _is_silent(one):
        count = f"Belum ada data dari {numbers.show(one.kkmp)} KKMP"
        names = ", ".join(lacking[FIRST[0]][UNKNOWN])
        return [f"{count}: {names}.", _ASK_ALL], [f"{count}.", _ASK_ALL]
    order = [code for code in in_order(kota.milestone) if code in FIRST or _stated(one, code)]
    bodies = (_lines(lacking, order, named, one.kkmp) for named in (order, FIRST, ()))
    return [_asking(lines) if lines else _complete(order) for lines in bodies]


def _complete(shown: Sequence[str]) -> list[str]:
    """Nothing is open of what was reported; of what nothing was is said."""
    rest = [sentences.step(code) for code in codes() if code not in shown]
    return [_COMPLETE, *([f"{NO_DATA.capitalize()}: {', '.join(rest)}."] if rest else [])]


def _asking(lines: list[str]) -> list[str]:
    """The lines, and a question where something is unknown."""
    return [*lines, *(["", _ASK] if any(NO_DATA in line for line in lines) else [])]


def _stated(one: KecamatanCount, code: str) -> bool:
    """True where something is stated of a milestone in the kecamatan."""
    return one.kkmp > one.tidak_diketahui[code] + one.tidak_wajib[code]


def _is_silent(one: KecamatanCount) -> bool:
    """True where nothing came from a kecamatan."""
    return not any(_stated(one, code) for code in codes())


def _head(value: Report, kota: KotaReport) -> list[str]:
    lines = [f"KKMP {_text(kota.nama)}, keadaan {dates.show(value.per)}", ""]
    for code in FIRST:
        label = sentences.short_label(code, value.tahun_buku)
        lines.append(f"{label}: {sentences.standing(kota.milestone[code])}")
    return [*lines, *([due] if (due := _due(value, kota)) else [])]


def _due(value: Report, kota: KotaReport) -> str:
    batas, left = (
        getattr(kota.milestone["rat"], "batas", None),
        getattr(kota.milestone["rat"], "sisa_hari", None),
    )
    return f"Batas RAT {sentences.remaining(batas, left)}." if batas and left is not None else ""


def _end(value: Report, kkmp: int) -> str:
    return f"Keadaan per {dates.show(value.per)}, {numbers.show(kkmp)} KKMP."


def _lacking(kota: KotaReport, kecamatan: str) -> Lacking:
    if kota.rincian is None:
        raise ValueError("a message needs the details of every kota")
    lacking: Lacking = {}
    for code, states in kota.rincian.nama.items():
        lacking[code] = {}
        for state in _STATES:
            places = [place for place in states[state] if place.kode[:8] == kecamatan]
            lacking[code][state] = [
                _text(distinct_name(place.kelurahan))
                for place in sorted(places, key=lambda place: place.kode)
            ]
    return lacking


def _per_kecamatan(
    groups: Sequence[tuple[KecamatanCount, Lacking]],
    codes_told: Sequence[str],
    named: Sequence[str],
) -> Iterable[str]:
    """What is open in each kecamatan; those from which nothing came are asked at the end."""
    asked = False
    for one, lacking in groups:
        lines = [] if _is_silent(one) else _lines(lacking, codes_told, named, one.kkmp)
        asked = asked or any(NO_DATA in line for line in lines)
        if lines:
            yield f"{_text(one.nama)} ({numbers.show(one.kkmp)} KKMP)"
            yield from lines
            yield ""
    silent = [
        f"{_text(one.nama)} ({numbers.show(one.kkmp)})" for one, _ in groups if _is_silent(one)
    ]
    if silent:
        yield f"{NO_DATA.capitalize()} sama sekali dari kecamatan {', '.join(silent)}. {_ASK_ALL}"
    elif asked:
        yield _ASK
    if silent or asked:
        yield ""


def _lines(lacking: Lacking, codes: Sequence[str], named: Sequence[str], of: int) -> list[str]:
    lines = []
    for code in codes:
        for state, names in lacking[code].items():
            if names:
                those = "semua" if len(names) == of else ", ".join(names) if code in named else ""
                count = f"- {_lead(code, state)} ({numbers.show(len(names))})"
                lines.append(f"{count}: {those}" if those else count)
    return lines


def _lead(code: str, state: str) -> str:
    """`Belum beroperasi`, `NIB dalam proses`, `Usaha terkendala`."""
    if state == BELUM:
        return f"Belum {'beroperasi' if code == 'usaha' else sentences.step(code)}"
    return f"{'Usaha' if code == 'usaha' else sentences.step(code)} {_SAID[state]}"


def _text(raw: str) -> str:
    return printable(raw).translate(_SIGNS)
