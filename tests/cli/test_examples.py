"""The examples of a help: found by their lines, and each works as it stands."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import servers
from kkmp_cli.cli.app import COMMANDS
from kkmp_cli.cli.examples import examples
from kkmp_cli.cli.framework import loaded
from kkmp_cli.model.vocabulary import built_in
from running import Office

WITH_SERVER = ("server", "move")
VERBS = [verb for verbs in COMMANDS.values() for verb in verbs if verb not in WITH_SERVER]
SHEET = "Kelurahan;NIB\nCideng;sudah\n"
FILES = {
    "isian.csv": SHEET,
    "hadir.csv": "Kelurahan;Pengurus;Pengawas\nPluit;2;1\n",
    "wilayah.csv": "kode,kelurahan,kecamatan,kota,provinsi\n"
    "31.71.01.1001,Gambir,Gambir,Kota Administrasi Jakarta Pusat,Daerah Khusus Ibukota Jakarta\n",
    "kopdes_stats_village.csv": "Kelurahan;NIB\nCideng;1\n",
}
OMZET = 'field add omzet "Omzet" --kind rupiah --arti "penjualan bulan itu"'
BEFORE = {
    "restore": ["backup register-cadangan-2026-03-10.db"],
    "verify": ["report --kota jakpus -o laporan.html"],
    "followup update": ["followup add Dampingi --kota jakpus --penanggung-jawab S --batas 2026-12"],
    "field update": [OMZET],
    "field retire": [OMZET],
    "field remove": ["field retire omzet --batal"],
    "area recode": ['area add "Kapuk Utara" --kecamatan Cengkareng --kota jakbar'],
}
"""What has been done at the desk before an example can be: by the command."""


def commands(verb: str) -> Iterator[tuple[str, Any]]:
    """The verb, or every command of its group."""
    command = loaded(verb, built_in)
    inner = getattr(command, "commands", None)
    yield from (
        ((f"{verb} {name}", one) for name, one in inner.items()) if inner else [(verb, command)]
    )


def typed(words: list[str], **known: str) -> list[str]:
    return [known.get(word, word) for word in words]


def test_every_line_that_is_a_command_is_an_example() -> None:
    about = 'Satu kalimat.\n\nContoh:\nkkmp show Gambir\n  kkmp add "Duri Pulo" --per 2026-03\n'
    assert examples(about) == [["show", "Gambir"], ["add", "Duri Pulo", "--per", "2026-03"]]


def test_a_sentence_that_names_the_program_is_none() -> None:
    assert examples("Register kkmp dipindah.\n\nLihat kkmp show.") == []


@pytest.mark.parametrize("verb", [*VERBS, *WITH_SERVER])
def test_every_command_has_an_example_of_itself(verb: str) -> None:
    for path, command in commands(verb):
        assert examples(command.help)
        assert all(words[: len(path.split())] == path.split() for words in examples(command.help))


@pytest.mark.parametrize("verb", VERBS)
def test_every_example_works_as_it_stands(
    demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    for path, command in commands(verb):
        for before in BEFORE.get(path, ()):
            demo.run(*shlex.split(before))
        for words in examples(command.help):
            fresh = tmp_path / f"{words[1]}.db" if verb == "add" else None
            done = demo.run(*words, db=fresh)
            assert done.code == 0, (words, done.err)


def test_every_example_of_a_server_works_on_one(demo: Office, server: servers.Server) -> None:
    names = ("kkmp_contoh", "kkmp_pindah")
    for name in names:
        server.ask("postgres", f"CREATE DATABASE {name} TEMPLATE template0")
    filled, empty = (server.url(name) for name in names)
    known = {"postgresql://pengelola@server/kkmp": filled, "register.db": str(demo.register)}
    for _, command in commands("server"):
        for words in examples(command.help):
            demo.good(*typed(words, **known))
    known["postgresql://pengelola@server/kkmp"] = empty
    for _, command in commands("move"):
        for words in examples(command.help):
            demo.good(*typed(words, **known))
    servers.closed()
    for name in names:
        server.ask("postgres", f"DROP DATABASE {name} WITH (FORCE)")
    server.ask("postgres", "DROP ROLE petugas_jakpus")
