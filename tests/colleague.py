"""Somebody with a role of his own at the register of a desk on a server."""

from __future__ import annotations

import uuid

from kkmp_cli.actions import shared_register
from kkmp_cli.register.server.grants import Grant
from running import Done, Office
from servers import closed


class Colleague:
    """Somebody with a role of his own at the register of a desk."""

    def __init__(
        self, office: Office, kind: str, *kota: str, all_kota: bool = False, persons: bool = False
    ) -> None:
        assert office.shared
        self.office, self.shared = office, office.shared
        self.role = f"uji_{uuid.uuid4().hex[:8]}"
        wanted = Grant(self.role, kind, kota, all_kota, persons)
        assert shared_register.grant(self.shared.url, wanted, "")
        closed()
        self.url = self.shared.server.url(self.shared.database, self.role)

    def run(self, *arguments: object) -> Done:
        return self.office.run(*arguments, db=self.url)

    def good(self, *arguments: object) -> str:
        done = self.run(*arguments)
        assert done.code == 0, done.err + done.out
        return done.out

    def refused(self, *arguments: object) -> str:
        before = self.office._whole()
        done = self.run(*arguments)
        assert done.code in (1, 3), (done.out, done.err)
        assert "Traceback" not in done.err
        assert self.office._whole() == before
        return done.err

    def ask(self, sql: str) -> list[object]:
        return self.shared.server.ask(self.shared.database, sql, self.role)

    def leave(self) -> None:
        closed()
        self.shared.ask(f"DROP OWNED BY {self.role}")
        self.shared.ask(f"DROP ROLE {self.role}")
