"""What the extension of a file promises: the form in which it is written, or a refusal. Never
enters: a byte that is written.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kkmp_cli.errors import BadUsage
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean

_SAME = {"htm": "html"}
_FORMS = frozenset(
    ("csv", "json", "xlsx", "xls", "ods", "md", "html", "pdf", "doc", "docx", "odt", "ppt", "pptx")
)
"""Extensions that promise a form of file, so that another one under them would mislead."""
_PLAIN_TEXT = "txt"
_READ = ("html", "xlsx", "csv", "pdf", "ics")
"""What an officer opens, the nearest first."""


def suffix_of(file: str | Path) -> str:
    """A file's extension without its point; without a letter it is a name (`rapat 10.3.2026`)."""
    suffix = Path(file).suffix.lstrip(".").casefold()
    return _SAME.get(suffix, suffix) if any(map(str.isalpha, suffix)) else ""


def format_of(file: str, formats: Collection[str], asked: str = "", option: str = "-o ") -> str:
    """The format that the name of a file asks for; nothing where it does not, or where it fits the
    one `asked`. `option` is how a command takes the name. Raises BadUsage for an extension of what
    is not written.
    """
    suffix = suffix_of(file)
    if asked:
        if suffix != asked and suffix in _FORMS:
            words = f"Nama .{suffix} dan bentuk {asked} tidak cocok; tidak ada yang ditulis."
            raise BadUsage(words, f"Pakai nama .{asked}, atau hapus --format.")
        return ""
    if not suffix or suffix in formats:
        return suffix
    if suffix == _PLAIN_TEXT and "terminal" in formats:
        return ""
    raise _refusal(Path(file), [*formats], option)


def _refusal(file: Path, formats: Sequence[str], option: str) -> BadUsage:
    """What is said of a file of another form; raises Unusable for a register."""
    from kkmp_cli.render.files import refuse_register

    refuse_register(file)
    made = next((name for name in _READ if name in formats), "json")
    example = clean(file.with_suffix(f".{made}").name)[:60]
    return BadUsage(
        f"Bentuk {short(file.suffix)} tidak dibuat di sini; tidak ada yang ditulis.",
        f"Yang ada: {', '.join(formats)}. Misalnya {option}{example}.",
    )


def refuse_other(file: str, made: str, words: str) -> None:
    """Raises BadUsage with `words` for a file that promises another form than the one `made`."""
    if suffix_of(file) in _FORMS - {made} and not Path(file).is_dir():
        example = Path(file).with_suffix(f".{made}").name
        raise BadUsage(f"{words}, tidak sebagai .{suffix_of(file)}.", f"Misalnya {example}.")
