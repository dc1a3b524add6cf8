"""`kkmp forget`: personal values leave the register and its copies for good (UU 27/2022)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from kkmp_cli.cli.options import output_options, place_options
from kkmp_cli.cli.output import Terminal, session
from kkmp_cli.cli.prompts import confirm
from kkmp_cli.errors import Advice, Command, Unfinished, Unusable
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from pathlib import Path

    from kkmp_cli.actions.forgetting import Forgotten
    from kkmp_cli.actions.personal_files import Looked
    from kkmp_cli.model.area import Area
    from kkmp_cli.register.erasure import Copies


def forget(
    ctx: typer.Context,
    kelurahan: place_options.Kelurahan,
    kota: place_options.Kota = None,
    kecamatan: place_options.Kecamatan = None,
    yes: output_options.Yes = False,
) -> None:
    """Hapus nama ketua dan telepon satu koperasi untuk selamanya, juga dari riwayat dan salinan
    otomatis.

    Contoh:
    kkmp forget Gambir
    """
    from kkmp_cli.actions import forgetting

    command = session(ctx)
    area, codes = forgetting.subject(command, kelurahan, kota, kecamatan)
    whose = f"{area.distinct_name} ({area.kode})"
    question = f"Hapus nama ketua dan telepon {whose} untuk selamanya?"
    confirm(f"{question} Ini tidak dapat dibatalkan.", yes)
    done = forgetting.forget(command, area, codes)
    command.done(_forgotten(whose, done))
    copies, backups = forgetting.scrub(command, codes)
    _say_copies(command, copies)
    _say_backups(command, area, backups)
    _say_other_files(command, forgetting.files_beside(command, done.texts))
    _finish(command, area, bool(copies.left))


def _say_server(command: Terminal) -> None:
    from kkmp_cli.actions import forgetting

    if forgetting.is_on_a_server(command):
        command.say(
            "Server menyimpan sisa baris sampai dibersihkan (VACUUM), dan cadangan server lebih "
            "lama lagi: minta pengelolanya membersihkan keduanya."
        )


def _forgotten(whose: str, done: Forgotten) -> str:
    if not done.values:
        return f"Tidak ada data pribadi {whose} di register."
    return (
        f"Data pribadi {whose} dihapus dari register: {done.values} nilai (pekerjaan {done.run} "
        f"mencatatnya tanpa nilainya)."
    )


def _say_copies(command: Terminal, copies: Copies) -> None:
    _say_files(command, "Salinan otomatis ditulis ulang tanpa nilai itu", copies.rewritten)
    _say_files(command, "Salinan otomatis yang tidak dapat dibaca dihapus", copies.removed)
    _say_files(command, "TIDAK dapat diubah, mungkin masih memuatnya", copies.left)


def _say_backups(command: Terminal, area: Area, backups: Sequence[tuple[Path, bool]]) -> None:
    """Which backups hold the values, and how they are taken out of them."""
    for backup, seen in backups:
        command.say(f"Cadangan {'masih' if seen else 'mungkin masih'} memuatnya: {backup}")
        again = Command("forget", area.kode).on(str(backup))
        command.say(f"→ hapus, atau jalankan: {again}")


def _say_other_files(command: Terminal, files: Looked) -> None:
    """Which exports and the like still hold a value, and what nobody looked at."""
    for file in files.holding:
        command.say(f"Berkas ini masih memuat nama atau nomor itu: {file}")
    if files.holding:
        command.say("→ hapus, atau buat ulang berkasnya.")
    if files.unseen:
        command.say(f"{show(files.unseen)} berkas lain di folder itu tidak dapat diperiksa.")
    command.say(
        "Cadangan dan berkas di folder lain, PDF, serta teks bebas (catatan, alasan) tidak "
        "diperiksa."
    )


def _say_files(command: Terminal, what: str, files: Sequence[Path]) -> None:
    if files:
        command.say(f"{what} ({len(files)}): {', '.join(file.name for file in files)}")


def _finish(command: Terminal, area: Area, left: bool) -> None:
    """Overwrites what is left of values between rows. Raises Unfinished where anything stays."""
    from kkmp_cli.actions import forgetting

    again = Command("forget", area.kode)
    try:
        forgetting.overwrite(command)
    except Unusable as error:
        whose = f"{area.distinct_name} ({area.kode})"
        remedy = Advice("Kosongkan ruang disk dan tutup program lain, lalu ulangi: {}", again)
        raise Unfinished(
            f"Nilai {whose} sudah dihapus, tetapi sisanya di antara baris berkas belum dapat "
            f"ditimpa.",
            remedy,
        ) from error
    _say_server(command)
    if left:
        raise Unfinished("Tidak semua salinan dapat diubah.", Advice("Ulangi: {}", again))
