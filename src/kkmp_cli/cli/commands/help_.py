"""`kkmp help`: a command, or a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kkmp_cli.cli import hints
from kkmp_cli.cli.help import write_block, write_rows
from kkmp_cli.cli.output import session
from kkmp_cli.cli.topics import TOPICS
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.parsing.excerpt import short

if TYPE_CHECKING:
    from collections.abc import Sequence


def help_(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TOPIK", help="Satu hal, atau satu perintah seperti training add."),
    ] = None,
) -> None:
    """Bantuan tentang satu hal atau satu perintah; tanpa TOPIK, apa saja yang ada.

    Contoh:
    kkmp help
    kkmp help tanggal
    kkmp help training add
    """
    root: Any = ctx.find_root()
    asked = [word.casefold() for word in words or ()]
    topic = TOPICS.get("-".join(asked).replace("_", "-"))
    if topic:
        session(ctx).out(_page(ctx, topic.title, topic.blocks()))
    elif asked:
        _of_command(root, asked)
    else:
        session(ctx).out(_contents(ctx, root))


def _of_command(root: Any, words: Sequence[str]) -> None:
    """The help of a command. Raises BadUsage for a word that is none."""
    names = root.command.list_commands(root)
    if words[0] not in names:
        raise _unknown(" ".join(words), [*TOPICS, *names])
    root.command.main([*words, "--help"], "kkmp", standalone_mode=False, obj=root.obj)


def _contents(ctx: typer.Context, root: Any) -> str:
    formatter = ctx.make_formatter()
    write_rows({"Tentang": [(name, topic.title) for name, topic in TOPICS.items()]}, formatter)
    write_rows(root.command.described(), formatter)
    formatter.write_paragraph()
    formatter.write_text("Selengkapnya, misalnya: kkmp help tanggal, kkmp help import.")
    return str(formatter.getvalue()).strip("\n")


def _page(ctx: typer.Context, title: str, blocks: Sequence[Any]) -> str:
    formatter = ctx.make_formatter()
    formatter.write_text(f"{title}.")
    for block in blocks:
        formatter.write_paragraph()
        write_block(block, formatter)
    return str(formatter.getvalue()).rstrip("\n")


def _unknown(word: str, names: Sequence[str]) -> BadUsage:
    """The refusal of what nothing is told about, with what is near, or all that there is."""
    if meant := hints.meant_command(word, names):
        remedy: str = Advice("Maksud Anda `{}`?", Command("help", meant))
    else:
        remedy = Advice("Yang ada: {}; lihat `{}`.", ", ".join(TOPICS), Command("help"))
    return BadUsage(f"Tidak ada bantuan tentang `{short(word)}`.", remedy)
