"""The table of commands is that of the program; `KKMP_GOLDEN=tulis` writes it anew."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import typer

from kkmp_cli.cli import app
from kkmp_cli.cli.completion.command_tree import FIELDS, FILE, FILTERS, CommandTree
from kkmp_cli.cli.framework import loaded
from kkmp_cli.cli.help import metavar_of
from kkmp_cli.model.vocabulary import built_in

OPTIONS_OF_FIELDS = {field.option for field in built_in().all_fields()}
FILTERED = ("list", "export", "edit", "letter")


def commands() -> Iterator[tuple[str, Any]]:
    """The program, every command and every group with its commands."""
    yield "", typer.main.get_command(app.app)
    for verb in [verb for verbs in app.COMMANDS.values() for verb in verbs]:
        command = loaded(verb, built_in)
        yield verb, command
        yield from (
            (f"{verb} {name}", one) for name, one in getattr(command, "commands", {}).items()
        )


def row(name: str, command: Any) -> list[Any]:
    about = " ".join((command.help or "").partition("\n\n")[0].split())
    listed = {verb: line for verbs in app.COMMANDS.values() for verb, line in verbs.items()}
    places = [p for p in command.params if p.param_type_name == "argument"]
    options = [
        p
        for p in command.get_params(command.make_context("kkmp", [], resilient_parsing=True))
        if p.param_type_name == "option"
    ]
    own = [p for p in options if not (p.metavar == "NILAI" and p.opts[-1] in OPTIONS_OF_FIELDS)]
    beside = FIELDS if len(own) < len(options) else FILTERS if name in FILTERED else ""
    return [
        listed.get(name, about),
        [p.metavar or (p.name or "").upper() for p in places],
        [[sorted(p.opts, key=len), metavar_of(p), p.help or "", p.multiple] for p in own],
        beside,
    ]


def test_the_table_is_that_of_the_commands() -> None:
    rows = {name: row(name, command) for name, command in commands()}
    lines = (
        f"  {json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in rows.items()
    )
    made = "{\n" + ",\n".join(lines) + "\n}\n"
    if os.environ.get("KKMP_GOLDEN") == "tulis":
        FILE.write_text(made, encoding="utf-8")
    assert FILE.read_text(encoding="utf-8") == made, "KKMP_GOLDEN=tulis writes it anew"


def test_a_command_is_found_by_its_words() -> None:
    tree = CommandTree()
    assert tree.entry(["training", "add"]) is not None
    assert tree.entry(["training", "hadir"]) is None
    assert "attend" in dict(tree.below(["training"]))
    assert "report" in dict(tree.below([]))
    assert tree.below(["report"]) == []
