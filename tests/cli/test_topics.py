"""What is told about a matter is true: its examples work, its names are those of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from kkmp_cli.cli.examples import examples
from kkmp_cli.cli.topics import TOPICS
from kkmp_cli.model.own_field import KINDS
from kkmp_cli.model.vocabulary import built_in
from running import Office


@pytest.mark.parametrize("name", TOPICS)
def test_every_example_works_one_after_another(
    demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("isian.csv").write_text("Kelurahan;NIB\nCideng;sudah\n", encoding="utf-8")
    for block in TOPICS[name].blocks():
        for words in examples(block) if isinstance(block, str) else ():
            demo.good(*words)


def test_the_topics_are_those_of_the_contract() -> None:
    assert {*TOPICS} == {"impor", "tanggal", "kolom", "bidang", "kode-keluar", "privasi"}


def test_every_field_and_every_kind_is_named() -> None:
    told = {
        name
        for block in TOPICS["kolom"].blocks()
        if not isinstance(block, str)
        for name, _ in block
    }
    assert {
        field.name for field in built_in().all_fields() if field.kind in ("value", "state")
    } <= told
    kinds = " ".join(
        name
        for block in TOPICS["bidang"].blocks()
        if not isinstance(block, str)
        for name, _ in block
    )
    assert all(kind in kinds for kind in KINDS)
