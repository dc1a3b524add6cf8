"""What an office declared, and what was said of it, is known for every day and as it was recorded."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kkmp_cli import settings
from running import Office

pytestmark = pytest.mark.both_engines

FIELD = ("field", "add", "omzet", "Omzet", "--kind", "rupiah", "--arti", "penjualan sebulan")


@pytest.fixture
def desk(pusat: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Declared on 1 April 2027, stated on 2 and 4 April, renamed on 6 April, retired on 8 April."""

    def on(day: int, *words: str) -> None:
        monkeypatch.setattr(settings, "now", lambda: datetime(2027, 4, day, 3, tzinfo=UTC))
        pusat.good(*words)

    on(1, *FIELD)
    on(2, "update", "Cideng", "--x-omzet", "1 juta", "--per", "2027-02-28")
    on(4, "update", "Cideng", "--x-omzet", "2 juta", "--per", "2027-03-31")
    on(6, "field", "update", "omzet", "--label", "Penjualan per bulan")
    on(8, "field", "retire", "omzet")
    on(9, "field", "retire", "omzet", "--batal")
    return pusat


def omzet(office: Office, *words: str) -> int | None:
    (one,) = [
        each
        for each in office.good("list", "--kota", "jakpus", "--json", *words).json
        if each["kelurahan"] == "Cideng"
    ]
    value = one["x_omzet"]
    return None if value is None else int(value)


@pytest.mark.parametrize(
    ("day", "value"),
    [("2027-04-09", 2_000_000), ("2027-03-31", 2_000_000), ("2027-03-30", 1_000_000)],
)
def test_a_value_is_that_of_the_day(desk: Office, day: str, value: int) -> None:
    assert omzet(desk, "--per", day) == value
    filtered = desk.good("list", "--x-omzet", str(value), "--per", day, "--json").json
    assert [one["kelurahan"] for one in filtered] == ["Cideng"]


def test_nothing_is_known_before_the_first_word(desk: Office) -> None:
    assert omzet(desk, "--per", "2027-02-27") is None
    assert desk.good("list", "--sudah", "x_omzet", "--per", "2027-02-27", "--json").json == []


def changes(office: Office, known_at: str) -> str:
    return office.good(
        *("report", "--kota", "jakpus", "--per", "2027-04-01", "--sejak", "2027-02-28"),
        *("--seperti-tercatat", known_at, "--rinci"),
    ).out


@pytest.mark.on_a_file
def test_an_old_packet_has_the_label_and_the_values_of_its_recorded_day(desk: Office) -> None:
    assert "Rp1.000.000 → Rp2.000.000" not in changes(desk, "2027-04-03")
    before, after = changes(desk, "2027-04-05"), changes(desk, "2027-04-07")
    assert "Rp1.000.000 → Rp2.000.000" in before
    assert "Omzet" in before
    assert "Penjualan per bulan" not in before
    assert "Penjualan per bulan" in after


def test_undoing_a_word_brings_back_the_one_before(desk: Office) -> None:
    desk.good("undo", "4")
    assert omzet(desk) == 1_000_000
    desk.good("undo", "8")
    assert omzet(desk) == 2_000_000
    assert desk.run("check").code == 0


def test_a_map_to_an_unknown_field_lists_those_that_there_are(desk: Office) -> None:
    path = desk.register.with_name("isian.csv")
    path.write_text("kelurahan,Luas\nGambir,24\n", encoding="utf-8")
    refused = desk.refused("import", path, "--kota", "jakpus", "--map", "Luas=x_luas")
    assert "bidang yang ada: x_omzet" in refused.err


def test_a_field_of_another_kind_is_refused_with_the_command_that_makes_room(
    pusat: Office,
) -> None:
    pusat.good(*FIELD)
    path = pusat.register.with_name("bidang.csv")
    path.write_text("kunci,label,jenis,arti\nomzet,Omzet,jumlah,a\n", encoding="utf-8")
    assert "`kkmp field remove x_omzet`" in pusat.refused("field", "import", path).err
    pusat.good("field", "remove", "x_omzet")
    pusat.good("field", "import", path)
