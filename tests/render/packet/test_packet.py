"""The packet for Jakarta Pusat as an officer makes it: every format by its command, opened in a
browser and in Calc.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kkmp_cli.errors import extras
from kkmp_cli.render.formats import chat
from running import LIMIT, Office

ASK = ("report", "--kota", "jakpus", "--per", "2026-03-10")
SINCE = ("--sejak", "2025-10-27")
CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
CALC = shutil.which("soffice")


SAID = """
update --kota jakpus Senen Kenari Menteng --per 2026-03-10 --usaha 2025-09-15 --gerai 2025-09-01
update --kota jakpus "Pasar Baru" "Karang Anyar" --per 2026-03-10 --usaha 2025-12-02 --unit-usaha sembako
update --kota jakpus --all --musyawarah 2025-05-31 --per 2025-06-30
update --kota jakpus --kecamatan "Tanah Abang" --all --sk 2025-07-02 --nib 2025-08-11 --per 2025-10-20
update --kota jakpus Petamburan --mitra Bulog --npwp sudah --rekening sudah --per 2026-01-05
update --kota jakpus Gambir --usaha-kendala "tempat: <b>aset</b>" --usaha-rencana 2026-04-15 --per 2026-03-10
update --kota jakpus Gambir --ketua "Siti Rahasia" --telepon 081234567890
target set usaha 2026-06-30 --kota jakpus --nilai 100% --sumber "Rapat monev"
followup add "Cari gerai" --kelurahan Gambir --penanggung-jawab "Bagian Perekonomian" --batas 2026-03-01
training add "Dasar koperasi" --kota jakpus --mulai 2025-11-12 --peserta 62
"""


@pytest.fixture
def meeting(demo: Office) -> Office:
    """The shipped facts, and what the office has found out between two meetings."""
    for line in SAID.strip().splitlines():
        demo.good(*shlex.split(line))
    return demo


def packet(meeting: Office, name: str, *more: object) -> Path:
    """The packet in a file of this name."""
    path = meeting.register.parent / name
    meeting.good(*ASK, *SINCE, *more, "-o", path)
    return path


def test_the_changes_lead_the_packet_in_groups_that_are_not_mixed(meeting: Office) -> None:
    for text in (packet(meeting, "p.md").read_text(), meeting.good(*ASK, *SINCE).out):
        heads = [
            "Berubah sejak 27 Oktober 2025",
            "Bertambah: 2",
            "Baru tercatat, sebelumnya belum ada data",
        ]
        changes = text[text.index(heads[0]) :]
        at = [changes.index(head) for head in heads]
        assert at == sorted(at)
        assert changes.index("Pasar Baru, Karang Anyar") < at[2]
        assert at[2] < changes.index("Kampung Bali")


@pytest.mark.parametrize("name", ["p.html", "p.md", "p.txt"])
def test_an_old_packet_is_printed_again_to_the_byte_but_for_its_last_line(
    meeting: Office, name: str
) -> None:
    before = packet(meeting, name).read_text()
    today = before.split("dicetak ")[1].split(" pukul")[0]
    again = packet(meeting, f"lagi-{name}", "--seperti-tercatat", today).read_text()
    strip = re.compile(r"(seperti tercatat sampai [^·]+ · )?dicetak [^·]+ ·|kkmp-asal [^\n]+")
    assert strip.sub("", again) == strip.sub("", before)


def test_text_of_others_is_text_in_the_page(meeting: Office) -> None:
    page = packet(meeting, "p.html").read_text()
    assert "&lt;b&gt;aset&lt;/b&gt;" in page
    assert "<b>aset" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_personal_data_is_in_no_format_unless_it_is_asked_for(meeting: Office) -> None:
    for name in ("p.html", "p.md", "p.txt", "p.csv", "p.json"):
        assert "Rahasia" not in packet(meeting, name).read_text()
    assert "Rahasia" not in meeting.good(*ASK, "--format", "pesan").out
    for name in ("q.html", "q.md", "q.txt"):
        text = packet(meeting, name, "--with-personal").read_text()
        assert "Siti Rahasia" in text and "081234567890" in text
    table = packet(meeting, "q.csv", "--with-personal", "--tabel", "kontak").read_text()
    assert "Siti Rahasia" in table and "081234567890" in table


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ((*ASK, "--with-personal", "--json"), "--format lain"),
        ((*ASK, "--with-personal", "--format", "pesan"), "--format html"),
        ((*ASK, "--with-personal", "--format", "csv"), "--tabel kontak"),
        ((*ASK, "--with-personal", "--format", "csv", "--tabel", "belum_rat"), "--tabel kontak"),
        ((*ASK, "--format", "csv", "--tabel", "kontak"), "--with-personal"),
        (("report", "--with-personal"), "--kota"),
    ],
)
def test_where_personal_data_have_no_place_the_switch_is_refused_with_what_to_use(
    meeting: Office, asked: tuple[str, ...], meant: str
) -> None:
    assert meant in meeting.refused(*asked, code=2).err


def test_personal_data_that_nobody_has_recorded_are_said_to_be_none(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--usaha", "belum")
    asked = ("report", "--kota", "jakpus", "--with-personal")
    assert "Ketua dan telepon tidak tercatat" in pusat.good(*asked).err
    assert "tidak tercatat" in pusat.refused(*asked, "--format", "csv", "--tabel", "kontak").err


def test_a_table_of_the_packet_is_a_csv_for_excel_in_indonesia(meeting: Office) -> None:
    rows = packet(meeting, "p.csv").read_bytes().decode("utf-8-sig").split("\r\n")
    assert rows[0].startswith("kode;kecamatan;kkmp;usaha_sudah;usaha_belum;usaha_tidak_diketahui;")
    assert rows[1].startswith("31.71.01;Gambir;6;2;4;0;0;6;0")
    named = meeting.good(*ASK, "--format", "csv", "--tabel", "belum_beroperasi").out
    assert len(named.split("\r\n")) == 12
    assert "belum_rat" in meeting.refused(*ASK, "--format", "csv", "--tabel", "x", code=2).err
    meeting.refused(*ASK, "--tabel", "kecamatan", code=2)


def test_a_message_is_short_and_says_who_lacks_what(meeting: Office) -> None:
    text = meeting.good(*ASK, "--format", "pesan").out
    assert len(text) < chat.LIMIT
    assert (
        "- Belum beroperasi (3): Cideng, Petojo Selatan, Duri Pulo\n- Usaha terkendala (1): Gambir"
        in text
    )
    assert "- Belum RAT (6): semua" in text
    assert not set(text) & set("─│┌┐└┘█░|")
    each = meeting.good(*ASK, "--format", "pesan", "--per-kecamatan").out.split(chat.BETWEEN)
    assert len(each) == 8
    assert all(len(one) < chat.LIMIT for one in each)
    meeting.refused(*ASK, "--per-kecamatan", code=2)


def test_a_message_calls_each_state_by_its_own_words(pusat: Office) -> None:
    pusat.good(
        "update",
        "Gambir",
        "--usaha",
        "berhenti 2026-01-10",
        "--nib",
        "proses",
        "--gerai",
        "terkendala",
    )
    pusat.good("update", "Cideng", "--usaha", "belum", "--nib", "belum", "--rat", "terkendala")
    for more in ((), ("--per-kecamatan",)):
        text = pusat.good("report", "--kota", "jakpus", "--format", "pesan", *more).out
        for line in (
            "Belum beroperasi (1): Cideng",
            "Usaha berhenti (1): Gambir",
            "Belum NIB (1): Cideng",
            "NIB dalam proses (1): Gambir",
            "Gerai terkendala (1): Gambir",
            "RAT terkendala (1): Cideng",
        ):
            assert f"\n- {line}\n" in text


def test_without_a_kota_every_format_has_a_line_for_each(meeting: Office) -> None:
    text = meeting.good("report", "--per", "2026-03-10", "--format", "md").out
    assert "| Kota Mojokerto | 18 | 18 |" in text
    assert "| **Jumlah** | **214** |" in text
    assert (
        "Jumlah 214 KKMP" in meeting.good("report", "--per", "2026-03-10", "--format", "pesan").out
    )


def test_with_rinci_every_number_is_opened_to_names(meeting: Office) -> None:
    text = meeting.good(*ASK, "--rinci", "--format", "md").out
    assert "Nama di balik setiap angka" in text
    for area in ("Gambir", "Tanah Tinggi"):
        assert text.count(area) > 2
    assert "Perkembangan per bulan" in meeting.good(*ASK, "--rinci").out
    plain = meeting.good(*ASK).out
    assert "Perkembangan per bulan" not in plain
    assert "\nKendala\n" in plain and "\nRencana\n" in plain and "\nMitra\n" in plain


def test_a_file_is_never_named_for_a_form_that_it_has_not(meeting: Office) -> None:
    path = meeting.register.parent / "laporan.pptx"
    assert (
        "Yang ada: terminal, json, csv, md, html, xlsx, pdf, docx, png, narasi, pesan."
        in meeting.refused(*ASK, "-o", path, code=2).err
    )
    assert not path.exists()


def test_a_visit_has_its_own_page(meeting: Office) -> None:
    path = meeting.register.parent / "gambir.html"
    meeting.good("show", "Gambir", "--kota", "jakpus", "-o", path)
    page = path.read_text()
    assert "Lembar kunjungan" in page and "Catatan kunjungan" in page and "Cari gerai" in page
    assert "Rahasia" not in page
    meeting.good("show", "Gambir", "--kota", "jakpus", "--with-personal", "-o", path)
    assert "Siti Rahasia" in path.read_text()


def test_pdf_comes_from_the_extra_and_its_absence_is_said(
    meeting: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert packet(meeting, "p.pdf").read_bytes().startswith(b"%PDF-")
    monkeypatch.setitem(sys.modules, "typst", None)
    assert extras.advice("pdf") in meeting.refused(*ASK, "--format", "pdf", code=3).err


def test_a_later_target_supersedes_and_the_earlier_stays_in_the_list(meeting: Office) -> None:
    meeting.good("target", "set", "usaha", "2026-07-31", "--kota", "jakpus")
    listed = [
        one
        for one in meeting.good("target", "list", "--kota", "jakpus", "--json").json
        if one["milestone"] == "usaha"
    ]
    assert [one["digantikan_oleh"] for one in listed] == [listed[1]["id"], None]
    text = meeting.good(*ASK).out
    assert "31 Juli 2026" in text
    assert "30 Juni 2026" not in text


def browse(*arguments: str, home: Path) -> str:
    """What a headless Chromium that speaks to nobody prints."""
    quiet = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
        "--disable-component-update",
        "--hide-scrollbars",
        f"--user-data-dir={home}",
    )
    command = [str(CHROMIUM), *quiet, *arguments]
    return subprocess.run(command, capture_output=True, timeout=LIMIT, check=True, text=True).stdout


WIDTH_ASKED = """<!DOCTYPE html><title>?</title><iframe id="f" style="border:0;width:{width}px;height:800px"
 srcdoc="{page}"></iframe><script>document.getElementById("f").onload = function () {{
 const d = this.contentDocument.documentElement; document.title = d.scrollWidth;
 document.body.dataset.wide = d.scrollWidth; }};</script>"""


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here")
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_fits_a_projector_and_a_telephone(
    meeting: Office, tmp_path: Path, width: int
) -> None:
    page = packet(meeting, "p.html", "--rinci").read_text()
    framed = WIDTH_ASKED.format(width=width, page=page.replace("&", "&amp;").replace('"', "&quot;"))
    (tmp_path / "frame.html").write_text(framed)
    page_url = f"file://{tmp_path}/frame.html"
    seen = browse("--virtual-time-budget=5000", "--dump-dom", page_url, home=tmp_path / "home")
    found = re.search(r'data-wide="(\d+)"', seen)
    assert found is not None
    assert int(found[1]) <= width


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed here")
def test_the_page_is_printed_on_a4_and_a_visit_takes_one(meeting: Office, tmp_path: Path) -> None:
    packet_page, visit = packet(meeting, "p.html"), meeting.register.parent / "gambir.html"
    meeting.good("show", "Gambir", "--kota", "jakpus", "-o", visit)
    pages = []
    for name in (packet_page, visit):
        target = tmp_path / f"{name.stem}.pdf"
        browse(
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            f"file://{name}",
            home=tmp_path / "home",
        )
        content = target.read_bytes()
        pages.append(len(re.findall(rb"/Type\s*/Page\b", content)))
        assert re.search(rb"/MediaBox\s*\[0 0 59[45][.\d]* 84[12]", content)
    assert 2 <= pages[0] <= 8
    assert pages[1] == 1


@pytest.mark.skipif(CALC is None, reason="LibreOffice is not installed here")
def test_the_workbook_opens_in_libreoffice(meeting: Office, tmp_path: Path) -> None:
    book = packet(meeting, "p.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [
            str(CALC),
            home,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(book),
        ],
        capture_output=True,
        timeout=LIMIT,
        check=True,
    )
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")


def test_a_loan_waits_for_what_is_unknown_and_lacks_what_is_stated(pusat: Office) -> None:
    papers = ("--sk", "2025-06-20", "--nib", "sudah", "--npwp", "sudah", "--rekening")
    pusat.good("update", "--kota", "jakpus", "Gambir", "--sk", "2025-06-20", "--nib", "sudah")
    pusat.good("update", "--kota", "jakpus", "Cideng", *papers, "sudah")
    pusat.good(
        "update", "--kota", "jakpus", "Menteng", *papers, "belum", "--nik-koperasi", "3171060001001"
    )
    told = pusat.good("report", "--kota", "jakpus", "--tabel", "pinjaman", "--format", "csv").out
    assert "Gambir;belum ada data;;NIK koperasi, NPWP, Rekening" in told
    assert "Menteng;kurang satu;Rekening;" in told
    screen = pusat.good("report", "--kota", "jakpus", "--rinci").out
    assert "Kurang satu: 1" in screen
    assert "Tinggal satu yang belum ada datanya: 1" in screen
