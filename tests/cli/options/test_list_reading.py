"""What was asked of a list can be typed again."""

from __future__ import annotations

from kkmp_cli.cli.options.list_reading import as_typed


def test_each_text_stands_behind_its_option_and_a_switch_only_where_it_is_on() -> None:
    several = {"--map": ["A=nib", "B="], "--cell": []}
    switches = {"--skip-errors": True, "--hapus": False}
    assert [*as_typed("Lembar 1", several, switches)] == [
        *("--sheet", "Lembar 1", "--map", "A=nib", "--map", "B=", "--skip-errors"),
    ]
    assert [*as_typed(None, {}, {})] == []
