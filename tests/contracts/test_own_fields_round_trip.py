"""Whatever a register holds of own fields of every kind: an export of it says the same."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from kkmp_cli import settings as surroundings
from kkmp_cli import sheets
from kkmp_cli.actions import import_sheets
from kkmp_cli.cli import app
from kkmp_cli.errors import CellError
from kkmp_cli.planning.intent import Intent
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import export_query
from kkmp_cli.register.reader import Reader, open_reader
from kkmp_cli.register.writer import NewRun, open_writer
from kkmp_cli.render.formats import export_rows
from six_cooperatives import gambir_template  # noqa: F401 - fixture

TODAY = surroundings.today()
CHOICES = ("Sewa", "Pinjam pakai", "Milik Pemda")
NASTY = (
    "=1+1",
    "+62",
    "-5",
    "@cmd",
    "'=x",
    "0012",
    "1e5",
    "ya; tidak",
    'kata "kutip"',
    "5,0",
    "TRUE",
)
NUMBERS = st.integers(0, 10**18 - 1).map(str)
KINDS = {
    "tahap": st.sampled_from(("2026-03-02", "sudah", "proses", "terkendala", "belum", "berhenti")),
    "ya_tidak": st.sampled_from(("ya", "tidak")),
    "tanggal": st.dates(TODAY - timedelta(9_999), TODAY + timedelta(9_999)).map(str),
    "jumlah": NUMBERS,
    "rupiah": NUMBERS,
    "persen": st.decimals(0, 100, places=2).map(lambda share: f"{share}%"),
    "pilihan": st.sampled_from(CHOICES),
    "teks": st.sampled_from(NASTY) | st.text(max_size=20),
}
SAID = st.fixed_dictionaries(
    {}, optional={f"x_isi{at}": texts for at, texts in enumerate(KINDS.values())}
)


@pytest.fixture(scope="module")
def declared(gambir_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bidang") / "register.db"
    shutil.copyfile(gambir_template, path)
    for at, kind in enumerate(KINDS):
        add = ["field", "add", f"isi{at}", f"Contoh {at}", "--kind", kind, "--arti", "arti"]
        more = ["--pilihan", ",".join(CHOICES)]
        assert app.run(["--db", str(path), *add, *(more if kind == "pilihan" else [])]) == 0
    return path


def state(path: Path, place: int, said: dict[str, str], back: int) -> None:
    """Tells the register what can be read of this, as of a day."""
    with open_writer(str(path)) as register:
        vocabulary, values = register.vocabulary, dict[str, str | None]()
        for name, text in said.items():
            try:
                values |= vocabulary.read(vocabulary.field(name), text, TODAY)
            except CellError:
                continue
        area = register.areas("31.71")[place]
        intent = Intent(area, values, TODAY - timedelta(back), explicit=True)
        before = {one.id: one for one in register.cooperatives(ids=[area.id])}
        policy = MergePolicy(overwrite=True, correction=True)
        planned = build_plan([intent], before, policy, register.numbers(), vocabulary)
        if planned.events and not planned.problems:
            register.apply(planned.events, NewRun("uji"))


@pytest.mark.parametrize("command", ["export", "list"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.tuples(st.integers(0, 2), SAID, st.integers(0, 9)), max_size=3))
def test_importing_an_export_of_own_fields_changes_nothing(
    declared: Path, command: str, form: str, words: list[tuple[int, dict[str, str], int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, file = Path(folder) / "register.db", Path(folder) / f"isi.{form}"
        shutil.copyfile(declared, path)
        for word in words:
            state(path, *word)
        assert app.run(["--db", str(path), command, "-o", str(file)]) == 0
        with open_reader(str(path)) as register:
            request = import_sheets.ImportRequest()
            result = import_sheets.plan_import(register, [sheets.read(file)], request)
            _holds_as_told(register)
        note(str(result.problems))
        note(str(list(result.plan.events)))
        assert result.problems == ()
        assert list(result.plan.events) == []


def _holds_as_told(register: Reader) -> None:
    """The stream of a whole export says what each cooperative says."""
    vocabulary, day = register.vocabulary, TODAY.isoformat()
    names = vocabulary.register_fields([2025])
    cooperatives = register.cooperatives(["31.71"])
    one_by_one = export_rows.rows_of(cooperatives, names, day, vocabulary)
    streamed = export_query.rows(register, names, ["31.71"])
    assert [[text or None for text in row] for row in streamed] == [*one_by_one]
