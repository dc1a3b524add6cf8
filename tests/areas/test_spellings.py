"""Two spellings with one key are one name; what is only near is shown, never taken."""

from __future__ import annotations

import pytest

from kkmp_cli.areas import spellings
from kkmp_cli.errors import Refused


@pytest.mark.parametrize(
    "text",
    [
        "Kebon Kelapa",
        "kel. kebon  kelapa",
        "KKMP Kebon-Kelapa",
        "Koperasi Kelurahan Merah Putih Kebon Kelapa",
        "KEBONKELAPA",
    ],
)
def test_words_that_only_say_what_it_is_do_not_count(text: str) -> None:
    assert spellings.bare_key(text) == "kebonkelapa"


def test_a_name_is_never_reduced_to_nothing() -> None:
    assert spellings.bare_key("Kelurahan Desa") == "desa"
    assert spellings.kecamatan_key("Kecamatan") == "kecamatan"


def test_a_kota_says_which_kind_it_is() -> None:
    assert spellings.kota_key("Kota Administrasi Jakarta Pusat") == ("jakartapusat", "kota")
    assert spellings.kota_key("Kab. Bogor") == ("bogor", "kab")
    assert spellings.kota_key("Bogor") == ("bogor", "")
    assert spellings.kota_key("Kota") == ("kota", "")


def test_at_most_three_that_are_near_the_likest_first() -> None:
    names = ["karanganyar", "karanganom", "karangasem", "karang", "gambir"]
    near = spellings.nearest("karanganyer", names)
    assert near[0] == "karanganyar"
    assert len(near) <= 3
    assert "gambir" not in near
    assert spellings.nearest("xyz", names) == []


def test_a_part_of_a_name_suggests_the_whole() -> None:
    names = ["gunungsahariutara", "sahari"]
    assert spellings.nearest("gunung", names, spellings.lines(names)) == ["gunungsahariutara"]


def test_an_empty_name_is_refused() -> None:
    with pytest.raises(Refused, match="Nama kota kosong"):
        spellings.cleaned("  ", "Nama kota")
    assert spellings.cleaned(" Gambir ", "Nama") == "Gambir"


def test_a_choice_is_said() -> None:
    assert [spellings.either(texts) for texts in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a atau b",
        "a, b atau c",
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Kb. Kacang", ["kebonkacang", "kebunkacang"]),
        ("Gn Sahari Ut.", ["gunungsahariutara"]),
        ("Rw. Badak Ut.", ["rawabadakutara"]),
        ("Cideng", []),
    ],
)
def test_short_forms_are_written_out(text: str, keys: list[str]) -> None:
    assert spellings.written_out(text) == keys


def test_a_name_is_cut_at_each_word() -> None:
    cuts = [*spellings.tails("Kopkel Merah Putih Duri Pulo Kec. Gambir")]
    assert cuts[-1] == ("duri", "pulogambir") and ("duri pulo", "gambir") in cuts
