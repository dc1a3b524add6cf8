"""A packet in Markdown is read line by line, its tables by cells."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.packet_text import markdown_page
from kkmp_cli.errors import Unusable

PAGE = r"""# Laporan
## Per kecamatan

| Kecamatan | KKMP |
| --- | ---: |
| Gambir \| dua | 6 |
| **Jumlah** | **6** |

Kata \*lain\*
"""


def test_rows_and_sentences_are_read_without_their_signs() -> None:
    texts = markdown_page.texts(PAGE.encode())
    assert texts[("Per kecamatan", "Gambir | dua", "KKMP")] == ["6"]
    assert texts[("Per kecamatan", "Jumlah", "KKMP")] == ["6"]
    assert texts[("Per kecamatan",)] == ["Per kecamatan", "Kata *lain*"]


def test_a_table_wider_than_any_packet_is_refused() -> None:
    with pytest.raises(Unusable, match="lebar"):
        markdown_page.texts(b"|a" * 2_000)
