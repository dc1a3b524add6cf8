"""A report → a message for a chat: who lacks what, per kecamatan, in fewer than 1,500 characters.

Names as far as they fit, else how many; never cut in the middle. Never enters: a sum over
kecamatan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kkmp_cli.milestones import BELUM, PROSES, STATES, SUDAH, UNKNOWN
from kkmp_cli.parsing import dates, numbers
from kkmp_cli.parsing.text import printable
from kkmp_cli.render.packet.table_cells import FIRST, in_order
from kkmp_cli.render.words import STATE_WORDS, sentences
from kkmp_cli.reports import KotaReport, Report, Summary
from kkmp_cli.reports.report import KecamatanCount, MilestoneCount

LIMIT = 1_500
BETWEEN = "\n\n\n"
"""What stands between two messages."""
_COMPLETE = "Semua yang dilaporkan sudah lengkap."
_SIGNS = str.maketrans("*_~`", "＊＿～｀")
"""What a chat would take for bold or crossed out, in wide letters that mean nothing to it."""

Lacking = dict[str, dict[str, list[str]]]
"""Milestone → state → the names that it was stated of and that are not there, in one kecamatan."""
_STATES = (BELUM, *(state for state in STATES if state not in (BELUM, SUDAH, UNKNOWN)))
_SAID = {**STATE_WORDS, PROSES: "dalam proses"}


def write(value: Report, each_kecamatan: bool = False) -> str:
    """One message per kota, or one per kecamatan, each shorter than `LIMIT`."""
    messages = []
    for kota in value.kota:
        messages += (
            [_of_kecamatan(value, kota, one) for one in kota.kecamatan if one.kkmp]
            if each_kecamatan
            else []
        )
        messages += [] if each_kecamatan else [_of_kota(value, kota)]
    return BETWEEN.join(messages)


def overview(value: Summary) -> str:
    """A line per kota."""
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


def _two(held: Mapping[str, MilestoneCount], book_year: int) -> str:
    return "; ".join(f"{sentences.step(code)} {sentences.standing(held[code])}" for code in FIRST)


def _of_kota(value: Report, kota: KotaReport) -> str:
    groups = [(one, _lacking(kota, one.kode)) for one in kota.kecamatan if one.kkmp]
    head, tail = _head(value, kota, _text(kota.nama)), _end(value, kota.kkmp)
    bodies = (_per_kecamatan(groups, *attempt) for attempt in _attempts(kota))
    return _fitting(["\n".join([*head, "", *body, tail]) for body in bodies])


def _attempts(kota: KotaReport) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """Which milestones are told and of which of them the names, from most to least."""
    every = [code for code in in_order(kota.milestone) if kota.milestone[code].known]
    asked = [code for code in every if code in FIRST]
    return (every, every), (every, asked), (asked, ["usaha"]), (asked, ()), ((), ())


def _fitting(texts: Sequence[str]) -> str:
    """The first that is short enough, else the beginning of the last."""
    return next((text for text in texts if len(text) < LIMIT), texts[-1][: LIMIT - 1])


def _of_kecamatan(value: Report, kota: KotaReport, one: KecamatanCount) -> str:
    lacking = _lacking(kota, one.kode)
    lead = f"KKMP Kecamatan {_text(one.nama)}, keadaan {dates.show(value.per)}"
    order = [
        code
        for code in in_order(kota.milestone)
        if one.kkmp > one.tidak_diketahui[code] + one.tidak_wajib[code]
    ]
    texts = []
    for named in (order, FIRST, ()):
        lines = _lines(lacking, order, named, one.kkmp) or [_COMPLETE]
        text = [lead, f"{numbers.show(one.kkmp)} KKMP", "", *lines, "", _due(value, kota)]
        texts.append("\n".join(text).rstrip())
    return _fitting(texts)


def _head(value: Report, kota: KotaReport, name: str) -> list[str]:
    lines = [f"KKMP {name}, keadaan {dates.show(value.per)}", ""]
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
    found: Lacking = {}
    for code, states in kota.rincian.nama.items():
        found[code] = {}
        for state in _STATES:
            places = [place for place in states[state] if place.kode[:8] == kecamatan]
            found[code][state] = [
                _text(place.kelurahan) for place in sorted(places, key=lambda place: place.kode)
            ]
    return found


def _per_kecamatan(
    groups: Sequence[tuple[KecamatanCount, Lacking]],
    codes: Sequence[str],
    named: Sequence[str],
) -> Iterable[str]:
    for one, lacking in groups:
        lines = _lines(lacking, codes, named, one.kkmp)
        if lines:
            yield f"{_text(one.nama)} ({numbers.show(one.kkmp)} KKMP)"
            yield from lines
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
