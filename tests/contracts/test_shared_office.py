"""What the page on a shared register shows works in its order, as a new office would type it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import Office
from servers import Server, closed

PAGE = Path(__file__).parents[2] / "docs" / "kantor-bersama.md"
ADMIN, OFFICER = "postgresql://pengelola@server/kkmp", "postgresql://petugas_jakpus@server/kkmp"
ROLE = "petugas_jakpus"


def blocks(kind: str) -> str:
    """What the page shows to be typed, in order."""
    page = PAGE.read_text(encoding="utf-8")
    fenced = re.findall(r"^ *```(\w*)\n(.*?)^ *```", page, re.S | re.M)
    return "\n".join(text for language, text in fenced if language == kind)


def shown() -> list[list[str]]:
    """The commands of the page, in order."""
    lines = blocks("").splitlines()
    return [shlex.split(line) for line in lines if line.startswith("kkmp ")]


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """An empty one of an administrator who is not that of the server, as the page makes them."""
    for statement in filter(str.strip, blocks("sql").split(";")):
        server.ask("postgres", statement)
    yield "kkmp"
    closed()
    server.ask("postgres", "DROP DATABASE kkmp WITH (FORCE)")
    server.ask("postgres", f"DROP ROLE IF EXISTS {ROLE}, pengelola")


def test_a_new_office_gets_from_nothing_to_its_first_report(
    office: Office,
    server: Server,
    database: str,
    demo_template: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(demo_template.parent)
    places = {ADMIN: server.url(database, "pengelola"), OFFICER: server.url(database, ROLE)}
    done = []
    for _, *words in shown():
        typed = [places.get(word, word) for word in words]
        if words[:2] == ["server", "revoke"]:
            continue  # shown in the list of what there is, not as a step
        here = places[OFFICER] if words[0] == "report" else None
        result = office.run(*typed, db=here)
        assert result.code == 0, (words, result.err)
        done.append(words[0])
    assert done == ["server", "move", "server", "server", "report"]
    assert "34 dari 44" in result.out
    assert office.run("update", "31.72.03.1005", "--nib", "sudah", db=places[OFFICER]).code != 0
