"""The area list tells which names are not unique in their kota."""

from __future__ import annotations

from kkmp_cli.register.reader import open_reader
from running import Office
from tampering import tampered


def test_every_way_to_an_area_tells_its_name_apart(pusat: Office) -> None:
    pusat.good("area", "add", "Cideng", "--kecamatan", "Senen", "--kota", "jakpus")
    named = ["Cideng (Kec. Gambir)", "Cideng (Kec. Senen)"]
    with open_reader(str(pusat.register)) as register:
        cideng = [area for area in register.areas("31.71") if area.kelurahan == "Cideng"]
        codes = [area.kode for area in cideng]
        assert [area.distinct_name for area in cideng] == named
        assert [area.distinct_name for area in map(register.area, codes) if area] == named
        among = register.areas_among([area.id for area in cideng])
        assert [area.distinct_name for area in among] == named
        gambir = register.area("31.71.01.1001")
        assert gambir is not None and gambir.distinct_name == "Gambir"


def test_an_area_whose_code_or_name_is_no_text_is_damage(pusat: Office) -> None:
    tampered(pusat.register, "UPDATE areas SET kecamatan = x'00ff' WHERE kode = '31.71.01.1001'")
    for arguments in (("history", "--json"), ("show", "Gambir"), ("export",)):
        done = pusat.run(*arguments)
        assert done.code in (0, 3), (arguments, done.err)
        assert done.code == 0 or "rusak" in done.err
