"""A template in text is filled by plain replacement."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import Unusable
from kkmp_cli.render.formats import text_template


def test_names_are_known_however_they_are_typed() -> None:
    content = b"{{nama}} {{ Penandatangan-NIP }} {{nama}} {{lupa"
    assert [*text_template.names_in(content)] == ["nama", "penandatangan_nip", "nama", "{{lupa"]


def test_a_value_acts_as_text_alone_and_a_list_keeps_its_numbers() -> None:
    values = {"nama": "*a* {{kota}} <b>", "daftar": "1. *x*\n2. y"}
    made = text_template.filled(b"# {{nama}}\n{{daftar}}", values, markdown=True).decode()
    assert made == "# \\*a\\* \\{\\{kota\\}\\} \\<b\\>\n1. \\*x\\*\n2. y"
    plain = text_template.filled(b"{{nama}}", values, markdown=False).decode()
    assert plain == "*a* {{kota}} <b>"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(Unusable, match="teks"):
        [*text_template.names_in(b"\xff\xfe\x00")]
