"""What is printed to be pasted is one word in the shells of its platform, whatever stands in it."""

from __future__ import annotations

import re
import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kkmp_cli.errors import pasting
from kkmp_cli.errors.pasting import WINDOWS

NAMES = (
    "Isian Gambir (1).xlsx",
    "Gambir & Cideng.xlsx",
    "naik 100%.csv",
    "it's mine.csv",
    "a;b,c",
    "#satu",
    "@dua",
    "~$kunci.xlsx",
    "a`b",
    "^a|b>c<d",
    "$(Remove-Item x)",
    'Apa "NIB" & "SK"?',
    "Apa “NIB”; x „y",
    "C:\\Users\\Budi Santoso\\isian\\",
    'ekor\\"',
    "-a.b",
    "",
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))


def through_cmd(line: str) -> str:
    """The line as cmd hands it to a program; nothing of it may act."""
    quoted = False
    for sign in line:
        quoted ^= sign == '"'
        assert quoted or sign not in "&|<>^()%!", line
    assert not quoted, line
    return line


def arguments(line: str) -> list[str]:
    """How a program of Windows takes its command line apart (`CommandLineToArgvW` and the C
    library: backslashes count before a quote only, two quotes within quotes are one).
    """
    words: list[str] = []
    word, quoted, begun, at = "", False, False, 0
    while at < len(line):
        if match := re.compile(r'(\\*)"').match(line, at):
            word += "\\" * (len(match[1]) // 2)
            at, begun = match.end(), True
            if len(match[1]) % 2:
                word += '"'
            elif quoted and line[at : at + 1] == '"':
                word, at = word + '"', at + 1
            else:
                quoted = not quoted
        elif line[at] == " " and not quoted:
            words, word, begun, at = [*words, *([word] if begun else [])], "", False, at + 1
        else:
            word, begun, at = word + line[at], True, at + 1
    return [*words, *([word] if begun else [])]


def in_powershell(line: str) -> list[str]:
    """The values that PowerShell reads in the arguments of a command; nothing of it may act. Of the
    backslashes before a quote and at the end there are more than in cmd: the same path.
    """
    words: list[str] = []
    for match in re.finditer(r'"((?:`.|["“”„]{2}|[^"“”„`$])*)"(?= |$)|([^ "]+)', line):
        assert match.group(0) and match.start() == (
            0 if not words else len(line[: match.start()].rstrip(" ")) + 1
        ), line
        if match[2] is not None:
            assert re.fullmatch(r"[\w+=:./\\][\w+=:./\\-]*|-[\w-]+", match[2]), line
            words.append(match[2])
            continue
        words.append(re.sub(r'`(.)|"(")', lambda one: one[1] or one[2], match[1]))
    return [*map(path, words)]


def path(text: str) -> str:
    """A text with one backslash where several stand before a quote or at the end."""
    return re.sub(r'\\+(?="|$)', r"\\", text)


@given(TEXTS, TEXTS)
@example("Isian Gambir (1).xlsx", "100%")
def test_a_line_for_windows_is_its_words_in_cmd_and_in_powershell(one: str, two: str) -> None:
    line = f"kkmp import {pasting.word(one, WINDOWS)} {pasting.option('--map', two, WINDOWS)}"
    assert in_powershell(line) == ["kkmp", "import", path(one), "--map", path(two)]
    handed = arguments(through_cmd(line))
    if not set("$`“”„") & set(one + two):
        assert handed == ["kkmp", "import", one, "--map", two]
    assert len(handed) == 5


@pytest.mark.parametrize("name", NAMES)
def test_names_that_offices_give_are_one_word_in_every_shell(name: str) -> None:
    assert shlex.split(pasting.word(name, "linux")) == [name]
    assert in_powershell(pasting.word(name, WINDOWS)) == [path(name)]
    assert len(arguments(through_cmd(pasting.word(name, WINDOWS)))) == 1


def test_no_line_ends_within_a_word_of_windows() -> None:
    """A line end pasted into cmd or PowerShell runs what stands before it."""
    assert pasting.word("a\r\ndel x", WINDOWS) == '"a del x"'


def test_a_plain_word_stands_bare_and_others_in_double_quotes_on_windows() -> None:
    for word in ("2026-03-10", "jakpus", "--kota", "31.71.01.1001", "C:\\isian\\a.csv", "Menteng"):
        assert pasting.word(word, WINDOWS) == word
    assert pasting.word("Isian Gambir (1).xlsx", WINDOWS) == '"Isian Gambir (1).xlsx"'
    assert pasting.word("Isian Gambir (1).xlsx", "linux") == "'Isian Gambir (1).xlsx'"


@pytest.mark.parametrize("text", ["Izin=nib", 'Apa "NIB"?=nib', "$(rm x)=", "`x`=", "a!b=", "\\="])
def test_an_option_with_a_text_of_a_file_is_pasted_as_it_is(text: str) -> None:
    assert shlex.split(pasting.option("--map", text, "linux")) == ["--map", text]
