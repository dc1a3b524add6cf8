"""Personal values stand in a table of their own, and are handed out only where asked for."""

from __future__ import annotations

import json
from datetime import date

from kkmp_cli.register.reader import open_reader
from running import Office, opened


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
