"""The options of `training import`, and the call that they make."""

from __future__ import annotations

from kkmp_cli.actions.list_request import ListRequest
from kkmp_cli.cli.options.list_options import call


def test_a_call_holds_every_option_as_it_was_typed() -> None:
    request = ListRequest(
        3,
        "daftar hadir.xlsx",
        sheet="Hari 1",
        maps=("Asal=kelurahan",),
        words=("Tukang=tidak",),
        cells=("B4=Cideng",),
        skipped_rows=("7",),
        skip_errors=True,
    )
    assert call(request, "--yes").on(None) == (
        "kkmp training import 3 'daftar hadir.xlsx' --sheet 'Hari 1' --map Asal=kelurahan "
        "--arti Tukang=tidak --cell B4=Cideng --skip-row 7 --skip-errors --yes"
    )
