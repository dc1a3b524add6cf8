"""What the register holds as JSON: numbers as numbers, lists as arrays, nothing known as null."""

from __future__ import annotations

from datetime import UTC, datetime

from kkmp_cli.model.cooperative import Cooperative
from kkmp_cli.model.run import COOPERATIVE, RecordedEvent, Run
from kkmp_cli.model.training import Attendance, Training
from kkmp_cli.model.vocabulary import built_in
from kkmp_cli.render import objects
from snapshots import PER, areas_of, cooperative

GAMBIR = areas_of("31.71")[0]


def test_nothing_known_is_null_and_the_status_its_default() -> None:
    made = objects.as_object(Cooperative(1, GAMBIR), PER, [2025], 2025, built_in())
    assert (made["nib"], made["anggota"], made["rat_2025"]) == (None, None, None)
    assert (made["status"], made["tahap"]) == ("aktif", "tidak_diketahui")


def test_numbers_are_numbers_and_lists_are_arrays() -> None:
    values = {"anggota": "0", "unit_usaha": "sembako;simpan_pinjam", "ketua": "Siti Rahasia"}
    made = objects.as_object(Cooperative(1, GAMBIR, values), PER, [2025], 2025, built_in())
    assert (made["anggota"], made["unit_usaha"]) == (0, ["sembako", "simpan_pinjam"])
    assert "ketua" not in made


def test_every_tahun_buku_that_has_a_word_is_among_the_years() -> None:
    one = cooperative(GAMBIR, pers={"rat_2026": PER, "nib": PER})
    assert objects.book_years([one], 2025) == [2025, 2026]


def test_a_training_of_one_cooperative_tells_its_attendance_only() -> None:
    came = (Attendance(1, "31.71.01.1001", 0), Attendance(2, "31.71.01.1002", 3, 1))
    training = Training(7, "Dasar", "31.71", "2026-01", hadir=came)
    assert objects.training(training, 1)["hadir"] == [
        {"kode": "31.71.01.1001", "pengurus": 0, "pengawas": None}
    ]
    assert len(objects.training(training)["hadir"]) == 2


def test_no_personal_value_is_in_a_run() -> None:
    event = RecordedEvent(
        COOPERATIVE, 1, "31.71.01.1001", "Gambir", "ketua", None, "Siti", PER, None, 0
    )
    moment = datetime(2026, 3, 10, 2, 15, tzinfo=UTC)
    run = objects.run(Run(1, moment, "ani", "kkmp add", None, (), None, 1, True, (event,)))
    assert run["waktu"] == "2026-03-10T02:15:00Z"
    (change,) = run["perubahan"]
    assert (change["lama"], change["baru"], change["baris"]) == (None, "(data pribadi)", None)
