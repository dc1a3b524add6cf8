"""A fault of the program is called one: code 4, one sentence, and where it is only on request."""

from __future__ import annotations

import sys

import pytest

from running import Office


@pytest.fixture(params=[TypeError, ValueError, LookupError, AttributeError, AssertionError])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A program with a fault in one of its rooms; its name."""

    def fails(*_: object, **__: object) -> None:
        raise request.param("isi yang rahasia")

    monkeypatch.setattr("kkmp_cli.reports.selection.select", fails)
    return str(request.param.__name__)


def test_a_fault_of_the_program_is_one_sentence_and_code_4(pusat: Office, broken: str) -> None:
    done = pusat.refused("list", code=4)
    assert done.err.startswith(f"Ini kesalahan program kkmp sendiri ({broken}), bukan kesalahan")
    assert done.err.count("\n") == 1
    assert "KKMP_DEBUG=1" in done.err
    assert "rahasia" not in done.err


def test_windows_is_told_how_its_shells_set_a_variable(
    pusat: Office, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kkmp_cli.cli.app.WINDOWS", sys.platform)
    said = pusat.refused("list", code=4).err
    assert 'ketik `set KKMP_DEBUG=1` (PowerShell: `$env:KKMP_DEBUG="1"`), ulangi' in said


def test_the_traceback_is_shown_on_request(
    pusat: Office, broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KKMP_DEBUG", "1")
    done = pusat.run("list")
    assert (done.code, done.out) == (4, "")
    assert "Traceback (most recent call last)" in done.err
    assert f"{broken}: " in done.err
    assert done.err.splitlines()[-1].startswith("Ini kesalahan program")


def test_a_refusal_is_no_fault(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KKMP_DEBUG", "1")
    assert "Traceback" not in pusat.refused("show", "Entah", "--kota", "jakpus").err
