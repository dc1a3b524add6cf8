"""The schema of a server says what that of a file says."""

from __future__ import annotations

import pytest

from kkmp_cli.register.schema.first_views import VIEWS
from running import Office, opened

AREA_ROWS = ("v_koperasi", "v_milestone", "v_isian", "v_bidang", "v_keadaan", "v_kendala")


@pytest.fixture
def engine() -> str:
    return "server"


def test_every_view_shows_the_same_rows_on_both(demo: Office, demo_template: object) -> None:
    assert demo.shared
    shared, places = demo.shared, {}
    with opened(demo_template) as file:  # type: ignore[arg-type]
        for view in VIEWS:
            cursor = file.execute(f"SELECT * FROM {view}")
            columns = [
                name for name, *_ in cursor.description if name not in ("id", "waktu", "petugas")
            ]
            sql = f"SELECT {', '.join(columns)} FROM {view}"
            places[view] = (
                sorted(map(repr, file.execute(sql).fetchall())),
                sorted(map(repr, shared.ask(sql))),
            )
    for view, (here, there) in places.items():
        assert here == there, view
    assert places["v_riwayat"][0]


def test_the_history_that_the_server_links_is_whole(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah", "--alasan", "kata é “petik” \\ 🙂")
    pusat.good("update", "Cideng", "--ketua", "Budi")
    pusat.good("undo")
    assert "Riwayat" not in pusat.run("check").out
    assert pusat.run("check", "--json").code == 0
    runs = pusat.good("history", "--json").json
    assert [run["run"] for run in runs] == [4, 3, 2, 1]


def test_the_log_only_grows_whoever_asks(pusat: Office) -> None:
    import psycopg

    assert pusat.shared
    for sql in (
        "DELETE FROM runs",
        "UPDATE runs SET petugas = 'lain'",
        "UPDATE events SET isi = '[]'",
        "DELETE FROM events",
        "TRUNCATE events",
        "UPDATE events SET run = 99",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            pusat.shared.ask(sql)


def test_an_event_without_a_run_is_never_kept(pusat: Office) -> None:
    import psycopg

    assert pusat.shared
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        pusat.shared.ask(
            "INSERT INTO events (run, entitas, subjek, per, isi)"
            " VALUES (-5, 'koperasi', 1, '2026-01-01', '[]')"
        )
