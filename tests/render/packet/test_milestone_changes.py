"""What changed leads the packet, in kinds that are not mixed."""

from __future__ import annotations

from sections import column, packet_of, sections, table
from snapshots import jakarta_pusat, small


def test_it_comes_behind_the_first_page() -> None:
    keys = [one.key for one in packet_of(jakarta_pusat()).parts[0].sections]
    assert [key for key in keys if key != "matriks"][:2] == ["pokok", "berubah"]


def test_what_became_known_without_a_date_is_no_event_of_these_weeks() -> None:
    changed = table(
        sections(small({"nib": "sudah"}, {"nib": "sudah 2026-02-10"}))["berubah"], "berubah"
    )
    kinds = dict(zip(column(changed, "tanggal"), column(changed, "jenis"), strict=True))
    assert kinds["2026-03-10"] == "baru tercatat"
    assert kinds["2026-02-10"] != "baru tercatat"


def test_the_lead_says_of_each_milestone_what_became_of_it() -> None:
    lead = sections(jakarta_pusat())["berubah"].lead
    assert "Beroperasi: 34, semuanya baru tercatat." in lead
    assert "RAT tahun buku 2025: 5, semuanya baru tercatat." in lead


def test_where_nothing_changed_it_says_so() -> None:
    changed = sections(small({"nib": "belum"}))["berubah"]
    assert table(changed, "berubah").rows == () if changed.tables else changed.lead
