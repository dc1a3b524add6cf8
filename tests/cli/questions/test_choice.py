"""A numbered choice takes a number or Enter, and asks again for anything else."""

from __future__ import annotations

import io
from functools import partial

import pytest

from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.questions.choice import Answer, chosen, numbered, say_wrapped
from kkmp_cli.errors import CellError

ANSWERS = [Answer(word, partial(str, word)) for word in ("satu", "dua")]


def typed(text: str) -> str:
    if text != "tiga":
        raise CellError("tidak dikenal", "Ketik tiga.")
    return text


class Lines(io.StringIO):
    """A keyboard on which these lines are typed, one after another."""

    def __init__(self, given: list[str]) -> None:
        super().__init__()
        self.given = given

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        return self.given.pop(0) if self.given else ""


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed, to be filled in by a test."""
    given: list[str] = []
    monkeypatch.setattr("sys.stdin", Lines(given))
    return given


@pytest.mark.parametrize(
    ("text", "answer"), [("1", "satu"), ("2", "dua"), ("", "dua"), ("tiga", "tiga")]
)
def test_a_number_enter_or_a_word_is_an_answer(lines: list[str], text: str, answer: str) -> None:
    lines.append(f"{text}\n")
    assert chosen(Terminal([]), ANSWERS, 2, typed) == answer


def test_anything_else_is_asked_again(lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    lines += ["3\n", "0\n", "x\n", "\n", "2\n"]
    assert chosen(Terminal([]), ANSWERS, None, typed) == "dua"
    said = capsys.readouterr().err
    assert said.count("ketik nomornya, 1 sampai 2") == 3
    assert "tidak dikenal. Ketik tiga." in said
    assert "Enter" not in said


def test_the_end_of_the_input_is_an_interrupt(lines: list[str]) -> None:
    with pytest.raises(KeyboardInterrupt):
        chosen(Terminal([]), ANSWERS)


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("3", 0), ("-1", 0), ("²", 0), ("１", 0)])
def test_only_a_number_of_one_of_them_counts(text: str, number: int) -> None:
    assert numbered(text, 2) == number


def test_lines_break_between_words(capsys: pytest.CaptureFixture[str]) -> None:
    say_wrapped(Terminal([]), "kata " * 40, "  1 ")
    first, second, third = capsys.readouterr().err.splitlines()
    assert first.startswith("  1 kata") and second.startswith("    kata")
    assert max(map(len, (first, second, third))) <= 100
