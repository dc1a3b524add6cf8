"""What is said of a call that the parser of options cannot read: the word that was typed, and the
command that works.

Never enters: which word is meant by another (`hints`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from kkmp_cli.actions.session import Session
from kkmp_cli.cli import hints
from kkmp_cli.cli.completion.command_tree import CommandTree
from kkmp_cli.cli.completion.listed import choices
from kkmp_cli.cli.examples import examples
from kkmp_cli.errors import Advice, BadUsage, Command
from kkmp_cli.parsing.excerpt import short

_WANTED = {
    "--kota": ("nama kotanya", "jakpus"),
    "--kecamatan": ("nama kecamatannya", "Gambir"),
    "--kelurahan": ("nama kelurahannya", "Gambir"),
    "TANGGAL": ("tanggalnya", "2026-03-10"),
    "TAHUN": ("tahunnya", "2025"),
    "BARIS": ("nomor barisnya", "7"),
    "N": ("angkanya", "5"),
    "TAHAP": ("nama tahapnya", "nib"),
    "TAHAP|semua": ("nama tahapnya", "nib"),
    "KEADAAN": ("keadaannya", "siap"),
    "BERKAS": ("nama berkasnya", ""),
    "FOLDER": ("nama foldernya", ""),
    "TEKS": ("teksnya", ""),
    "NAMA": ("namanya", ""),
}
"""By option or by what stands behind it in the help: what is to be typed there, and a sample."""


def below(context: Any, *words: str) -> Command:
    """A command of the group, or an option of the command, where somebody stands."""
    return Command(*_path(context), *words)


def _path(context: Any) -> list[str]:
    return context.command_path.split()[1:] if context else []


def refuse_swallowed(command: Any, context: Any, typed: Sequence[str]) -> None:
    """Raises BadUsage where an option stands in the place of another's value: what is meant is an
    option without its value.
    """
    if context.resilient_parsing:
        return
    options = _options(command, context)
    words = typed[: typed.index("--")] if "--" in typed else typed
    for word, following in pairwise(words):
        if word in options and not options[word].is_flag and following in options:
            raise BadUsage(*_without_value(word, options[word], below(context, "--help")))


def _options(command: Any, context: Any) -> dict[str, Any]:
    parameters = command.get_params(context) if command else ()
    named = (each for each in parameters if each.param_type_name == "option")
    return {name: each for each in named for name in each.opts}


def _without_value(name: str, option: Any, help_page: Command) -> tuple[str, str]:
    what, sample = _WANTED.get(name) or _WANTED.get(option.metavar or "") or _of_field(option)
    words = f"Sesudah {name} belum ada isinya."
    if not sample:
        return words, Advice("Tulis {} di belakangnya; lihat `{}`.", what, help_page)
    return words, f"Tulis {what}, misalnya {name} {sample}."


def _of_field(option: Any) -> tuple[str, str]:
    """What is typed behind the option of a field."""
    from kkmp_cli.model.vocabulary import built_in

    field = built_in().by_name(built_in().in_year(option.name or "", hints.this_year()))
    if field and field.kind == "per":
        return _WANTED["TANGGAL"]
    if field and field.name == field.state_field:
        return "keadaannya", "sudah"
    return "isinya", ""


def usage_words(error: Any, session: Session) -> tuple[str, str]:
    """A complaint of the option parser in Indonesian: what was typed wrongly, and what is meant."""
    context = getattr(error, "ctx", None)
    help_page = below(context, "--help")
    match type(error).__name__:
        case "NoSuchOption":
            return _no_such_option(error, Advice("Lihat `{}`.", help_page))
        case "MissingParameter":
            return f"{_name_of(error.param)} belum disebut.", _example(context, help_page)
        case "BadOptionUsage":
            return _bad_value(error, context, help_page)
    if context and "unexpected extra" in str(error.message):
        return _misplaced(error, context, session)
    return _unfinished(context, help_page)


def _unfinished(context: Any, help_page: Command) -> tuple[str, str]:
    """Of a group without its command, and of whatever else the parser finds."""
    commands = context.command.list_commands(context) if _is_group(context) else []
    if commands:
        remedy = Advice("Yang ada: {}; lihat `{}`.", ", ".join(commands), help_page)
        return "Perintahnya belum disebut.", remedy
    return "Perintah ini tidak dapat dibaca.", Advice("Lihat `{}`.", help_page)


def _is_group(context: Any) -> bool:
    return hasattr(getattr(context, "command", None), "list_commands")


def _example(context: Any, help_page: Command) -> str:
    """The first example of the command's help, which can be typed as it is."""
    for words in examples(context.command.help or "") if context else ():
        return Advice("Misalnya `{}`; lihat `{}`.", Command(*words), help_page)
    return Advice("Lihat `{}`.", help_page)


