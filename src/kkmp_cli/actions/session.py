"""One call of the program as its actions see it: which register, in which words, who listens.

Never enters: a printed word; the command line gives it a voice.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from kkmp_cli import settings

if TYPE_CHECKING:
    from kkmp_cli.model.run import Head
    from kkmp_cli.model.vocabulary import Vocabulary
    from kkmp_cli.register.engine import Engine
    from kkmp_cli.register.reader import Reader
    from kkmp_cli.register.writer import Writer


class Session:
    """The register at `location`, and the command as `typed`, for the history; this is silent."""

    def __init__(self, location: str, typed: str) -> None:
        self._location = location
        self._typed = typed

    @property
    def location(self) -> str:
        """Path or URL of the register."""
        return self._location

    @property
    def typed(self) -> str:
        """The command as the history keeps it."""
        return self._typed

    def tell(self, words: str) -> None:
        """Hears of work that keeps somebody waiting."""

    def saved(self, run: Head, engine: Engine) -> None:
        """Hears of a run that counts from now on."""

    def reading(self) -> AbstractContextManager[Reader]:
        """The register as it is at one moment. Raises Unusable where it cannot be opened."""
        from kkmp_cli.register.reader import open_reader

        return open_reader(self.location, self.tell)

    def vocabulary(self) -> Vocabulary:
        """The fields of the register; those of every register where there is none yet."""
        from kkmp_cli.model.vocabulary import built_in
        from kkmp_cli.register.engines import engine_of
        from kkmp_cli.register.queries import vocabulary_at

        engine = engine_of(self.location)
        if not engine.taken():
            return built_in()
        if engine.path and (known := vocabulary_at(engine.path)):
            return known
        with self.reading() as register:
            return register.vocabulary

    def settings(self) -> Mapping[str, str]:
        """The settings that the register keeps; none where there is no register yet."""
        from kkmp_cli.register.engines import engine_of

        if not engine_of(self.location).taken():
            return {}
        with self.reading() as register:
            return register.settings()

    def default_kota(self) -> str | None:
        """The kota of a command that names none; the register is only asked where it decides."""
        return settings.default_kota(self.settings)

    def writing(self, create: bool = False) -> AbstractContextManager[Writer]:
        """The register for one unit of writing, with `create` also a new one. Raises Unusable."""
        from kkmp_cli.register.writer import open_writer

        return open_writer(self.location, create, self)

    def planning(self) -> AbstractContextManager[Reader]:
        """The register to plan against; where there is none yet, a new one that is thrown away."""
        from kkmp_cli.register.writer import open_for_planning

        return open_for_planning(self.location, self.tell)
