"""Whatever a register holds: an export of it says the same, to the same register and to an empty
one.

What an export cannot carry to an empty register: the days of the profile's fields, when a bare
`sudah` was first said (it counts there from its newest confirmation), a period before a stop whose
start nobody knows, an identifier whose milestone was emptied (there it says `sudah`), and a kendala
that was said of a day before the state it stands beside.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from kkmp_cli import settings as surroundings
from kkmp_cli import sheets
from kkmp_cli.actions import import_sheets
from kkmp_cli.cli import app
from kkmp_cli.errors import CellError, KkmpError
from kkmp_cli.importing.import_result import ImportResult
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model import vocabulary
from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.vocabulary import AREA, PER, built_in
from kkmp_cli.planning.intent import Intent
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import export_query
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.writer import NewRun, Writer, open_writer
from kkmp_cli.render.formats import export_rows
from six_cooperatives import gambir_template  # noqa: F401 - fixture

YEARS = (2025, 2026)
TODAY = surroundings.today()
NASTY = (
    "=1+1",
    "+62 812",
    "-5",
    "@cmd",
    "'=x",
    "''=x",
    "'0123",
    "' =y",
    '="0123"',
    "a;b",
    'kata "kutip"',
    "baris\nbaru",
    "\ttab",
    "tutup'",
    "＝lebar",
    "1,23E+12",
    "_x0041_",
    "\ufffe",
    "é é",
    "ẞß",
    "🏠",
    "total",
    "JUMLAH",
    "Kelurahan",
    "sep=;",
    "#N/A",
    "TRUE",
    "0123",
    "1e5",
    "2025-08",
    "10/3/2026",
    "<b>&amp;</b>",
    "{{x}}",
    "[red]x[/red]",
    "%s",
    ",",
    "koma, dua",
    ";",
    "modal: =2",
    "lainnya",
    "tempat: belum ada; lagi",
    "a" * 200,
    "RAT 2026",
    "nihil",
)
"""Texts that have hurt other programs, or look like something else."""
texts = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=30), st.text("=+-@' ;,\"\t0aX＝", max_size=8)
)
days = st.integers(0, 500).map(lambda back: TODAY - timedelta(days=back))


def states() -> st.SearchStrategy[str]:
    dated = days.flatmap(
        lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
    )
    words = st.sampled_from(["sudah", "proses", "terkendala", "belum", "berhenti", "(kosongkan)"])
    return st.one_of(words, words, dated, dated.map("berhenti {}".format))


def raw_of(field: vocabulary.Field) -> st.SearchStrategy[str]:
    """What somebody might type in a field."""
    if field.kind == vocabulary.STATE:
        return states()
    if field.kind in (vocabulary.START, vocabulary.PLAN):
        return days.map(str)
    if (
        field.kind == vocabulary.NUMBER
        and field.milestone
        and field.milestone.number
        and field.milestone.number.digits
    ):
        size = field.milestone.number.digits[0]
        return st.integers(0, 30).map(lambda number: f"{number:0{size}}")
    if field.name == "anggota":
        return st.integers(0, 10**18).map(str)
    if field.name == "unit_usaha":
        return st.lists(
            st.sampled_from(["sembako", "klinik", "kantor", "lainnya"]), min_size=1
        ).map(";".join)
    if field.name == "status":
        return st.one_of(st.just("aktif"), days.map("bubar {}".format))
    if field.name == "percontohan":
        return st.sampled_from(["ya", "tidak"])
    if field.name == "gerai_jenis":
        return st.sampled_from(["sewa", "menumpang", "milik_sendiri", "lainnya"])
    if field.name in ("lintang", "bujur"):
        return st.sampled_from(["-6,17", "106.8272", "-0.5", "110"])
    if field.name == "nik_koperasi":
        return st.integers(0, 10**9).map(str)
    return texts


STATED = [
    field
    for name in built_in().register_fields(YEARS, with_personal=True)
    if (field := built_in().by_name(name)) and field.kind not in (AREA, PER)
]


@dataclass(frozen=True)
class Word:
    """What somebody says of one cooperative on one day."""

    place: int
    raw: dict[str, str]
    back: int
    officer: bool


@st.composite
def words(draw: st.DrawFn) -> Word:
    chosen = draw(st.lists(st.sampled_from(STATED), max_size=9, unique_by=lambda field: field.name))
    raw = {field.name: draw(raw_of(field)) for field in chosen}
    return Word(draw(st.integers(0, 5)), raw, draw(st.integers(0, 400)), draw(st.booleans()))


def state(register: Writer, word: Word) -> None:
    """Records one word as a command or an import would, if it is accepted."""
    values: dict[str, str | None] = {}
    for name, text in word.raw.items():
        field = built_in().by_name(name)
        assert field
        try:
            values.update(built_in().read(field, text, TODAY))
        except CellError:
            continue
    area = register.areas("31.71")[word.place]
    intent = Intent(area, values, TODAY - timedelta(days=word.back), explicit=True)
    held = {known.id: known for known in register.cooperatives(ids=[area.id], with_personal=True)}
    policy = MergePolicy(officer=word.officer, overwrite=True, correction=True)
    try:
        planned = build_plan([intent], held, policy, register.numbers(), built_in())
    except KkmpError:
        return
    if planned.events and not planned.problems:
        register.apply(planned.events, NewRun("uji"))


@contextmanager
def register_with(template: Path, said: list[Word]) -> Iterator[Path]:
    """A register of the kecamatan in which all this was said."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        shutil.copyfile(template, path)
        with open_writer(str(path)) as register:
            for word in said:
                state(register, word)
        yield path


