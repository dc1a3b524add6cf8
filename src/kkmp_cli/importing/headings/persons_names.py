"""A column `Nama` among columns about persons: their names, which are no cooperative's.

Read as the name of the cooperative they would stand in every report. Never enters: a row of data.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kkmp_cli.errors import Advice, CellError, Command, pasted
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import match_key
from kkmp_cli.sheets.heading_groups import Heading
from kkmp_cli.sheets.heading_words import words

_BARE = "nama"
_BESIDE = words(
    "jabatan organ unsur posisi kedudukan ttd tangan paraf kelamin usia umur ktp hadir kehadiran "
    "presensi absensi peserta"
)
"""Words of what is asked of a person only."""
_REACHED = words("hp wa whatsapp telepon telp tlp")
"""Words of how to reach one: of the ketua, where he has a column."""


def names_persons(
    heading: Heading, others: Iterable[Heading], meanings: Collection[str | None]
) -> CellError | None:
    """Why a column may not be read as the cooperatives' names: another one names them, and what
    stands beside it is asked of persons. `meanings` are the fields of the other headings.
    """
    if match_key(heading.asked) != _BARE or not {"kelurahan", "kode"} & {*meanings}:
        return None
    telling = _BESIDE if "ketua" in meanings else _BESIDE | _REACHED
    beside = next((one for one in others if telling & words(one.text)), None)
    return _refused(heading, beside) if beside else None


def _refused(heading: Heading, beside: Heading) -> CellError:
    remedy = Advice(
        "Daftar hadir: `{}` (nomornya: `{}`). Bila bukan: {} melewati kolom itu, {} "
        "bila memang nama koperasi.",
        Command("training", "import", "NOMOR", "BERKAS"),
        Command("training", "list"),
        pasted("--map", f"{heading.text}="),
        pasted("--map", f"{heading.text}=nama"),
    )
    return CellError(
        f"di samping `{short(beside.text)}` ini nama orang, bukan nama koperasi (daftar hadir "
        "pelatihan masuk dengan kkmp training import)",
        remedy,
    )
