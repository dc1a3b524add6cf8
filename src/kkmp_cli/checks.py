"""Rules of data quality: each an entry of `RULES` with its severity, its sentence and its remedy.

A rule looks at frozen cooperatives and a day and names what it finds; nothing is forbidden, nothing repaired.
A new rule is one more entry. Never enters: a database, a personal value, a word of layout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kkmp_cli import dates, fields
from kkmp_cli.areas import Area
from kkmp_cli.cooperatives import Cooperative
from kkmp_cli.followups import FollowUp
from kkmp_cli.milestones import (
    BELUM,
    BERHENTI,
    FIRST_BOOK_YEAR,
    MILESTONES,
    PROSES,
    SUDAH,
    TERKENDALA,
    book_year_of,
    by_code,
    label_of,
)
from kkmp_cli.spellings import bare_key

ERROR, WARNING, INFO = "galat", "peringatan", "info"
SEVERITIES = (ERROR, WARNING, INFO)
WHOLENESS, CORRECTNESS, COMPLETENESS = "keutuhan", "kebenaran", "kelengkapan"
CONSISTENCY, TIMELINESS = "keselarasan", "kemutakhiran"
GROUPS = (WHOLENESS, CORRECTNESS, COMPLETENESS, CONSISTENCY, TIMELINESS)

STALE_DAYS = 30
"""After so many days without word an open state, a gerai or a usaha wants confirming: monev is monthly."""
IDLE_DAYS = 90
"""So long may a gerai stand without usaha before it is asked about."""


class Finding(NamedTuple):
    """One thing found: whose (`kode` of a kelurahan or kota, and its name), and what in particular."""

    kode: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What the rules look at: all that is registered, and the ISO day of today."""

    areas: tuple[Area, ...]
    cooperatives: tuple[Cooperative, ...]
    aliases: tuple[tuple[str, str], ...]
    followups: tuple[FollowUp, ...]
    day: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `find` names every place where it does not hold."""

    code: str
    group: str
    severity: str
    sentence: str
    remedy: str
    find: Callable[[Held], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Result:
    """What one rule came to."""

    rule: Rule
    findings: tuple[Finding, ...]


def examine(held: Held) -> list[Result]:
    """Every rule over everything held, in the order of the table."""
    return [Result(rule, tuple(rule.find(held))) for rule in RULES]


Says = Callable[[Cooperative, str], Iterable[str]]


def _each(says: Says) -> Callable[[Held], Iterable[Finding]]:
    """A rule about one cooperative, asked of each that still counts; all it says of one is one finding."""

    def find(held: Held) -> Iterator[Finding]:
        for known in held.cooperatives:
            if known.counts_on(held.day):
                details = list(says(known, held.day))
                if details:
                    yield Finding(known.area.kode, known.area.kelurahan, "; ".join(details))

    return find


def _earlier(day: str, *, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


# -- kebenaran -------------------------------------------------------------------------------------------


def _future(known: Cooperative, day: str) -> Iterator[str]:
    for code, spans in known.states.items():
        if spans and spans[-1].since > day:
            yield f"{label_of(code)} {dates.show(spans[-1].since)}"
    for name, per in known.pers.items():
        if per > day and name not in known.states:
            yield f"{fields.label_of(name)} per {dates.show(per)}"


def _before_the_first(known: Cooperative, _day: str) -> Iterator[str]:
    for code, spans in known.states.items():
        if spans and spans[-1].value == SUDAH and (spans[-1].day or "9") < str(FIRST_BOOK_YEAR):
            yield f"{label_of(code)} {dates.show(spans[-1].day or '')}"


def _too_early_rat(known: Cooperative, _day: str) -> Iterator[str]:
    for code, spans in known.states.items():
        year = book_year_of(code)
        if year and spans and spans[-1].value == SUDAH and spans[-1].day and spans[-1].day[:4] <= str(year):
            yield f"{label_of(code)} tercatat {dates.show(spans[-1].day)}"


def _same_number(held: Held) -> Iterator[Finding]:
    """One number, and for an account one bank, on two cooperatives; the registration number too."""
    holders: dict[tuple[str, str, str], list[Cooperative]] = defaultdict(list)
    for known in held.cooperatives:
        for name in (*_NUMBERS, "nik_koperasi"):
            if number := known.values.get(name):
                holders[name, number, known.values.get(name.replace("_nomor", "_bank"), "")].append(known)
    for (name, number, _), several in holders.items():
        if len(several) > 1:
            yield from _shared(name, number, several)


def _same_account_other_bank(held: Held) -> Iterator[Finding]:
    """One account number under two names of a bank, or with the bank missing on one of them."""
    holders: dict[tuple[str, str], dict[str, Cooperative]] = defaultdict(dict)
    for known in held.cooperatives:
        for name in _ACCOUNTS:
            if number := known.values.get(name):
                holders[name, number].setdefault(known.values.get(name.replace("_nomor", "_bank"), ""), known)
    for (name, number), banks in holders.items():
        if len(banks) > 1:
            yield from _shared(name, number, list(banks.values()))


def _shared(name: str, number: str, several: list[Cooperative]) -> Iterator[Finding]:
    for known in several:
        others = ", ".join(other.area.kelurahan for other in several if other is not known)
        yield Finding(known.area.kode, known.area.kelurahan, f"{fields.label_of(name)} {number}, juga {others}")


# -- kelengkapan -----------------------------------------------------------------------------------------


def _incomplete_kota(held: Held) -> Iterator[Finding]:
    registered = {known.area.id for known in held.cooperatives}
    begun = {known.area.kota_code for known in held.cooperatives}
    missing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area in held.areas:
        if area.kota_code in begun and area.id not in registered:
            missing[area.kota_code, area.kota].append(area.kelurahan)
    for (code, name), names in missing.items():
        yield Finding(code, name, f"{len(names)} kelurahan belum terdaftar: {', '.join(names)}")


def _provisional(held: Held) -> Iterator[Finding]:
    for area in held.areas:
        if area.kode.rpartition(".")[2].startswith("S"):
            yield Finding(area.kode, area.kelurahan)


def _nothing_known(known: Cooperative, day: str) -> Iterator[str]:
    unknown = [milestone.label for milestone in MILESTONES
               if not any(known.span(code, day) for code in known.states if by_code(code) is milestone)]  # fmt: skip
    if unknown:
        yield ", ".join(unknown) if len(unknown) < len(MILESTONES) else "semua milestone"


def _without_date(known: Cooperative, day: str) -> Iterator[str]:
    for code in known.states:
        span = known.span(code, day)
        if span and span.value == SUDAH and span.day is None:
            yield label_of(code)


def _without_number(known: Cooperative, day: str) -> Iterator[str]:
    for name in _NUMBERS:
        code = name.removesuffix("_nomor")
        if known.state(code, day) == SUDAH and name not in known.values:
            yield label_of(code)


def _account_without_bank(known: Cooperative, _day: str) -> Iterator[str]:
    for name in _ACCOUNTS:
        if name in known.values and name.replace("_nomor", "_bank") not in known.values:
            yield fields.label_of(name)


def _stuck_without_reason(known: Cooperative, day: str) -> Iterator[str]:
    for code in known.states:
        if known.state(code, day) == TERKENDALA and f"{code}_kendala" not in known.values:
            yield label_of(code)


def _running_without_units(known: Cooperative, day: str) -> Iterator[str]:
    if known.state("usaha", day) == SUDAH and not known.values.get("unit_usaha"):
        yield "unit usaha belum disebut"


# -- keselarasan -----------------------------------------------------------------------------------------


def _number_beside_state(known: Cooperative, day: str) -> Iterator[str]:
    for name in _NUMBERS:
        code = name.removesuffix("_nomor")
        state = known.state(code, day)
        if name in known.values and state != SUDAH:
            yield f"{label_of(code)}: nomor tercatat, keadaan {state.replace('tidak_diketahui', 'belum ada data')}"


def _papers_before_deed(known: Cooperative, day: str) -> Iterator[str]:
    for earlier, laters in _ORDER:
        first = known.span(earlier, day)
        for later in laters:
            span = known.span(later, day)
            if first and span and first.value == span.value == SUDAH and _before(span.day, first.day):
                yield (f"{label_of(later)} {dates.show(span.day or '')},"
                       f" {label_of(earlier)} {dates.show(first.day or '')}")  # fmt: skip


def _before(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _running_without_papers(known: Cooperative, day: str) -> Iterator[str]:
    if known.state("usaha", day) == SUDAH:
        lacking = [label_of(code) for code in _PAPERS if known.state(code, day) in _OPEN]
        if lacking:
            yield f"belum ada {', '.join(lacking)}"


def _stopped_with_units(known: Cooperative, day: str) -> Iterator[str]:
    if known.state("usaha", day) == BERHENTI and known.values.get("unit_usaha"):
        yield f"unit usaha: {known.values['unit_usaha'].replace(';', ', ')}"


def _idle_outlet(known: Cooperative, day: str) -> Iterator[str]:
    outlet = known.span("gerai", day)
    if outlet and outlet.value == SUDAH and outlet.since <= _earlier(day, days=IDLE_DAYS):
        state = known.state("usaha", day)
        if state != SUDAH:
            yield f"gerai sejak {dates.show(outlet.since)}, usaha {state.replace('tidak_diketahui', 'belum ada data')}"


def _clashing_aliases(held: Held) -> Iterator[Finding]:
    """A spelling that names two places: in one kota two kelurahan, or two kota."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for area in held.areas:
        names[area.kota_code, bare_key(area.kelurahan)].add(area.kode)
    for kode, alias in held.aliases:
        scope = kode[:5] if len(kode) > 5 else ""
        others = sorted(names[scope, bare_key(alias)] - {kode})
        names[scope, bare_key(alias)].add(kode)
        if others:
            yield Finding(kode, alias, f"juga menyebut {', '.join(others)}")


