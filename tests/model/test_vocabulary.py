"""The one vocabulary: every field read, written and named the same way on every surface."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.errors import CellError
from kkmp_cli.milestones import MILESTONES, OBSTACLES, Milestone
from kkmp_cli.model import vocabulary
from kkmp_cli.model.own_field import OwnField
from kkmp_cli.model.vocabulary import Field, Vocabulary, built_in
from kkmp_cli.parsing import lists, premises, state_words
from kkmp_cli.parsing.text import match_key, read_note

TODAY = date(2026, 3, 10)
NAMES = built_in().register_fields([2025, 2026], with_personal=True)
FIELDS = [field for name in NAMES if (field := built_in().by_name(name))]
PAST = st.dates(date(2025, 1, 1), TODAY)
DAYS = st.one_of(PAST.map(date.isoformat), PAST.map("{:%Y-%m}".format), PAST.map("{:%Y}".format))
LETTERS = st.text(
    st.characters(categories=["L", "Nd", "P", "S"], exclude_characters=";"), min_size=1, max_size=30
)


def _free(text: str) -> bool:
    """True for a name that is kept as it is: not a sign for nothing, not one that empties, no KTP
    number.
    """
    try:
        kept = read_note(text)
    except CellError:
        return False
    said = state_words.states_nothing(text) or state_words.tells_only_a_state(text)
    return kept == text and not said and text.casefold() != state_words.CLEAR


FREE = LETTERS.filter(_free)
CERTAIN = FREE.filter(lambda text: "?" not in text)
CANONICAL = {
    "status": st.one_of(
        st.just("aktif"), st.builds("{} {}".format, st.sampled_from(["bubar", "digabung"]), PAST)
    ),
    "percontohan": st.sampled_from(["ya", "tidak"]),
    "gerai_jenis": st.sampled_from(premises.KINDS),
    "lintang": st.sampled_from(["-6.1754", "0", "5.55", "-10"]),
    "bujur": st.sampled_from(["106.8272", "95", "140.5"]),
    "nik_koperasi": st.from_regex(r"[0-9]{4,15}", fullmatch=True),
    "telepon": st.from_regex(r"08[0-9]{8,11}", fullmatch=True),
    "anggota": st.integers(0, 10**18 - 1).map(str),
    "unit_usaha": st.sets(st.sampled_from(list(lists.UNITS)), min_size=1).map(
        lambda units: ";".join(unit for unit in lists.UNITS if unit in units)
    ),
    "mitra": st.lists(CERTAIN, min_size=1, max_size=4, unique=True).map(
        lambda names: ";".join(names) + (";" if len(names) == 1 and "," in names[0] else "")
    ),
    vocabulary.BANK: st.sampled_from(["BRI", "BNI", "Bank Mandiri", "Bank Jakarta", "Bank Jatim"]),
    vocabulary.PER: PAST.map(date.isoformat),
    vocabulary.START: DAYS,
    vocabulary.PLAN: st.one_of(DAYS, st.dates(TODAY, TODAY + timedelta(900)).map(date.isoformat)),
    vocabulary.OBSTACLE: st.one_of(
        st.sampled_from(OBSTACLES), st.builds("{}: {}".format, st.sampled_from(OBSTACLES), FREE)
    ),
}
NUMBERS = {
    "sk_kemenkop_nomor": st.integers(1, 9_999_999).map("AHU-{:07}.AH.01.29.TAHUN 2025".format),
    "nib_nomor": st.from_regex(r"[0-9]{12}[1-9]", fullmatch=True),
    "npwp_nomor": st.from_regex(r"[0-9]{15}[1-9]", fullmatch=True),
    "rekening_nomor": st.from_regex(r"[0-9]{4,19}[1-9]", fullmatch=True),
}


def _canonical(field: Field) -> st.SearchStrategy[str]:
    if field.kind == vocabulary.STATE and field.milestone:
        states = [
            "sudah",
            "proses",
            "terkendala",
            "belum",
            *(["berhenti"] if field.milestone.stops else []),
        ]
        stopped = [DAYS.map("berhenti {}".format)] if field.milestone.stops else []
        return st.one_of(st.sampled_from(states), DAYS, *stopped)
    if (
        field.kind == vocabulary.NUMBER
        and field.name not in NUMBERS
        and field.milestone
        and field.milestone.number
    ):
        lengths = field.milestone.number.digits
        return (
            st.from_regex(rf"[0-9]{{{lengths[0] - 1}}}[1-9]", fullmatch=True)
            if lengths
            else CERTAIN
        )
    return {**CANONICAL, **NUMBERS}.get(field.name, CANONICAL.get(field.kind, FREE))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
@given(data=st.data())
def test_a_canonical_value_reads_back_as_itself_in_its_own_field(
    field: Field, data: st.DataObject
) -> None:
    value = data.draw(_canonical(field))
    assert built_in().read(field, value, TODAY) == {field.name: value}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
@given(text=st.text(max_size=40))
def test_whatever_a_field_accepts_reads_back_as_the_same_statement(field: Field, text: str) -> None:
    try:
        stated = built_in().read(field, text, TODAY)
    except CellError:
        return
    for name, value in stated.items():
        other = built_in().by_name(name)
        assert other is not None
        if value is not None:
            assert value == value.strip() != ""
            assert built_in().read(other, value, TODAY) == {name: value}


NAUGHTY = [
    "undefined",
    "NULL",
    "(null)",
    "None",
    "NaN",
    "Infinity",
    "1E2",
    "0x0",
    "1/0",
    "-1",
    "--",
    "+",
    "'",
    '"',
    "`",
    ";",
    ",",
    "\\",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "'; DROP TABLE cooperatives;--",
    "{{7*7}}",
    "%s%d%n",
    "$HOME",
    "[/x]",
    ":house:",
    "=1+1",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "\u202etest\u202e",
    "\ufeff",
    "\u200b",
    "\x1b[2J",
    "田中さん",
    "הָיְתָה",
    "👩‍👩‍👧‍👦",
    "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
    "Ω≈ç√∫",
    "٠١٢٣",
    "１２３",
    "½",
    "²",
    "\x00",
    "\ud800",
    "\U0010ffff",
    "a" * 5_000,
    "1" * 5_000,
    "2025-" * 500,
    "berhenti " * 300,
    "1.000" * 1_000,
    ";" * 3_000,
    "9999-99-99",
    "berhenti 0000-00-00",
]


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_naughty_text_is_read_or_refused_and_never_breaks_the_reader(field: Field) -> None:
    for text in NAUGHTY:
        try:
            stated = built_in().read(field, text, TODAY)
        except CellError as error:
            assert error.message
        else:
            assert all(len(value) <= 3_000 for value in stated.values() if value)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_empty_cells_state_nothing_and_the_word_for_it_empties_the_field(field: Field) -> None:
    for text in ("", "  ", "n/a", "?", "\u00a0"):
        assert built_in().read(field, text, TODAY) == {}
    none = {field.name: None} if field.kind == vocabulary.OBSTACLE else {}
    assert built_in().read(field, "-", TODAY) == none
    assert built_in().read(field, " (Kosongkan) ", TODAY) == {field.name: None}


@pytest.mark.parametrize(
    "milestone", [m for m in MILESTONES if m.number], ids=lambda milestone: milestone.code
)
def test_an_identifier_in_the_column_of_its_milestone_is_read_as_the_number(
    milestone: Milestone,
) -> None:
    samples = {
        "nib": "0234567890123",
        "npwp": "02.421.275.5-091.000",
        "rekening": "BRI 012301000123505",
        "sk_kemenkop": "AHU-0001234.AH.01.29.TAHUN 2025",
    }
    code = milestone.code
    field = built_in().by_name(code)
    assert field is not None
    assert milestone.number is not None
    stated = built_in().read(field, samples.get(code) or "7" * milestone.number.digits[0], TODAY)
    assert f"{code}_nomor" in stated
    assert code not in stated
    assert stated.get("rekening_bank") == ("BRI" if code == "rekening" else None)


def test_lines_within_a_cell_are_items_of_a_list() -> None:
    mitra, units = built_in().by_name("mitra"), built_in().by_name("unit_usaha")
    assert mitra is not None
    assert units is not None
    assert built_in().read(mitra, "Bulog\nBank Mandiri\n", TODAY) == {"mitra": "Bulog;Bank Mandiri"}
    assert built_in().read(units, "sembako\r\nklinik", TODAY) == {"unit_usaha": "sembako;klinik"}


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_register_is_a_heading_and_an_option_of_its_own(name: str) -> None:
    field = built_in().by_name(name)
    assert field is not None
    assert field.name == name
    assert field.option == "--" + name.replace("_", "-")
    assert (
        built_in().match_heading(name, 2025) == built_in().match_heading(name.upper(), 2025) == name
    )
    assert built_in().label_of(name)
    assert name.isascii()


def test_personal_fields_appear_only_when_asked_for() -> None:
    public = built_in().register_fields([2025])
    assert set(built_in().register_fields([2025], with_personal=True)) - set(public) == {
        "ketua",
        "ketua_per",
        "telepon",
        "telepon_per",
    }


@pytest.mark.parametrize("milestone", MILESTONES, ids=lambda milestone: milestone.code)
def test_every_heading_of_a_milestone_leads_to_it_in_any_case_and_spacing(
    milestone: Milestone,
) -> None:
    for heading in (*milestone.headings, *milestone.date_headings):
        expected = built_in().in_year(milestone.code, 2025)
        assert built_in().match_heading(heading.upper(), 2025) == expected
        assert built_in().match_heading(f" {heading.replace(' ', '_')}. ", 2025) == expected


def test_no_two_fields_claim_one_heading() -> None:
    claimed: dict[str, str] = {}
    for field in built_in().all_fields():
        for heading in field.headings:
            key = match_key(heading)
            assert claimed.setdefault(key, field.name) == field.name, heading


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Kel.", "kelurahan"),
        ("Nama Kelurahan", "kelurahan"),
        ("Tgl NIB", "nib"),
        ("No. SK AHU", "sk_kemenkop_nomor"),
        ("Usaha Berjalan", "usaha"),
        ("Jumlah Anggota", "anggota"),
        ("Kendala", None),
        ("RAT", "rat_2025"),
        ("RAT TB 2026", "rat_2026"),
        ("RAT Tahun Buku 2025", "rat_2025"),
        ("rat_2026", "rat_2026"),
        ("Rencana RAT", "rat_2025_rencana"),
        ("Rekening Bank", "rekening"),
        ("rekening_bank", "rekening_bank"),
        ("Warna cat", None),
        ("", None),
        ("RAT 25", None),
    ],
)
def test_headings_in_the_spellings_that_offices_use(heading: str, name: str | None) -> None:
    assert built_in().match_heading(heading, 2025) == name


def test_rat_with_a_bare_year_is_refused_until_it_is_said_which_year() -> None:
    with pytest.raises(CellError) as caught:
        built_in().match_heading("RAT 2026", 2025)
    assert '--map "RAT 2026=rat_2025"' in caught.value.remedy


@pytest.mark.parametrize("heading", ["RAT TB 2024", "rat_2024", "RAT_2024_rencana", "RAT 2024"])
def test_a_book_year_before_the_first_is_no_heading(heading: str) -> None:
    with pytest.raises(CellError, match="mulai tahun buku 2025") as caught:
        built_in().match_heading(heading, 2025)
    assert f'--map "{heading}="' in caught.value.remedy
    assert "rat_2024" not in caught.value.remedy.replace(heading, "")


@given(st.text(max_size=40))
def test_any_heading_is_known_unknown_or_refused(heading: str) -> None:
    try:
        name = built_in().match_heading(heading, 2025)
    except CellError:
        return
    assert name is None or built_in().by_name(name)


def test_the_fourth_part_of_the_code_tells_kkmp_from_kdmp() -> None:
    assert vocabulary.default_name("Gambir", "31.71.01.1001") == "KKMP Gambir"
    assert vocabulary.default_name("Kauman", "35.16.01.2001") == "KDMP Kauman"
    assert vocabulary.default_name("Kapuk Timur", "31.73.01.S101") == "KKMP Kapuk Timur"
    assert vocabulary.default_name("Baru", "35.16.01.S201") == "KDMP Baru"


OMZET = OwnField(1, "x_omzet", "Omzet", "jumlah", "omzet sebulan", headings=("omzet per bulan",))
PAGAR = OwnField(2, "x_pagar", "Pagar gerai", "tahap", "pagar di sekeliling gerai")
OWN = Vocabulary((OMZET, PAGAR))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("x_omzet", "1.250", "1250"),
        ("x_omzet_per", "9/3/2026", "2026-03-09"),
        ("x_pagar", "proses", "proses"),
        ("x_pagar", "2 Maret 2026", "2026-03-02"),
        ("x_pagar_rencana", "1 April 2026", "2026-04-01"),
        ("x_pagar_kendala", "lahan: milik warga", "lahan: milik warga"),
    ],
)
def test_a_cell_of_an_own_field_is_read_as_its_kind(name: str, text: str, value: str) -> None:
    assert OWN.read(OWN.field(name), text, TODAY) == {name: value}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Omzet", "x_omzet"),
        ("x_omzet", "x_omzet"),
        ("Omzet per Bulan", "x_omzet"),
        ("Pagar Gerai", "x_pagar"),
        ("Kendala Pagar gerai", "x_pagar_kendala"),
        ("NIB", "nib"),
    ],
)
def test_a_heading_of_an_own_field_is_known_where_it_was_declared(heading: str, name: str) -> None:
    assert OWN.match_heading(heading, 2025) == name
    assert built_in().match_heading(heading, 2025) == (name if name == "nib" else None)


def test_own_fields_have_words_days_and_places_behind_the_others() -> None:
    assert OWN.label_of("x_omzet") == "Omzet"
    assert OWN.label_of("x_pagar_rencana") == "Rencana Pagar gerai"
    assert OWN.owner_of("x_pagar_kendala") == OWN.milestone_of("x_pagar_kendala") == "x_pagar"
    assert OWN.milestone_of("x_omzet") is None
    assert sorted(["x_pagar", "x_omzet", "nib", "catatan"], key=OWN.place) == [
        *("nib", "catatan", "x_omzet", "x_pagar")
    ]
    assert OWN.register_fields([2025])[-6:] == (
        *("x_omzet", "x_omzet_per"),
        *("x_pagar", "x_pagar_per", "x_pagar_rencana", "x_pagar_kendala"),
    )
    assert OWN.own_keys == ("x_omzet", "x_pagar")


def test_a_retired_field_is_known_by_its_name_and_offered_nowhere() -> None:
    later = Vocabulary((OMZET._replace(retired=True), PAGAR))
    assert later.label_of("x_omzet") == "Omzet"
    assert later.match_heading("Omzet", 2025) is later.match_heading("x_omzet", 2025)
    assert later.match_heading("x_omzet_per", 2025) is None
    assert later.own_keys == ("x_pagar",)
    assert not any(name.startswith("x_omzet") for name in later.register_fields([2025]))


def test_a_name_that_nobody_declared_is_unknown_and_of_the_history_a_plain_value() -> None:
    assert built_in().by_name("x_omzet") is None
    assert built_in().kind_of("x_omzet") == vocabulary.VALUE
    assert built_in().label_of("x_omzet") == "x_omzet"
    assert Vocabulary() == built_in() != OWN