def _bad_value(error: Any, context: Any, help_page: Command) -> tuple[str, str]:
    """Of an option without the value that it needs, or with one that it does not take."""
    name = str(error.option_name)
    option = _options(context.command, context).get(name) if context else None
    if option is None:
        return f"`{short(name)}` tidak dapat dibaca.", Advice("Lihat `{}`.", help_page)
    if option.is_flag:
        return f"{name} tidak diberi isi.", f"Tulis {name} saja, tanpa `=`."
    return _without_value(name, option, help_page)


def _misplaced(error: Any, context: Any, session: Session) -> tuple[str, str]:
    """Of words for which the command has no place: where they belong."""
    taken, extra = _positional(error.typed, context)
    words = f'Kata "{short(" ".join(extra))}" tidak pada tempatnya.'
    meant = _quoted(context, taken, extra, session) or _as_options(context, extra, session)
    if meant is None:
        return words, _example(context, below(context, "--help"))
    removed, added = meant
    kept = _without(error.typed, removed)
    return words, Advice("Maksud Anda `{}`?", below(context, *kept, *added))


def _positional(typed: Sequence[str], context: Any) -> tuple[list[str], list[str]]:
    """The words that are no option, parted in those with a place and those without."""
    values, left, _ = context.command.make_parser(context).parse_args(args=[*typed])
    places = [each for each in context.command.get_params(context) if _is_argument(each)]
    return [values[each.name] for each in places if values.get(each.name)], left


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _without(typed: Sequence[str], removed: Sequence[str]) -> list[str]:
    """The words without these, of which the last ones are meant."""
    kept = [*reversed(typed)]
    for word in removed:
        kept.remove(word)
    return [*reversed(kept)]


_Meant = tuple[Sequence[str], Sequence[str]]
"""The words to take out, and those to put in."""


def _quoted(
    context: Any, taken: Sequence[str], extra: Sequence[str], session: Session
) -> _Meant | None:
    """A name of several words that was typed without quotes."""
    from kkmp_cli.actions.meant_places import KELURAHAN, kinds

    places = [each for each in context.command.get_params(context) if _is_argument(each)]
    last = places[-1] if places else None
    if last is None or last.metavar not in ("KELURAHAN", "JUDUL", "URAIAN"):
        return None
    name = (*taken[-1:], *extra)
    if last.metavar == "KELURAHAN" and KELURAHAN not in kinds(session, name):
        return None
    return name, (" ".join(name),)


def _as_options(context: Any, extra: Sequence[str], session: Session) -> _Meant | None:
    """The options that were meant by words without one; None unless each is understood."""
    options = _options(context.command, context)
    if together := _option_for(extra, options, session):
        return extra, together
    each = [_option_for([word], options, session) for word in extra]
    if not all(each):
        return None
    return extra, [word for pair in each for word in pair]


def _option_for(words: Sequence[str], options: Any, session: Session) -> Sequence[str]:
    """An option and its value that these words mean; nothing where they are not understood."""
    from kkmp_cli.actions.meant_places import kinds

    name = " ".join(words)
    for kind in kinds(session, words):
        if f"--{kind}" in options:
            return f"--{kind}", name
    if "-o" in options and hints.names_file(name):
        return "-o", name
    return ("--per", name) if "--per" in options and hints.is_day(name) else ()


def unnamed_option(error: Exception, session: Session, typed: Sequence[str]) -> str:
    """What is meant where a name that no area bears is that of a field: `nib sudah`, together with
    the next one a name of several words, or the number of a run; nothing where that is not so.
    """
    if _is_history_of_number(typed):
        return Advice("Maksud Anda `{}`?", Command("history", "--run", typed[1]))
    for at, (word, following) in enumerate(pairwise(typed)):
        if word.startswith("-") or following.startswith("-") or not str(error).startswith(word):
            continue
        if meant := _meant_by_two(word, following, session):
            whole = (*typed[:at], *meant, *typed[at + 2 :])
            return Advice("Maksud Anda `{}`?", Command(*whole))
    return ""


