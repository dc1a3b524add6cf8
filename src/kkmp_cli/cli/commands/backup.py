"""`kkmp backup` and `kkmp restore`: a copy of the whole register, and back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kkmp_cli import settings
from kkmp_cli.cli.framework import confirm, out, say, session
from kkmp_cli.errors import Refused, Unusable
from kkmp_cli.parsing import dates
from kkmp_cli.parsing.numbers import show

if TYPE_CHECKING:
    from kkmp_cli.register.restoring import Contents


def backup(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="BERKAS", help="Berkas atau folder; tanpa ini: di samping register."
        ),
    ] = None,
) -> None:
    """Buat cadangan register yang utuh dan sudah diperiksa, juga sewaktu register dipakai.

    Contoh: kkmp backup /media/flashdisk
    """
    from kkmp_cli.register import copies
    from kkmp_cli.register.location import look, path_of
    from kkmp_cli.register.restoring import contents

    path = path_of(session(ctx).location)
    look(path)
    target = _target(path, file)
    replaces = _own_backup(path, target)
    copies.copy(path, target)
    copies.note(path, target)
    out(f"Cadangan {'diperbarui' if replaces else 'dibuat'}: {target} ({_words(contents(target))})")
    say(
        f"Pulihkan dengan: kkmp restore {target}. Isinya termasuk data pribadi; simpan seperti "
        f"register."
    )


def restore(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="BERKAS", help="Berkas cadangan.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya.")] = False,
) -> None:
    """Ganti register dengan sebuah cadangan; berkas yang diganti disimpan.

    Contoh: kkmp restore register-cadangan-2026-03-10.db
    """
    from kkmp_cli.actions import record
    from kkmp_cli.register import restoring
    from kkmp_cli.register.location import path_of, taken

    path, source = path_of(session(ctx).location), path_of(file)
    found = restoring.contents(source)
    there = taken(path)
    confirm(f"{'Ganti' if there else 'Buat'} {path} dengan {source} ({_words(found)})?", yes)
    done = restoring.restore(source, path)
    out(f"Register {path} dipulihkan dari {source}: {_words(done.contents)}.")
    if done.kept is None:
        say("Register baru dibuat di tempat itu.")
        record.warn_of_place(path)
    elif done.damaged:
        say(f"Register yang rusak disimpan di {done.kept}.")
    else:
        say(f"Register sebelumnya disimpan di {done.kept}; kembali: kkmp restore {done.kept}")
    if done.forgotten:
        say(
            f"Data pribadi yang pernah dihapus dengan `kkmp forget` tetap dihapus: "
            f"{', '.join(done.forgotten)}."
        )


def _target(path: Path, named: str | None) -> Path:
    """Where the backup goes; beside the register or in a folder it bears the day, and a number
    where that is taken.
    """
    if named is not None and not (target := Path(named).expanduser().absolute()).is_dir():
        return target.resolve() if target.exists() else target
    folder = path.parent if named is None else Path(named).expanduser().absolute()
    stem = f"{path.stem}-cadangan-{settings.today().isoformat()}"
    names = [f"{stem}.db", *(f"{stem}-{number}.db" for number in range(2, 1_000))]
    free = next((folder / name for name in names if not (folder / name).exists()), None)
    if free is None:
        raise Unusable(
            f"{folder} sudah berisi seribu cadangan hari ini.", "Sebutkan nama berkasnya."
        )
    return free


def _own_backup(path: Path, target: Path) -> bool:
    """True where the name is borne by an earlier backup of this register, which may go. Raises
    Refused otherwise.
    """
    from kkmp_cli.register.location import taken
    from kkmp_cli.register.reader import open_reader

    if not taken(target):
        return False
    refusal = Refused(
        f"{target} sudah ada dan bukan cadangan register ini; tidak ditimpa.", "Pilih nama lain."
    )
    if not target.is_file() or target.samefile(path):
        raise refusal
    try:
        with open_reader(str(target)) as old:
            last = old.rows("SELECT id, intisari FROM runs ORDER BY id DESC LIMIT 1")
    except Unusable:
        raise refusal from None
    with open_reader(str(path)) as here:
        if not last or not here.rows(
            "SELECT 1 FROM runs WHERE id = ? AND intisari = ?", tuple(last[0])
        ):
            raise refusal
    return True


def _words(held: Contents) -> str:
    last = "belum ada riwayat"
    if held.last:
        moment = datetime.fromisoformat(held.last.replace("Z", "+00:00")).astimezone(
            settings.JAKARTA
        )
        last = f"{held.runs} run, terakhir {dates.show(moment.date())} {moment:%H.%M} WIB"
    return f"{show(held.cooperatives)} koperasi, {last}"
