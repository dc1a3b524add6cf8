"""How much of a rich text is struck through."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.struck_text import shared_strings

FONT = "<rPr><b/><strike/></rPr>"
TEXTS = {
    "": "<t>sudah</t>",
    "dicoret": f"<r>{FONT}<t>sudah </t></r><r><rPr/><t> </t></r>",
    "dicoret sebagian": f"<r>{FONT}<t>sudah</t></r><r><t>belum</t></r>",
}


@pytest.mark.parametrize("share", TEXTS)
def test_letters_count_and_blanks_do_not(share: str) -> None:
    strings = f"<sst><si><t>lain</t></si><si>{TEXTS[share]}</si></sst>"
    assert shared_strings([strings.encode()]) == ({"1": share} if share else {})


def test_a_font_ends_with_its_run() -> None:
    text = f"<si><r>{FONT}<t>a</t></r><r><rPr><strike val='0'/></rPr><t>b</t></r></si>"
    assert shared_strings([f"<sst>{text}<si><t>c</t></si></sst>".encode()]) == {
        "0": "dicoret sebagian"
    }
