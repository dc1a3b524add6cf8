"""Waits at a terminal while a workbook is edited, then shows the plan and asks once; a wrong cell
opens the same file again.

Never enters: which rows and columns it has, how a file is read.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from kkmp_cli import sheets
from kkmp_cli.actions.import_sheets import ImportRequest, Preview, import_previewed, preview
from kkmp_cli.actions.saved_workbook import SavedWorkbook, open_in_program
from kkmp_cli.cli.output import Terminal
from kkmp_cli.cli.prompts import ask, confirm
from kkmp_cli.errors import Advice, Command, KkmpError, Refused, Unusable
from kkmp_cli.importing.form import Issue, carried
from kkmp_cli.parsing.numbers import show
from kkmp_cli.parsing.text import match_key
from kkmp_cli.render.progress import Watch
from kkmp_cli.render.screens import import_ as screen
from kkmp_cli.sheets import Sheet

_WAITING = "Tekan Enter setelah menyimpan dan menutup lembar: "
_ANYWAY = "lanjut"
_UNTOUCHED = "Lembarnya belum disimpan sejak dibuka. Selesai tanpa mengubah apa-apa? [y/T] "
_UNCHANGED = "Tidak ada yang berubah; tidak ada yang ditulis."
_AGAIN = "dengan perintah yang disebut di akhir"
_MEND = "Perbaiki di lembar itu, simpan dan tutup lagi; yang sudah disunting tidak hilang."


@dataclass(frozen=True, slots=True)
class SheetEditing:
    """A workbook that was issued, and the import that it will be."""

    command: Terminal
    workbook: SavedWorkbook
    issue: Issue
    request: ImportRequest
    watch: Watch

    @classmethod
    def of(
        cls, command: Terminal, path: Path, issue: Issue, request: ImportRequest, watch: Watch
    ) -> SheetEditing:
        """Of the workbook that was just written."""
        return cls(command, SavedWorkbook.at(path), issue, request, watch)

    def open(self) -> bool:
        """Opens it; False where the system has no program for it."""
        return open_in_program(self.workbook.path)

    def run(self, yes: bool, keep: bool) -> None:
        """Until what changed is recorded; `keep`: the workbook stays where all of it is."""
        try:
            done = self._recorded(yes)
        except (KeyboardInterrupt, KkmpError):
            self._say_left()
            raise
        if not done:
            self._say_left(overwriting=True)
        elif not keep:
            shutil.rmtree(self.workbook.path.parent, ignore_errors=True)

    def _recorded(self, yes: bool) -> bool:
        """True where nothing of the workbook is left to be recorded."""
        while (path := self._saved()) is not None:
            if (planned := self._planned(path)) is not None:
                return self._written(*planned, yes)
            self.command.say(_MEND)
            open_in_program(path)
        self.command.out(_UNCHANGED)
        return True

    def _saved(self) -> Path | None:
        """The file as which it was saved; None where the officer changes nothing."""
        while True:
            answer, lock = ask(_WAITING), self.workbook.lock()
            saved = self.workbook.saved()
            if lock and match_key(answer) != _ANYWAY:
                self.command.say(_still_open(lock))
            elif len(saved) == 1:
                return saved[0]
            elif saved:
                self.command.say(_several(saved))
            elif match_key(ask(_UNTOUCHED)) in ("y", "ya", "yes"):
                return None

    def _planned(self, path: Path) -> tuple[Preview, Sheet] | None:
        """What it would change; None, with what is wrong told, where it cannot be taken."""
        try:
            sheet = self._read(path)
            seen = preview(self.command, [sheet], self.request, self.watch)
        except (Refused, Unusable) as error:
            self.command.say(Advice("{}\n→ {}", error.message, error.remedy))
            return None
        self._show(seen, path)
        return None if seen.result.problems else (seen, sheet)

    def _read(self, path: Path) -> Sheet:
        """The sheet with what was issued in it, which other formats lose."""
        sheet = sheets.read(path)
        issued = sheet.hidden or tuple(enumerate(carried(self.issue), 1))
        return sheet._replace(file=path.name, hidden=issued)

    def _show(self, seen: Preview, path: Path) -> None:
        result = seen.result._replace(absent=())
        if result.problems or not result.plan.empty or _is_left(seen):
            self.command.out(screen.as_plan(result, _AGAIN, self.command.worded))

    def _written(self, seen: Preview, sheet: Sheet, yes: bool) -> bool:
        """Records the plan once it is agreed to; True where none of it is left out."""
        result = seen.result
        if not result.plan.empty:
            confirm(f"Tulis perubahan pada {show(result.touched)} koperasi?", yes)
            result = import_previewed(
                self.command, seen, [sheet], self.request, self.watch, agreed=True
            )
        self.command.done(screen.result(result, dry_run=False))
        return not _is_left(seen)

    def _say_left(self, overwriting: bool = False) -> None:
        """Where the workbook lies, and how it can still be taken in; `overwriting`: with what is in
        conflict.
        """
        words = "menerapkan yang bertentangan" if overwriting else "memasukkannya nanti"
        more = ["--overwrite"] * overwriting
        for path in self.workbook.saved() or [self.workbook.path]:
            back = Command("import", path, *more)
            self.command.say(Advice("Lembarnya tetap di {}; {}:\n  {}", path, words, back))


def _is_left(seen: Preview) -> bool:
    return any(row.unapplied for row in seen.result.plan.results)


def _still_open(lock: Path) -> str:
    return (
        f"Lembarnya tampak masih terbuka (ada {lock.name}). Simpan dan tutup dulu; bila memang "
        f"sudah tertutup, ketik {_ANYWAY}."
    )


def _several(saved: list[Path]) -> str:
    names = ", ".join(path.name for path in saved)
    return f"Disimpan sebagai beberapa berkas: {names}. Hapus yang tidak dipakai."
