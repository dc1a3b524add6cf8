"""One wording: zero, nothing known, a state, a date and a kendala are said alike wherever something
is printed.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from kkmp_cli.render.formats import pdf
from kkmp_cli.render.words import JOINT, NO_DATA, NOTHING, STATE_WORDS
from kkmp_cli.reports.counting import NOT_OWED
from running import Office

KENDALA = "modal: kurang 20 juta"
DAY, SINCE = "15 Agustus 2025", "10 Maret 2026"
REPORT = ("report", "--kota", "jakpus", "--per", "2026-03-10")
STATED = (
    ("Gambir", "--usaha", "belum", "--usaha-kendala", KENDALA, "--nib", "2025-08-15"),
    ("Cideng", "--usaha", "proses", "--nib", "belum", "--rat", "belum"),
    ("--kecamatan", "Senen", "--all", "--usaha", "belum"),
)
PAPER = ("terminal", "md", "html", "pdf", "xlsx")
RECORDS = ("show", "visit", "history", "update")


@pytest.fixture
def printed(pusat: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What every format prints of the same few facts."""
    monkeypatch.setattr(pdf, "write", lambda made: json.dumps(pdf._document(made)).encode())
    updates = [
        pusat.good("update", "--kota", "jakpus", *one, "--per", "2026-03-10").out for one in STATED
    ]
    texts = {"update": "".join(updates), "history": pusat.good("history").out}
    for name in (*PAPER, "csv", "json", "pesan"):
        texts[name] = written(pusat, tmp_path / f"p.{name}", *REPORT, "--format", name)
    texts["kendala.csv"] = written(pusat, tmp_path / "k.csv", *REPORT, "--tabel", "kendala")
    texts["show"] = pusat.good("show", "Gambir").out
    texts["visit"] = written(pusat, tmp_path / "v.html", "show", "Gambir")
    texts["visit.pdf"] = written(pusat, tmp_path / "v.pdf", "show", "Gambir")
    return texts


def written(office: Office, path: Path, *command: object) -> str:
    """The text of a file that a command wrote."""
    office.good(*command, "-o", path)
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
        return "\n".join("\t".join(map(cell_text, row)) for sheet in sheets for row in sheet)
    text = content.decode("utf-8-sig")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", text, flags=re.DOTALL))
    elif path.suffix == ".pdf":
        text = "\n".join(strings(json.loads(text)))
    elif path.suffix == ".md":
        text = text.replace("\\", "")
    return text


def cell_text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def strings(value: Any) -> list[str]:
    """Every text in what a PDF is made of."""
    if isinstance(value, dict):
        return strings(list(value.values()))
    if isinstance(value, list):
        return [text for one in value for text in strings(one)]
    return [str(value)]


def test_a_kendala_is_its_category_and_its_text_everywhere(printed: dict[str, str]) -> None:
    for name in (*PAPER, *RECORDS, "kendala.csv", "visit.pdf"):
        assert KENDALA in printed[name], name
    for name, text in printed.items():
        assert not re.search(r"modal \((?!\d)", text) and "kendala modal" not in text, name


def test_a_date_is_written_in_words_for_readers_and_as_iso_for_programs(
    printed: dict[str, str],
) -> None:
    for name in (*RECORDS, "visit.pdf"):
        assert DAY in printed[name], name
    for name in ("terminal", "md", "html", "pdf", "pesan"):
        seen = re.sub('kkmp-asal [^">]+', "", printed[name])
        assert SINCE in seen and "2026-03-10" not in seen, name
    assert "2026-03-10" in printed["kendala.csv"] and SINCE not in printed["kendala.csv"]
    assert json.loads(printed["json"])["per"] == "2026-03-10"


def test_a_state_has_its_word_and_no_key_of_a_program_is_read(printed: dict[str, str]) -> None:
    for name in (*PAPER, "show", "visit"):
        assert NO_DATA in printed[name].lower(), name
    for name, text in printed.items():
        if name not in ("json", "csv"):
            assert "tidak_diketahui" not in text and "sk_kemenkop" not in text, name
    assert STATE_WORDS[NOT_OWED] == "tidak wajib"
    assert f"Usaha: {NO_DATA} → belum" in printed["history"]


def test_zero_is_a_nought_and_nothing_known_is_a_dash(printed: dict[str, str]) -> None:
    assert re.search(r"\n  Senen +6 +0 +6 +–", printed["terminal"])
    assert "| Senen | 6 | 0 | 6 | – |" in printed["md"]
    assert '"0", "6", "–"' in json.dumps(printed["pdf"].splitlines(), ensure_ascii=False)
    counts = {row["kecamatan"]: row for row in rows(printed["csv"])}
    assert counts["Senen"]["usaha_sudah"] == "0"
    assert json.loads(printed["json"])["kota"][0]["kecamatan"][3]["sudah"]["usaha"] == 0
    for name, text in printed.items():
        assert "—" not in text and "?" not in re.sub(r"\(\d+\?\)|\(n\?\)|rencananya\?", "", text), (
            name
        )
    for name in ("terminal", "md", "html", "show"):
        assert NOTHING in printed[name], name


def test_the_pieces_of_a_line_are_joined_alike(printed: dict[str, str]) -> None:
    for name in ("terminal", "md", "html", "pdf", "show", "visit", "xlsx"):
        assert JOINT in printed[name], name


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
