"""Each role reads and writes what is its own, and the database itself sees to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from colleague import Colleague
from kkmp_cli.actions import imported_files, shared_register
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.sheets import digest_of
from running import Office
from servers import closed

PERSON = ("--ketua", "Budi Contoh")


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def officer(pusat: Office) -> Iterator[Colleague]:
    """One of Jakarta Pusat, who sees nothing else."""
    pusat.good("add", "--kota", "jakut", "--all")
    made = Colleague(pusat, "petugas", "31.71")
    yield made
    made.leave()


def test_an_officer_takes_a_sheet_in_and_it_is_known_again(
    officer: Colleague, tmp_path: Path
) -> None:
    sheet = tmp_path / "isian.csv"
    sheet.write_text("Kelurahan;NIB\nCideng;x\nGambir;belum\n", encoding="utf-8")
    officer.good("import", sheet, "--per", "2026-03-10", "--arti", "x=sudah")
    known = imported_files.known(Session(officer.url, ""), [digest_of(sheet)])
    assert [one.answers[-1] for one in known.values()] == [("--arti", "x=sudah")]
    officer.good("undo", "--yes")
    assert imported_files.known(Session(officer.url, ""), [digest_of(sheet)]) == {}


@pytest.fixture
def newcomer(pusat: Office) -> Iterator[Colleague]:
    """An officer of Jakarta Selatan, of which nothing is registered yet."""
    made = Colleague(pusat, "petugas", "31.74")
    yield made
    made.leave()


def test_an_officers_sheet_of_a_whole_kota_goes_in_as_one_stream(
    newcomer: Colleague, tmp_path: Path
) -> None:
    shared = newcomer.shared
    codes = [kode for (kode,) in shared.ask("SELECT kode FROM areas WHERE kode LIKE '31.74.%'")]
    assert len(codes) > 60

    def sheet(members: int, *others: object) -> Path:
        rows = [f"{kode};{members};2026-01-02;belum" for kode in (*codes, *others)]
        path = tmp_path / f"isian{members}.csv"
        path.write_text("\n".join(["Kode;Anggota;NIB;Usaha", *rows]), encoding="utf-8")
        return path

    newcomer.refused("import", sheet(9, "31.72.01.1001"), "--per", "2026-03-10")
    newcomer.good("import", sheet(10), "--per", "2026-03-10")
    stated = "SELECT count(*), sum(anggota) FROM cooperatives WHERE anggota IS NOT NULL"
    assert newcomer.ask(stated) == [(len(codes), 10 * len(codes))]
    assert "Tidak ada yang berubah" in newcomer.good("import", sheet(10), "--per", "2026-03-10")
    newcomer.good("import", sheet(12), "--per", "2026-03-11")
    assert newcomer.ask(stated) == [(len(codes), 12 * len(codes))]
    newcomer.good("undo", "--yes")
    newcomer.good("undo", "--yes")
    assert newcomer.ask(stated) == [(0, None)]
    assert newcomer.office.run("check").code in (0, 1)


def test_an_officer_does_a_days_work_in_his_own_kota(officer: Colleague) -> None:
    officer.good("update", "Gambir", "--nib", "sudah")
    officer.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-01-10")
    officer.good("training", "attend", "1", "Gambir", "--pengurus", "2")
    officer.good("target", "set", "nib", "2026-12-01", "--kota", "jakpus")
    officer.good(
        "figure", "add", "nib", "5", "--kota", "jakpus", "--per", "2026-03-10", "--sumber", "S"
    )
    officer.good(
        "followup",
        "add",
        "Tanya",
        "--kelurahan",
        "Gambir",
        "--penanggung-jawab",
        "Camat",
        "--batas",
        "2026-12-20",
    )
    officer.good("area", "alias", "Gambirr", "31.71.01.1001")
    officer.good("undo")
    officer.good("report", "--kota", "jakpus")
    assert "44 KKMP" in officer.good("report", "--kota", "jakpus")


@pytest.mark.parametrize(
    "arguments",
    [
        ("update", "31.72.03.1005", "--npwp", "sudah"),
        ("add", "31.73.01.1001"),
        ("training", "add", "Dasar", "--kota", "jakut", "--mulai", "2026-01-10"),
        ("target", "set", "nib", "2026-12-01", "--kota", "jakut"),
        ("target", "set", "nib", "2026-12-01"),
        ("figure", "add", "nib", "5", "--kota", "jakut", "--per", "2026-03-10", "--sumber", "S"),
        (
            "followup",
            "add",
            "Tanya",
            "--kota",
            "jakut",
            "--penanggung-jawab",
            "C",
            "--batas",
            "2026-12-20",
        ),
        ("area", "alias", "Tuguu", "31.72.03.1005"),
        ("field", "add", "x_lahan", "Lahan", "--kind", "teks", "--arti", "tanahnya"),
        ("undo", "2"),
        ("update", "Gambir", *PERSON),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_what_is_not_his_is_refused_and_leaves_everything_as_it_was(
    officer: Colleague, arguments: tuple[str, ...]
) -> None:
    officer.refused(*arguments)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM runs",
        "INSERT INTO runs SELECT 99, waktu, petugas, peran, perintah, alasan, berkas, NULL, asal,"
        " jumlah, sebelum, intisari FROM runs WHERE id = 1",
        "UPDATE events SET isi = '[]'",
        "DELETE FROM events",
        "TRUNCATE events",
        "INSERT INTO events (run, entitas, subjek, per, isi) VALUES (1, 'koperasi', 1, '2026-01-01', '[]')",
        "INSERT INTO events (run, entitas, subjek, per, isi) VALUES (-5, 'koperasi', 1, '2026-01-01', '[]')",
        "INSERT INTO hak_kota VALUES (session_user, '31.72')",
        "UPDATE hak SET semua = true",
        "SET ROLE kkmp_pengelola",
        "UPDATE areas SET kelurahan = 'x'",
        "INSERT INTO settings (id, kunci, nilai) VALUES (1, 'kota', 'x')",
        "INSERT INTO trainings (id, judul, kota, mulai) VALUES (9, 'x', '31.72', '2026-01-01')",
        "INSERT INTO milestones (cooperative_id, milestone, dari) SELECT id, 'nib', '2026-01-01'"
        " FROM areas WHERE kode = '31.72.03.1005'",
        "CREATE TABLE kkmp.pintu (x int)",
    ],
)
def test_past_the_program_he_can_do_no_more(officer: Colleague, sql: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.ForeignKeyViolation)):
        officer.ask(sql)


def test_past_the_program_he_sees_and_changes_nothing_of_others(
    officer: Colleague, pusat: Office
) -> None:
    pusat.good("update", "31.72.03.1005", "--nib", "sudah", *PERSON)
    pusat.good("update", "Gambir", *PERSON)
    for table, column in (
        ("cooperatives", "id"),
        ("milestones", "cooperative_id"),
        ("events", "subjek"),
    ):
        where = f"{column} IN (SELECT id FROM areas WHERE kode LIKE '31.72.%')"
        if table == "events":
            where += " AND entitas = 'koperasi'"
        assert officer.ask(f"SELECT count(*) FROM {table} WHERE {where}") == [(0,)]
    assert officer.ask("SELECT count(*) FROM v_koperasi") == [(44,)]
    assert officer.ask("SELECT count(*) FROM contacts") == [(0,)]
    assert officer.ask("SELECT count(*) FROM personal_values") == [(0,)]
    before = pusat.state()
    officer.ask(
        "DELETE FROM milestones WHERE cooperative_id IN (SELECT id FROM areas WHERE kode LIKE '31.72.%')"
    )
    assert pusat.state() == before


def test_persons_are_seen_with_a_right_of_their_own(pusat: Office) -> None:
    trusted = Colleague(pusat, "petugas", "31.71", persons=True)
    trusted.good("update", "Gambir", *PERSON)
    assert trusted.ask("SELECT ketua FROM contacts") == [("Budi Contoh",)]
    assert "Budi" in trusted.good("show", "Gambir", "--with-personal")
    trusted.leave()


def test_a_reader_reads_all_and_writes_nothing(pusat: Office) -> None:
    reader = Colleague(pusat, "pembaca", all_kota=True)
    assert "44 KKMP" in reader.good("report", "--kota", "jakpus")
    reader.refused("update", "Gambir", "--nib", "sudah")
    reader.refused("target", "set", "nib", "2026-12-01", "--kota", "jakpus")
    reader.leave()


def test_who_sees_a_part_is_told_that_the_history_was_not_proven(officer: Colleague) -> None:
    told = officer.good("check")
    assert "Keutuhan riwayat tidak diperiksa" in told
    assert "Riwayat diubah" not in told


def test_the_last_administrator_stays(pusat: Office) -> None:
    assert pusat.shared
    with pytest.raises(Refused, match="satu-satunya pengelola"):
        shared_register.revoke(pusat.shared.url, "kkmp_uji")
    closed()


def test_who_is_out_sees_nothing(pusat: Office) -> None:
    reader = Colleague(pusat, "pembaca", all_kota=True)
    closed()
    assert pusat.shared
    shared_register.revoke(pusat.shared.url, reader.role)
    closed()
    reader.refused("report", "--kota", "jakpus")
    reader.leave()