def _aliases_of_nothing(held: Held) -> Iterator[Finding]:
    known = {code for area in held.areas for code in (area.kode, area.kecamatan_code, area.kota_code)}
    for kode, alias in held.aliases:
        if kode not in known:
            yield Finding(kode, alias, "kode itu tidak ada di daftar wilayah")


# -- kemutakhiran ----------------------------------------------------------------------------------------


def _unconfirmed(known: Cooperative, day: str) -> Iterator[str]:
    """What may have changed since it was last said. A paper that is there does not age."""
    limit = _earlier(day, days=STALE_DAYS)
    old = []
    for code in known.states:
        state, milestone = known.state(code, day), by_code(code)
        ages = state in _OPEN or (state == SUDAH and milestone is not None and milestone.stops)
        if ages and known.pers.get(code, "") < limit:
            old.append((known.pers.get(code, ""), label_of(code)))
    if old:
        labels = ", ".join(label for _, label in old)
        yield f"{labels}: terakhir {dates.show(min(old)[0])}" if min(old)[0] else labels


def _passed_plans(known: Cooperative, day: str) -> Iterator[str]:
    for code, spans in known.plans.items():
        if spans and spans[-1].until is None and known.state(code, day) != SUDAH:
            planned = spans[-1].value
            if dates.read(planned).last_day.isoformat() < day:
                yield f"{label_of(code)} direncanakan {dates.show(planned)}"


