"""A packet of any format is made again as recorded; whatever was changed in it by hand is found, and
what the register learned since is told apart from that.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kkmp_cli.actions import verify_packet
from kkmp_cli.actions.packet_text import Texts
from kkmp_cli.model.verification import TextDifference
from kkmp_cli.render.formats import WRITERS
from running import Office

DAY = ("--per", "2026-03-10")
ASK = ("report", "--kota", "jakpus", *DAY)
FORMS = ("json", *(name for name in WRITERS if name in ("html", "md", "xlsx", "pdf", "docx")))


def packet(office: Office, target: Path, *arguments: object) -> Path:
    if target.suffix == ".pdf":
        pytest.importorskip("typst")
    office.good(*(arguments or ASK), "-o", target)
    return target


def changed(made: Path, old: bytes, new: bytes) -> None:
    """Puts other bytes into a file, or into a part of its package."""
    content = made.read_bytes()
    if not content.startswith(b"PK"):
        assert old in content
        made.write_bytes(content.replace(old, new, 1))
        return
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    made.write_bytes(file.getvalue())


@pytest.mark.parametrize("extension", FORMS)
def test_a_packet_stays_the_same_whatever_is_recorded_after_it(
    demo: Office, tmp_path: Path, extension: str
) -> None:
    made = packet(demo, tmp_path / f"paket.{extension}")
    demo.good("update", "Cideng", "--usaha", "2026-03-01", "--koreksi")
    demo.good("undo", "3")
    done = demo.good("verify", made, "--json").json
    assert done["sama"] and done["sama_byte"] and done["run_sesudahnya"] == 2
    cells = {tuple(one["tempat"]): one for one in done["berubah_sejak"]}
    assert any("34" in (one["dulu"] or "") for one in cells.values())


@pytest.mark.parametrize("extension", ["html", "md", "json", "xlsx"])
def test_a_figure_changed_by_hand_is_named(demo: Office, tmp_path: Path, extension: str) -> None:
    made = packet(demo, tmp_path / f"paket.{extension}")
    spelled = {"html": b">34<", "md": b"| 34 |", "json": b'"sudah": 34', "xlsx": b"<v>34</v>"}
    changed(made, spelled.get(extension, b""), spelled[extension].replace(b"34", b"43"))
    done = demo.run("verify", made)
    assert done.code == 1 and "BERBEDA" in done.out
    assert re.search(r"tercatat 34.*di paket 43", done.out)


def test_a_line_of_a_pdf_changed_by_hand_is_named(demo: Office, tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    made = packet(demo, tmp_path / "paket.pdf")
    origin = re.search(rb"kkmp-asal [^<]+", made.read_bytes())
    assert origin
    source = f'#set document(keywords: "{origin[0].decode()}")\nBeroperasi 44 dari 44'
    made.write_bytes(typst.compile(source.encode()))
    done = demo.run("verify", made, "--rinci")
    assert done.code == 1 and "di paket Beroperasi 44 dari 44" in done.out


@settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data(), extension=st.sampled_from(["html", "md"]))
def test_no_digit_that_is_read_can_be_another_one(
    demo: Office, tmp_path: Path, data: st.DataObject, extension: str
) -> None:
    made = packet(demo, tmp_path / f"{extension}.{extension}")
    text = made.read_text()
    start = text.index("<main") if extension == "html" else 0
    digits = [one for one in re.finditer(r"\d(?=[^<>]*(?:<|$))", text) if one.start() > start]
    spot = data.draw(
        st.sampled_from([one for one in digits if "kkmp-asal" not in _line(text, one)])
    )
    other = data.draw(st.sampled_from(sorted({*"0123456789"} - {spot[0]})))
    made.write_text(text[: spot.start()] + other + text[spot.end() :])
    assert demo.run("verify", made).code == 1


def _line(text: str, spot: re.Match[str]) -> str:
    return text[text.rfind("\n", 0, spot.start()) : text.find("\n", spot.end())]


def test_a_file_saved_again_without_a_change_of_what_is_read_is_the_same(
    demo: Office, tmp_path: Path
) -> None:
    made = packet(demo, tmp_path / "paket.html")
    changed(made, b"<main id=", b"<main\n id=")
    done = demo.good("verify", made).out
    assert "sama dengan yang tercatat" in done and "disimpan ulang" in done


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", *DAY),
        ("report", "--kota", "31.71", "--kota", "jakut", *DAY, "--rinci"),
        ("report", "--kota", "jakpus", "--kecamatan", "Gambir", *DAY, "--sejak", "2025-10-01"),
        ("report", "--kota", "jakpus", "--tahun-buku", "2026"),
    ],
)
def test_what_was_asked_for_is_asked_again(
    demo: Office, tmp_path: Path, arguments: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = packet(demo, tmp_path / "paket.md", *arguments)
    monkeypatch.setenv("KKMP_KOTA", "jakbar")
    demo.good("update", "Cideng", "--kota", "jakpus", "--usaha", "2026-03-01", "--koreksi")
    assert demo.good("verify", made, "--json").json["sama_byte"]


def test_a_field_of_the_office_and_a_retired_one_are_told_as_they_were(
    pusat: Office, tmp_path: Path
) -> None:
    pusat.good(
        "field",
        "add",
        "x_lahan",
        "Lahan",
        "--kind",
        "pilihan",
        "--pilihan",
        "ada,belum",
        "--arti",
        "A",
    )
    pusat.good("update", "Gambir", "--x-lahan", "ada")
    made = packet(pusat, tmp_path / "p.html", "report", "--kota", "jakpus", "--menurut", "lahan")
    pusat.good("field", "update", "x_lahan", "--label", "Tanah")
    assert pusat.good("verify", made, "--json").json["sama_byte"]


def test_personal_values_are_compared_and_not_repeated(pusat: Office, tmp_path: Path) -> None:
    pusat.good("update", "Gambir", "--usaha", "belum", "--ketua", "Siti Rahasia")
    made = packet(pusat, tmp_path / "p.html", "report", "--kota", "jakpus", "--with-personal")
    changed(made, b"Siti Rahasia", b"Budi Rahasia")
    done = pusat.run("verify", made)
    assert done.code == 1 and "Kontak" in done.out and "Rahasia" not in done.out
    told = pusat.run("verify", made, "--json")
    assert told.code == 1 and "Rahasia" not in told.out


def test_a_packet_of_another_register_is_refused(demo: Office, tmp_path: Path) -> None:
    made = packet(demo, tmp_path / "paket.html")
    assert demo.run("add", "Cideng", "--kota", "jakpus", db=tmp_path / "lain.db").code == 0
    done = demo.run("verify", made, db=tmp_path / "lain.db")
    assert done.code == 1 and done.out == "" and "tidak termuat di register ini" in done.err


def test_one_that_does_not_say_how_it_was_made_is_looked_up_by_its_head(
    demo: Office, tmp_path: Path
) -> None:
    made = packet(demo, tmp_path / "paket.md")
    made.write_text(re.sub(r"<!--.*-->", "", made.read_text()))
    done = demo.refused("verify", made, code=3)
    assert (
        "yang ada di register ini (pekerjaan 25)" in done.err and "--seperti-tercatat" in done.err
    )
    made.write_text(made.read_text().replace("riwayat 25-", "riwayat 24-"))
    assert "tidak termuat" in demo.refused("verify", made, code=3).err


def test_a_text_for_a_screen_is_looked_up_by_its_head(demo: Office, tmp_path: Path) -> None:
    made = packet(demo, tmp_path / "paket.txt")
    assert "(pekerjaan 25)" in demo.refused("verify", made, code=3).err


def test_an_origin_that_was_changed_is_refused(demo: Office, tmp_path: Path) -> None:
    made = packet(demo, tmp_path / "paket.md")
    text = made.read_text()
    made.write_text(text.replace("per=2026-03-10", "per=2026-13-10"))
    assert "sudah diubah" in demo.refused("verify", made).err
    made.write_text(text.replace("<!--", "<!-- kkmp-asal kkmp=1 kepala=1-ab -->\n<!--"))
    assert "sudah diubah" in demo.refused("verify", made).err
    made.write_text(text.replace("per=2026-03-10", "per=2026-03-09"))
    assert demo.run("verify", made).code == 1


@pytest.mark.parametrize(
    "content", [b"", b"hai", b"SQLite format 3\0", b"PK\x03\x04xl/workbook.xml"]
)
def test_what_is_no_packet_is_refused(demo: Office, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "berkas").write_bytes(content)
    demo.refused("verify", tmp_path / "berkas", code=3)
    demo.refused("verify", tmp_path / "tiada", code=3)
    demo.refused("verify", tmp_path, code=3)


def test_texts_of_a_place_are_aligned() -> None:
    before: Texts = {("A",): ["x", "y", "z"]}
    after: Texts = {("A",): ["x", "n", "y", "z2"], ("B",): ["w"]}
    assert [*verify_packet.differences(before, after)] == [
        TextDifference(("A",), None, "n"),
        TextDifference(("A",), "z", "z2"),
        TextDifference(("B",), None, "w"),
    ]


def test_of_very_many_texts_each_is_held_against_the_one_in_its_place() -> None:
    before: Texts = {("A",): ["x"] * 3_000}
    after: Texts = {("A",): ["x"] * 2_999 + ["y"]}
    assert [*verify_packet.differences(before, after)] == [TextDifference(("A",), "x", "y")]


def test_a_letterhead_is_no_figure_and_one_of_the_computer_goes_with_the_packet(
    demo: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo.good("config", "kantor", "SUDIN LAMA", "--register")
    monkeypatch.setenv("KKMP_TEMPAT", "Jakarta")
    made = packet(demo, tmp_path / "p.html")
    monkeypatch.delenv("KKMP_TEMPAT")
    demo.good("config", "kantor", "SUDIN BARU", "--register")
    done = demo.good("verify", made)
    assert "sampai ke byte" in done.out and "angkanya tetap" in done.out
    assert "di luar register" in done.out
    changed(made, b"SUDIN LAMA", b"SUDIN PALSU")
    assert "SUDIN PALSU" in demo.run("verify", made).out
