"""The options that say how any list in a file is read, an attendance list and an official list of
areas alike. Never enters: what a list is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated

import typer

Sheet = Annotated[str | None, typer.Option("--sheet", metavar="LEMBAR", help="Lembar buku kerja.")]
Maps = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="JUDUL=ISIAN", help="Arti satu judul kolom."),
]
Cells = Annotated[
    list[str] | None,
    typer.Option("--cell", metavar="SEL=ISI", help="Isi yang benar dari satu sel: B4=Cideng."),
]
SkippedRows = Annotated[
    list[str] | None,
    typer.Option("--skip-row", metavar="BARIS", help="Tinggalkan baris ini, boleh diulang: 7."),
]
SkipErrors = Annotated[bool, typer.Option("--skip-errors", help="Masukkan baris yang baik saja.")]


def as_typed(
    sheet: str | None, several: Mapping[str, Sequence[str]], switches: Mapping[str, bool]
) -> Iterator[str]:
    """The options of a call as they would be typed: each text with its option, each switch that is
    on.
    """
    if sheet is not None:
        yield from ("--sheet", sheet)
    for option, texts in several.items():
        for text in texts:
            yield from (option, text)
    yield from (name for name, switched in switches.items() if switched)
