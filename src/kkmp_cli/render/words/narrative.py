"""A place in three to six sentences, ready for a nota dinas or notulen: who operates, the RAT, the
papers, what changed, what holds it up, what the office is to do. Never enters: a number that the
report does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kkmp_cli.parsing import dates, numbers
from kkmp_cli.render.words import (
    CATEGORY_WORDS,
    NO_DATA,
    enumerated,
    growth,
    headline,
    inside,
    sentences,
)
from kkmp_cli.reports.report import KotaReport, MilestoneCount, Report, Summary

MOST = 6
"""Sentences of one place."""
_LEAST = 3
_FIRST = ("usaha", "rat")
_NAMED = 6
"""So many kota are named with their numbers."""
Milestones = Mapping[str, MilestoneCount]


def of_kota(value: Report, kota: KotaReport, name: str) -> tuple[str, ...]:
    """A kota, or one of its kecamatan, called `name`."""
    if not kota.kkmp:
        return (f"{_lead(value.per, name)}: {inside(headline.of_kota(kota, value.per)[0])}",)
    told = [f"{_lead(value.per, name)}: {inside(headline.operating(kota))}"]
    told += _rat(kota.milestone, value.tahun_buku, value.per)
    told.append(_papers(kota.milestone))
    told += [*_changed(value, kota), *_obstacles(kota), *_follow_ups(kota)]
    if len(told) < _LEAST:
        told.append(f"Pelatihan: {sentences.participants(kota.pelatihan)}.")
    return tuple(told[:MOST])


def of_all(value: Report) -> tuple[str, ...]:
    """The kota of a report together."""
    total = value.total
    name = f"{numbers.show(len(value.kota))} kota/kabupaten bersama"
    return _of_counts((value.per, value.tahun_buku), name, total.milestone, total.kkmp)


def of_summary(value: Summary) -> tuple[str, ...]:
    """All kota together, and those of which there are few by their numbers."""
    name = f"{numbers.show(len(value.kota))} kota/kabupaten"
    total, day = value.total, (value.per, value.tahun_buku)
    told = _of_counts(day, name, total.milestone, total.kkmp)
    if not total.kkmp or len(value.kota) > _NAMED:
        return told
    each = (f"{row.nama} {headline.held(row.milestone['usaha'])}" for row in value.kota)
    return (*told, f"Yang beroperasi, per kota: {'; '.join(each)}.")


def _of_counts(day: tuple[str, int], name: str, counts: Milestones, number: int) -> tuple[str, ...]:
    per, year = day
    if not number:
        return (f"{_lead(per, name)}: {inside(sentences.NOBODY)}",)
    of = f"{numbers.show(number)} KKMP, beroperasi {headline.held(counts['usaha'])}."
    return f"{_lead(per, name)}: {of}", *_rat(counts, year, per), _papers(counts)


def _lead(per: str, name: str) -> str:
    return f"Keadaan per {dates.show(per)} di {name}"


def _rat(counts: Milestones, year: int, per: str) -> Iterator[str]:
    if said := headline.rat(counts["rat"], per):
        yield said.replace("RAT", f"{sentences.short_label('rat', year)}:", 1)


def _papers(counts: Milestones) -> str:
    """`Tahap lainnya: NIB 28 dari 44; NPWP dan rekening belum ada data.`"""
    others = [code for code in counts if code not in _FIRST]
    pieces = [
        f"{inside(sentences.step(code))} {headline.held(counts[code])}"
        for code in others
        if counts[code].known
    ]
    unknown = [inside(sentences.step(code)) for code in others if not counts[code].known]
    if unknown:
        pieces.append(f"{enumerated(unknown)} {NO_DATA}")
    return f"Tahap lainnya: {'; '.join(pieces)}."


def _changed(value: Report, kota: KotaReport) -> Iterator[str]:
    """How the two first milestones moved since the last meeting, and how many others did."""
    if value.sejak is None:
        return
    pieces = [*_moved(value, kota)]
    since = f"Sejak {dates.show(value.sejak)}"
    yield f"{since}, {'; '.join(pieces)}." if pieces else f"{since} tidak ada yang berubah."


def _moved(value: Report, kota: KotaReport) -> Iterator[str]:
    others = (code for code in kota.milestone if code not in _FIRST)
    for code in (*_FIRST, *others):
        if kinds := growth.of_milestone(kota.berubah, code):
            label = sentences.short_label(code, value.tahun_buku, value.vocabulary)
            now = kota.milestone[code].sudah
            yield inside(growth.net_change(code, label, now, kinds)).removesuffix(".")


def _obstacles(kota: KotaReport) -> Iterator[str]:
    """What is recorded to hold up those that do not operate."""
    kinds = Counter(each.kategori for one in kota.belum_beroperasi for each in one.kendala)
    if kinds:
        those = [f"{CATEGORY_WORDS[kind]} ({numbers.show(n)})" for kind, n in kinds.most_common()]
        yield f"Kendala pada yang belum beroperasi: {enumerated(those)}."


def _follow_ups(kota: KotaReport) -> Iterator[str]:
    """How many are open, how many of them late, how many wait for a decision."""
    still = kota.tindak_lanjut
    if not still:
        return
    counts = {
        "terlambat": sum(one.terlambat for one in still),
        "menunggu keputusan": sum(one.keputusan for one in still),
    }
    pieces = [f"{numbers.show(n)} {words}" for words, n in counts.items() if n]
    among = f" ({', '.join(pieces)})" if pieces else ""
    yield f"Tindak lanjut yang terbuka: {numbers.show(len(still))}{among}."