def export(register: Path, name: str, *more: str) -> Path:
    target = register.with_name(name)
    assert (
        app.run(["--db", str(register), "export", "--with-personal", "-o", str(target), *more]) == 0
    )
    return target


def planned(register: Path, file: Path) -> ImportResult:
    with open_reader(str(register)) as held:
        return import_sheets.plan_import(held, [sheets.read(file)], import_sheets.ImportRequest())


FREE = (
    "catatan",
    "mitra",
    "nama",
    "ketua",
    "telepon",
    "rekening_bank",
    "usaha_kendala",
    "sk_kemenkop_nomor",
)
EMPTIED = [Word(0, {"rekening": "(kosongkan)", "rekening_nomor": "00000"}, 0, False)]
BACKDATED = [Word(0, {"nib": "belum"}, 0, True), Word(0, {"nib_kendala": "modal"}, 9, True)]
LATE_START = [
    Word(0, {"gerai": "berhenti"}, 9, True),
    Word(0, {"gerai_mulai": str(TODAY)}, 0, True),
]

BANK_BEFORE_ITS_STATE = [
    Word(0, {"rekening": "sudah", "rekening_bank": "BRI"}, 9, False),
    Word(0, {"rekening": "sudah"}, 0, False),
]


@pytest.mark.parametrize("name", ["register.csv", "register.xlsx"])
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@example(said=EMPTIED)
@example(said=BACKDATED)
@example(said=LATE_START)
@example(said=BANK_BEFORE_ITS_STATE)
@example(said=[Word(at, dict.fromkeys(FREE, text), 0, False) for at, text in enumerate(NASTY)])
@given(said=st.lists(words(), max_size=6))
def test_importing_an_export_changes_nothing(
    gambir_template: Path, name: str, said: list[Word]
) -> None:
    with register_with(gambir_template, said) as register:
        found = planned(register, export(register, name))
        note(str(found.problems))
        note(str(list(found.plan.events)))
        assert found.problems == ()
        assert list(found.plan.events) == []
        assert {result.outcome for result in found.plan.results} <= {"sama"}


def carried(cooperative: Cooperative) -> dict[str, str]:
    """The values that an export carries to an empty register, whole."""
    values = {
        name: value
        for name, value in cooperative.values.items()
        if vocabulary.DEFAULTS.get(name) != value
    }
    if values.get("nama") == vocabulary.default_name(
        cooperative.area.kelurahan, cooperative.area.kode
    ):
        del values["nama"]
    return values


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(said=st.lists(words(), max_size=6))
def test_an_export_builds_the_same_state_in_an_empty_register(
    gambir_template: Path, said: list[Word]
) -> None:
    with register_with(gambir_template, said) as register:
        file, new = export(register, "register.csv"), register.with_name("baru.db")
        assert app.run(["--db", str(new), "import", str(file)]) == 0
        with open_reader(str(register)) as old, open_reader(str(new)) as fresh:
            before = {known.area.kode: known for known in old.cooperatives(with_personal=True)}
            after = {known.area.kode: known for known in fresh.cooperatives(with_personal=True)}
        assert after.keys() == before.keys()
        for kode, known in before.items():
            if travels(known):
                assert carried(after[kode]) == carried(known)


def travels(known: Cooperative) -> bool:
    """False for what the docstring above says cannot be carried."""
    for milestone in MILESTONES:
        for code in (
            [f"{milestone.code}_{year}" for year in YEARS] if milestone.yearly else [milestone.code]
        ):
            held = known.values.get(code)
            if held is None and (
                known.values.get(f"{code}_nomor") or known.values.get(f"{code}_kendala")
            ):
                return False
            if known.values.get(f"{code}_kendala") and held in ("belum", "proses"):
                return False
    return True


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(said=st.lists(words(), max_size=6))
def test_the_stream_of_everything_says_what_each_cooperative_says(
    gambir_template: Path, said: list[Word]
) -> None:
    names = built_in().register_fields(YEARS, with_personal=True)
    columns = list(names)
    random.Random(7).shuffle(columns)
    day = TODAY.isoformat()
    with register_with(gambir_template, said) as register, open_reader(str(register)) as held:
        for wanted in (names, tuple(columns), ("nib",), ("kode", "rat_2025_per")):
            known = held.cooperatives(["31.71"], with_personal=True)
            one_by_one = [tuple(row) for row in export_rows.rows_of(known, wanted, day, built_in())]
            streamed = export_query.rows(held, wanted, ["31.71"])
            assert [tuple(text or None for text in row) for row in streamed] == one_by_one
