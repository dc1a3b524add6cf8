"""The projection beside the log can be made anew at any time."""

from __future__ import annotations

from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.stored_projection import rebuild, stored
from kkmp_cli.register.writer import open_writer
from running import Office


def test_what_was_altered_beside_the_log_is_made_anew(demo: Office) -> None:
    before, done = demo.state(), list[int]()
    with open_writer(str(demo.register)) as register:
        register.connection.execute("DELETE FROM milestones")
        register.connection.execute("UPDATE cooperatives SET anggota = 1")
        rebuild(register, sorted(register.registered_ids()), done.append)
    assert demo.state() == before
    assert sum(done) == len(before["cooperatives"])


def test_the_rows_of_today_are_those_without_an_end(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "belum", "--per", "2026-01-10")
    pusat.good("update", "Gambir", "--nib", "sudah", "--per", "2026-03-10")
    with open_reader(str(pusat.register)) as register:
        (ids,) = register.rows("SELECT DISTINCT cooperative_id FROM milestones")
        spans, today = (
            next(stored(register, ids, open_only))[1].milestones for open_only in (False, True)
        )
    assert len(spans) == 2
    assert [*today] == [spans[-1]]
