"""One cooperative on paper: all that is known of it, or a page for a visit."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.own_field import TAHAP, OwnField
from kkmp_cli.model.run import COOPERATIVE, RecordedEvent, Run
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.model.vocabulary import Vocabulary, built_in
from kkmp_cli.render.formats import markdown
from kkmp_cli.render.packet.cooperative_page import Record, page, visit
from sections import table
from snapshots import PER, areas_of

DAY = date(2026, 3, 10)
PRINTED = datetime(2026, 3, 10, 2, 30, tzinfo=UTC)
GAMBIR = areas_of("31.71")[0]


def record(values: dict[str, str] = {}, **more: object) -> Record:  # noqa: B006
    one = Cooperative(1, GAMBIR, values, dict.fromkeys(values, PER))
    return Record(built_in(), one, DAY, (), (), ())._replace(**more)  # type: ignore[arg-type]


def run(number: int, *events: RecordedEvent, in_force: bool = True) -> Run:
    moment = datetime(2026, 3, number, 20, 0, tzinfo=UTC)
    return Run(number, moment, "ani", "kkmp update", None, (), None, len(events), in_force, events)


def event(field: str, new: str) -> RecordedEvent:
    return RecordedEvent(
        COOPERATIVE, 1, GAMBIR.kode, GAMBIR.kelurahan, field, None, new, PER, None, 0
    )


def test_personal_data_stand_there_only_where_they_are_asked_for() -> None:
    held = {"ketua": "Siti Rahasia", "anggota": "1234"}
    (plain,), (asked,) = (page(record(held, personal=p), PRINTED).parts for p in (False, True))
    assert "Siti Rahasia" not in plain.facts[1] and "1.234" in plain.facts[1]
    assert "Siti Rahasia" in asked.facts[1]


def test_a_milestone_says_its_bank_number_and_kendala() -> None:
    held = {"rekening": "2025-08-15", "rekening_bank": "BRI", "rekening_nomor": "0012"}
    held |= {"usaha": "terkendala", "usaha_kendala": "modal: kurang 20 juta"}
    section = page(record(held), PRINTED).parts[0].sections[0]
    rows = {row[0]: row for row in table(section, "milestone").rows}
    account = next(row for name, row in rows.items() if str(name).startswith("Rekening"))
    assert account[1:3] == ("sudah, 15 Agustus 2025", "BRI 0012")
    assert any(row[4] == "modal: kurang 20 juta" for row in rows.values())


def test_a_visit_asks_apart_for_what_is_not_there_and_what_is_unknown() -> None:
    made = visit(record(), PRINTED)
    (ask,) = (one for one in made.parts[0].sections if one.key == "tanya")
    assert len(ask.lead) == 1 and ask.lead[0].startswith("Belum ada data: ")
    assert made.compact and [one.line for one in made.signatures] == [
        "Petugas",
        "Pengurus koperasi",
    ]


def test_a_visit_has_the_three_newest_changes_in_force_by_the_day_in_jakarta() -> None:
    history = tuple(
        run(number, event("nib", "sudah"), in_force=number != 8) for number in range(9, 3, -1)
    )
    made = visit(record(history=history), PRINTED)
    (latest,) = (one for one in made.parts[0].sections if one.key == "riwayat")
    assert [row[0] for row in table(latest, "riwayat").rows] == [
        "2026-03-10",
        "2026-03-08",
        "2026-03-07",
    ]


def test_people_that_nobody_counted_are_not_none() -> None:
    trainings = tuple(
        Training(at, "Dasar", "31.71", "2026-01", hadir=(Attendance(1, GAMBIR.kode, people),))
        for at, people in enumerate((None, 0, 2), 1)
    )
    sections = page(record(trainings=trainings), PRINTED).parts[0].sections
    (came,) = (one for one in sections if one.key == "pelatihan")
    assert [line.partition(": ")[2] for line in came.lead] == [
        "hadir, jumlah tidak diketahui.",
        "0 orang.",
        "2 orang.",
    ]


def test_a_visit_names_no_file_and_its_stages_are_headed_tahap() -> None:
    stated = event("nib", "sudah")._replace(file="/home/petugas/Isian Gambir.xlsx", row=7)
    own = OwnField(1, "x_lahan", "Lahan siap", TAHAP, "lahan siap dibangun")
    asked = record(history=(run(9, stated),))._replace(vocabulary=Vocabulary((own,)))
    for made, names in ((visit(asked, PRINTED), False), (page(asked, PRINTED), True)):
        assert ("Isian Gambir.xlsx" in markdown.write(made)) == names
        (fields,) = (one for one in made.parts[0].sections if one.key == "tambahan")
        assert fields.tables[0].columns[0].label == "Tahap"
        assert "Milestone" not in markdown.write(made)
