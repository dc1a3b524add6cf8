"""All rules on a register: that it is whole, then the quality of its data."""

from __future__ import annotations

from kkmp_cli.actions.check_register import examine
from kkmp_cli.actions.session import Session
from running import Office


def groups(office: Office, kota: str | None = None) -> set[str]:
    return {one.rule.group for one in examine(Session(str(office.register), "kkmp uji"), kota)}


def test_the_data_of_a_damaged_register_are_not_judged(pusat: Office) -> None:
    assert len(groups(pusat)) == 5
    content = bytearray(pusat.register.read_bytes())
    content[content.find(b"31.71.01.1001")] ^= 0x01
    pusat.register.write_bytes(content)
    assert groups(pusat) == {"keutuhan"}


def test_what_is_wrong_in_another_kota_does_not_count(pusat: Office) -> None:
    pusat.good("update", "Gambir", "--nib", "sudah")
    session = Session(str(pusat.register), "kkmp uji")

    def undated(kota: str | None) -> int:
        (one,) = (one for one in examine(session, kota) if one.rule.code == "sudah_tanpa_tanggal")
        return len(one.findings)

    assert (undated(None), undated("jakpus"), undated("jakut")) == (1, 1, 0)
