"""Cell and text styles of an ODS workbook."""

from __future__ import annotations

import pytest

from kkmp_cli.sheets.ods_styles import Styles


def _styles(*styles: tuple[str, str, str, dict[str, str]]) -> Styles:
    """Styles by family, name, parent and properties."""
    made = Styles()
    for family, name, parent, properties in styles:
        names = {"style:family": family, "style:name": name, "style:parent-style-name": parent}
        made.start("style", names)
        made.start("text-properties", properties)
        made.start("table-cell-properties", properties)
    return made


def test_a_style_follows_its_parent_where_it_says_nothing_itself() -> None:
    styles = _styles(
        (
            "table-cell",
            "a",
            "",
            {"style:text-line-through-style": "solid", "fo:background-color": "#ff0000"},
        ),
        ("table-cell", "b", "a", {}),
        (
            "table-cell",
            "c",
            "b",
            {"style:text-line-through-type": "none", "fo:background-color": "#ffffff"},
        ),
    )
    assert [styles.strikes("table-cell", name) for name in "abcx"] == [True, True, False, None]
    assert [styles.fills(name) for name in "abcx"] == [True, True, False, False]
    assert styles.strikes("text", "a") is None


@pytest.mark.parametrize("name", ["a", "b"])
def test_styles_that_follow_each_other_in_a_circle_say_nothing(name: str) -> None:
    assert not _styles(("table-cell", "a", "b", {}), ("table-cell", "b", "a", {})).fills(name)
