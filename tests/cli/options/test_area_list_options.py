"""The options of `area import`, and the call that they make."""

from __future__ import annotations

from kkmp_cli.actions.area_list_request import AreaListRequest
from kkmp_cli.cli.options.area_list_options import call_of


def test_a_call_holds_every_option_as_it_was_typed() -> None:
    request = AreaListRequest(
        "daftar wilayah.xlsx",
        sheet="Data 1",
        maps=("Nama Desa=kelurahan",),
        cells=("A4=31.71.01.1001",),
        skipped_rows=("7",),
        skip_errors=True,
        keep_spelling=True,
    )
    assert call_of(request, "--yes").on(None) == (
        "kkmp area import 'daftar wilayah.xlsx' --sheet 'Data 1' --map 'Nama Desa=kelurahan' "
        "--cell A4=31.71.01.1001 --skip-row 7 --skip-errors --keep-spelling --yes"
    )
    assert call_of(AreaListRequest(national=True, delete=True)).on(None) == (
        "kkmp area import --nasional --hapus"
    )
