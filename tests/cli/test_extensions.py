"""An extension is a promise: kept, or refused before anything is written."""

from __future__ import annotations

import pytest

from kkmp_cli.cli.extensions import format_of, refuse_other, suffix_of
from kkmp_cli.errors import BadUsage

KNOWN = ("terminal", "json", "html")


@pytest.mark.parametrize(
    ("file", "suffix"),
    [("a.PDF", "pdf"), ("a.htm", "html"), ("rapat 10.3.2026", ""), ("a", ""), ("a.b/c", "")],
)
def test_the_extension_of_a_file(file: str, suffix: str) -> None:
    assert suffix_of(file) == suffix


def test_a_known_one_chooses_the_format_and_plain_text_is_that_of_the_screen() -> None:
    assert format_of("a.json", KNOWN) == "json"
    assert format_of("a.txt", KNOWN) == ""
    assert format_of("laporan", KNOWN) == ""


@pytest.mark.parametrize("file", ["a.pdf", "a.csv", "a.png", "a.tsv"])
def test_another_one_is_refused(file: str) -> None:
    with pytest.raises(BadUsage) as refused:
        format_of(file, KNOWN)
    assert refused.value.remedy == "Yang ada: terminal, json, html. Misalnya -o a.html."


def test_a_format_that_is_asked_for_is_not_written_under_the_name_of_another() -> None:
    assert format_of("a.log", KNOWN, "json") == ""
    assert format_of("a.json", KNOWN, "json") == ""
    with pytest.raises(BadUsage):
        format_of("a.pdf", KNOWN, "json")


def test_a_file_of_another_form_is_refused_by_name() -> None:
    refuse_other("a.db", "db", "Cadangan")
    refuse_other("a.salinan", "db", "Cadangan")
    with pytest.raises(BadUsage) as refused:
        refuse_other("a.xlsx", "db", "Cadangan")
    assert (refused.value.message, refused.value.remedy) == (
        "Cadangan, tidak sebagai .xlsx.",
        "Misalnya a.db.",
    )
