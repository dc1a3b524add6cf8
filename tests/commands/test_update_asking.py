"""`kkmp update` at a terminal: what it asks, and that no answer is lost without a word."""

from __future__ import annotations

import pytest

from running import Asked, Office, count


@pytest.fixture
def registered(office: Office) -> Office:
    """A desk with two cooperatives, registered by two runs."""
    office.good("add", "Gambir", "--kota", "jakpus")
    office.good("add", "Cideng", "--kota", "jakpus")
    return office


def end(asked: Asked, code: int) -> str:
    """Waits for the end, which must come with this exit code; what stood on the screen."""
    assert asked.end() == code, asked.said
    return asked.said.replace("\r\n", "\n")


@pytest.mark.parametrize("names", [("Gambir", "Cideng"), ("Cideng",)])
def test_a_cooperative_that_was_undone_while_it_waited_for_an_answer_is_refused(
    registered: Office, names: tuple[str, ...]
) -> None:
    stated = ("--nib", "sudah") if len(names) > 1 else ()
    asked = Asked("--db", registered.register, "update", *names, *stated)
    asked.until("[y/T] " if stated else "Musyawarah [")
    registered.good("undo")
    held = count(registered.register, "runs")
    asked.answer("y\n" if stated else "sudah\n" + "\n" * 7)
    said = end(asked, 1)
    assert "Cideng (31.71.01.1002)" in said
    assert "kkmp history" in said
    assert "laporkan" not in said
    assert count(registered.register, "runs") == held
