"""The matrix of the packet: who stands in it, in which order, and what its foot counts."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

from hypothesis import given

from kkmp_cli import reports
from kkmp_cli.milestones import MILESTONES
from kkmp_cli.model.cooperative import Snapshot
from kkmp_cli.model.own_field import PILIHAN, TAHAP, OwnField
from kkmp_cli.model.vocabulary import Vocabulary
from kkmp_cli.render import packet
from kkmp_cli.render.document import Matrix, Section
from kkmp_cli.render.packet.matrix import MOST_OWN, mark
from kkmp_cli.reports.details import complete
from random_registers import DAYS, random_registers, snapshots
from snapshots import areas_of, cooperative, jakarta_pusat, small

DAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 12, 5, tzinfo=UTC)
WHOSE = OwnField(90, "x_milik", "Milik", PILIHAN, "milik siapa", ("warga", "pemkot"))


def stage(number: int) -> OwnField:
    """A stage of the office."""
    return OwnField(number, f"x_tahap_{number}", f"Lahan {number}", TAHAP, "tahap kantor")


def sections(snapshot: Snapshot, day: date = DAY, by: OwnField | None = None) -> list[Section]:
    """The matrices of the packet."""
    report = complete(reports.build(snapshot, day, by=by), snapshot)
    made = packet.only_matrix(packet.document(report, NOON))
    return [section for part in made.parts for section in part.sections]


def matrix_of(snapshot: Snapshot, by: OwnField | None = None) -> Matrix:
    """The only one."""
    (section,) = sections(snapshot, by=by)
    assert section.matrix is not None
    return section.matrix


def test_each_kkmp_has_a_line_under_its_kecamatan_and_each_milestone_a_column() -> None:
    made = matrix_of(jakarta_pusat())
    assert made.columns == tuple(
        "Beroperasi" if one.code == "usaha" else one.label for one in MILESTONES
    )
    assert [group.label for group in made.groups][:2] == ["Gambir (6)", "Sawah Besar (5)"]
    assert sum(len(group.lines) for group in made.groups) == 44
    assert [(one.sign, one.words) for one in made.legend] == [
        ("●", "sudah"),
        ("○", "belum"),
        ("·", "belum ada data"),
    ]
    assert made.counts == (
        (None, None, None, None, None, None, 34, 5),
        (None, None, None, None, None, None, 10, 39),
        (44, 44, 44, 44, 44, 44, 0, 0),
    )
    assert made.notes == ("RAT: tahun buku 2025, batas 31 Maret 2026.",)


@given(snapshots(), DAYS)
@random_registers()
def test_the_foot_counts_the_marks_of_its_columns(snapshot: Snapshot, per: date) -> None:
    for section in sections(snapshot, per):
        made = section.matrix
        assert made is not None
        lines = [one.marks for group in made.groups for one in group.lines]
        for at in range(len(made.columns)):
            marks = Counter(line[at].state for line in lines)
            foot = {
                entry.state: row[at] or 0
                for entry, row in zip(made.legend, made.counts, strict=True)
            }
            assert +Counter(foot) == marks
            assert all(
                entry.state in ("tidak_diketahui", "tidak_wajib")
                for entry, row in zip(made.legend, made.counts, strict=True)
                if row[at] is not None and set(marks) == {"tidak_diketahui"}
            )


def test_a_mark_is_told_by_its_sign_and_in_words() -> None:
    assert mark("sudah", "2025-08-15")[1:5] == ("●", "Agu 25", "8/25", "sudah, 15 Agustus 2025")
    assert mark("sudah")[1:5] == ("●", "sudah", "", "sudah")
    assert mark("berhenti", "2026-01")[1:5] == (
        "■",
        "Jan 26",
        "1/26",
        "berhenti sejak Januari 2026",
    )
    assert mark("terkendala", None, "modal: kurang 20 juta")[1:5] == (
        "▲",
        "modal",
        "",
        "terkendala: modal: kurang 20 juta",
    )
    assert mark("terkendala")[1:5] == ("▲", "terkendala", "", "terkendala")
    assert mark("proses")[1:5] == ("◐", "proses", "", "proses")
    assert mark("tidak_diketahui")[1:5] == ("·", "", "", "belum ada data")
    assert mark("tidak_wajib")[1:5] == ("/", "", "", "tidak wajib")


def test_stages_of_the_office_are_columns_as_far_as_there_is_room_and_all_of_them_data() -> None:
    own = tuple(stage(number) for number in range(1, MOST_OWN + 2))
    snapshot = small({"x_tahap_1": "2026-02"})._replace(vocabulary=Vocabulary(own))
    (section,) = sections(snapshot)
    made = section.matrix
    assert made is not None
    assert made.columns[len(MILESTONES) :] == tuple(one.label for one in own[:MOST_OWN])
    assert len(set(made.heads)) == len(made.heads)
    assert f"Tidak muat di sini: Lahan {MOST_OWN + 1}." in made.notes
    assert made.notes[-1].startswith("Bulan: sejak kapan sudah")
    (table,) = section.tables
    assert [column.key for column in table.columns][-len(own) :] == [one.key for one in own]
    assert table.rows[0][-len(own)] == "sudah, Februari 2026"


def test_grouped_by_a_choice_the_kecamatan_stands_beside_each_name() -> None:
    areas = areas_of("31.71")[:2]
    first = cooperative(areas[0], values={"x_milik": "pemkot"})
    snapshot = Snapshot(areas, (first, cooperative(areas[1])), vocabulary=Vocabulary((WHOSE,)))
    made = matrix_of(snapshot, WHOSE)
    assert [(group.label, group.lines[0].label) for group in made.groups] == [
        ("pemkot (1)", f"{areas[0].kelurahan} (Gambir)"),
        ("belum ada data (1)", f"{areas[1].kelurahan} (Gambir)"),
    ]


def test_the_matrix_alone_has_no_signatures_and_no_part_that_adds_all() -> None:
    one = areas_of("31.01")[0]
    snapshot = small({"usaha": "sudah"})
    both = Snapshot((*snapshot.areas, one), (*snapshot.cooperatives, cooperative(one)))
    made = packet.only_matrix(packet.document(complete(reports.build(both, DAY), both), NOON))
    assert [part.key for part in made.parts] == ["31.01", "31.71"]
    assert made.signatures == ()
