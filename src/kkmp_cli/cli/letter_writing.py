"""A template filled in for every letter of a call, and the files written: nothing of it before all
of it is known to be possible.

Never enters: whom letters go to (`actions/write_letters`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kkmp_cli.errors import Advice, BadUsage, Command, Refused, Unusable
from kkmp_cli.parsing.excerpt import short
from kkmp_cli.parsing.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from kkmp_cli.actions.write_letters import Letters
    from kkmp_cli.render.letter_values import LetterDays

WORD, MARKDOWN, PLAIN = ".docx", ".md", ".txt"
KINDS = (WORD, MARKDOWN, PLAIN)


class Template(NamedTuple):
    """A template as it was read; `own` are the texts of `--isi`, `personal` whether names of
    persons may stand in it.
    """

    content: bytes
    suffix: str
    own: Mapping[str, str]
    personal: bool


class Batch(NamedTuple):
    """Letters, the file of each, and the fields that they are about."""

    found: Letters
    files: Sequence[Path]
    names: Sequence[str]


def suffix_of_template(file: str) -> str:
    """`.docx`, `.md` or `.txt`. Raises BadUsage for any other."""
    suffix = Path(file).suffix.casefold()
    if suffix not in KINDS:
        raise BadUsage(f"`{short(file)}` bukan templat surat.", f"Yang dapat: {', '.join(KINDS)}.")
    return suffix


def own_texts(given: Sequence[str]) -> dict[str, str]:
    """What `--isi NAMA=TEKS` says. Raises BadUsage for what says nothing."""
    from kkmp_cli.render.formats.text_template import spelled

    texts = {}
    for pair in given:
        name, sign, text = pair.partition("=")
        if not (sign and spelled(name)):
            raise BadUsage(f"--isi `{short(pair)}` tidak lengkap.", "Misalnya --isi nomor=12/KUM.")
        texts[spelled(name)] = clean(text, 2_000)
    return texts


def read_template(file: str, own: Mapping[str, str], personal: bool) -> Template:
    """The template, in which every placeholder is known. Raises Refused, BadUsage, Unusable."""
    from kkmp_cli.sheets import bounded_input

    suffix = suffix_of_template(file)
    made = Template(bounded_input.read(Path(file))[0], suffix, own, personal)
    _refuse_unknown(made, file)
    return made


def _refuse_unknown(template: Template, file: str) -> None:
    from kkmp_cli.render.letter_values import PERSONAL, PLACEHOLDERS

    names = dict.fromkeys(_names_in(template))
    if not names:
        raise _without_any(template, file)
    for name in names:
        if name in PERSONAL and not template.personal and name not in template.own:
            remedy = "Tambahkan --with-personal bila memang perlu."
            raise Refused(f"{{{{{name}}}}} di templat adalah data pribadi.", remedy)
        if name not in {**PLACEHOLDERS, **PERSONAL, **template.own}:
            remedy = f"Yang dikenal: {', '.join(PLACEHOLDERS)}; yang lain: --isi NAMA=TEKS."
            raise Refused(f"{{{{{short(name)}}}}} di templat tidak dikenal.", remedy)


def _without_any(template: Template, file: str) -> Refused:
    example = Command("letter", "--contoh", f"contoh{template.suffix}")
    remedy = Advice("Tulis misalnya {{{{nama}}}} di tempatnya; contoh: {}.", example)
    return Refused(f"{file} tidak memuat tanda seperti {{{{nama}}}}.", remedy)


def _names_in(template: Template) -> list[str]:
    from kkmp_cli.render.formats import docx_template, text_template

    reader = docx_template if template.suffix == WORD else text_template
    return list(reader.names_in(template.content))


def contents(template: Template, batch: Batch, days: LetterDays) -> list[bytes]:
    """Every letter, filled in."""
    from kkmp_cli.render.letter_values import values

    fill, found = _filler(template), batch.found
    return [
        fill({**values(one, batch.names, days, found.vocabulary, found.office), **template.own})
        for one in found.listed
    ]


def left_blank(template: Template, found: Letters) -> Advice | None:
    """What the office has not set yet and the template asks for; None where there is nothing."""
    from kkmp_cli.render.letter_values import OF_OFFICE

    names = [name for name in dict.fromkeys(_names_in(template)) if name in OF_OFFICE]
    blank = [name for name in names if not found.office.get(name) and name not in template.own]
    if not blank:
        return None
    words = "Dibiarkan kosong, untuk diisi tangan: {}. Sekali untuk seterusnya: {}"
    return Advice(words, ", ".join(blank), Command("config", blank[0], "…"))


def _filler(template: Template) -> Callable[[Mapping[str, str]], bytes]:
    from kkmp_cli.render.formats import docx_template, text_template

    if template.suffix == WORD:
        return partial(docx_template.filled, template.content)
    markdown = template.suffix == MARKDOWN
    return partial(text_template.filled, template.content, markdown=markdown)


def write(files: Sequence[Path], letters: Sequence[bytes], private: bool) -> None:
    """Every letter into its file. Raises Unusable."""
    from kkmp_cli.render.files import write_file

    folder = files[0].parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        message = f"Folder {folder} tidak dapat dibuat."
        raise Unusable(message, "Periksa nama dan izinnya.") from None
    for file, letter in zip(files, letters, strict=True):
        write_file(file, letter, private)


def listing(batch: Batch) -> list[str]:
    """A line for each letter: its file, and whom it is about."""
    from kkmp_cli.render.words import some

    rows = []
    for file, one in zip(batch.files, batch.found.listed, strict=True):
        names = some([each.kelurahan for each in one.koperasi], 6)
        rows.append(f"  {file.name}  {len(one.koperasi)} koperasi: {names}")
    return rows
