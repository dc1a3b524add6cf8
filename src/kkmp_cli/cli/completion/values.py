"""The words that may stand at a place of a call: names, states, numbers, keys.

What is offered is what the command takes there. Never enters: how a shell is answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from kkmp_cli.cli.completion import fields, places
from kkmp_cli.cli.completion.call import Call
from kkmp_cli.cli.completion.command_tree import CommandTree, Option
from kkmp_cli.cli.completion.listed import choices
from kkmp_cli.milestones import STATES, UNKNOWN, codes
from kkmp_cli.register import completable

Words = Iterable[tuple[str, str]]
"""Words, each with what it is."""
MOST = 1_000
"""More words are not offered: who has so many types some letters first."""
_FILES = frozenset(
    ("BERKAS", "BERKAS…", "BERKAS|FOLDER", "FOLDER", "JALUR", "JALUR|URL", "KEPALA|BERKAS", "PAKET")
)


def fitting(
    call: Call, current: str, tree: CommandTree, location: str
) -> list[tuple[str, str]] | None:
    """The words that may stand in the place of the unfinished one; None where a file may."""
    if call.wanted:
        return _values(call, call.wanted, current, location)
    if current.startswith("-") and not call.options_end:
        return _of_option(call, current, location)
    if below := tree.below(call.path):
        return _begun(below, current)
    return _values(call, Option(("",), call.place, "", repeats=False), current, location)


def _of_option(call: Call, current: str, location: str) -> list[tuple[str, str]] | None:
    """The options that begin so; behind `=` what may stand there, with the option before it."""
    name, equals, begun = current.partition("=")
    if not equals:
        return _begun(_names(call, location), current)
    option = next((each for each in _options(call, location) if name in each.names), None)
    words = _values(call, option, begun, location) if option else []
    return None if words is None else [(f"{name}={word}", about) for word, about in words]


def _options(call: Call, location: str) -> list[Option]:
    """The options of a command, with those of its fields."""
    return [*call.entry.options, *fields.options(call.entry.beside, location)]


def _names(call: Call, location: str) -> Iterator[tuple[str, str]]:
    """The long names of the options that may still be typed."""
    typed = {name for name, _ in call.given}
    for option in _options(call, location):
        if option.repeats or option.names[-1] not in typed:
            yield from ((name, option.about) for name in option.names if name.startswith("--"))


def _begun(words: Words, current: str) -> list[tuple[str, str]]:
    """Those that begin so, in any case; none where they are too many to be read."""
    start = current.casefold()
    fit = [each for each in words if each[0].casefold().startswith(start)]
    return fit if len(fit) <= MOST else []


def _values(
    call: Call, option: Option, current: str, location: str
) -> list[tuple[str, str]] | None:
    if option.metavar in _FILES:
        return None
    head, listed = _head(option.metavar, current)
    find = _BY_OPTION.get(option.names[-1]) or _BY_METAVAR.get(option.metavar) or _of_choices
    words = [] if head is None else find(call, option, current[len(head) :], location)
    taken = (head or "").split(",") if listed else ()
    return _begun(((f"{head}{word}", about) for word, about in words if word not in taken), current)


def _head(metavar: str, current: str) -> tuple[str | None, bool]:
    """What stands before the part that is completed, and whether that is one of a list; None where
    that part has not begun.
    """
    if metavar in ("JUDUL=ISIAN", "KATA=KEADAAN"):
        head, equals, _ = current.rpartition("=")
        return (head + equals, False) if equals else (None, False)
    if metavar in ("A,B", "TAHAP,…"):
        head, comma, _ = current.rpartition(",")
        return head + comma, True
    return "", False


Find = Callable[[Call, Option, str, str], Words]


def _kota(call: Call, option: Option, current: str, location: str) -> Words:
    return places.kota(current, location)


def _kecamatan(call: Call, option: Option, current: str, location: str) -> Words:
    return places.kecamatan(call, current, location)


def _kelurahan(call: Call, option: Option, current: str, location: str) -> Words:
    return places.kelurahan(call, current, location)


def _codes(call: Call, option: Option, current: str, location: str) -> Words:
    return places.codes(current, location)


def _milestones(call: Call, option: Option, current: str, location: str) -> Words:
    own = ((each.key, each.label) for each in completable.own_fields(location))
    every = [("semua", "setiap tahap")] if option.metavar.endswith("|semua") else []
    return [*((code, "") for code in codes()), *own, *every]


def _states(call: Call, option: Option, current: str, location: str) -> Words:
    return [(state, "") for state in STATES if state != UNKNOWN]


def _fields(call: Call, option: Option, current: str, location: str) -> Words:
    personal = any(name == "--with-personal" for name, _ in call.given)
    return fields.names(location, personal)


def _runs(call: Call, option: Option, current: str, location: str) -> Words:
    return completable.pairs(location, "runs") or []


def _ids(call: Call, option: Option, current: str, location: str) -> Words:
    return completable.pairs(location, call.path[0]) or []


def _own(call: Call, option: Option, current: str, location: str) -> Words:
    return [(each.key, each.label) for each in completable.own_fields(location)]


def _keys(call: Call, option: Option, current: str, location: str) -> Words:
    from kkmp_cli.settings.keys import KEYS

    if call.path[0] == "config":
        return [(key, each.title) for key, each in KEYS.items()]
    return [(each.key.removeprefix("x_"), each.label) for each in completable.own_fields(location)]


def _setting(call: Call, option: Option, current: str, location: str) -> Words:
    return places.kota(current, location) if [*call.places] == ["kota"] else []


def _topics(call: Call, option: Option, current: str, location: str) -> Words:
    from kkmp_cli.cli.topics import TOPICS

    commands = CommandTree().below(())
    return [*((name, topic.title) for name, topic in TOPICS.items()), *commands]


def _packages(call: Call, option: Option, current: str, location: str) -> Words:
    from kkmp_cli.settings import shipped_data

    return [(path.stem, "") for path in sorted((shipped_data() / "paket").glob("*.csv"))]


def _of_choices(call: Call, option: Option, current: str, location: str) -> Words:
    """Those that the help of the option lists."""
    if "|" in option.metavar:
        return [(word, "") for word in option.metavar.split("|") if word.islower()]
    if option.metavar == "NILAI":
        return fields.values(option.names[-1], current, location)
    return [(word, "") for word in choices(option.about)]


_BY_OPTION: Mapping[str, Find] = {
    "--kota": _kota,
    "--kecamatan": _kecamatan,
    "--kelurahan": _kelurahan,
    "--run": _runs,
    "--paket": _packages,
    "--pilihan": lambda *_: (),
    "--pensiunkan": lambda *_: (),
    "--materi": lambda *_: (),
}
_BY_METAVAR: Mapping[str, Find] = {
    "KELURAHAN": _kelurahan,
    "KELURAHAN…": _kelurahan,
    "KODE": _codes,
    "KODE-LAMA": _codes,
    "TAHAP": _milestones,
    "TAHAP|semua": _milestones,
    "TAHAP,…": _milestones,
    "INDIKATOR": lambda *_: [("kkmp", ""), ("beroperasi", ""), *((code, "") for code in codes())],
    "ISIAN": _fields,
    "A,B": _fields,
    "JUDUL=ISIAN": _fields,
    "KATA=KEADAAN": _states,
    "BIDANG": _own,
    "NOMOR": _runs,
    "ID": _ids,
    "KUNCI": _keys,
    "ISI": _setting,
    "TOPIK": _topics,
}
