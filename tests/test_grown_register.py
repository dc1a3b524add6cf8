"""The register that the benchmark grows is one that the program could have written."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from history import assert_chain_holds
from running import (  # noqa: F401 - fixtures
    Office,
    count,
    engine,
    office,
    server_database,
)

GROWN = Path(__file__).parents[1] / "benchmarks" / "grown.py"


def test_a_grown_register_is_whole_and_works(office: Office) -> None:
    spec = importlib.util.spec_from_file_location("grown", GROWN)
    assert spec
    assert spec.loader
    grown = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(grown)
    office.register.parent.mkdir(mode=0o700)
    grown.grow(office.register, 400, 0.3)
    assert count(office.register, "runs") == 401
    assert_chain_holds(office.register)
    done = office.good("check")
    assert "Keutuhan register: baik" in done.out
    before = office.state()
    office.good("update", "Gambir", "--anggota", 901)
    office.good("undo")
    assert office.state() == before
