"""`kkmp forget`: a cooperative's personal values leave the register and its copies for good (UU
27/2022).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kkmp_cli.cli.framework import confirm, out, say, session
from kkmp_cli.errors import Unusable


def forget(
    ctx: typer.Context,
    kelurahan: Annotated[str, typer.Argument(metavar="KELURAHAN", help="Nama atau kode.")],
    kota: Annotated[
        str | None, typer.Option("--kota", help="Nama, singkatan atau kode kota.")
    ] = None,
    kecamatan: Annotated[
        str | None, typer.Option("--kecamatan", help="Nama atau kode kecamatan.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Hapus nama ketua dan telepon satu koperasi untuk selamanya, juga dari riwayat dan salinan
    otomatis.

    Contoh: kkmp forget Gambir
    """
    from kkmp_cli.actions.named_areas import areas_named
    from kkmp_cli.register import erasure
    from kkmp_cli.register.location import path_of
    from kkmp_cli.register.reader import open_reader
    from kkmp_cli.register.writer import open_writer

    location = session(ctx).location
    with open_reader(location) as register:
        area = areas_named(register, [kelurahan], kota, kecamatan)[0]
        codes = erasure.codes_of(register, area)
    whose = f"{area.kelurahan} ({area.kode})"
    confirm(
        f"Hapus nama ketua dan telepon {whose} untuk selamanya? Ini tidak dapat dibatalkan.", yes
    )
    with open_writer(location) as writer:
        held, run = erasure.forget(writer, area)
    path = path_of(location)
    if held:
        out(
            f"Data pribadi {whose} dihapus dari register: {held} nilai (run {run} mencatatnya "
            f"tanpa nilainya)."
        )
    else:
        out(f"Tidak ada data pribadi {whose} di register.")
    copies = erasure.scrub_copies(path, codes)
    _say_files("Salinan otomatis ditulis ulang tanpa nilai itu", copies.rewritten)
    _say_files("Salinan otomatis yang tidak dapat dibaca dihapus", copies.removed)
    _say_files("TIDAK dapat diubah, mungkin masih memuatnya", copies.left)
    for backup, seen in erasure.backups_that_hold(path, codes):
        say(f"Cadangan {'masih' if seen else 'mungkin masih'} memuatnya: {backup}")
        say(f"→ hapus, atau jalankan: kkmp --db {backup} forget {area.kode}")
    say("Cadangan di tempat lain dan teks bebas (catatan, alasan) tidak diperiksa.")
    try:
        erasure.rewrite(path)
    except Unusable as error:
        raise Unusable(
            f"Nilai {whose} sudah dihapus, tetapi sisanya di antara baris berkas belum dapat "
            f"ditimpa.",
            f"Kosongkan ruang disk dan tutup program lain, lalu ulangi: kkmp forget {area.kode}",
        ) from error
    if copies.left:
        raise Unusable("Tidak semua salinan dapat diubah.", f"Ulangi: kkmp forget {area.kode}")


def _say_files(what: str, files: Sequence[Path]) -> None:
    if files:
        say(f"{what} ({len(files)}): {', '.join(file.name for file in files)}")
