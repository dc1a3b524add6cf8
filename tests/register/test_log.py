"""The history: it cannot be altered, it chains, and the state beside it is what follows from it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli.errors import Refused
from kkmp_cli.milestones import MILESTONES, field_code
from kkmp_cli.model import projection
from kkmp_cli.planning.intent import Intent
from kkmp_cli.planning.merge import MergePolicy
from kkmp_cli.planning.plan import build_plan
from kkmp_cli.register import hash_chain, log, stored_projection, undoing
from kkmp_cli.register.reader import Reader, open_reader
from kkmp_cli.register.writer import NewRun, open_writer
from running import STATE_TABLES, Office, opened, state_of

RUN_COLUMNS = (*hash_chain.HEADER, "intisari")
CHANGE_COLUMNS = "entitas, subjek, per, berkas, baris, isi"


def assert_chain_holds(register: Path) -> None:
    """Recomputes the digest of every run from what the file holds."""
    before = "0" * 64
    with opened(register) as connection:
        for row in connection.execute(
            f"SELECT {', '.join(RUN_COLUMNS)} FROM runs ORDER BY id"
        ).fetchall():
            header = dict(zip(RUN_COLUMNS, row, strict=True))
            events = connection.execute(
                f"SELECT {CHANGE_COLUMNS} FROM events WHERE run = ? ORDER BY id", (header["id"],)
            ).fetchall()
            assert header["sebelum"] == before
            assert header["jumlah"] == sum(len(json.loads(row[-1])) for row in events)
            assert hash_chain.digest(header, events) == header["intisari"]
            before = header["intisari"]


def assert_state_follows(reader: Reader) -> None:
    """The tables beside the history are what the statements in force come to."""
    found = {}
    for key, said in log.field_events(reader, None).items():
        state = projection.project(said)
        if state.registered:
            found[key] = state
    held = reader.cooperatives(with_personal=True)
    assert {known.id for known in held} == set(found)
    for known in held:
        state = found[known.id]
        assert dict(known.values) == dict(state.values)
        assert dict(known.pers) == dict(state.pers)
        assert {name: spans for name, spans in known.states.items() if spans} == {
            name: spans for name, spans in state.states.items() if spans
        }
        assert dict(known.obstacles) == dict(state.obstacles)
        assert dict(known.plans) == dict(state.plans)


@pytest.mark.parametrize("table", ["runs", "events"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET id = id"])
def test_the_history_takes_no_update_and_no_delete(pusat: Office, table: str, verb: str) -> None:
    with (
        opened(pusat.register) as connection,
        pytest.raises(sqlite3.IntegrityError, match="riwayat tidak dapat diubah"),
    ):
        connection.execute(verb.format(table))


def test_the_digests_chain_over_all_runs_of_the_demo(demo: Office) -> None:
    demo.good(
        "update", "Gambir", "--ketua", "Siti", "--nib", "0123456789012", "--alasan", "telepon lurah"
    )
    demo.good("undo")
    demo.good("target", "set", "usaha", "2026-12-31")
    assert_chain_holds(demo.register)


def test_the_state_of_the_demo_follows_from_its_history(demo: Office) -> None:
    with open_reader(str(demo.register)) as register:
        assert_state_follows(register)
        today = register.snapshot()
        assert register.snapshot(known_at=date(2999, 1, 1)) == today


def test_the_number_of_a_run_is_its_own_sequence_and_times_end_in_z(demo: Office) -> None:
    runs_found = demo.good("history", "--json").json
    assert [run["run"] for run in runs_found] == list(range(len(runs_found), 0, -1))
    assert all(run["waktu"].endswith("Z") for run in runs_found)


# -- undo
# ------------------------------------------------------------------------------------------------

EACH_ENTITY = (
    ("add", "--kota", "jaksel", "--all"),
    ("add", "Pluit", "--nib", "sudah", "--ketua", "Siti"),
    (
        "update",
        "Gambir",
        "--nib",
        "0123456789012",
        "--usaha",
        "berhenti",
        "--telepon",
        "0812345678",
    ),
    ("update", "--kota", "jakpus", "--all", "--musyawarah", "2025-05-31"),
    (
        "update",
        "Gambir",
        "--status",
        "bubar 2026-01-01",
        "--mitra",
        "Bulog;BRI",
        "--unit-usaha",
        "sembako",
    ),
    (
        "update",
        "Gambir",
        "--usaha-kendala",
        "modal: bank",
        "--usaha-rencana",
        "2030-01",
        "--catatan",
        "x",
    ),
    ("update", "Rawasari", "--nib", "proses", "--per", "2026-01-01"),
    ("update", "Rawasari", "--tetap", "--npwp", "belum"),
    ("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-10", "--peserta", "12"),
    ("training", "add", "Tanpa jumlah", "--kota", "jakpus", "--mulai", "2025"),
    ("target", "set", "nib", "2026-12-31", "--nilai", "90%"),
    (
        "figure",
        "add",
        "nib",
        "sekitar 90%",
        "--kota",
        "jakpus",
        "--per",
        "2026-01-01",
        "--sumber",
        "Antara",
    ),
    (
        "followup",
        "add",
        "Dampingi",
        "--kelurahan",
        "Gambir",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-12-31",
    ),
    ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
    ("area", "alias", "Gambier", "31.71.01.1001"),
    ("area", "recode", "31.71.01.1001", "31.71.01.1099"),
)


@pytest.mark.parametrize("arguments", EACH_ENTITY, ids=" ".join)
def test_undo_restores_every_row_and_undo_of_the_undo_brings_it_back(
    pusat: Office, arguments: tuple[str, ...]
) -> None:
    before = pusat.state()
    pusat.good(*arguments)
    after = pusat.state()
    assert after != before
    pusat.good("undo")
    assert pusat.state() == before
    newest = pusat.good("history", "--json").json[0]["run"]
    pusat.good("undo", newest)
    assert pusat.state() == after
    assert_chain_holds(pusat.register)


def test_every_run_of_a_long_day_can_be_taken_back_one_by_one(pusat: Office) -> None:
    states = [pusat.state()]
    for arguments in EACH_ENTITY:
        pusat.good(*arguments)
        states.append(pusat.state())
    pusat.good("training", "attend", "1", "Cideng", "--pengurus", "2")
    states.append(pusat.state())
    pusat.good("training", "update", "1", "--tempat", "Aula")
    states.append(pusat.state())
    pusat.good("followup", "update", "1", "--batas", "2027-01-31")
    states.append(pusat.state())
    pusat.good("followup", "done", "1", "--hasil", "selesai")
    states.append(pusat.state())
    for command in (
        ("training", "remove", "1"),
        ("target", "remove", "1"),
        ("figure", "remove", "1"),
    ):
        pusat.good(*command)
        states.append(pusat.state())
    for before in reversed(states[:-1]):
        pusat.good("undo")
        assert pusat.state() == before
    pusat.good("undo")
    assert pusat.refused("undo").err.startswith("Tidak ada run yang dapat dibatalkan")


def test_undo_names_the_cooperatives_that_a_later_run_touched(pusat: Office) -> None:
    pusat.good("update", "Gambir", "Cideng", "--nib", "sudah")
    pusat.good("update", "Cideng", "--nib", "2025-08-15")
    done = pusat.refused("undo", "2")
    assert "Cideng" in done.err
    assert "Gambir" not in done.err
    assert "kkmp undo 3" in done.err
    pusat.good("undo", "3")
    pusat.good("undo", "2")


def test_undo_goes_past_later_runs_on_other_fields_or_other_cooperatives(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("update", "Gambir", "--npwp", "sudah")
    pusat.good("update", "Cideng", "--nib", "sudah")
    pusat.good("undo", "2")
    shown = pusat.good("show", "Gambir", "--json").json
    assert (shown["nib"], shown["npwp"]) == (None, "sudah")


def test_what_a_run_registered_is_not_taken_away_below_later_statements(pusat: Office) -> None:
    pusat.good("add", "Pluit")
    pusat.good("update", "Pluit", "--nib", "sudah")
    assert "Pluit" in pusat.refused("undo", "2").err


def test_a_training_with_later_attendance_is_not_undone(pusat: Office) -> None:
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025")
    pusat.good("training", "attend", "1", "Gambir")
    pusat.refused("undo", "2")


def test_a_cooperative_that_came_to_a_training_is_not_undone(pusat: Office) -> None:
    pusat.good("training", "add", "Pembukuan", "--kota", "jakut", "--mulai", "2025")
    pusat.good("add", "Pluit")
    pusat.good("training", "attend", "1", "Pluit")
    assert "Pluit" in pusat.refused("undo", "3").err


def test_an_area_with_a_later_cooperative_is_not_undone(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus")
    pusat.good("add", "Gambir Selatan")
    assert "Gambir Selatan" in pusat.refused("undo", "2").err


def test_an_area_with_a_later_spelling_is_not_undone(pusat: Office) -> None:
    pusat.good("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus")
    code = pusat.good("area", "list", "--kecamatan", "Gambir", "--kota", "jakpus", "--json").json[
        -1
    ]["kode"]
    pusat.good("area", "alias", "Gambier Sel", code)
    assert "Gambier Sel" in pusat.refused("undo", "2").err


def test_a_cooperative_with_a_later_tindak_lanjut_is_not_undone(pusat: Office) -> None:
    pusat.good("add", "Pluit")
    pusat.good(
        "followup",
        "add",
        "x",
        "--kelurahan",
        "Pluit",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-12-31",
    )
    assert "tindak lanjut 1" in pusat.refused("undo", "2").err


NAMED = {
    "remembered heading": (
        [
            ("import", "{sheet}", "--map", "Warna=nib", "--remember"),
            ("import", "--forget", "Warna"),
        ],
        'judul kolom "Warna"',
    ),
    "training": (
        [
            ("training", "add", "Pembukuan dasar", "--kota", "jakpus", "--mulai", "2025"),
            ("training", "remove", "1"),
        ],
        'pelatihan 1 "Pembukuan dasar"',
    ),
    "target": (
        [("target", "set", "rat", "2026-03-31", "--kota", "jakpus"), ("target", "remove", "1")],
        "target 1 RAT tahun buku 2025",
    ),
    "figure": (
        [
            (
                "figure",
                "add",
                "beroperasi",
                "34",
                "--kota",
                "jakpus",
                "--per",
                "2026-03-10",
                "--sumber",
                "Antara",
            ),
            ("figure", "remove", "1"),
        ],
        "angka 1 beroperasi",
    ),
    "follow-up": (
        [
            (
                "followup",
                "add",
                "Urus NIB " * 20,
                "--kelurahan",
                "Gambir",
                "--penanggung-jawab",
                "Camat",
                "--batas",
                "2026-12-01",
            ),
            ("followup", "done", "1"),
        ],
        'tindak lanjut 1 "Urus NIB Urus NIB Urus NIB Urus NIB Urus NIB Urus NIB Urus …"',
    ),
    "attendance": (
        [
            ("training", "add", "Pembukuan dasar", "--kota", "jakpus", "--mulai", "2025"),
            ("training", "attend", "1", "Cideng"),
        ],
        "kehadiran Cideng",
    ),
    "area": (
        [
            ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
            ("area", "recode", "31.71.01.S101", "31.71.01.1099"),
        ],
        'Gambir Selatan, ejaan "31.71.01.S101"',
    ),
    "spelling": (
        [
            ("area", "add", "Gambir Selatan", "--kecamatan", "Gambir", "--kota", "jakpus"),
            ("area", "alias", "Gambier Sel", "31.71.01.S101"),
        ],
        'ejaan "Gambier Sel"',
    ),
}


@pytest.mark.parametrize(("commands", "named"), NAMED.values(), ids=NAMED)
def test_undo_names_what_stands_in_its_way_as_people_know_it(
    pusat: Office, tmp_path: Path, commands: Sequence[Sequence[str]], named: str
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;Warna\nGambir;sudah\n", encoding="utf-8")
    for command in commands:
        pusat.good(*(word.format(sheet=sheet) for word in command))
    assert named in pusat.refused("undo", "2").err


def test_an_undo_that_would_put_one_number_on_two_is_refused(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Gambir", "--kosongkan", "nib-nomor")
    pusat.good("update", "Cideng", "--nib", "0123456789012")
    pusat.refused("undo", "3")


@pytest.mark.parametrize("number", ["99", "0", "007x", "-1", "1.5", "９", "999999999999999999999"])
def test_a_run_that_does_not_exist_cannot_be_undone(pusat: Office, number: str) -> None:
    done = pusat.run("undo", number)
    assert done.code in (1, 2)
    assert done.out == ""


def test_a_run_is_undone_once(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    pusat.good("undo", "2")
    assert "sudah dibatalkan" in pusat.refused("undo", "2").err


def test_numbers_change_hands_however_many_cooperatives_one_call_touches(
    pusat: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_projection, "_TOGETHER", 1)
    pusat.good("update", "Gambir", "--nib", "0123456789012")
    pusat.good("update", "Cideng", "--nib", "1123456789012")
    sheet = pusat.register.with_name("tukar.csv")
    sheet.write_text(
        "Kelurahan,NIB\nGambir,1123456789012\nCideng,0123456789012\n", encoding="utf-8"
    )
    pusat.good("import", sheet, "--kota", "jakpus")
    pusat.good("undo")
    assert pusat.good("show", "Gambir", "--json").json["nib_nomor"] == "0123456789012"


# -- what was known on a day
# -----------------------------------------------------------------------------


def test_the_register_as_known_on_a_day_is_the_register_of_that_day(pusat: Office) -> None:
    commands = (
        *EACH_ENTITY[:-1],
        ("training", "attend", "1", "Cideng", "--pengurus", "2"),
        ("undo", "3"),
        ("undo",),
    )
    snapshots = []
    with open_reader(str(pusat.register)) as register:
        snapshots.append(register.snapshot())
    for arguments in commands:
        pusat.good(*arguments)
        with open_reader(str(pusat.register)) as register:
            snapshots.append(register.snapshot())
    days = [date(2026, 1, 1 + number) for number in range(len(snapshots))]
    with opened(pusat.register) as connection:
        connection.execute("DROP TRIGGER runs_no_update")
        for number, day in enumerate(days, 1):
            connection.execute(
                "UPDATE runs SET waktu = ? WHERE id = ?", (f"{day}T16:59:59.999999Z", number)
            )
    with open_reader(str(pusat.register)) as register:
        for day, known in zip(days, snapshots, strict=True):
            then = register.snapshot(known_at=day)
            assert then.cooperatives == known.cooperatives, day
            assert (then.trainings, then.targets, then.figures, then.followups) == (
                known.trainings,
                known.targets,
                known.figures,
                known.followups,
            ), day


# -- personal values
# -------------------------------------------------------------------------------------


def test_personal_values_stand_in_their_own_table_alone(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu", "--telepon", "081234567890")
    with opened(pusat.register) as connection:
        kept = json.dumps(connection.execute("SELECT * FROM events").fetchall())
        kept += json.dumps(connection.execute("SELECT * FROM runs").fetchall())
        values = [value for (value,) in connection.execute("SELECT nilai FROM personal_values")]
    assert "Siti" not in kept
    assert "081234567890" not in kept
    assert sorted(values) == ["081234567890", "Siti Rahayu"]


def test_personal_values_are_not_in_a_snapshot_unless_asked_for(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--ketua", "Siti Rahayu")
    with open_reader(str(pusat.register)) as register:
        for known_at in (None, date(2999, 1, 1)):
            assert "Siti" not in repr(register.snapshot(known_at=known_at))
            assert "Siti" in repr(register.snapshot(known_at=known_at, with_personal=True))


# -- any sequence
# ----------------------------------------------------------------------------------------

DAYS = ("2025-06-01", "2025-08-15", "2025-12-31", "2026-03-10")


def _stated() -> st.SearchStrategy[tuple[str, str | None]]:
    choices: list[st.SearchStrategy[tuple[str, str | None]]] = []
    for milestone in MILESTONES:
        name = field_code(milestone, 2025)
        words = ["sudah", "2025-05", "2025-05-31", "belum", "proses", "terkendala"]
        words += ["berhenti", "berhenti 2025-05-31"] * milestone.stops
        choices.append(st.tuples(st.just(name), st.sampled_from([*words, None])))
        choices.append(
            st.tuples(st.just(f"{name}_kendala"), st.sampled_from(["modal", "tempat: jauh", None]))
        )
        choices.append(
            st.tuples(st.just(f"{name}_rencana"), st.sampled_from(["2030", "2030-01-05", None]))
        )
        if milestone.stops:
            choices.append(
                st.tuples(st.just(f"{name}_mulai"), st.sampled_from(["2025-04-01", "2025-03"]))
            )
        if milestone.number:
            digits = "1" * (milestone.number.digits[-1] if milestone.number.digits else 5)
            choices.append(
                st.tuples(
                    st.just(f"{name}_nomor"), st.sampled_from([digits, "2" + digits[1:], None])
                )
            )
    profile = {
        "anggota": ["0", "175"],
        "status": ["aktif", "bubar 2026-01-01"],
        "ketua": ["Siti", "Budi"],
        "unit_usaha": ["sembako", "klinik;sembako"],
        "mitra": ["BRI;Bulog"],
        "percontohan": ["ya"],
        "nama": ["KKMP Lain"],
    }
    for name, values in profile.items():
        choices.append(st.tuples(st.just(name), st.sampled_from([*values, None])))
    return st.one_of(choices)


def _step() -> st.SearchStrategy[tuple[object, ...]]:
    said = st.tuples(
        st.just("say"),
        st.lists(st.integers(0, 2), min_size=1, max_size=3, unique=True),
        st.dictionaries(st.integers(), _stated(), min_size=1, max_size=3).map(
            lambda many: dict(many.values())
        ),
        st.sampled_from(DAYS),
        st.sampled_from(
            [MergePolicy(), MergePolicy(overwrite=True), MergePolicy(officer=True, correction=True)]
        ),
    )
    return st.one_of(said, said, st.tuples(st.just("undo"), st.integers(0, 12)))


@pytest.fixture(scope="module")
def empty_register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("acak") / "awal.db"
    with open_writer(str(path), create=True) as register:
        area = register.areas("31.71")[3]
        plan = build_plan([Intent(area, {}, date(2025, 6, 1))], {}, MergePolicy(officer=True), {})
        register.apply(plan.events, NewRun("awal"))
    yield path


def _take(path: Path, step: tuple[object, ...]) -> int | None:
    """One step of a random history; None where it was refused or changed nothing."""
    with open_writer(str(path)) as register:
        if step[0] == "undo":
            found = undoing.candidate(register, int(str(step[1])) or None)
            undoing.refuse_if_touched_later(register, found)
            return register.apply([], NewRun("undo", undoes=found.id))
        _, places, values, per, rule = step
        areas = [register.areas("31.71")[place] for place in places]  # type: ignore[attr-defined]
        held = {
            known.id: known
            for known in register.cooperatives(ids=[a.id for a in areas], with_personal=True)
        }
        intents = [Intent(area, values, date.fromisoformat(str(per)), True) for area in areas]  # type: ignore[arg-type]
        plan = build_plan(intents, held, rule, register.numbers())  # type: ignore[arg-type]
        if plan.problems or not plan.events:
            return None
        return register.apply(plan.events, NewRun("acak"))


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(_step(), min_size=2, max_size=10))
def test_after_any_sequence_the_state_follows_and_each_undo_restores(
    empty_register: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    path = empty_register.with_name("kini.db")
    shutil.copyfile(empty_register, path)
    for step in steps:
        before = state_of(path)
        try:
            run = _take(path, step)
        except Refused:
            run = None
        if run is None:
            assert state_of(path) == before
            continue
        with open_reader(str(path)) as register:
            assert_state_follows(register)
        after = state_of(path)
        _take(path, ("undo", run))
        assert state_of(path) == before
        with open_reader(str(path)) as register:
            newest = register.runs(limit=1)[0].id
        _take(path, ("undo", newest))
        assert state_of(path) == after
    assert_chain_holds(path)


def test_all_tables_of_the_state_are_compared(pusat: Office) -> None:
    with opened(pusat.register) as connection:
        names = {
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    assert names - {
        "register",
        "runs",
        "events",
        "personal_values",
        "fingerprints",
        "alembic_version",
    } == set(STATE_TABLES)


def test_what_stands_in_the_way_is_a_run_in_force(pusat: Office) -> None:
    pusat.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-01-05")
    made = pusat.good("history", "--json").json[0]["run"]
    pusat.good("training", "attend", "1", "Gambir", "--hadir")
    pusat.good("training", "remove", "1")
    pusat.good("undo")
    assert f"kkmp undo {made + 1}\n" in pusat.refused("undo", made).err
    pusat.good("undo", made + 1)
    pusat.good("undo", made)
