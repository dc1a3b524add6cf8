"""What the officer reads of a packet that was checked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kkmp_cli.model.provenance import Origin
from kkmp_cli.model.verification import Changed, TextDifference, Verified
from kkmp_cli.render.screens import verify

ORIGIN = Origin("0.0.1", "25-ab", date(2026, 3, 10), 2025, datetime(2026, 3, 10, 20, tzinfo=UTC))
SAME = Verified("a.html", "html", ORIGIN, 25, to_the_byte=True, compared=0)


def test_a_packet_that_is_the_same_is_told_in_a_sentence() -> None:
    assert verify.as_text(SAME).splitlines() == [
        "a.html: sama dengan yang tercatat pada pekerjaan 25 (dicetak 11 Maret 2026), sampai ke byte.",
        "Sejak itu tidak ada pekerjaan lain.",
    ]


def test_of_another_version_words_may_differ() -> None:
    assert "0.0.1" in verify.as_text(SAME._replace(to_the_byte=False))


def test_of_many_differences_the_first_are_shown() -> None:
    several = [TextDifference(("A", str(at)), "1", None) for at in range(20)]
    found = SAME._replace(to_the_byte=False, differences=several)
    text = verify.as_text(found)
    assert "A › 0: tercatat 1, di paket tidak ada" in text and "dan 5 lagi" in text
    assert "dan 5 lagi" not in verify.as_text(found, detailed=True)


def test_what_changed_since_names_its_runs() -> None:
    found = SAME._replace(since=2, changed=[Changed(("NIB", "Sudah"), "3", "4", (27, 26))])
    assert "  NIB › Sudah: 3 → 4 (pekerjaan 26, 27)" in verify.as_text(found)
    assert "angkanya tetap" in verify.as_text(SAME._replace(since=2))


def test_of_a_long_text_what_differs_is_shown() -> None:
    long = "Kata " * 30
    found = SAME._replace(
        to_the_byte=False,
        differences=[TextDifference(("A",), f"{long}34 dari 44", f"{long}43 dari 44")],
    )
    assert "34 dari 44, di paket …" in verify.as_text(found)
    assert "43 dari 44" in verify.as_text(found)
