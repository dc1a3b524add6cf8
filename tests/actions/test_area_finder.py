"""What a name means is the same out of few areas as out of all."""

from __future__ import annotations

import pytest

from kkmp_cli.actions.area_finder import AreaFinder
from kkmp_cli.areas.index import AreaIndex
from kkmp_cli.errors import Refused
from kkmp_cli.model.area import Area
from kkmp_cli.register.reader import Reader, open_reader
from running import Office

pytestmark = pytest.mark.both_engines
TWINS = (
    "91.01.01.2001,Gambir,Kec A,Kab A,Papua",
    "91.01.01.2002,Desa Sa,Kec A,Kab A,Papua",
    "91.02.01.2001,Kebon Kacang,Kec B,Kab B,Papua",
    "91.02.01.2002,Kebonkosong,Kec B,Kab B,Papua",
)
NAMES = (
    *("Cideng", "KEL. CIDENG", "cideng kecamatan gambir", "KKMP Petojo  Utara", "Gambir"),
    *("Kb. Kacang", "Kebon Kosong", "Kebonkosong", "Sa", "Desa Sa", "Karang Ayar", "Cidengg"),
    *("31.71.01.1001", "31.71.01.9999", "99.99.99.9999", "31.71", "---", "", "Kecamatan Gambir"),
    *("Cidéng", "Sé", "Kali Baru", "Kalibaru", "Pulau Harapan", "Ulee Lheue", "a"),
)
PLACES = (
    (None, None, None),
    ("31.71", None, "31.71"),
    (None, None, "31.71"),
    (None, "Gambir", None),
)


class Watched(Reader):
    """Tells how often all areas were asked for."""

    whole = 0

    def areas(self, prefix: str | None = None) -> list[Area]:
        self.whole += prefix is None
        return super().areas(prefix)


@pytest.fixture
def reader(pusat: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A desk whose area list has names twice, and spellings."""
    sheet = tmp_path_factory.mktemp("wilayah") / "wilayah.csv"
    sheet.write_text("\n".join(["kode,kelurahan,kecamatan,kota,provinsi", *TWINS]), "utf-8")
    pusat.good("area", "import", sheet, "--yes")
    pusat.good("area", "alias", "Karang Ayar", "31.71.02.1002")
    return pusat


def told(find: object, *asked: object) -> object:
    """The area, or the refusal."""
    try:
        return find(*asked)  # type: ignore[operator]
    except Refused as refusal:
        return refusal.message, refusal.remedy


def test_few_areas_tell_what_all_of_them_would(reader: Office) -> None:
    with open_reader(reader.location) as register:
        whole = AreaIndex(register.areas(), register.aliases())
        every = [area.kelurahan for area in whole.areas[::7]]
        for place in PLACES:
            finder = AreaFinder(register, *place)
            for name in (*NAMES, *every, *(name.upper().replace(" ", "") for name in every)):
                assert told(finder.find, name) == told(whole.find, name, *place), (name, place)


def test_the_whole_list_is_read_only_where_few_do_not_tell(reader: Office) -> None:
    with open_reader(reader.location) as register:
        watched = Watched(register.connection, register.engine)
        for name in ("KEL. CIDENG", "Desa Sa", "KARANG AYAR", "31.71.01.1001"):
            assert AreaFinder(watched, None, None, None).find(name)
        assert AreaFinder(watched, "31.71", None, "31.71").find("Cikini").kode == "31.71.06.1003"
        assert watched.whole == 0
        with pytest.raises(Refused, match="Gambir ada 2"):
            AreaFinder(watched, None, None, None).find("Gambir")
        with pytest.raises(Refused, match="maksud Anda"):
            AreaFinder(watched, "31.71", None, "31.71").find("Cidengg")
        assert watched.whole == 2
