"""A desk with two cooperatives, and `kkmp update` there, asked and answered at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from running import Asked, Office


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


@pytest.fixture
def running(registered: Office) -> Office:
    """The same, where gerai and usaha of Gambir run and Cideng has a NIB."""
    registered.good(
        "update", "Gambir", "--usaha", "2026-01-05", "--gerai", "sudah", "--per", "2026-03-01"
    )
    registered.good("update", "Cideng", "--nib", "0123456789012")
    return registered


def answered(office: Office, *lines: str, options: Sequence[str] = ()) -> Asked:
    """`kkmp update Gambir`, to which these lines are typed: an answer to each question in turn."""
    asked = Asked("--db", office.register, "update", "Gambir", *options)
    asked.until("Musyawarah [")
    asked.answer("".join(f"{line}\n" for line in lines))
    return asked


def of_gambir(office: Office, *names: str) -> list[object]:
    found = office.good("show", "Gambir", "--json").json
    return [found[name] for name in names]


def conversation(office: Office, *steps: tuple[str, str], options: Sequence[str] = ()) -> Asked:
    """`kkmp update Gambir`, where each question is waited for before it is answered; all before the
    first are passed over.
    """
    asked = Asked("--db", office.register, "update", "Gambir", *options)
    for question, answer in steps:
        pass_to(asked, question)
        asked.answer(f"{answer}\n")
    return asked


def pass_to(asked: Asked, question: str) -> None:
    """Enter at every question before one."""
    while True:
        asked.until("]: ")
        line, _, asked.said = asked.said.partition("]: ")
        if question in line.rpartition("\n")[2]:
            return
        asked.answer("\n")
