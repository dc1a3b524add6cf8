from __future__ import annotations

from kkmp_cli.model.statement import ForeignRun
from kkmp_cli.render.words.origins import day_of, said_by


def test_the_day_is_that_of_jakarta() -> None:
    one = ForeignRun("jakut.db", 12, "2026-07-01T18:00:00.000000Z", "Siti Aminah")
    assert day_of(one).isoformat() == "2026-07-02"
    assert said_by(one) == "Siti Aminah, 2 Juli 2026, pekerjaan 12 di jakut.db"
