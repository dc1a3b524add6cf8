"""A whole register goes from a file to a server and back, and nothing of it is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.register import moving
from kkmp_cli.register.engines import engine_of
from running import Office, Shared, opened
from servers import closed

REPORT = ("report", "--kota", "jakpus", "--per", "2026-03-10", "--json")


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def shared(server_database: Shared) -> Shared:
    return server_database


def rows_of(path: Path) -> dict[str, list[object]]:
    """Every row of every table, the history among them."""
    with opened(path) as connection:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in moving._TABLES
        }


def test_there_and_back_every_table_and_every_report_is_the_same(
    office: Office, demo_template: Path, tmp_path: Path
) -> None:
    assert office.shared
    url, back = office.shared.url, tmp_path / "kembali.db"
    moved = office.good("move", demo_template, url)
    assert f"dipindahkan ke {engine_of(url)}" in moved.out
    assert office.good(*REPORT).out == office.run(*REPORT, db=demo_template).out
    assert (
        office.good("history", "--json").out
        == office.run("history", "--json", db=demo_template).out
    )
    office.good("backup", back)
    assert rows_of(back) == rows_of(demo_template)
    assert office.run(*REPORT, db=back).out == office.good(*REPORT).out
    assert office.run("check", db=back).code == office.good("check").code


def test_what_comes_after_takes_numbers_that_nobody_has(
    office: Office, demo_template: Path
) -> None:
    assert office.shared
    office.good("move", demo_template, office.shared.url)
    office.good("update", "Gambir", "--nib", "sudah", "--kota", "jakpus")
    office.good("training", "add", "Dasar", "--kota", "jakpus", "--mulai", "2026-01-10")
    office.good("undo")
    office.good("check")


def test_a_history_that_is_there_is_not_written_over(pusat: Office, demo_template: Path) -> None:
    assert pusat.shared
    before = pusat.state()
    refused = pusat.refused("move", demo_template, pusat.shared.url)
    assert "sudah berisi riwayat" in refused.err
    assert pusat.state() == before


def test_a_restore_keeps_the_register_that_it_replaces(pusat: Office, demo_template: Path) -> None:
    assert pusat.shared
    done = pusat.good("restore", demo_template)
    assert "sebagai skema kkmp_salinan_" in done.err
    schemas = pusat.shared.ask(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'kkmp_salinan%'"
    )
    ((name,),) = schemas
    assert pusat.shared.ask(f"SELECT count(*) FROM {name}.cooperatives") == [(44,)]
    assert pusat.good(*REPORT).out == pusat.run(*REPORT, db=demo_template).out


def test_a_file_whose_history_does_not_hold_is_refused_and_nothing_comes_in(
    office: Office, demo_template: Path, tmp_path: Path
) -> None:
    assert office.shared
    wrong = tmp_path / "salah.db"
    wrong.write_bytes(demo_template.read_bytes())
    with closing(sqlite3.connect(wrong)) as raw:
        raw.execute("UPDATE milestones SET keadaan = 'belum' WHERE keadaan = 'sudah'")
        raw.commit()
    done = office.run("move", wrong, office.shared.url)
    assert done.code == 3
    assert "tidak utuh" in done.err
    assert office.shared.ask("SELECT count(*) FROM runs") == [(0,)]
    assert office.shared.ask("SELECT count(*) FROM areas") == [(285,)]


def test_who_does_not_see_all_makes_no_backup(shared: Shared, tmp_path: Path) -> None:
    role = f"uji_{shared.database[-6:]}"
    shared.ask(f"CREATE ROLE {role} LOGIN IN ROLE kkmp_pembaca")
    shared.ask(f"INSERT INTO hak VALUES ('{role}', 'pembaca', true, false)")
    source = engine_of(shared.server.url(shared.database, role))
    with pytest.raises(Refused, match="tidak melihat seluruh"):
        moving.to_file(source, tmp_path / "x.db")
    assert [*tmp_path.iterdir()] == []
    closed()
    shared.ask(f"DROP ROLE {role}")


def test_a_folder_that_is_not_there_is_told(shared: Shared, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="tidak dapat ditulis"):
        moving.to_file(engine_of(shared.url), tmp_path / "tidak" / "ada.db")
