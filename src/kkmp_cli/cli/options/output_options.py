"""The options of what is shown and written: form, file, and the words beside a run."""

from __future__ import annotations

from typing import Annotated

import typer

from kkmp_cli.cli.options.blocks import Function, option, with_extra

Form = Annotated[str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")]
SameAsJson = Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")]
AsJson = Annotated[bool, typer.Option("--json", help="Sebagai JSON.")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")]


def never_asking(command: Function) -> Function:
    """Gives a writing command that never asks the `--yes` that all of them take."""
    return with_extra(command, option("yes", Yes, False))


Reason = Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")]
Personal = Annotated[bool, typer.Option("--with-personal", help="Sertakan ketua dan telepon.")]
