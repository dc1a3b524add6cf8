"""A template is looked at before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli import letter_writing
from kkmp_cli.errors import BadUsage, Refused


def template(tmp_path: Path, text: str) -> str:
    (tmp_path / "surat.md").write_text(text)
    return str(tmp_path / "surat.md")


def test_own_texts_stand_for_names_of_the_office(tmp_path: Path) -> None:
    own = letter_writing.own_texts(["Nomor=12/KUM", "perihal = a=b"])
    assert own == {"nomor": "12/KUM", "perihal": "a=b"}
    file = template(tmp_path, "{{nomor}} {{nama}}")
    assert letter_writing.read_template(file, own, False).own == own
    with pytest.raises(BadUsage):
        letter_writing.own_texts(["nomor"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{nomer}}", "nomer"),
        ("tanpa tanda", "tidak memuat"),
        ("{{ketua}}", "data pribadi"),
        ("{{nama}} {{lupa", "lupa"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        letter_writing.read_template(template(tmp_path, text), {}, False)


def test_an_unknown_name_is_answered_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        letter_writing.read_template(template(tmp_path, "{{nomer}}"), {}, False)
    assert "kelurahan" in refusal.value.remedy and "--isi" in refusal.value.remedy


def test_only_kinds_that_are_filled_are_taken() -> None:
    for file in ("surat.docm", "surat.odt", "surat"):
        with pytest.raises(BadUsage, match="templat"):
            letter_writing.suffix_of_template(file)
