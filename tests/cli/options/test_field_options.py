"""The field options of `add` and `update`: one for every field, read by that field's own reader."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.cli.commands.add import add
from kkmp_cli.cli.commands.update import update
from kkmp_cli.cli.options.field_options import Typed, field_named, read_stated
from kkmp_cli.errors import BadUsage, Refused
from kkmp_cli.model.vocabulary import AREA, built_in


@pytest.mark.parametrize("command", [add, update])
def test_every_field_of_the_vocabulary_has_an_option(command: object) -> None:
    fields = {field.name for field in built_in().all_fields() if field.kind != AREA}
    assert fields <= {*command.__signature__.parameters}  # type: ignore[attr-defined]


def test_values_are_canonical_and_a_bare_rat_is_that_of_the_tahun_buku() -> None:
    stated = read_stated(
        Typed({"rat": "Sudah", "anggota": "1.250"}, built_in()), "2026-03-10", "2025"
    )
    assert stated.values == {"rat_2025": "sudah", "anggota": "1250"}
    assert (stated.per, stated.explicit, stated.book_year) == (date(2026, 3, 10), True, 2025)


def test_the_day_of_one_field_is_its_own() -> None:
    stated = read_stated(
        Typed({"nib": "belum", "nib_per": "10 Maret 2026"}, built_in()), None, None
    )
    assert stated.pers == {"nib": "2026-03-10"}
    assert not stated.explicit


def test_a_personal_value_that_cannot_be_read_is_not_repeated() -> None:
    with pytest.raises(Refused) as personal:
        read_stated(Typed({"ketua": "rahasia" * 60}, built_in()), None, None)
    assert "rahasia" not in personal.value.message
    with pytest.raises(Refused, match="--anggota `banyak`"):
        read_stated(Typed({"anggota": "banyak"}, built_in()), None, None)


def test_a_field_is_not_both_set_and_emptied() -> None:
    with pytest.raises(BadUsage, match="dua kali"):
        read_stated(Typed({"nib": "sudah"}, built_in()), None, None, ["nib"])
    assert read_stated(Typed({}, built_in()), None, None, ["--nib-nomor"]).values == {
        "nib_nomor": None
    }
    with pytest.raises(BadUsage, match="bukan nama isian"):
        read_stated(Typed({}, built_in()), None, None, ["nib-per"])


@pytest.mark.parametrize(
    ("word", "name"), [("sk", "sk_kemenkop"), ("NIB-Nomor", "nib_nomor"), ("rat", "rat_2025")]
)
def test_a_field_is_named_as_it_is_typed(word: str, name: str) -> None:
    field = field_named(word, 2025)
    assert field is not None
    assert field.name == name
