"""The address of a server is read as its driver reads it, and no password gets through."""

from __future__ import annotations

import pytest

from kkmp_cli.errors import BadUsage
from kkmp_cli.register.server.address import read


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://petugas:rahasia@server/kkmp",
        "postgresql://petugas:ra%40hasia@server/kkmp",
        "postgresql://petugas:rahasia#1@server/kkmp",
        "postgresql://petugas:rah@asia@server/kkmp",
        "postgresql://petugas:rah/asia@server/kkmp",
        "postgresql://petugas:rah?asia@server/kkmp",
        "postgresql://petugas@server/kkmp?password=rahasia",
        "postgresql://petugas@server/kkmp?sslpassword=rahasia",
        "postgresql://petugas@server/kkmp?pasword=rahasia",
        "postgresql://petugas@[::1/kkmp?rahasia",
        "postgresql://petugas@server:rahasia/kkmp",
        "postgresql://petugas@server/\udcff",
        "postgres://:rahasia@server/kkmp",
    ],
)
def test_a_password_or_what_may_be_one_is_refused_and_never_repeated(url: str) -> None:
    with pytest.raises(BadUsage) as refused:
        read(url, "")
    told = refused.value.message + refused.value.remedy
    assert not any(part in told for part in ("rah", "asia", "hasia", "[::1"))


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("postgresql://budi@server:5433/kkmp?sslmode=require", "postgresql://budi@server/kkmp"),
        ("postgres://budi@server/kkmp", "postgresql://budi@server/kkmp"),
        ("postgresql://budi@[::1]:5433/kkmp", "postgresql://budi@[::1]/kkmp"),
        ("postgresql://bu%40di@server/kk%20mp", "postgresql://bu%40di@server/kk%20mp"),
        ("postgresql:///kkmp?host=/var/run/postgresql", "postgresql:///kkmp"),
        ("postgresql://budi@%2Fvar%2Frun/kkmp", "postgresql://budi@/kkmp"),
        ("postgresql:///?service=kantor", "postgresql:///?service=kantor"),
        ("postgresql://a:1,b:2/kkmp", "postgresql://a,b/kkmp"),
    ],
)
def test_messages_call_it_by_who_asks_where(url: str, named: str) -> None:
    assert read(url, "").named == named


def test_a_wire_that_is_cut_is_noticed_unless_the_address_says_otherwise() -> None:
    parts = read("postgresql:///kkmp?connect_timeout=3&options=-c%20geqo%3Doff", "-c jit=off").parts
    assert parts["connect_timeout"] == "3"
    assert parts["keepalives_idle"] == "30"
    assert parts["options"] == "-c geqo=off -c jit=off"
