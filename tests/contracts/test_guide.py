"""The guide leads somebody who has never seen the program from nothing to a printed packet, and its
pictures are what then stands on the screen.

To accept a change on purpose, run with `KKMP_GOLDEN=tulis` in the environment and look at the
pictures.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

import guide
from kkmp_cli import settings
from kkmp_cli.cli import app

PICTURES = guide.DOCS / "gambar"
WRITE = os.environ.get("KKMP_GOLDEN") == "tulis"


@pytest.fixture
def morning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An officer's folder on the morning of the guide; her home is empty."""
    for name in [name for name in os.environ if name.startswith(("KKMP_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name, value in (
        ("HOME", str(tmp_path)),
        ("TERM", "xterm-256color"),
        ("COLUMNS", str(guide.COLUMNS)),
        ("KKMP_PAGER", ""),
    ):
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(settings, "now", lambda: guide.MORNING)
    monkeypatch.chdir(tmp_path)
    guide.bring(tmp_path)
    return tmp_path


def test_the_guide_is_walked_from_nothing_to_the_packet_and_through_the_month(
    morning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for step in guide.steps():
        code, said = guide.typed(step)
        assert code == step.code, (step, said, capsys.readouterr().err)
        for written in guide.written(step.line):
            assert (morning / written).exists(), step
        if step.picture:
            picture, path = guide.drawn(step, said), PICTURES / step.picture
            if WRITE and not (path.exists() and _same(picture, path)):
                path.write_text(picture, encoding="utf-8")
            assert _same(picture, path), step


def _same(picture: str, path: Path) -> bool:
    """But for the heads of the history: a workbook made anew has another digest."""
    head = r"\b(\d+-)[0-9a-f]{16}\b"
    return re.sub(head, r"\1", picture) == re.sub(head, r"\1", path.read_text(encoding="utf-8"))


def test_the_packet_of_the_first_page_counts_what_the_sheet_holds(
    morning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for step in guide.steps():
        if step.page == guide.PAGES[0]:
            assert app.run(guide.words(step)) == step.code
    capsys.readouterr()
    assert app.run(["report", "--json"]) == 0
    (kota,) = json.loads(capsys.readouterr().out)["kota"]
    states = [kota["milestone"][name]["sudah"] for name in ("sk_kemenkop", "nib", "usaha")]
    assert (kota["kkmp"], states) == (44, [5, 2, 2])
    assert "2 dari 44 KKMP beroperasi" in (morning / "paket.html").read_text(encoding="utf-8")


def test_no_picture_is_left_that_no_page_shows() -> None:
    pages = [*guide.DOCS.rglob("*.md"), guide.DOCS.parent / "README.md"]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    for picture in PICTURES.iterdir():
        assert f"gambar/{picture.name})" in text, picture
