"""`kkmp server`: a register on a server, for who administers it: made, and whom it lets in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.cli.framework import group
from kkmp_cli.cli.options import output_options
from kkmp_cli.cli.output import session
from kkmp_cli.cli.prompts import ask_secret, interactive
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from kkmp_cli.register.server.grants import Grant

app = group("server", "Register bersama di server PostgreSQL: menyiapkan, dan siapa yang boleh.")

Url = Annotated[
    str, typer.Argument(metavar="ALAMAT", help="Misalnya postgresql://pengelola@server/kkmp.")
]
Role = Annotated[str, typer.Argument(metavar="PERAN", help="Nama masuk orangnya di server.")]


@app.command("init")
@output_options.never_asking
def init(ctx: typer.Context, url: Url) -> None:
    """Siapkan register baru di basis data yang masih kosong; yang menjalankan menjadi pengelola.

    Register dari kkmp yang lebih lama diperbarui susunannya.
    Contoh:
    kkmp server init postgresql://pengelola@server/kkmp
    """
    from kkmp_cli.actions import shared_register

    command = session(ctx)
    place, new = shared_register.initialise(url)
    if not new:
        command.done(f"Susunan register di {place} kini yang baru; isinya tetap.")
        return
    command.done(f"Register baru siap di {place}, berisi daftar wilayah.")
    command.say(
        Advice(
            "Izinkan petugas: {}\nBawa register yang sudah ada: {}",
            Command("server", "grant", url, "petugas_jakpus", "--kota", "jakpus"),
            Command("move", "register.db", url),
        )
    )


@app.command("grant")
@output_options.never_asking
def grant(
    ctx: typer.Context,
    url: Url,
    role: Role,
    kota: Annotated[
        list[str] | None,
        typer.Option("--kota", help="Kota yang ditulis petugas ini; dapat diulang."),
    ] = None,
    reader: Annotated[bool, typer.Option("--pembaca", help="Hanya membaca, semua kota.")] = False,
    admin: Annotated[
        bool, typer.Option("--pengelola", help="Mengelola: wilayah, bidang, hak.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--baca-semua", help="Membaca juga kota yang tidak ditulisnya.")
    ] = False,
    persons: Annotated[
        bool, typer.Option("--pribadi", help="Melihat dan mencatat nama ketua dan telepon.")
    ] = False,
) -> None:
    """Izinkan satu peran; hak lamanya di register ini diganti. Peran yang belum ada dibuat.

    Contoh:
    kkmp server grant postgresql://pengelola@server/kkmp petugas_jakpus --kota jakpus
    """
    from kkmp_cli.actions import shared_register
    from kkmp_cli.register.server.grants import Grant

    command, named = session(ctx), clean(role)
    kind, all_kota = _kind(bool(kota), reader, admin), everything or reader or admin
    codes = shared_register.kota_codes(url, kota or ())
    wanted = Grant(named, kind, codes, all_kota, persons or admin)
    made = shared_register.grant(url, wanted, _password(named))
    done = "dibuat dan diizinkan" if made else "diizinkan"
    command.done(f"Peran {named} {done}: {_words(wanted)}.")


def _kind(of_kota: bool, reader: bool, admin: bool) -> str:
    """What the role is to be. Raises BadUsage where nothing is said of that, or two things are."""
    from kkmp_cli.register.server.rights import ADMIN, OFFICER, READER

    if reader + admin + of_kota != 1:
        raise BadUsage(
            "Sebut satu: --kota untuk petugas, --pembaca, atau --pengelola.",
            "Misalnya --kota jakpus.",
        )
    return READER if reader else ADMIN if admin else OFFICER


def _password(role: str) -> str:
    """A password typed unseen; none in a pipe, where the server keeps the one it has."""
    if not interactive():
        return ""
    return ask_secret(f"Kata sandi baru untuk {role} (Enter: tidak diubah): ")


@app.command("revoke")
@output_options.never_asking
def revoke(ctx: typer.Context, url: Url, role: Role) -> None:
    """Cabut semua hak satu peran di register ini; perannya tetap ada di server.

    Contoh:
    kkmp server revoke postgresql://pengelola@server/kkmp petugas_jakpus
    """
    from kkmp_cli.actions import shared_register

    command = session(ctx)
    shared_register.revoke(url, clean(role))
    command.done(f"Hak {clean(role)} di register ini dicabut.")


@app.command("list")
@output_options.never_asking
def list_(
    ctx: typer.Context,
    url: Url,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Siapa yang boleh apa di register ini.

    Contoh:
    kkmp server list postgresql://pengelola@server/kkmp
    """
    from kkmp_cli.actions import shared_register
    from kkmp_cli.render.screens import plain_list

    rows = [_row(one) for one in shared_register.grants_of(url)]
    columns = () if as_json else ("peran", "jenis", "kota", "baca_semua", "pribadi")
    session(ctx).page(plain_list.records(rows, as_json, columns), as_json)


def _row(one: Grant) -> dict[str, Any]:
    return {
        "peran": one.role,
        "jenis": one.kind,
        "kota": ";".join(one.kota),
        "baca_semua": "ya" if one.everything else "tidak",
        "pribadi": "ya" if one.persons else "tidak",
    }


def _words(one: Grant) -> str:
    """What a role may do, as a sentence has it."""
    from kkmp_cli.register.server.rights import ADMIN, OFFICER

    if one.kind == ADMIN:
        return "mengelola semuanya"
    writes = [f"menulis {', '.join(one.kota)}"] if one.kind == OFFICER else []
    reads = "membaca semua kota" if one.everything else "membaca kotanya sendiri"
    persons = ["dengan data pribadi" if one.persons else "tanpa data pribadi"]
    return ", ".join((*writes, reads, *persons))
