"""Code pages of Windows stop no output, and change no data."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkmp_cli.cli import output_encoding

PAGES = ("cp1252", "cp850", "cp437", "ascii")
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


def written(text: str, page: str, name: str = "") -> bytes:
    """What arrives in a file of Windows when a text is printed in a format of this name."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=page, newline="\r\n")
    output_encoding.prepare(stream)
    if name:
        output_encoding.fit(stream, name)
    stream.write(text)
    stream.flush()
    stream.detach()
    return raw.getvalue()


@given(TEXTS, st.sampled_from(PAGES))
def test_no_letter_stops_a_sentence(text: str, page: str) -> None:
    written(text, page).decode(page)


@pytest.mark.parametrize("page", PAGES)
def test_a_sentence_is_said_in_the_signs_that_there_are(page: str) -> None:
    said = written("→ NIB: belum – sudah … “Cideng” ● 田", page).decode(page)
    assert said.startswith("-> NIB: belum ")
    assert said.count("\\") == 1 and said.endswith("\\u7530")
    if page == "ascii":
        assert said == '-> NIB: belum - sudah ... "Cideng" # \\u7530'


@given(st.dictionaries(TEXTS, TEXTS), st.sampled_from(PAGES))
def test_json_reads_as_what_it_says_on_any_page(value: dict[str, str], page: str) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert json.loads(written(text, page, "json").decode(page)) == value


@pytest.mark.parametrize("name", ["html", "md", "csv", "ics"])
def test_a_file_has_its_own_encoding_and_line_ends(name: str) -> None:
    text = "\ufeffa;→\r\nb;田\n"
    assert written(text, "cp1252", name) == text.encode("utf-8")


@pytest.mark.parametrize("name", output_encoding.SCREENS)
def test_what_is_read_as_it_stands_keeps_the_page_of_its_stream(name: str) -> None:
    assert written("a – b\n", "cp1252", name) == b"a \x96 b\r\n"
