"""A desk with a training, its recorded attendance, and lists of who came."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office


@pytest.fixture
def held(pusat: Office) -> Office:
    """A desk with one training of Jakarta Pusat."""
    pusat.good("training", "add", "Pembukuan", "--kota", "jakpus", "--mulai", "2025-11-03")
    return pusat


def came(office: Office) -> dict[str, tuple[int | None, int | None]]:
    rows = office.good("training", "show", "1", "--json").json["hadir"]
    return {row["kode"]: (row["pengurus"], row["pengawas"]) for row in rows}


def sheet(office: Office, text: str, name: str = "hadir.csv") -> Path:
    path = office.register.with_name(name)
    path.write_text(text, encoding="utf-8")
    return path


GAMBIR, CIDENG = "31.71.01.1001", "31.71.01.1002"
