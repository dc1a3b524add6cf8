"""A text that is no longer a text: said in words, found by `check`, and no hindrance to a
restore.
"""

from __future__ import annotations

import pytest

from running import Office, state_of


@pytest.mark.parametrize(
    "needle",
    [
        b"jakpus",
        b"Gambir",
        b'{"',
        b"CREATE TABLE areas",
        b"kkmp add",
        b"CREATE VIEW v_nomor",
        b"terdaftar",
    ],
)
def test_a_letter_that_is_none_is_answered_in_words(pusat: Office, needle: bytes) -> None:
    cadangan = pusat.register.parent / "cadangan.db"
    pusat.good("backup", cadangan)
    content = bytearray(pusat.register.read_bytes())
    content[content.find(needle)] ^= 0x80
    for arguments in (["check"], ["report"], ["history"], ["update", "Cideng", "--nib", "sudah"]):
        pusat.register.write_bytes(content)
        done = pusat.run(*arguments)
        assert "Traceback" not in done.err
        assert done.code in ((1, 3) if arguments == ["check"] else (0, 1, 3))
    pusat.register.write_bytes(content)
    pusat.good("restore", cadangan)
    assert state_of(pusat.register) == state_of(cadangan)
