"""The options of what is shown and written: form, file, and the words beside a run."""

from __future__ import annotations

from typing import Annotated

import typer

Form = Annotated[str | None, typer.Option("--format", metavar="BENTUK", help="terminal atau json.")]
SameAsJson = Annotated[bool, typer.Option("--json", help="Sama dengan --format json.")]
AsJson = Annotated[bool, typer.Option("--json", help="Sebagai JSON.")]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="BERKAS", help="Tulis ke berkas.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")]
Reason = Annotated[str | None, typer.Option("--alasan", metavar="TEKS", help="Mengapa.")]
Personal = Annotated[bool, typer.Option("--with-personal", help="Sertakan ketua dan telepon.")]
