"""The official list as a file, flat or by levels, and how it differs from what is held."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kkmp_cli.areas import official_lists
from kkmp_cli.areas.official_lists import (
    NAMES,
    ListedArea,
    NoAreaList,
    compare,
    names_of,
    read,
    with_names_of,
)
from kkmp_cli.errors import Refused
from kkmp_cli.model.area import Area
from snapshots import areas_of

PUSAT = areas_of("31.71")
HEADING = ["kode", *NAMES]


def flat(areas: Sequence[Area]) -> list[tuple[int, list[str]]]:
    rows = [HEADING, *([area.kode, *names_of(area)] for area in areas)]
    return [*enumerate(rows, 1)]


def levels(areas: Sequence[Area]) -> list[tuple[int, list[str]]]:
    regions = {
        code: name
        for area in areas
        for code, name in (
            (area.kode[:2], area.provinsi),
            (area.kota_code, area.kota),
            (area.kecamatan_code, area.kecamatan),
            (area.kode, area.kelurahan),
        )
    }
    return [*enumerate([["kode", "nama"], *map(list, sorted(regions.items()))], 1)]


def test_both_shapes_say_the_same() -> None:
    (one, problems), (other, none) = (
        read(flat(PUSAT), "a.csv")[:2],
        read(levels(PUSAT), "b.csv")[:2],
    )
    assert problems == none == []
    assert one == other
    assert [(entry.kode, *entry[1:]) for entry in one] == [(a.kode, *names_of(a)) for a in PUSAT]


def test_a_code_without_its_dots_and_a_file_without_a_heading_are_read() -> None:
    rows = [(1, [PUSAT[0].kode.replace(".", ""), *names_of(PUSAT[0])])]
    ((entry,), _) = read(rows, "a.csv")[:2]
    assert entry.kode == PUSAT[0].kode


def test_every_row_that_cannot_be_used_is_told() -> None:
    kode = PUSAT[0].kode
    rows = [*flat(PUSAT[:1]), (3, ["31.71", "a", "b", "c", "d"]), (4, [kode, "x", "", "c", "d"])]
    rows += [(5, [kode, "Kembar", "b", "c", "d"]), (6, ["", "", "", "", ""])]
    entries, problems = read(rows, "a.csv")[:2]
    assert len(entries) == 1
    assert [(one.row, one.column) for one in problems] == [
        (3, "kode"),
        (4, "kecamatan"),
        (5, "kode"),
    ]


def test_a_level_without_those_above_it_is_told() -> None:
    rows = [row for row in levels(PUSAT[:1]) if row[1][0] != "31.71"]
    entries, (problem,) = read(rows, "a.csv")[:2]
    assert entries == []
    assert "31.71" in problem.message


@pytest.mark.parametrize("rows", [[(1, ["nama", "alamat"])], [], [(1, HEADING)]])
def test_what_is_no_area_list_is_refused(rows: list[tuple[int, list[str]]]) -> None:
    with pytest.raises(Refused):
        read(rows, "a.csv")[:2]


def test_an_unchanged_list_differs_in_nothing() -> None:
    entries, _ = read(flat(PUSAT), "a.csv")[:2]
    assert compare(entries, PUSAT, frozenset()) == official_lists.ListDifference((), (), (), ())


def test_what_is_new_renamed_or_gone_is_told_apart() -> None:
    changed = [
        PUSAT[0]._replace(kelurahan="Gambir Baru"),
        *PUSAT[2:],
        PUSAT[1]._replace(kode="31.71.01.1099", kelurahan="Tambahan"),
    ]
    entries, _ = read(flat(changed), "a.csv")[:2]
    difference = compare(entries, PUSAT, frozenset())
    assert [entry.kelurahan for entry in difference.added] == ["Tambahan"]
    assert [area for area, _ in difference.renamed] == [PUSAT[0]]
    assert difference.vanished == (PUSAT[1],)
    assert difference.recoded == ()


def test_an_area_with_a_cooperative_whose_name_has_another_code_is_recoded_not_followed() -> None:
    changed = [*PUSAT[1:], PUSAT[0]._replace(kode="31.71.01.1099")]
    entries, _ = read(flat(changed), "a.csv")[:2]
    difference = compare(entries, PUSAT, frozenset({PUSAT[0].id}))
    assert [(area, entry.kode) for area, entry in difference.recoded] == [
        (PUSAT[0], "31.71.01.1099")
    ]
    assert difference.added == ()
    assert compare(entries, PUSAT, frozenset()).recoded == ()


def test_a_provisional_code_and_another_kota_do_not_vanish() -> None:
    held = [*PUSAT, PUSAT[0]._replace(id=900, kode="31.71.01.S101"), *areas_of("31.74")]
    entries, _ = read(flat(PUSAT), "a.csv")[:2]
    assert compare(entries, held, frozenset()).vanished == ()


def test_a_heading_that_is_not_wholly_known_is_not_read_in_another_order() -> None:
    names = names_of(PUSAT[0])
    rows = [(1, ["Kode", "Kecamatan", "Unit", "Kota", "Provinsi"]), (2, [PUSAT[0].kode, *names])]
    with pytest.raises(NoAreaList) as refused:
        read(rows, "a.csv")
    assert refused.value.missing == ("kelurahan",)
    swapped = [(2, [PUSAT[0].kode, names[1], names[0], *names[2:]])]
    ((entry,), _, _) = read([rows[0], *swapped], "a.csv", {"unit": "kelurahan"})
    assert entry[1:] == names


def test_a_name_in_other_case_is_as_it_is_held() -> None:
    entries = [ListedArea(PUSAT[0].kode, *(name.upper() for name in names_of(PUSAT[0])))]
    assert with_names_of(entries, PUSAT)[0][1:] == names_of(PUSAT[0])
