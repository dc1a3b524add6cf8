"""What is missing beside what is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kkmp_cli.checks.papers import ACCOUNTS, NUMBERS
from kkmp_cli.checks.rule import COMPLETENESS, INFO, WARNING, Examined, Finding, Rule, each
from kkmp_cli.errors import Advice, Command
from kkmp_cli.milestones import MILESTONES, SUDAH, TERKENDALA, by_code
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.parsing.numbers import show


def _incomplete_kota(examined: Examined) -> Iterator[Finding]:
    registered = {one.area.id for one in examined.cooperatives}
    begun = {one.area.kota_code for one in examined.cooperatives}
    missing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area in examined.areas:
        if area.kota_code in begun and area.id not in registered:
            missing[area.kota_code, area.kota].append(area.distinct_name)
    for (code, name), names in missing.items():
        yield Finding(
            code, name, f"{show(len(names))} kelurahan belum terdaftar: {', '.join(names)}"
        )


def _provisional(examined: Examined) -> Iterator[Finding]:
    for area in examined.areas:
        if area.kode.rpartition(".")[2].startswith("S"):
            yield Finding(area.kode, area.kelurahan)


def _nothing_known(one: Cooperative, on: Examined) -> Iterator[str]:
    unknown = [
        milestone.label
        for milestone in MILESTONES
        if not any(one.span(code, on.day) for code in one.states if by_code(code) is milestone)
    ]
    if unknown:
        yield ", ".join(unknown) if len(unknown) < len(MILESTONES) else "semua tahap"


def _without_date(one: Cooperative, on: Examined) -> Iterator[str]:
    for code in one.states:
        span = one.span(code, on.day)
        if span and span.value == SUDAH and span.day is None:
            yield on.vocabulary.label_of(code)


def _without_number(one: Cooperative, on: Examined) -> Iterator[str]:
    for name in NUMBERS:
        code = name.removesuffix("_nomor")
        if one.state(code, on.day) == SUDAH and name not in one.values:
            yield on.vocabulary.label_of(code)


def _account_without_bank(one: Cooperative, on: Examined) -> Iterator[str]:
    for name in ACCOUNTS:
        if name in one.values and name.replace("_nomor", "_bank") not in one.values:
            yield on.vocabulary.label_of(name)


def _stuck_without_reason(one: Cooperative, on: Examined) -> Iterator[str]:
    for code in one.states:
        if one.state(code, on.day) == TERKENDALA and f"{code}_kendala" not in one.values:
            yield on.vocabulary.label_of(code)


def _running_without_units(one: Cooperative, on: Examined) -> Iterator[str]:
    if one.state("usaha", on.day) == SUDAH and not one.values.get("unit_usaha"):
        yield "unit usaha belum disebut"


RULES = (
    Rule(
        "kota_tidak_lengkap",
        COMPLETENESS,
        WARNING,
        "Kota yang kelurahannya belum terdaftar semua",
        Advice("Daftarkan: {}", Command("add", "--kota", "…", "--all")),
        _incomplete_kota,
    ),
    Rule(
        "kode_sementara",
        COMPLETENESS,
        WARNING,
        "Kode wilayah sementara",
        Advice("Beri kode resmi bila sudah terbit: {}", Command("area", "recode")),
        _provisional,
    ),
    Rule(
        "rekening_tanpa_bank",
        COMPLETENESS,
        WARNING,
        "Nomor rekening tanpa nama bank",
        "Lengkapi: --rekening-bank",
        each(_account_without_bank),
    ),
    Rule(
        "terkendala_tanpa_sebab",
        COMPLETENESS,
        WARNING,
        "Terkendala tanpa kendala yang disebut",
        "Tulis sebabnya, misalnya --usaha-kendala modal",
        each(_stuck_without_reason),
    ),
    Rule(
        "belum_ada_data",
        COMPLETENESS,
        INFO,
        "Tahap yang belum ada datanya",
        Advice("Minta isian: {}", Command("template", "-o", "isian.xlsx")),
        each(_nothing_known),
    ),
    Rule(
        "sudah_tanpa_tanggal",
        COMPLETENESS,
        INFO,
        "Sudah, tetapi tanpa tanggal",
        "Lengkapi tanggal dari berkasnya.",
        each(_without_date),
    ),
    Rule(
        "sudah_tanpa_nomor",
        COMPLETENESS,
        INFO,
        "Sudah, tetapi nomornya belum dicatat",
        "Lengkapi nomor dari berkasnya.",
        each(_without_number),
    ),
    Rule(
        "usaha_tanpa_unit",
        COMPLETENESS,
        INFO,
        "Usaha berjalan, unit usahanya belum disebut",
        Advice("Lengkapi: {}", Command("update", "…", "--unit-usaha", "sembako")),
        each(_running_without_units),
    ),
)
