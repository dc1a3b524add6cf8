"""What a statement did: old → new, or what an older day moved or left."""

from __future__ import annotations

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.timeline import Span
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render.words import old_new
from snapshots import areas_of

GAMBIR = areas_of("31.71")[0]


def held(value: str | None, per: str = "2026-03-10", since: str | None = None) -> Cooperative:
    values, pers = ({"nib": value}, {"nib": per}) if value else ({}, {})
    spans = {"nib": (Span(since, None, "sudah"),)} if since else {}
    return Cooperative(1, GAMBIR, values, pers, spans)


def test_an_equal_value_is_confirmed_and_the_first_comes_after_nothing() -> None:
    assert old_new.plain(built_in().known("nib"), "belum", "belum") == "tetap belum, dikonfirmasi"
    assert (
        old_new.plain(built_in().known("nib"), None, "2025-08-15")
        == "belum ada data → sudah, 15 Agustus 2025"
    )


def test_emptying_a_field_with_a_default_tells_the_default() -> None:
    assert (
        old_new.plain(built_in().known("status"), "bubar 2026-01-31", None)
        == "bubar sejak 31 Januari 2026 → aktif"
    )


def test_an_older_sudah_may_move_only_the_day_from_which_it_counts() -> None:
    before, after = held("sudah", since="2026-03-10"), held("sudah", since="2026-01-31")
    assert old_new.moved(built_in().known("nib"), before, after) == (
        "sudah, terhitung sejak 10 Maret 2026 → 31 Januari 2026"
    )
    assert old_new.moved(built_in().known("nib"), before, before) is None


def test_an_older_word_that_changes_nothing_says_what_stays() -> None:
    one = held("sudah", since="2026-02-01")
    assert old_new.is_older("nib", "2026-01-31", one)
    assert not old_new.is_older("npwp", "2026-01-31", one)
    assert old_new.older(built_in().known("nib"), "belum", "2026-01-31", one, one) == (
        "belum, per 31 Januari 2026 (lebih lama dari catatan waktu itu, yang tetap: "
        "sudah per 10 Maret 2026)"
    )


def test_no_personal_value_is_told() -> None:
    assert (
        old_new.plain(built_in().known("ketua"), "Siti", "Budi")
        == "(data pribadi) → (data pribadi)"
    )