def _late_followups(held: Held) -> Iterator[Finding]:
    for item in held.followups:
        if not item.selesai and item.batas < held.day:
            yield Finding(item.kode[0] if item.kode else item.kota or "", f"tindak lanjut {item.id}",
                          f"batas {dates.show(item.batas)}")  # fmt: skip


_OPEN = (BELUM, PROSES, TERKENDALA)
_PAPERS = tuple(milestone.code for milestone in MILESTONES if milestone.number)
_NUMBERS = tuple(f"{code}_nomor" for code in _PAPERS)
_ACCOUNTS = tuple(f"{milestone.code}_nomor" for milestone in MILESTONES if milestone.number and milestone.number.bank)
_ORDER = (("musyawarah", ("sk_kemenkop",)), ("sk_kemenkop", tuple(code for code in _PAPERS if code != "sk_kemenkop")))

RULES = (
    Rule("nomor_ganda", CORRECTNESS, ERROR, "Nomor yang sama pada dua koperasi",
         "Periksa berkas aslinya, lalu `kkmp update` yang salah.", _same_number),
    Rule("tanggal_masa_depan", CORRECTNESS, ERROR, "Tanggal sesudah hari ini",
         "Periksa jam komputer, lalu betulkan tanggalnya.", _each(_future)),
    Rule("rekening_dua_bank", CORRECTNESS, WARNING, "Nomor rekening yang sama dengan nama bank yang berbeda",
         "Periksa nama bank dan nomornya.", _same_account_other_bank),
    Rule("tanggal_sebelum_2025", CORRECTNESS, WARNING, f"Tanggal sebelum {FIRST_BOOK_YEAR}",
         "Periksa tahunnya; KKMP dibentuk sejak 2025.", _each(_before_the_first)),
    Rule("rat_sebelum_tutup_buku", CORRECTNESS, WARNING, "RAT bertanggal sebelum tahun bukunya berakhir",
         "Periksa tahun buku atau tanggalnya.", _each(_too_early_rat)),
    Rule("kota_tidak_lengkap", COMPLETENESS, WARNING, "Kota yang kelurahannya belum terdaftar semua",
         "Daftarkan: kkmp add --kota … --all", _incomplete_kota),
    Rule("kode_sementara", COMPLETENESS, WARNING, "Kode wilayah sementara",
         "Beri kode resmi bila sudah terbit: kkmp area recode", _provisional),
    Rule("rekening_tanpa_bank", COMPLETENESS, WARNING, "Nomor rekening tanpa nama bank",
         "Lengkapi: --rekening-bank", _each(_account_without_bank)),
    Rule("terkendala_tanpa_sebab", COMPLETENESS, WARNING, "Terkendala tanpa kendala yang disebut",
         "Tulis sebabnya, misalnya --usaha-kendala modal", _each(_stuck_without_reason)),
    Rule("belum_ada_data", COMPLETENESS, INFO, "Milestone yang belum ada datanya",
         "Minta isian: kkmp template", _each(_nothing_known)),
    Rule("sudah_tanpa_tanggal", COMPLETENESS, INFO, "Sudah, tetapi tanpa tanggal",
         "Lengkapi tanggal dari berkasnya.", _each(_without_date)),
    Rule("sudah_tanpa_nomor", COMPLETENESS, INFO, "Sudah, tetapi nomornya belum dicatat",
         "Lengkapi nomor dari berkasnya.", _each(_without_number)),
    Rule("usaha_tanpa_unit", COMPLETENESS, INFO, "Usaha berjalan, unit usahanya belum disebut",
         "Lengkapi: --unit-usaha", _each(_running_without_units)),
    Rule("nomor_tanpa_sudah", CONSISTENCY, WARNING, "Nomor tercatat, tetapi keadaannya bukan sudah",
         "Betulkan keadaannya, atau kosongkan nomornya.", _each(_number_beside_state)),
    Rule("berkas_sebelum_sk", CONSISTENCY, WARNING, "Berkas bertanggal sebelum dasarnya terbit",
         "Periksa kedua tanggalnya.", _each(_papers_before_deed)),
    Rule("berhenti_dengan_unit", CONSISTENCY, WARNING, "Usaha berhenti, tetapi unit usaha masih tertulis",
         "Kosongkan: --kosongkan unit_usaha", _each(_stopped_with_units)),
    Rule("gerai_lama_tanpa_usaha", CONSISTENCY, WARNING, f"Gerai lebih dari {IDLE_DAYS} hari tanpa usaha",
         "Tanyakan, lalu catat usaha atau kendalanya.", _each(_idle_outlet)),
    Rule("ejaan_bentrok", CONSISTENCY, WARNING, "Ejaan yang menyebut dua wilayah",
         "Pakai nama lengkap atau kodenya; lihat kkmp area list", _clashing_aliases),
    Rule("ejaan_tanpa_wilayah", CONSISTENCY, WARNING, "Ejaan untuk kode yang tidak ada",
         "Periksa daftar wilayah: kkmp area list", _aliases_of_nothing),
    Rule("usaha_tanpa_berkas", CONSISTENCY, INFO, "Usaha berjalan, berkasnya belum ada",
         "Dampingi pengurusannya.", _each(_running_without_papers)),
    Rule("belum_dikonfirmasi", TIMELINESS, WARNING, f"Tidak ada kabar lebih dari {STALE_DAYS} hari",
         "Tanyakan, lalu `kkmp update NAMA --tetap` atau catat yang baru.", _each(_unconfirmed)),
    Rule("rencana_lewat", TIMELINESS, WARNING, "Rencana yang tanggalnya sudah lewat",
         "Catat hasilnya, atau rencana yang baru.", _each(_passed_plans)),
    Rule("tindak_lanjut_lewat", TIMELINESS, INFO, "Tindak lanjut yang lewat batas",
         "Lihat: kkmp followup list", _late_followups),
)  # fmt: skip
"""Every rule, in the order in which they are printed."""
