"""A bit that flips in a register or in a sheet: refused as damage, told by `check`, or harmless; what
is read is never another figure that nobody tells.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from faults import tally
from running import Done, Office, state_of

FLIPS = 8
ROUNDS = [1, pytest.param(40, marks=pytest.mark.slow)]
READING = (("report", "--kota", "jakpus", "--json"), ("list", "--json"))


def flipped(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def told(office: Office) -> list[str] | None:
    """What is read of a register; None where it is refused as damage."""
    texts = []
    for arguments in READING:
        done = office.run(*arguments)
        assert done.code in (0, 1, 3), (arguments, done.err)
        assert "Traceback" not in done.err
        if done.code:
            return None
        texts.append(done.out)
    return texts


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_register_never_tells_another_figure_that_check_does_not_tell(
    pusat: Office, rounds: int
) -> None:
    pusat.good("update", "--kota", "jakpus", "--all", "--nib", "sudah", "--usaha", "2025-08")
    pusat.good("update", "Gambir", "Cideng", "--usaha", "berhenti 2026-03-10", "--yes")
    whole, wanted = pusat.register.read_bytes(), told(pusat)
    chance = random.Random(rounds)
    for _ in range(FLIPS * rounds):
        pusat.register.write_bytes(flipped(whole, chance))
        texts = told(pusat)
        if texts is None or texts == wanted:
            kind = "refused" if texts is None else "nothing of it in what is read"
        else:
            done = pusat.run("check", "--json")
            assert done.code in (1, 3), done.out
            kind = "another figure, told by check"
        tally.count("one bit flipped, then read", kind)


def workbook(path: Path, rows: list[tuple[str, ...]]) -> bytes:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path.read_bytes()


def rows_of(office: Office) -> list[tuple[str, ...]]:
    names = [one["kelurahan"] for one in office.good("list", "--json").json]
    return [("kelurahan", "nib", "usaha"), *((name, "sudah", "10/03/2026") for name in names)]


def imported(office: Office, first: Path, file: Path, content: bytes) -> Done:
    """What an import of a file with this content came to, on the register as it was at first."""
    file.write_bytes(content)
    shutil.copyfile(first, office.register)
    done = office.run("import", file, "--kota", "jakpus", "--yes")
    assert done.code in (0, 1, 3), done.err
    assert "Traceback" not in done.err
    return done


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_workbook_is_refused_or_read_as_it_was(
    pusat: Office, tmp_path: Path, rounds: int
) -> None:
    file = tmp_path / "isian.xlsx"
    whole, before = workbook(file, rows_of(pusat)), pusat.state()
    shutil.copyfile(pusat.register, tmp_path / "awal.db")
    assert pusat.run("import", file, "--kota", "jakpus", "--yes").code == 0
    wanted, chance = pusat.state(), random.Random(rounds)
    for _ in range(FLIPS * rounds):
        done = imported(pusat, tmp_path / "awal.db", file, flipped(whole, chance))
        assert state_of(pusat.register) == (wanted if done.code == 0 else before)
        tally.count("one bit flipped in an XLSX", "refused" if done.code else "read as it was")


@pytest.mark.parametrize("rounds", ROUNDS)
def test_a_csv_is_read_as_it_stands_or_refused_with_the_place(
    pusat: Office, tmp_path: Path, rounds: int
) -> None:
    """It has no checksum: a digit that has become another one is what the file says."""
    file = tmp_path / "isian.csv"
    whole = "\n".join(",".join(row) for row in rows_of(pusat)).encode()
    before, chance = pusat.state(), random.Random(rounds)
    shutil.copyfile(pusat.register, tmp_path / "awal.db")
    for _ in range(FLIPS * rounds):
        done = imported(pusat, tmp_path / "awal.db", file, flipped(whole, chance))
        if done.code:
            assert (done.err + done.out).strip()
            assert state_of(pusat.register) == before
        tally.count("one bit flipped in a CSV", "refused" if done.code else "read as it stands")
