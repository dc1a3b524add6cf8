"""`kkmp verify`: exit code 1 where a packet is not what was recorded; every form of the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines


def test_the_answer_can_be_a_file_and_counts_for_a_script(demo: Office, tmp_path: Path) -> None:
    made = tmp_path / "paket.json"
    demo.good("report", "--kota", "jakpus", "--per", "2026-03-10", "-o", made)
    demo.good("verify", made, "-o", tmp_path / "hasil.json")
    assert '"sama": true' in (tmp_path / "hasil.json").read_text()
    made.write_text(made.read_text().replace('"kelurahan": 44', '"kelurahan": 45'))
    assert demo.run("verify", made, "--json").code == 1


def test_a_packet_has_to_be_named(demo: Office) -> None:
    demo.refused("verify", code=2)
