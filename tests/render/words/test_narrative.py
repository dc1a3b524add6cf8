"""Three to six sentences about a place, of which every number stands in the JSON of the report."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kkmp_cli import reports
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.followup import NO, YES, FollowUp
from kkmp_cli.model.timeline import Span
from kkmp_cli.render.formats import report_json
from kkmp_cli.render.words import narrative
from kkmp_cli.reports.report import Report
from random_registers import DAYS, random_registers, snapshots
from snapshots import jakarta_pusat

DAY, SINCE = date(2026, 3, 10), date(2025, 10, 27)
NUMBER = re.compile(r"\d+(?:\.\d{3})*")


@st.composite
def registers(draw: st.DrawFn) -> Snapshot:
    """A random register with kendala and follow-ups."""
    base = draw(snapshots())
    kinds = st.sampled_from(["modal: x", "tempat", "lahan: y"])
    stuck = [
        one._replace(obstacles={"usaha": (Span("2025-02-01", None, draw(kinds)),)})
        if draw(st.booleans())
        else one
        for one in base.cooperatives
    ]
    items = tuple(
        FollowUp(number, "Dampingi", "Sudin", str(draw(DAYS)), "31.71", keputusan=decision)
        for number, decision in enumerate(draw(st.lists(st.sampled_from([YES, NO]))), 1)
    )
    return base._replace(cooperatives=tuple(stuck), followups=items)


def numbers_in(text: str) -> set[int]:
    return {int(found.replace(".", "")) for found in NUMBER.findall(text)}


def values(found: Any) -> Iterator[Any]:
    """Every value of a JSON, and how many there are in every list."""
    if isinstance(found, dict):
        for one in found.values():
            yield from values(one)
    elif isinstance(found, list):
        yield len(found)
        for one in found:
            yield from values(one)
    else:
        yield found


NOT_YET = ("proses", "terkendala", "belum", "berhenti")
"""The states that are told together as `belum`."""


def as_they_stand(found: Any) -> set[int]:
    """The numbers of a JSON, in a day too; of a milestone how many are not there, and are asked."""
    known = numbers_in(" ".join(str(one) for one in values(found)))
    for part in [found, *found["kota"]] if "kota" in found else [found]:
        for counts in part.get("milestone", {}).values():
            missing = sum(counts[state] for state in NOT_YET)
            known |= {missing, missing + counts["sudah"] + counts["tidak_diketahui"]}
    return known


def numbers_of(kota: dict[str, Any]) -> set[int]:
    """The same of a kota, and of its lists how many entries there are of one kind."""
    known = as_they_stand(kota)
    changes = kota.get("berubah", [])
    kinds = Counter((one["milestone"], one["jenis"]) for one in changes)
    known |= {*kinds.values()}
    for code in {one["milestone"] for one in changes}:
        added = kinds[code, "bertambah"]
        lost = sum(n for (name, kind), n in kinds.items() if name == code and kind != "bertambah")
        known.add(abs(added - lost))
    listed = kota.get("belum_beroperasi", [])
    known |= {*Counter(each["kategori"] for one in listed for each in one["kendala"]).values()}
    open_items = kota.get("tindak_lanjut", [])
    known |= {sum(bool(one[key]) for one in open_items) for key in ("terlambat", "keputusan")}
    known.add(sum(one["belum"]["usaha"] > 0 for one in kota.get("kecamatan", []) if "belum" in one))
    known.add(len({one["kecamatan"] for one in listed}))
    return known | {*Counter(one["kecamatan"] for one in listed).values()}


def dates_of(value: Report) -> set[int]:
    return numbers_in(f"{value.per} {value.sejak} {value.tahun_buku} {value.tahun_buku + 1}")


@settings(random_registers(), phases=[Phase.generate])
@given(registers(), DAYS, st.booleans(), st.booleans())
def test_every_number_of_the_text_stands_in_the_json(
    snapshot: Snapshot, day: date, since: bool, one_kecamatan: bool
) -> None:
    if one_kecamatan:
        snapshot = snapshot.of_kecamatan(snapshot.areas[0].kode[:8])
    earlier = min(SINCE, day.replace(day=1)) if since and day.day > 1 else None
    report = reports.build(snapshot, day, since=earlier)
    told = json.loads(report_json.text(report))
    for kota, as_json in zip(report.kota, told["kota"], strict=True):
        sentences = narrative.of_kota(report, kota, "Kota")
        unknown = numbers_in(" ".join(sentences)) - numbers_of(as_json) - dates_of(report)
        assert not unknown, (sentences, unknown)
        assert all(one.endswith(".") and ".." not in one for one in sentences)
        assert 3 <= len(sentences) <= narrative.MOST if kota.kkmp else len(sentences) == 1
    together = numbers_in(" ".join(narrative.of_all(report)))
    assert not together - numbers_of(told["total"]) - dates_of(report) - {len(told["kota"])}


@settings(random_registers(20), phases=[Phase.generate])
@given(registers(), DAYS)
def test_a_line_per_kota_is_told_with_the_numbers_of_its_table(
    snapshot: Snapshot, day: date
) -> None:
    report = reports.build(snapshot, day)
    summary = reports.summarise(report)
    told = json.loads(report_json.text(summary))
    text = " ".join(narrative.of_summary(summary))
    known = as_they_stand(told) | as_they_stand(told["total"])
    unknown = numbers_in(text) - known - dates_of(report)
    assert not unknown, (text, unknown)


def test_what_is_unknown_is_never_told_as_none() -> None:
    base = jakarta_pusat()
    nothing = base._replace(
        cooperatives=tuple(one._replace(states={}) for one in base.cooperatives), trainings=()
    )
    report = reports.build(nothing, DAY)
    text = " ".join(narrative.of_kota(report, report.kota[0], "Kota"))
    assert " 0 " not in text
    assert "belum ada data apakah 44 KKMP beroperasi" in text


def test_the_sentences_of_the_published_day() -> None:
    report = reports.build(jakarta_pusat(), DAY)
    first, second, *_ = narrative.of_kota(report, report.kota[0], report.kota[0].nama)
    assert first == (
        "Keadaan per 10 Maret 2026 di Kota Administrasi Jakarta Pusat: 34 dari 44 KKMP beroperasi; "
        "10 belum, terbanyak di Gambir (4)."
    )
    assert second == "RAT tahun buku 2025: 5 dari 44, batas 31 Maret, 21 hari lagi."


@pytest.mark.parametrize("since", [None, SINCE])
def test_what_changed_is_told_where_a_day_is_compared_with(since: date | None) -> None:
    report = reports.build(jakarta_pusat(), DAY, since=since)
    text = " ".join(narrative.of_kota(report, report.kota[0], "Kota"))
    assert ("Sejak 27 Oktober 2025" in text) == (since is not None)
