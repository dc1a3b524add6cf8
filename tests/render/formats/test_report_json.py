"""Values as the promised JSON."""

from __future__ import annotations

import json
from datetime import date

from kkmp_cli import reports
from kkmp_cli.render.formats import report_json
from kkmp_cli.reports.report import PRINTED_ONLY, FigureBeside, MilestoneCount
from snapshots import jakarta_pusat


def test_what_only_paper_needs_is_not_in_it() -> None:
    figure = FigureBeside("rat", "5", "2026-03-10", None, 5, None, 0, 44, 2)
    plain = report_json.plain(figure)
    assert plain["selisih"] == 0 and plain["sumber"] is None
    assert plain.keys().isdisjoint(PRINTED_ONLY["FigureBeside"])


def test_a_report_has_the_published_numbers_and_none_of_the_hidden_keys() -> None:
    text = report_json.text(reports.build(jakarta_pusat(), date(2026, 3, 10)))
    kota = json.loads(text)["kota"][0]
    assert (kota["milestone"]["usaha"]["sudah"], len(kota["sudah_rat"])) == (34, 5)
    assert kota.keys().isdisjoint(PRINTED_ONLY["KotaReport"])
    assert text.endswith("}\n")


def test_zero_is_a_number_and_nothing_known_is_null() -> None:
    count = report_json.plain(MilestoneCount())
    assert (count["sudah"], count["berubah"]) == (0, None)


def test_letters_stay_as_they_are_and_what_acts_is_written_by_its_number() -> None:
    assert (
        report_json.text({"a": ("é", "\u202e")}) == '{\n  "a": [\n    "é",\n    "\\u202e"\n  ]\n}\n'
    )
