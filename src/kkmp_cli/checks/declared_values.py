"""What the office's own fields hold and hardly can, by their kind; asked where there are any."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kkmp_cli.checks.rule import (
    COMPLETENESS,
    CONSISTENCY,
    CORRECTNESS,
    INFO,
    WARNING,
    Examined,
    Finding,
    Rule,
    each,
)
from kkmp_cli.errors import Advice, Command
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import JUMLAH, RUPIAH, TANGGAL, OwnField, show

FAR = 100
"""A number so many times another one was hardly written in the same unit."""
FAR_YEARS = 50
"""No lease or right on land that is given now lasts so long."""


def _offered(on: Examined, *kinds: str) -> Iterator[OwnField]:
    return (own for own in on.vocabulary.own if own.kind in kinds and not own.retired)


def _far_from_before(one: Cooperative, on: Examined) -> Iterator[str]:
    """A number that is far from every one before it; where it is near one of them, that between
    was the slip, and is mended.
    """
    for own in _offered(on, JUMLAH, RUPIAH):
        values = [span.value for span in one.profile.get(own.key, ()) if span.value]
        *before, newest = values or [""]
        if before and all(_is_far(int(newest), int(value)) for value in before):
            yield f"{own.label} {show(own.kind, before[-1])}, lalu {show(own.kind, newest)}"


def _is_far(one: int, other: int) -> bool:
    less, more = sorted((one, other))
    return less > 0 and more >= FAR * less


def _far_ahead(one: Cooperative, on: Examined) -> Iterator[str]:
    last = date.fromisoformat(on.day).year + FAR_YEARS
    for own in _offered(on, TANGGAL):
        value = one.values.get(own.key)
        if value and int(value[:4]) > last:
            yield f"{own.label} {show(own.kind, value)}"


def _retired_choice(one: Cooperative, on: Examined) -> Iterator[str]:
    for own in on.vocabulary.own:
        value = one.values.get(own.key)
        if value and value in own.retired_choices and not own.retired:
            yield f"{own.label}: {value}"


def _never_filled(on: Examined) -> Iterator[Finding]:
    stated = {name for one in on.cooperatives for name in one.pers}
    for own in on.vocabulary.own:
        if not own.retired and not {own.key, f"{own.key}_rencana"} & stated:
            yield Finding("", own.label, own.key)


RULES = (
    Rule(
        "angka_jauh_dari_sebelumnya",
        CORRECTNESS,
        WARNING,
        f"Angka bidang sendiri {FAR} kali atau seperseratus yang sebelumnya",
        Advice("Periksa satuannya, lalu `{}` yang salah.", Command("update")),
        each(_far_from_before),
    ),
    Rule(
        "tanggal_terlalu_jauh",
        CORRECTNESS,
        WARNING,
        f"Tanggal bidang sendiri lebih dari {FAR_YEARS} tahun lagi",
        Advice("Periksa tahunnya, lalu `{}` yang salah.", Command("update")),
        each(_far_ahead),
    ),
    Rule(
        "bidang_tanpa_isi",
        COMPLETENESS,
        INFO,
        "Bidang sendiri yang belum diisi siapa pun",
        Advice(
            "Minta isian: {}; yang tidak dipakai lagi: {}",
            Command("template", "-o", "isian.xlsx"),
            Command("field", "retire", "…"),
        ),
        _never_filled,
    ),
    Rule(
        "pilihan_pensiun",
        CONSISTENCY,
        WARNING,
        "Pilihan yang sudah dipensiunkan masih tercatat",
        "Tanyakan, lalu catat pilihan yang sekarang ditawarkan.",
        each(_retired_choice),
    ),
)
