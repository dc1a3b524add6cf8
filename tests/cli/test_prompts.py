"""Questions at a terminal; a pipe is never asked."""

from __future__ import annotations

import io

import pytest

from kkmp_cli.cli import prompts
from kkmp_cli.errors import Refused
from kkmp_cli.render import console


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What is typed at a terminal, to be filled in."""
    typed = io.StringIO()
    monkeypatch.setattr("sys.stdin", typed)
    monkeypatch.setattr(prompts, "interactive", lambda: True)
    return typed


def type_in(screen: io.StringIO, text: str) -> None:
    screen.write(text)
    screen.seek(0)


@pytest.mark.parametrize("answer", ["y", "ya", " YA ", "Yes"])
def test_a_yes_goes_on(screen: io.StringIO, answer: str) -> None:
    type_in(screen, f"{answer}\n")
    prompts.confirm("Hapus?", yes=False)


@pytest.mark.parametrize("answer", ["", "t", "tidak", "yaa", "1"])
def test_everything_else_is_a_no(screen: io.StringIO, answer: str) -> None:
    type_in(screen, f"{answer}\n")
    with pytest.raises(Refused, match="tidak ada yang ditulis"):
        prompts.confirm("Hapus?", yes=False)


def test_an_end_of_what_is_typed_is_an_interrupt(screen: io.StringIO) -> None:
    with pytest.raises(KeyboardInterrupt):
        prompts.confirm("Hapus?", yes=False)


def test_with_yes_nobody_is_asked(screen: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    prompts.confirm("Hapus?", yes=True)
    assert capsys.readouterr().err == ""


def test_a_pipe_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("t\n"))
    assert not prompts.interactive()
    prompts.confirm("Hapus?", yes=False)


def test_a_line_is_broken_between_words_and_a_command_stays_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(console, "columns", lambda _: 30)
    command = "  kkmp update 31.71.01.1001 --nib belum --per 2026-03-10"
    said = prompts.broken(f"  satu dua tiga empat lima enam tujuh: \n{command}")
    assert said == f"  satu dua tiga empat lima\n  enam tujuh: \n{command}"
    inside = "`kkmp area alias 'Karang Ayr' 31.71.02.1002`."
    said = prompts.broken(f"  agar dikenal seterusnya: {inside} Lalu ulangi perintah ini.")
    assert said == f"  agar dikenal seterusnya:\n  {inside}\n  Lalu ulangi perintah ini."
