"""The documented views of the first schema are those that the page documents."""

from __future__ import annotations

from pathlib import Path

from kkmp_cli.register.schema.first_views import VIEWS

PAGE = Path(__file__).parents[3] / "docs" / "sql.md"


def test_every_view_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in VIEWS if name not in page] == []
