"""What is known and does not go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kkmp_cli.areas.spellings import bare_key
from kkmp_cli.checks.papers import NUMBERS, OPEN, PAPERS
from kkmp_cli.checks.rule import CONSISTENCY, INFO, WARNING, Examined, Finding, Rule, each, earlier
from kkmp_cli.errors import Advice, Command
from kkmp_cli.milestones import BERHENTI, SUDAH, UNKNOWN
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.parsing import dates

IDLE_DAYS = 90
"""So long may a gerai stand without usaha before it is asked about."""
_ORDER = (
    ("musyawarah", ("sk_kemenkop",)),
    ("sk_kemenkop", tuple(code for code in PAPERS if code != "sk_kemenkop")),
)


def _number_beside_state(one: Cooperative, on: Examined) -> Iterator[str]:
    for name in NUMBERS:
        code = name.removesuffix("_nomor")
        state = one.state(code, on.day)
        if name in one.values and state != SUDAH:
            yield f"{on.vocabulary.label_of(code)}: nomor tercatat, keadaan {_word(state)}"


def _word(state: str) -> str:
    return "belum ada data" if state == UNKNOWN else state


def _papers_before_deed(one: Cooperative, on: Examined) -> Iterator[str]:
    for deed, laters in _ORDER:
        first = one.span(deed, on.day)
        for later in laters:
            span = one.span(later, on.day)
            if (
                first
                and span
                and first.value == span.value == SUDAH
                and _before(span.day, first.day)
            ):
                yield (
                    f"{on.vocabulary.label_of(later)} {dates.show(span.day or '')},"
                    f" {on.vocabulary.label_of(deed)} {dates.show(first.day or '')}"
                )


def _before(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _running_without_papers(one: Cooperative, on: Examined) -> Iterator[str]:
    if one.state("usaha", on.day) == SUDAH:
        lacking = [
            on.vocabulary.label_of(code) for code in PAPERS if one.state(code, on.day) in OPEN
        ]
        if lacking:
            yield f"belum ada {', '.join(lacking)}"


def _stopped_with_units(one: Cooperative, on: Examined) -> Iterator[str]:
    if one.state("usaha", on.day) == BERHENTI and one.values.get("unit_usaha"):
        yield f"unit usaha: {one.values['unit_usaha'].replace(';', ', ')}"


def _idle_outlet(one: Cooperative, on: Examined) -> Iterator[str]:
    outlet = one.span("gerai", on.day)
    if outlet and outlet.value == SUDAH and outlet.since <= earlier(on.day, days=IDLE_DAYS):
        state = one.state("usaha", on.day)
        if state != SUDAH:
            yield f"gerai sejak {dates.show(outlet.since)}, usaha {_word(state)}"


def _clashing_aliases(examined: Examined) -> Iterator[Finding]:
    """A spelling that names two places: in one kota two kelurahan, or two kota."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for area in examined.areas:
        names[area.kota_code, bare_key(area.kelurahan)].add(area.kode)
    for kode, alias in examined.aliases:
        scope = kode[:5] if len(kode) > 5 else ""
        others = sorted(names[scope, bare_key(alias)] - {kode})
        names[scope, bare_key(alias)].add(kode)
        if others:
            yield Finding(kode, alias, f"juga menyebut {', '.join(others)}")


def _aliases_of_nothing(examined: Examined) -> Iterator[Finding]:
    one = {
        code for area in examined.areas for code in (area.kode, area.kecamatan_code, area.kota_code)
    }
    for kode, alias in examined.aliases:
        if kode not in one:
            yield Finding(kode, alias, "kode itu tidak ada di daftar wilayah")


RULES = (
    Rule(
        "nomor_tanpa_sudah",
        CONSISTENCY,
        WARNING,
        "Nomor tercatat, tetapi keadaannya bukan sudah",
        "Betulkan keadaannya, atau kosongkan nomornya.",
        each(_number_beside_state),
    ),
    Rule(
        "berkas_sebelum_sk",
        CONSISTENCY,
        WARNING,
        "Berkas bertanggal sebelum dasarnya terbit",
        "Periksa kedua tanggalnya.",
        each(_papers_before_deed),
    ),
    Rule(
        "berhenti_dengan_unit",
        CONSISTENCY,
        WARNING,
        "Usaha berhenti, tetapi unit usaha masih tertulis",
        "Kosongkan: --kosongkan unit_usaha",
        each(_stopped_with_units),
    ),
    Rule(
        "gerai_lama_tanpa_usaha",
        CONSISTENCY,
        WARNING,
        f"Gerai lebih dari {IDLE_DAYS} hari tanpa usaha",
        "Tanyakan, lalu catat usaha atau kendalanya.",
        each(_idle_outlet),
    ),
    Rule(
        "ejaan_bentrok",
        CONSISTENCY,
        WARNING,
        "Ejaan yang menyebut dua wilayah",
        Advice("Pakai nama lengkap atau kodenya; lihat {}", Command("area", "list")),
        _clashing_aliases,
    ),
    Rule(
        "ejaan_tanpa_wilayah",
        CONSISTENCY,
        WARNING,
        "Ejaan untuk kode yang tidak ada",
        Advice("Periksa daftar wilayah: {}", Command("area", "list")),
        _aliases_of_nothing,
    ),
    Rule(
        "usaha_tanpa_berkas",
        CONSISTENCY,
        INFO,
        "Usaha berjalan, berkasnya belum ada",
        "Dampingi pengurusannya.",
        each(_running_without_papers),
    ),
)
