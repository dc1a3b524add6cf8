from __future__ import annotations

from datetime import date

import pytest

from kkmp_cli.model.area import Area
from kkmp_cli.model.statement import ForeignRun, Statement
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.planning.taken_values import problem_of

AREA = Area(1, "31.71.01.1001", "Gambir", "Gambir", "Jakarta Pusat", "DKI Jakarta")
RUN = ForeignRun("a.db", 4, "2026-07-02T02:14:00.123456Z", "Siti")
GOOD = (
    ("nib", "2026-05-05"),
    ("usaha", "berhenti 2026-03-01"),
    ("usaha_mulai", "2025-08-01"),
    ("gerai_kendala", "modal: belum ada"),
    ("rekening_bank", "BRI"),
    ("unit_usaha", "sembako;klinik"),
    ("mitra", "Bulog;Bank Mandiri"),
    ("status", "bubar 2026-02-01"),
    ("rat_2025", "belum"),
    ("rat_2025_rencana", "2027-02-12"),
    ("lintang", "-6.17"),
    ("catatan", "ditelepon lagi"),
    ("anggota", None),
)


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_what_the_program_writes_is_taken(name: str, value: str | None) -> None:
    one = Statement(name, value, "2026-07-02", RUN)
    assert problem_of(one, AREA, built_in(), date(2026, 7, 31)) is None


@pytest.mark.parametrize(
    ("name", "value", "per", "words"),
    [
        ("anggota", "135", "2026-08-01", "sesudah hari ini"),
        ("anggota", "1.350", "2026-07-02", "bukan yang ditulis kkmp"),
        ("nik_koperasi", "3171234567890123", "2026-07-02", ""),
        ("nib_nomor", "12", "2026-07-02", ""),
        ("hari_depan", "x", "2026-07-02", "tidak dikenal"),
    ],
)
def test_what_could_not_be_said_here_is_a_problem(
    name: str, value: str, per: str, words: str
) -> None:
    problem = problem_of(Statement(name, value, per, RUN), AREA, built_in(), date(2026, 7, 31))
    assert problem is not None
    assert words in problem.message
    assert problem.cell.startswith("Gambir")
