"""What shared texts become is counted, however they are spelled and wherever a piece ends."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from kkmp_cli.sheets import markup, shared_strings
from kkmp_cli.sheets.shared_strings import SharedTexts, TooMuch


def _inspect(strings: bytes, sheet: bytes) -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("xl/texts.xml", strings)
        package.writestr("xl/first.xml", sheet)
    with zipfile.ZipFile(content) as package:
        shared = SharedTexts()
        for entry in package.infolist():
            for piece in markup.unpacked(package, entry):
                shared.take(entry.filename, piece)
        shared.refuse_expansion(package)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of 40 bytes, and a limit that a few cells reach."""
    monkeypatch.setattr(markup, "_PIECE", 40)
    monkeypatch.setattr(shared_strings, "UNPACKED_LIMIT", 10_000)


TEXTS = b'<sst count="2"><si><t>a</t></si><si><t>' + b"b" * 500 + b"</t></si></sst>"


@pytest.mark.parametrize(
    "cell", [b"<v>1</v>", b"<x:v>01</x:v>", b'<v a="">+1</v>', b"<v>&#49;</v>"]
)
def test_a_long_text_in_many_cells_is_too_much(cell: bytes) -> None:
    _inspect(TEXTS, cell * 15)
    with pytest.raises(TooMuch):
        _inspect(TEXTS, cell * 30)


def test_texts_with_a_prefix_are_counted_alike() -> None:
    prefixed = TEXTS.replace(b"<si", b"<x:si").replace(b"</si", b"</x:si")
    with pytest.raises(TooMuch):
        _inspect(prefixed, b"<v>1</v>" * 30)


def test_many_cells_of_short_texts_beside_a_long_one_are_not() -> None:
    _inspect(TEXTS, b"<v>0</v>" * 300)


@pytest.mark.parametrize("count", [b"20000000", b"+99999999", b"1&#48;000000"])
def test_more_texts_than_a_sheet_has_cells_are_not_believed(count: bytes) -> None:
    with pytest.raises(TooMuch):
        _inspect(b"<sst uniqueCount='%s'><si/></sst>" % count, b"")
    _inspect(b"<sst uniqueCount='84000'><si/></sst>", b"")
