"""`kkmp due` on a screen, in a sheet and in a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

pytestmark = pytest.mark.both_engines

ASK = ("due", "--kota", "jakpus", "--per", "2026-03-10")


def test_it_stands_on_one_screen_by_urgency(demo: Office) -> None:
    demo.good(
        "followup",
        "add",
        "Kirim data",
        "--kota",
        "jakpus",
        "--penanggung-jawab",
        "Camat",
        "--batas",
        "2026-03-12",
    )
    demo.good(
        "followup",
        "add",
        "Rapat",
        "--kota",
        "jakpus",
        "--penanggung-jawab",
        "Sudin",
        "--batas",
        "2026-03-01",
    )
    text = demo.good(*ASK).out
    order = [
        text.index(word)
        for word in (
            "Terlambat: 1",
            "Rapat",
            "Minggu ini",
            "Kirim data",
            "Akan datang",
            "RAT tahun buku 2025: 39 belum",
        )
    ]
    assert order == sorted(order)
    assert len(text.splitlines()) < 30


def test_an_event_that_moved_is_the_same_event(demo: Office, tmp_path: Path) -> None:
    demo.good(
        "followup",
        "add",
        "Kirim",
        "--kota",
        "jakpus",
        "--penanggung-jawab",
        "A",
        "--batas",
        "2026-03-12",
    )
    demo.good(*ASK, "-o", tmp_path / "a.ics")
    demo.good("followup", "update", "1", "--batas", "2026-03-19")
    demo.good(*ASK, "-o", tmp_path / "b.ics")
    before, after = (_of_follow_up((tmp_path / name).read_bytes()) for name in ("a.ics", "b.ics"))
    assert before[b"UID"] == after[b"UID"]
    assert int(before[b"SEQUENCE"]) < int(after[b"SEQUENCE"])
    assert after[b"DTSTART;VALUE=DATE"] == b"20260319"


def _of_follow_up(content: bytes) -> dict[bytes, bytes]:
    assert content.count(b"\n") == content.count(b"\r\n")
    events = content.replace(b"\r\n ", b"").split(b"BEGIN:VEVENT")
    (event,) = (one for one in events if b"UID:tindak_lanjut-1@" in one)
    return dict(line.split(b":", 1) for line in event.split(b"\r\n") if b":" in line)


def test_every_form_is_written(demo: Office, tmp_path: Path) -> None:
    for form in ("json", "csv", "xlsx", "md", "html"):
        demo.good(*ASK, "-o", tmp_path / f"a.{form}")
    assert "Kampung Rawa" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert demo.good(*ASK, "--json").json["jumlah"]["akan_datang"] == 1
    demo.refused(*ASK, "-o", tmp_path / "a.docx", code=2)
