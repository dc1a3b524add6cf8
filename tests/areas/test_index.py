"""Names of kelurahan, kecamatan and kota: what is found, and what is only suggested."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli import settings
from kkmp_cli.areas.index import AreaIndex, in_province
from kkmp_cli.areas.kecamatan import find_kecamatan
from kkmp_cli.areas.kota import find_kota
from kkmp_cli.areas.spellings import bare_key, lines, nearest
from kkmp_cli.errors import Refused
from kkmp_cli.model.area import Area, is_provisional, next_provisional


def _rows(name: str) -> list[dict[str, str]]:
    with (settings.shipped_data() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


AREAS = [Area(number, **row) for number, row in enumerate(_rows("areas.csv"), 1)]
ALIASES = [(row["kode"], row["alias"]) for row in _rows("aliases.csv")]
INDEX = AreaIndex(AREAS, ALIASES)

# Villages with the traps that Jakarta lacks: one name twice in a kota, names made of the words that
# are removed.
VILLAGES = [
    Area(1, "32.76.01.1001", "Mekarjaya", "Sukmajaya", "Kota Depok", "Jawa Barat"),
    Area(2, "32.76.02.1001", "Mekarjaya", "Beji", "Kota Depok", "Jawa Barat"),
    Area(3, "32.76.02.2001", "Desa Baru", "Beji", "Kota Depok", "Jawa Barat"),
    Area(4, "32.76.02.2002", "Baru", "Beji", "Kota Depok", "Jawa Barat"),
    Area(5, "32.76.02.2003", "Kelurahan", "Beji", "Kota Depok", "Jawa Barat"),
    Area(6, "35.16.01.2001", "Kauman", "Jatirejo", "Kabupaten Mojokerto", "Jawa Timur"),
    Area(7, "35.76.01.1001", "Kauman", "Kranggan", "Kota Mojokerto", "Jawa Timur"),
    Area(8, "35.06.01.2001", "Semen", "Semen", "Kabupaten Kediri", "Jawa Timur"),
    Area(9, "35.71.01.1001", "Semampir", "Kota", "Kota Kediri", "Jawa Timur"),
]
ELSEWHERE = AreaIndex(VILLAGES, [("35.76", "mojokerto"), ("32.76.02.2003", "32.76.02.S201")])


def refusal(index: AreaIndex, text: str, **within: str) -> str:
    with pytest.raises(Refused) as caught:
        index.find(text, **within)
    return caught.value.message


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        " {} ",
        "KKMP {}",
        "kdmp {}",
        "Kel.{}",
        "KELURAHAN  {}",
        "Desa {}",
        "Koperasi Kelurahan Merah Putih {}",
        "Koperasi Desa Merah Putih {}",
        "koperasi desa/kelurahan merah putih {}",
        "{} (Kelurahan)",
    ],
)
def test_every_area_is_found_by_its_name_with_any_of_the_words_around_it(written: str) -> None:
    for area in AREAS:
        text = written.format(area.kelurahan)
        assert INDEX.find(text) is area
        assert INDEX.find(text.upper(), kota=area.kota_code, kecamatan=area.kecamatan) is area


def test_every_area_is_found_by_its_code_and_without_regard_to_spaces_and_points() -> None:
    for area in AREAS:
        name = area.kelurahan
        for text in (
            area.kode,
            f" {area.kode}\n",
            name.replace(" ", ""),
            name.replace(" ", "\u00a0-"),
            f"“{name}”.",
        ):
            assert INDEX.find(text) is area


@pytest.mark.parametrize(("kode", "alias"), [pair for pair in ALIASES if len(pair[0]) == 13])
def test_a_recorded_spelling_is_found_with_and_without_the_words_around_it(
    kode: str, alias: str
) -> None:
    assert INDEX.find(alias).kode == INDEX.find(f"KKMP {alias.upper()}").kode == kode


def test_a_near_miss_is_refused_with_the_name_that_may_be_meant() -> None:
    unrecorded = AreaIndex(AREAS, [])
    assert "maksud Anda Karang Anyar (31.71.02.1002)" in refusal(unrecorded, "Karang Ayar")
    assert refusal(unrecorded, "Karang Ayar", kota="31.71").startswith(
        "Karang Ayar tidak ditemukan di Kota"
    )


@pytest.mark.parametrize("kota", [None, "31.71"])
def test_a_part_of_a_name_is_answered_with_the_names_that_hold_it(kota: str | None) -> None:
    said = refusal(INDEX, "Cempaka", kota=kota) if kota else refusal(INDEX, "Cempaka")
    for name in ("Cempaka Baru (31.71.03.1006)", "Cempaka Putih Timur (31.71.05.1001)"):
        assert name in said


@pytest.mark.parametrize("written", ["Tebet", "Kec. Tebet", "TEBET"])
def test_the_name_of_a_kecamatan_is_answered_with_kelurahan_of_it(written: str) -> None:
    with pytest.raises(Refused) as caught:
        INDEX.find(written)
    assert caught.value.message.startswith(
        f"{written} adalah kecamatan, bukan kelurahan; maksud Anda Tebet "
    )
    assert caught.value.message.count("(31.74.01.") == 3
    assert "--kecamatan 31.74.01" in caught.value.remedy


def test_a_name_with_one_letter_lost_never_becomes_another_area() -> None:
    for area in AREAS:
        for cut in range(len(area.kelurahan)):
            text = area.kelurahan[:cut] + area.kelurahan[cut + 1 :]
            try:
                found = INDEX.find(text)
            except Refused as refused:
                assert refused.message.count("(31.") + refused.message.count("(35.") <= 3
            else:
                assert INDEX.agree(found, text)


@pytest.mark.parametrize("text", ["Kapuk M", "Kapuk Mua", "Jat", "Pulau"])
def test_the_beginning_of_a_name_is_not_the_name(text: str) -> None:
    assert "tidak ditemukan" in refusal(INDEX, text)


def test_a_name_that_others_begin_with_is_its_own() -> None:
    assert (INDEX.find("Kapuk").kode, INDEX.find("Jati").kelurahan) == ("31.73.01.1005", "Jati")


def test_a_kelurahan_with_the_name_of_a_kecamatan_elsewhere_is_itself() -> None:
    assert INDEX.find("Jatinegara").kecamatan == "Cakung"


def test_a_name_of_two_areas_is_listed_with_codes_and_kecamatan() -> None:
    said = refusal(ELSEWHERE, "Mekarjaya", kota="Depok")
    assert "32.76.01.1001 Mekarjaya, kecamatan Sukmajaya" in said
    assert "32.76.02.1001 Mekarjaya, kecamatan Beji" in said
    assert ELSEWHERE.find("Mekarjaya", kecamatan="Kec. Beji").kode == "32.76.02.1001"
    assert ELSEWHERE.find("Mekarjaya", "Depok", "32.76.01").kode == "32.76.01.1001"


def test_a_long_list_of_equal_names_says_how_many_it_leaves_out() -> None:
    many = AreaIndex(
        [
            Area(n, f"32.76.01.{1000 + n}", "Sama", "Beji", "Kota Depok", "Jawa Barat")
            for n in range(25)
        ]
    )
    assert refusal(many, "Sama").startswith("Sama ada 25: ")
    assert refusal(many, "Sama").endswith("dan 15 lainnya")


def test_a_name_of_another_kota_is_said_to_be_there() -> None:
    said = refusal(INDEX, "Gambir", kota="jakbar")
    assert "tidak ada di Kota Administrasi Jakarta Barat" in said
    assert "Kota Administrasi Jakarta Pusat (31.71.01.1001)" in said
    with pytest.raises(Refused) as caught:
        INDEX.find("Gambir", kota="jakbar")
    assert "tulis kodenya, misalnya 31.71.01.1001" in caught.value.remedy
    assert INDEX.find("31.71.01.1001").kelurahan == "Gambir"
    assert "tidak ada di kecamatan Senen" in refusal(
        INDEX, "Gambir", kota="jakpus", kecamatan="Senen"
    )


def test_a_code_outside_the_kota_named_with_it_is_refused_but_a_default_kota_never_rejects_one() -> (
    None
):
    assert "bukan Kota Administrasi Jakarta Barat" in refusal(INDEX, "31.71.01.1001", kota="jakbar")
    assert INDEX.find("31.71.01.1001", default_kota="jakbar").kelurahan == "Gambir"
    assert INDEX.find("Gambir", kota="jakpus", default_kota="jakbar").kelurahan == "Gambir"
    assert "tidak ada di" in refusal(INDEX, "Gambir", default_kota="jakbar")


def test_words_are_removed_only_where_something_is_left_and_after_the_exact_name() -> None:
    assert ELSEWHERE.find("Desa Baru").id == ELSEWHERE.find("DESA BARU").id == 3
    assert ELSEWHERE.find("Baru").id == 4
    assert "ada 2" in refusal(ELSEWHERE, "KDMP Baru")
    assert ELSEWHERE.find("Kelurahan").id == ELSEWHERE.find("KKMP Kelurahan").id == 5
    for nothing in ("KKMP", "Kel.", "Koperasi Kelurahan Merah Putih"):
        assert "tidak ditemukan" in refusal(INDEX, nothing)


def test_an_old_code_recorded_as_alias_still_leads_to_its_area() -> None:
    assert ELSEWHERE.find("32.76.02.S201").id == 5
    assert ELSEWHERE.by_code("32.76.02.S201") == ELSEWHERE.by_code("32.76.02.2003")
    assert ELSEWHERE.by_code("32.76.02.S299") is None


def test_a_code_without_points_is_suggested_and_never_taken() -> None:
    assert "maksud Anda Karang Anyar (31.71.02.1002)" in refusal(INDEX, "3171021002")
    assert "tidak ada di daftar wilayah" in refusal(INDEX, "31.71.99.1001")


def test_code_and_name_of_a_row_agree_by_name_alias_or_code() -> None:
    area = INDEX.find("31.71.02.1002")
    assert all(
        INDEX.agree(area, name)
        for name in ("Karang Anyar", "KKMP KARANGANYAR", "Karang Ayar", area.kode)
    )
    assert not any(INDEX.agree(area, name) for name in ("Kartini", "Karang", "", "-", "Kelurahan"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.71", "31.71"),
        ("jakpus", "31.71"),
        ("JakPus", "31.71"),
        ("Jakarta Pusat", "31.71"),
        ("Kota Adm. Jakarta Pusat", "31.71"),
        ("KOTA ADMINISTRASI JAKARTA PUSAT", "31.71"),
        ("Kota Jakarta Pusat", "31.71"),
        ("Kota Jakpus", "31.71"),
        ("Kepulauan Seribu", "31.01"),
        ("Kab. Adm. Kepulauan Seribu", "31.01"),
        ("kepseribu", "31.01"),
        ("mojokerto", "35.76"),
        ("Kota Mojokerto", "35.76"),
    ],
)
def test_a_kota_answers_to_its_code_its_names_and_its_short_name(text: str, code: str) -> None:
    assert find_kota(text, INDEX.kota_names, ALIASES) == (code, dict(INDEX.kota_names)[code])


@pytest.mark.parametrize(
    "text", ["31", "DKI Jakarta", "Daerah Khusus Ibukota Jakarta", "daerah khusus jakarta", "DKJ"]
)
def test_the_province_of_jakarta_is_31_under_every_name(text: str) -> None:
    assert INDEX.find_kota(text)[0] == "31"
    assert in_province(INDEX.find("Gambir"), text)
    assert INDEX.find("Gambir", kota=text).kode == "31.71.01.1001"


def test_a_province_that_is_not_the_areas_own_is_told_apart() -> None:
    assert in_province(INDEX.find("Gununggedangan"), "JAWA TIMUR")
    assert not in_province(INDEX.find("Gununggedangan"), "DKI Jakarta")
    assert not in_province(INDEX.find("Gambir"), "Jawa Timur")


def test_kab_mojokerto_is_never_kota_mojokerto() -> None:
    assert (
        ELSEWHERE.find_kota("Kab. Mojokerto")[0]
        == ELSEWHERE.find_kota("KABUPATEN MOJOKERTO")[0]
        == "35.16"
    )
    assert ELSEWHERE.find_kota("Mojokerto")[0] == "35.76"
    with pytest.raises(Refused, match=r"Kab\. Mojokerto tidak ditemukan"):
        INDEX.find_kota("Kab. Mojokerto")


def test_a_kota_and_a_kabupaten_of_one_name_are_both_listed() -> None:
    with pytest.raises(Refused, match=r"Kabupaten Kediri \(35\.06\); Kota Kediri \(35\.71\)"):
        ELSEWHERE.find_kota("Kediri")


@pytest.mark.parametrize("text", ["Jakarta Pusta", "jakpos", "Jakarta", "Kota", "3171", "", "\x00"])
def test_what_only_resembles_a_kota_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        INDEX.find_kota(text)


def _misspelt() -> st.SearchStrategy[str]:
    """The name of a kelurahan of Jakarta with some letters put in, left out or changed; and any
    text.
    """
    places = st.integers(0, 20)
    edits = st.lists(
        st.tuples(places, places, st.sampled_from(["", "a", "r", "ng", " "])), max_size=2
    )

    def edited(name: str, changes: list[tuple[int, int, str]]) -> str:
        for begin, size, put in changes:
            name = name[:begin] + put + name[begin + size % 3 :]
        return name

    return st.one_of(
        st.builds(edited, st.sampled_from([area.kelurahan for area in INDEX.areas]), edits),
        st.text(),
    )


@given(_misspelt())
def test_a_name_is_looked_for_as_a_part_only_where_it_is_one(text: str) -> None:
    """What is kept for many questions changes no answer."""
    choices = list(dict.fromkeys(bare_key(area.kelurahan) for area in INDEX.areas))
    assert nearest(bare_key(text), choices, lines(choices)) == nearest(bare_key(text), choices)


@given(_misspelt(), st.sampled_from([None, "31.71", "31.74"]))
def test_a_list_that_was_asked_before_answers_like_one_that_was_not(
    text: str, kota: str | None
) -> None:
    def asked(index: AreaIndex) -> str:
        try:
            return str(index.find(text, kota=kota))
        except Refused as refused:
            return f"{refused.message}. {refused.remedy}"

    assert asked(INDEX) == asked(AreaIndex(INDEX.areas, INDEX.aliases))


def test_a_misspelt_kota_is_suggested() -> None:
    with pytest.raises(Refused, match=r"maksud Anda Kota Administrasi Jakarta Selatan \(31\.74\)"):
        INDEX.find_kota("Jakarta Selatn")


def test_a_kecamatan_is_found_within_its_kota() -> None:
    of_pusat = [area for area in AREAS if area.kota_code == "31.71"]
    for text in ("Sawah Besar", "Kec. Sawah Besar", "SAWAHBESAR", "31.71.02"):
        assert find_kecamatan(text, of_pusat) == ("31.71.02", "Sawah Besar")
    with pytest.raises(Refused, match=r"maksud Anda Senen \(31\.71\.04\)"):
        find_kecamatan("Senin", of_pusat)
    assert "Kecamatan Tebet tidak ditemukan di Kota" in refusal(
        INDEX, "Gambir", kota="31.71", kecamatan="Tebet"
    )


def test_a_provisional_code_tells_kelurahan_from_desa_and_is_never_given_twice() -> None:
    first = next_provisional("31.73.01", [])
    assert (first, next_provisional("31.73.01", [first])) == ("31.73.01.S101", "31.73.01.S102")
    assert next_provisional("31.73.01", [first], desa=True) == "31.73.01.S201"
    assert is_provisional(first)
    assert not is_provisional("31.73.01.1005")
    with pytest.raises(Refused):
        next_provisional("31.73.01", [f"31.73.01.S1{number:02}" for number in range(1, 100)])


def test_an_empty_list_finds_nothing_and_says_so() -> None:
    assert "tidak ditemukan" in refusal(AreaIndex([], []), "Gambir")
    with pytest.raises(Refused):
        find_kota("jakpus", [], [])


@given(st.text(max_size=300))
def test_any_text_is_found_or_refused_in_one_bounded_line(text: str) -> None:
    try:
        area = INDEX.find(text)
    except Refused as refused:
        assert len(refused.message) < 500
        assert "\n" not in refused.message
    else:
        assert INDEX.agree(area, text.strip())


@pytest.mark.parametrize(
    ("text", "kota", "kecamatan", "names"),
    [
        ("Karang Ayarr", "31.71", None, ["Karang Anyar"]),
        ("Kartini", "31.71", "Gambir", ["Kartini"]),
        ("Entah di mana", "31.71", None, []),
        ("Cideng", "31.71", "Entah", ["Cideng"]),
    ],
)
def test_who_may_be_meant_by_a_name_that_names_nobody_here(
    text: str, kota: str | None, kecamatan: str | None, names: list[str]
) -> None:
    assert [area.kelurahan for area in INDEX.candidates(text, kota, kecamatan)] == names


def test_of_a_kecamatan_its_kelurahan_may_be_meant_three_at_most() -> None:
    meant = INDEX.candidates("Sawah Besar", "31.71")
    assert len(meant) == 3
    assert {area.kecamatan for area in meant} == {"Sawah Besar"}
