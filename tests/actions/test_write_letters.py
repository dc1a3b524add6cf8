"""Letters out of a real register, into files that are not there yet, and as follow-ups in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kkmp_cli.actions import write_letters
from kkmp_cli.actions.session import Session
from kkmp_cli.actions.write_letters import LettersWanted
from kkmp_cli.errors import Refused
from kkmp_cli.reports.selection import Filters
from running import Office

DAY = date(2026, 3, 10)
RAT = LettersWanted(["jakpus"], None, Filters(belum=["rat"]), DAY, 2025, "camat")


@pytest.fixture
def session(demo: Office) -> Session:
    return Session(str(demo.register), "kkmp letter")


def test_nobody_passes_and_a_file_that_is_there_are_refused(
    session: Session, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="tidak ada surat"):
        write_letters.find(session, RAT._replace(filters=Filters(sudah=["nib"])))
    found = write_letters.find(session, RAT)
    files = write_letters.targets(found.listed, tmp_path, ".md")
    assert files[0].name == "Surat Camat Gambir.md" and len({*files}) == 8
    files[0].write_text("x")
    with pytest.raises(Refused, match="sudah ada"):
        write_letters.targets(found.listed, tmp_path, ".md")


def test_names_of_persons_are_read_where_asked_for_alone(demo: Office, session: Session) -> None:
    demo.good("update", "Cideng", "--kota", "jakpus", "--ketua", "Siti", "--per", "2026-03-01")
    plain = write_letters.find(session, RAT).listed[0].koperasi
    told = write_letters.find(session, RAT._replace(personal=True)).listed[0].koperasi
    assert [one.ketua for one in plain if one.kelurahan == "Cideng"] == [None]
    assert [one.ketua for one in told if one.kelurahan == "Cideng"] == ["Siti"]


def test_what_was_sent_is_one_run_that_can_be_undone(demo: Office, session: Session) -> None:
    found = write_letters.find(session, RAT)
    run = write_letters.follow(session, found, ["rat_2025"], date(2026, 3, 17))
    items = demo.good("followup", "list", "--json").json
    assert len(items) == 8 and items[0]["penanggung_jawab"].startswith("Camat ")
    assert "RAT tahun buku 2025" in items[0]["uraian"]
    assert sum(len(one["kode"]) for one in items) == 39
    demo.good("undo", run)
    assert demo.good("followup", "list", "--json").json == []
