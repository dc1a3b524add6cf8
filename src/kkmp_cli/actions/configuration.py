"""`kkmp config`: every setting with where it comes from; what a value may be; those of the office
kept in the register, a run for each change.

The name of an official who signs is printed on purpose and no personal value in the sense of
`--with-personal`. Never enters: the file of this computer, which the command line writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kkmp_cli import settings
from kkmp_cli.actions.office_records import made, taken_out
from kkmp_cli.actions.record import record
from kkmp_cli.actions.session import Session
from kkmp_cli.areas.kota import Named, find_kota
from kkmp_cli.errors import Advice, BadUsage, Command, Refused
from kkmp_cli.model.event import Event
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean, match_key
from kkmp_cli.register.engines import engine_of
from kkmp_cli.register.records import rows_of, shipped
from kkmp_cli.register.writer import Writer
from kkmp_cli.settings.keys import KEYS, MOST_DAYS, OFFICE

ENTITY = "setelan"
LINE = 120
"""The letters of one line."""
BETWEEN = ";"
"""Divides lines that are typed in one."""
_NIP, _KTP = 18, 16
"""The digits of the number of an official, and of a private person's."""


class Setting(NamedTuple):
    """A setting as it holds: its value (empty where there is none) and where it comes from."""

    key: str
    value: str
    source: str

    @property
    def line(self) -> str:
        """The value in one line, as it may be typed again."""
        return in_one_line(self.value)


def in_one_line(value: str) -> str:
    """A value as it is typed, its lines divided by a semicolon."""
    return f"{BETWEEN} ".join(value.split("\n"))


def listed(session: Session) -> list[Setting]:
    """Every setting. Raises Unusable where the file of settings cannot be read."""
    values = settings.all_chosen(session.settings)
    return [_setting(key, *chosen) for key, chosen in values.items()]


def one(session: Session, key: str) -> Setting:
    """One setting, asking no more than it needs."""
    return _setting(key, *settings.chosen(key, session.settings))


def _setting(key: str, value: str, source: str) -> Setting:
    if key == "petugas" and source == settings.DEFAULT:
        value = settings.officer()
    return Setting(key, value, source if value else "")


def key_named(text: str) -> str:
    """The setting that is meant. Raises BadUsage."""
    wanted = match_key(text)
    for key in KEYS:
        if match_key(key) == wanted:
            return key
    raise BadUsage(f"Pengaturan `{short(text)}` tidak ada.", f"Yang ada: {', '.join(KEYS)}.")


def kept_with_register(session: Session, key: str, removed: bool = False) -> bool:
    """True for what is kept in the register unless said otherwise, where there is one; `removed`:
    for what the register holds.
    """
    if removed:
        return key in session.settings()
    return KEYS[key].kept == OFFICE and engine_of(session.location).taken()


def read(session: Session, key: str, words: Sequence[str]) -> str:
    """The value as it is kept, its lines under each other. Raises Refused for what it cannot be."""
    lines = _lines(" ".join(words), KEYS[key].lines > 1)
    if not lines:
        raise Refused(f"{key} kosong.", Advice("Hapus dengan `{}`.", removal(key)))
    if len(lines) > KEYS[key].lines:
        raise Refused(f"{key} paling banyak {KEYS[key].lines} baris.", "Gabungkan barisnya.")
    return _checked(session, key, "\n".join(lines))


def _lines(text: str, several: bool) -> list[str]:
    """The lines of what was typed that say something."""
    pieces = re.split(rf"[{BETWEEN}\n]", text) if several else [text]
    return [line for piece in pieces if (line := clean(piece, LINE))]


def removal(key: str) -> Command:
    """Takes a setting out."""
    return Command("config", key, "--hapus")


def _checked(session: Session, key: str, value: str) -> str:
    if key == "kota":
        kota_of(session, value)
    if key == "lama_tanpa_kabar" and not settings.is_days(value):
        message = f"`{short(value)}` bukan jumlah hari (1 sampai {MOST_DAYS})."
        raise Refused(message, "Tulis misalnya 45.")
    return _checked_nip(value) if key.endswith("_nip") else value


def _checked_nip(value: str) -> str:
    digits = re.sub(r"[ .]", "", value)
    if len(digits) == _KTP and digits.isdigit():
        message = "Nomor 16 angka adalah nomor KTP, bukan NIP; tidak disimpan."
        raise Refused(message, "Tulis NIP, 18 angka.")
    if not re.fullmatch(rf"\d{{{_NIP}}}", digits, re.ASCII):
        raise Refused(f"`{short(value)}` bukan NIP.", "NIP terdiri dari 18 angka.")
    return digits


def kota_of(session: Session, text: str) -> Named:
    """Code and name of the kota that is meant. Raises Refused."""
    if match_key(text) == "semua":
        remedy = Advice("Agar semua kota dipakai: `{}`.", removal("kota"))
        raise Refused("`semua` bukan kota.", remedy)
    return find_kota(text, *_kota_lists(session))


def _kota_lists(session: Session) -> tuple[list[Named], list[Named]]:
    """The kota that the register knows, or those that come with the program, and their aliases."""
    if engine_of(session.location).taken():
        with session.reading() as register:
            return register.kota_names(), register.aliases()
    names = {str(row[0])[:5]: str(row[3]) for row in shipped("wilayah")}
    return [*names.items()], [(str(kode), str(alias)) for kode, alias in shipped("alias")]


def keep(session: Session, key: str, value: str | None) -> int | None:
    """Keeps a setting in the register, or takes it out (None); the run, None where nothing changes.
    Raises Unusable where there is no register.
    """
    with session.writing() as register:
        held = [each for each in rows_of(register, ENTITY).items() if each[1]["kunci"] == key]
        if [row["nilai"] for _, row in held] == [value] * (value is not None):
            return None
        events = [taken_out(ENTITY, *each) for each in held]
        if value is not None:
            events.append(_kept(register, key, value))
        return record(register, events, session.typed)


def _kept(register: Writer, key: str, value: str) -> Event:
    """The event by which the register keeps a setting."""
    return made(ENTITY, register.next_id(ENTITY), {"kunci": key, "nilai": value})
