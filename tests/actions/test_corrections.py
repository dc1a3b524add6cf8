"""Which past days and published figures change as a file takes back a `sudah`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kkmp_cli import sheets
from kkmp_cli.actions.import_sheets import ImportRequest, preview
from kkmp_cli.actions.session import Session
from kkmp_cli.importing.import_result import Correction
from kkmp_cli.render.progress import Watch
from running import Office


def taken_back(office: Office, folder: Path, cells: str, overwrite: bool) -> list[Correction]:
    path = folder / "isian.csv"
    path.write_text(f"Kelurahan;Usaha;NIB\nCideng;{cells}\n", encoding="utf-8")
    request = ImportRequest(kota="jakpus", per=date(2026, 3, 31), overwrite=overwrite)
    session = Session(str(office.register), "kkmp uji")
    seen = preview(session, [sheets.read(path)], request, Watch(seen=False))
    return [*seen.result.corrections]


def test_a_conflict_and_what_overwrites_it_change_the_days_since_the_sudah_began(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "2 Maret 2026", "--per", "2026-03-10")
    published = ("--kota", "jakpus", "--sumber", "Beritajakarta", "--per", "2026-03-10")
    for name in ("beroperasi", "tahap.beroperasi", "rat", "nib"):
        pusat.good("figure", "add", name, "34", *published)
    for overwrite in (False, True):
        (one,) = taken_back(pusat, tmp_path, "belum;belum", overwrite)
        assert (one.area.kelurahan, one.field, one.since) == ("Cideng", "usaha", "2026-03-02")
        assert [each.indikator for each in one.figures] == ["beroperasi", "tahap.beroperasi"]


def test_what_takes_nothing_back_changes_no_day_before_its_own(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good("update", "Cideng", "--usaha", "belum", "--per", "2026-03-10")
    for cells in ("sudah;sudah", "belum;-", "berhenti;"):
        assert taken_back(pusat, tmp_path, cells, overwrite=True) == []
