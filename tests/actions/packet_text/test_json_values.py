"""A report in JSON is read by its paths; things of a list by their key."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.packet_text import json_values
from kkmp_cli.errors import Unusable


def test_each_value_stands_under_its_path() -> None:
    content = b'{"kota": [{"kode": "31.71", "kkmp": 44}, 3], "asal": "x", "kepala": "y", "z": []}'
    assert json_values.texts(content) == {
        ("kota", "31.71", "kode"): ['"31.71"'],
        ("kota", "31.71", "kkmp"): ["44"],
        ("kota", "2"): ["3"],
        ("z",): ["[]"],
    }


@pytest.mark.parametrize(
    "content", [b"{", b"[1]", b"[" * 100_000, b'{"a": 1' + b"0" * 5_000 + b"}"]
)
def test_what_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        json_values.texts(content)
