"""What cannot be so: numbers on two cooperatives, days that have not come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kkmp_cli.checks.papers import ACCOUNTS, NUMBERS
from kkmp_cli.checks.rule import CORRECTNESS, ERROR, WARNING, Examined, Finding, Rule, each
from kkmp_cli.errors import Advice, Command
from kkmp_cli.milestones import FIRST_BOOK_YEAR, SUDAH, book_year_of
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.parsing import dates


def _future(one: Cooperative, on: Examined) -> Iterator[str]:
    for code, spans in one.states.items():
        if spans and spans[-1].since > on.day:
            yield f"{on.vocabulary.label_of(code)} {dates.show(spans[-1].since)}"
    for name, per in one.pers.items():
        if per > on.day and name not in one.states:
            yield f"{on.vocabulary.label_of(name)} per {dates.show(per)}"


def _before_the_first(one: Cooperative, on: Examined) -> Iterator[str]:
    for code, spans in one.states.items():
        if spans and spans[-1].value == SUDAH and (spans[-1].day or "9") < str(FIRST_BOOK_YEAR):
            yield f"{on.vocabulary.label_of(code)} {dates.show(spans[-1].day or '')}"


def _too_early_rat(one: Cooperative, on: Examined) -> Iterator[str]:
    for code, spans in one.states.items():
        year = book_year_of(code)
        if not year or not spans or spans[-1].value != SUDAH:
            continue
        day_held, wording = (
            spans[-1].day or spans[-1].since,
            "tercatat" if spans[-1].day else "dinyatakan sudah per",
        )
        if day_held[:4] <= str(year):
            yield f"{on.vocabulary.label_of(code)} {wording} {dates.show(day_held)}"


def _same_number(examined: Examined) -> Iterator[Finding]:
    """One number, and for an account one bank, on two cooperatives; the registration number too."""
    holders: dict[tuple[str, str, str], list[Cooperative]] = defaultdict(list)
    for one in examined.cooperatives:
        for name in (*NUMBERS, "nik_koperasi"):
            if number := one.values.get(name):
                holders[name, number, one.values.get(name.replace("_nomor", "_bank"), "")].append(
                    one
                )
    for (name, number, _), several in holders.items():
        if len(several) > 1:
            yield from _shared(examined, name, number, several)


def _same_account_other_bank(examined: Examined) -> Iterator[Finding]:
    """One account number under two names of a bank, or with the bank missing on one of them."""
    holders: dict[tuple[str, str], dict[str, Cooperative]] = defaultdict(dict)
    for one in examined.cooperatives:
        for name in ACCOUNTS:
            if number := one.values.get(name):
                holders[name, number].setdefault(
                    one.values.get(name.replace("_nomor", "_bank"), ""), one
                )
    for (name, number), banks in holders.items():
        if len(banks) > 1:
            yield from _shared(examined, name, number, list(banks.values()))


def _shared(
    examined: Examined, name: str, number: str, several: list[Cooperative]
) -> Iterator[Finding]:
    label = examined.vocabulary.label_of(name)
    for one in several:
        others = ", ".join(other.area.distinct_name for other in several if other is not one)
        yield Finding(
            one.area.kode,
            one.area.kelurahan,
            f"{label} {number}, juga {others}",
        )


RULES = (
    Rule(
        "nomor_ganda",
        CORRECTNESS,
        ERROR,
        "Nomor yang sama pada dua koperasi",
        Advice("Periksa berkas aslinya, lalu `{}` yang salah.", Command("update")),
        _same_number,
    ),
    Rule(
        "tanggal_masa_depan",
        CORRECTNESS,
        ERROR,
        "Tanggal sesudah hari ini",
        Advice(
            "Betulkan jam komputer, lalu batalkan pekerjaan yang mencatatnya (lihat `{}`): `{}`.",
            Command("history"),
            Command("undo", "…"),
        ),
        each(_future),
    ),
    Rule(
        "rekening_dua_bank",
        CORRECTNESS,
        WARNING,
        "Nomor rekening yang sama dengan nama bank yang berbeda",
        "Periksa nama bank dan nomornya.",
        _same_account_other_bank,
    ),
    Rule(
        "tanggal_sebelum_2025",
        CORRECTNESS,
        WARNING,
        f"Tanggal sebelum {FIRST_BOOK_YEAR}",
        "Periksa tahunnya; KKMP dibentuk sejak 2025.",
        each(_before_the_first),
    ),
    Rule(
        "rat_sebelum_tutup_buku",
        CORRECTNESS,
        WARNING,
        "RAT tercatat sebelum tahun bukunya berakhir",
        "Periksa tahun buku atau tanggalnya.",
        each(_too_early_rat),
    ),
)
