"""The readiness report out of the register, as far as a format needs it."""

from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.actions.build_report import ReportRequest, readiness
from kkmp_cli.actions.session import Session
from kkmp_cli.errors import Refused
from kkmp_cli.reports.report import Report, Summary
from running import Office

WHOLE = ReportRequest(None, None, date(2026, 3, 10), 2025)


@pytest.fixture
def session(demo: Office) -> Session:
    return Session(str(demo.register), "kkmp uji")


def test_the_line_per_kota_from_counts_is_that_of_the_whole_report(session: Session) -> None:
    short = readiness(session, WHOLE._replace(overview=True)).report
    long = readiness(session, WHOLE).report
    assert isinstance(short, Summary)
    assert isinstance(long, Report)
    known = readiness(session, WHOLE._replace(overview=True, known_at=date(2090, 1, 1))).report
    assert short == known


def test_a_kota_without_a_cooperative_is_named_as_missing(session: Session) -> None:
    done = readiness(session, WHOLE._replace(kota=["jakpus", "31.01"]))
    assert [*done.missing] == ["Kabupaten Administrasi Kepulauan Seribu"]


def test_a_place_that_is_not_found_is_refused(session: Session) -> None:
    with pytest.raises(Refused):
        readiness(session, WHOLE._replace(kota="entah"))


def test_a_register_knows_nothing_before_its_first_run(session: Session) -> None:
    report = readiness(session, WHOLE._replace(kota="jakpus", known_at=date(2025, 1, 1))).report
    assert isinstance(report, Report)
    assert sum(one.kkmp for one in report.kota) == 0