def _is_history_of_number(typed: Sequence[str]) -> bool:
    return len(typed) == 2 and typed[0] == "history" and typed[1].isdecimal()


def _meant_by_two(word: str, following: str, session: Session) -> Sequence[str]:
    from kkmp_cli.actions.meant_places import KELURAHAN, kinds

    if option := hints.field_option(word):
        return option, following
    return (f"{word} {following}",) if KELURAHAN in kinds(session, (word, following)) else ()


def _no_such_option(error: Any, remedy: str) -> tuple[str, str]:
    name, context = error.option_name, error.ctx
    if name in ("--db", "--version"):
        return f"`{name}` ditulis sebelum perintahnya.", "Misalnya kkmp --db register.db report."
    if _is_group(context) and (meant := _moved(name, error.typed, context)):
        return f"`{short(name)}` ditulis sesudah perintahnya.", meant
    options = _options(context.command if context else None, context)
    if name.startswith(_OWN):
        return _no_such_field(name, [each for each in options if each.startswith(_OWN)])
    return _nearly(_with_one_dash(name, getattr(error, "typed", ())), options, remedy)


def _nearly(name: str, options: Mapping[str, Any], remedy: str) -> tuple[str, str]:
    """Of an option that there is not, with the one that it nearly is."""
    meant = hints.meant_option(name, [*options]) or _joined(name, options)
    words = f"Tidak ada pilihan `{short(name)}`."
    return words, f"Maksud Anda `{meant}`?" if meant else remedy


def _with_one_dash(name: str, typed: Sequence[str]) -> str:
    """`-kota` as it was typed, of which the parser tells the first letter."""
    whole = (word for word in typed if len(name) == 2 and word.startswith(name) and len(word) > 3)
    return next(whole, name)


def _moved(name: str, typed: Sequence[str], context: Any) -> str:
    """The call with an option of its command behind that; nothing where it has none such."""
    at, end = _command_in(typed)
    entry = CommandTree().entry(typed[at:end]) if at < end else None
    if entry is None or not any(name in option.names for option in entry.options):
        return ""
    whole = below(context, *typed[at:end], *typed[:at], *typed[end:])
    return Advice("Maksud Anda `{}`?", whole)


def _command_in(typed: Sequence[str]) -> tuple[int, int]:
    """Where among the words the first command stands, with that of a group; two alike for none."""
    tree = CommandTree()
    for at, word in enumerate(typed):
        if tree.entry([word]):
            return at, at + (2 if tree.entry(typed[at : at + 2]) else 1)
    return 0, 0


def _joined(name: str, options: Mapping[str, Any]) -> str:
    """An option with its value that was typed as one word: `--kotajakpus`, `--csv`."""
    form = options.get("--format")
    if form and name.lstrip("-") in choices(form.help or ""):
        return f"--format {name.lstrip('-')}"
    begun = [each for each in options if len(each) > 3 and name.startswith(each)]
    longest = max(begun, key=len, default="")
    if not longest or options[longest].is_flag:
        return ""
    return f"{longest} {short(name.removeprefix(longest))}"


_OWN = "--x-"


def _no_such_field(name: str, known: Sequence[str]) -> tuple[str, str]:
    """What is said of an option that would be one of the office's own fields."""
    from kkmp_cli.model.field import SUFFIXES

    parts = {own + suffix.replace("_", "-") for own in known for suffix in SUFFIXES}
    listed = ", ".join(own for own in known if own not in parts)
    words = f"Bidang sendiri `{short(name)}` tidak ada, atau sudah pensiun."
    commands = Command("field", "list"), Command("field", "add", "--help")
    add = Advice("Lihat `{}`, atau tambahkan dengan `{}`.", *commands)
    return words, Advice("Yang ada: {}. {}", listed, add) if known else add


def _name_of(parameter: Any) -> str:
    if _is_argument(parameter):
        return str(parameter.metavar or parameter.name)
    return str(parameter.opts[0])
