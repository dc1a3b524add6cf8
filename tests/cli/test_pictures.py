"""A folder of pictures: one for each kecamatan that has a cooperative."""

from __future__ import annotations

from pathlib import Path

import pytest

from running import Office

KOTA = ("--kota", "jakpus", "--per", "2026-03-10", "--format", "png", "--per-kecamatan")


def test_every_kecamatan_has_its_own(demo: Office, tmp_path: Path) -> None:
    folder = tmp_path / "gambar" / "maret"
    done = demo.good("report", *KOTA, "-o", folder)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 8
    assert {"Gambir.png", "Tanah Abang.png"} <= {*names}
    assert "8 gambar" in done.err
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in folder.iterdir())


def test_a_picture_is_that_of_the_kecamatan_alone(demo: Office, tmp_path: Path) -> None:
    folder, file = tmp_path / "gambar", tmp_path / "gambir.png"
    demo.good("report", *KOTA, "-o", folder)
    demo.good("report", *KOTA[:4], "--kecamatan", "gambir", "-o", file)
    assert len((folder / "Gambir.png").read_bytes()) == pytest.approx(
        len(file.read_bytes()), rel=0.05
    )


def test_what_is_no_folder_is_refused_and_nothing_is_made(demo: Office, tmp_path: Path) -> None:
    demo.refused("report", *KOTA, code=2)
    demo.refused("report", *KOTA, "-o", tmp_path / "a.png", code=2)
    (tmp_path / "berkas").touch()
    demo.refused("report", *KOTA, "-o", tmp_path / "berkas" / "b", code=3)
    other = ("--kota", "31.01", *KOTA[2:])
    demo.refused("report", *other, "-o", tmp_path / "tidak-ada")
    assert not (tmp_path / "tidak-ada").exists()


def test_a_picture_holds_no_personal_values(demo: Office, tmp_path: Path) -> None:
    demo.refused("report", *KOTA[:4], "--with-personal", "-o", tmp_path / "a.png", code=2)
