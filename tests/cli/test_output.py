"""What leaves by the two streams or into a file is whole, whatever the surroundings."""

from __future__ import annotations

import json

import pytest

from running import Office, process

PUSAT = ("--kota", "jakpus")


def test_output_goes_whole_to_a_file(demo: Office) -> None:
    target = demo.register.with_name("laporan.json")
    demo.good("report", *PUSAT, "-o", target)
    written = json.loads(target.read_text(encoding="utf-8"))
    assert written.pop("kepala").startswith("25-")
    assert "kota=31.71" in written.pop("asal")
    assert written == demo.good("report", *PUSAT, "--json").json
    assert demo.run("report", *PUSAT, "-o", demo.register).code == 3


@pytest.mark.parametrize(
    "environment",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLUMNS": "20"}, {"FORCE_COLOR": "1"}, {}],
)
def test_a_pipe_has_no_colour_and_no_cut_line(demo: Office, environment: dict[str, str]) -> None:
    done = process("--db", demo.register, "report", *PUSAT, "--per", "2026-03-10", **environment)
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "\x1b" not in text
    assert (
        "Harapan Mulia, Serdang*, Gunung Sahari Selatan, Cempaka Baru, Sumur Batu, Utan Panjang"
        in text
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"TZ": "Asia/Tokyo"},
        {"TZ": "entah"},
    ],
)
def test_poor_terminals_and_odd_surroundings_are_no_obstacle(
    demo: Office, environment: dict[str, str]
) -> None:
    demo.good("update", "Gambir", "--catatan", "田中 · é")
    for arguments in (
        ("report", *PUSAT),
        ("show", "Gambir"),
        ("history",),
        ("list", "--json"),
        ("--help",),
    ):
        done = process("--db", demo.register, *arguments, **environment)
        assert done.returncode == 0, arguments
        assert b"Traceback" not in done.stderr
