"""Amounts of money as offices write them (`Rp12,5 juta`, `12.500.000`) ↔ whole rupiah in digits.

Nothing is rounded: what is no whole number of rupiah is an error. Never enters: what is paid.
"""

from __future__ import annotations

import re

from kkmp_cli.errors import CellError
from kkmp_cli.parsing import numbers
from kkmp_cli.parsing.text import refuse_ktp

_UNITS = {
    3: "rb|ribu",
    6: "jt|juta",
    9: "m|mlr|miliar|milyar",
    12: "triliun|trilyun",
}
"""The zeros that a word stands for."""
_ZEROS = {word: zeros for zeros, words in _UNITS.items() for word in words.split("|")}
_AMOUNT = (
    r"(?a)(?P<minus>-?)\s*(?:rp\.?|idr)?\s*(?P<inner>-?)\s*"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?P<tail>[.,]\d+)?\s*"
    rf"(?P<unit>{'|'.join(_ZEROS)})?\.?(?:,?-)?(?:\s*rupiah)?"
)
_BRACKETED = r"(?a)(-?\s*(?:rp\.?)?\s*)\((.+)\)"
"""How book-keepers write a loss: `(5.000.000)`."""
REMEDY = "Tulis misalnya Rp12,5 juta, 12.500.000 atau 12500000."


def read_rupiah(text: str) -> str:
    """Whole rupiah as digits, a loss with a minus. Raises CellError for what is no amount, for one
    that is not clear (`1,000`), not whole, or larger than a register can hold.
    """
    match = re.fullmatch(_AMOUNT, bare := _plain(text))
    if match is None or (match["minus"] and match["inner"]):
        raise _no_amount(bare)
    rupiah = _exact(match["whole"].replace(".", ""), match["tail"] or "", match["unit"] or "")
    sign = (match["minus"] or match["inner"]) if rupiah != "0" else ""
    return refuse_ktp(sign + rupiah)


def _plain(text: str) -> str:
    """The text in small letters, a loss in brackets with a minus."""
    bare = " ".join(text.casefold().replace("−", "-").split())
    match = re.fullmatch(_BRACKETED, bare)
    return f"-{match[1].strip(' -')}{match[2]}" if match else bare


def _exact(whole: str, tail: str, unit: str) -> str:
    """The amount of a number with its unit. Raises CellError where it is not clear or not whole."""
    _refuse_unclear(whole, tail, unit)
    part, zeros = tail[1:].rstrip("0"), _ZEROS.get(unit, 0)
    if len(part) > zeros:
        raise CellError("bukan rupiah bulat", f"Tulis angka penuhnya tanpa sen. {REMEDY}")
    return numbers.storable(whole + part + "0" * (zeros - len(part)))


def _refuse_unclear(whole: str, tail: str, unit: str) -> None:
    if len(tail) == 4:
        raise CellError(
            f"`{whole}{tail}` tidak jelas: ribuan atau pecahan?",
            f"Tulis ribuan dengan titik dan tanpa pecahan. {REMEDY}",
        )
    if tail.startswith(".") and not unit:
        raise CellError("titik ini tidak jelas: ribuan atau pecahan?", REMEDY)


def _no_amount(bare: str) -> CellError:
    if re.fullmatch(r"(?:rp\.?)?\s*-", bare):
        return CellError("tanda ini tidak jelas: nol atau belum ada data?", "Tulis 0 bila nol.")
    if re.search(r"\d,\d{3}", bare):
        return CellError(
            "koma sebelum tiga angka tidak jelas",
            "Tulis ribuan dengan titik, misalnya 12.500.000, atau tanpa tanda, 12500000.",
        )
    return CellError("bukan jumlah rupiah", REMEDY)


def show(amount: int) -> str:
    """An amount as printed: `Rp12.500.000`, a loss `-Rp5.000.000`."""
    return f"{'-' if amount < 0 else ''}Rp{numbers.show(abs(amount))}"
