"""A wire to the server that is cut at every single message of a command, and a server that dies
there: what is said is what was done, and where nobody can know, the advised command tells.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from random import Random

import psycopg
import pytest

from faults import tally
from kkmp_cli.register import integrity
from kkmp_cli.register.reader import open_reader
from kkmp_cli.register.server.postgresql import PostgresqlServer
from running import STATE_TABLES, Done, Office, Shared
from servers import Server, closed
from wires import Cut, Wire, wired

CUTS = (Cut.BEFORE, Cut.ON_THE_WAY, Cut.UNANSWERED)
AREAS = "kode,kelurahan,kecamatan,kota,provinsi\n31.71.01.1099,Uji Baru,Gambir,"
COMMANDS: dict[str, tuple[str, ...]] = {
    "update": ("update", "Gambir", "--nib", "sudah", "--alasan", "uji"),
    "import": ("import", "{folder}/isian.csv", "--kota", "jakpus", "--yes"),
    "undo": ("undo", "1", "--yes"),
    "training add": ("training", "add", "Uji", "--kota", "jakpus", "--mulai", "2026-01-10"),
    "target set": ("target", "set", "nib", "2026-12-01", "--kota", "jakpus"),
    "area import": ("area", "import", "{folder}/wilayah.csv", "--yes"),
}
SEEN = " UNION ALL ".join(
    f"SELECT '{table}', (to_jsonb(t) - '{{id,berkas}}'::text[])::text FROM {table} t"
    for table in STATE_TABLES
)
NOTHING = "tidak ada yang tersimpan"
DEATHS = 25
"""How often a server is killed at each message in a full trial."""


@pytest.fixture
def engine() -> str:
    return "server"


@pytest.fixture
def wire(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    with wired(server) as made:
        patience = property(lambda _: 60.0 if made.heals else 5.0)  # also where all is slow
        monkeypatch.setattr(PostgresqlServer, "patience", patience)
        yield made


class Trials:
    """A command that is cut off again and again, and what then holds."""

    def __init__(self, office: Office, wire: Wire, name: str) -> None:
        assert office.shared
        self.office, self.wire, self.name = office, wire, name
        self.shared: Shared = office.shared
        self.words = tuple(word.format(folder=office.register.parent) for word in COMMANDS[name])
        self.before = self.seen()
        assert self.run().code == 0
        self.messages, self.after = len(wire.seen), self.seen()
        self._take_back()

    def seen(self) -> object:
        """What every table holds, but for numbers that a record gets anew."""
        return sorted(self.shared.ask(SEEN))

    def runs(self) -> int:
        return int(self.shared.ask("SELECT count(*) FROM runs")[0][0])

    def run(self) -> Done:
        done = self.office.run(*self.words, db=self.wire.url(self.shared.database))
        assert "Traceback" not in done.err
        return done

    def _take_back(self) -> None:
        self.office.good("undo", str(self.runs()), "--yes")
        assert self.seen() == self.before

    def cut(self, at: int, how: Cut, heals: bool = True) -> str:
        """One trial; how it fell out: saved, absent, or unknown and then found out."""
        runs = self.runs()
        self.wire.mend(at, how, heals)
        done = self.run()
        self.wire.idle.wait(60)
        self.shared.server.wait()
        there = self.runs() == runs + 1
        assert self.seen() == (self.after if there else self.before)
        assert there or self.runs() == runs
        fell = self._told(done, there)
        if there:
            self._take_back()
        tally.count(f"{self.name}: {how.value}", fell)
        return fell

    def _told(self, done: Done, there: bool) -> str:
        if done.code == 0:
            assert there, "told as saved, and it is not"
            return "saved"
        assert done.code == 3, done
        if "Sudah tersimpan" in done.err:
            assert there and NOTHING not in done.err
            return "saved"
        if "belum tentu" not in done.err:
            assert NOTHING in done.err or "tidak dapat dihubungi" in done.err, done.err
            assert not there, "told as not saved, and it is"
            return "absent"
        return self._found_out(done, there)

    def _found_out(self, done: Done, there: bool) -> str:
        """The advised command, to the letter, gives the answer."""
        self.wire.mend()
        command = re.search(r"`kkmp (.*?)`", done.err)
        head = re.search(r"\[(\d+-[0-9a-f]+)\]", done.err)
        assert command and head, done.err
        shown = self.office.run(*shlex.split(command[1]))
        assert (f"[{head[1]}]" in shown.out) is there
        return "unknown"


@pytest.fixture
def trials(pusat: Office, wire: Wire) -> Iterator[Callable[[str], Trials]]:
    """Trials of a command; in the end the history is whole."""
    folder, told = pusat.register.parent, pusat.good("list", "--json").json
    rows = "".join(f"{one['kode']},{one['kelurahan']},sudah,belum\n" for one in told)
    (folder / "isian.csv").write_text(f"kode,kelurahan,nib,usaha\n{rows}", "utf-8")
    areas = f"{AREAS}{told[0]['kota']},{told[0]['provinsi']}\n"
    (folder / "wilayah.csv").write_text(areas, "utf-8")
    yield lambda name: Trials(pusat, wire, name)
    with open_reader(pusat.location) as held:
        assert not [result for result in integrity.examine(held) if result.findings]
    closed()


def test_at_every_message_of_an_update_what_is_said_is_true(
    trials: Callable[[str], Trials],
) -> None:
    update = trials("update")
    fell = {at: update.cut(at, Cut.UNANSWERED) for at in range(1, update.messages)}
    assert {*fell.values()} == {"saved", "absent"}  # the first answer is asked for again
    last = update.messages
    outcomes = {
        (how, heals): update.cut(last, how, heals) for how in CUTS for heals in (True, False)
    }
    assert outcomes == {
        (Cut.BEFORE, True): "absent",
        (Cut.ON_THE_WAY, True): "saved",
        (Cut.UNANSWERED, True): "saved",
        **{(how, False): "unknown" for how in CUTS},
    }


def test_at_the_messages_of_an_import_what_is_said_is_true(
    trials: Callable[[str], Trials],
) -> None:
    trial = trials("import")
    last = trial.messages
    for at in range(last - 4, last):
        assert trial.cut(at, Cut.UNANSWERED) == "absent"
    assert trial.cut(last, Cut.ON_THE_WAY) == "saved"
    assert trial.cut(last, Cut.BEFORE) == "absent"


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_at_every_message_of_every_command(trials: Callable[[str], Trials], name: str) -> None:
    trial = trials(name)
    for at in range(1, trial.messages + 1):
        for how in CUTS:
            for heals in (True, False):
                trial.cut(at, how, heals)


def killing(wire: Wire, delay: float = 0) -> Callable[[], None]:
    """The process that serves the wire is killed, and with it all others of its server; it is
    waited for until they are gone.
    """
    witness = psycopg.connect(wire.server.url("postgres"), autocommit=True)

    def kill() -> None:
        with closing(witness), suppress(ProcessLookupError, psycopg.OperationalError):
            time.sleep(delay)
            os.kill(wire.process, signal.SIGKILL)
            while True:
                witness.execute("SELECT 1")

    return kill


@pytest.mark.parametrize(
    ("name", "before"), [("update", 0), ("import", 1), ("undo", 2), ("area import", 0)]
)
def test_a_server_that_is_killed_keeps_all_of_a_run_or_nothing(
    trials: Callable[[str], Trials], wire: Wire, name: str, before: int
) -> None:
    trial = trials(name)
    wire.meanwhile = killing(wire)
    trial.cut(trial.messages - before, Cut.NEVER)


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_a_server_that_is_killed_at_any_moment(
    trials: Callable[[str], Trials], wire: Wire, name: str
) -> None:
    trial, drawn = trials(name), Random(name)
    for at in range(1, trial.messages + 1):
        for _ in range(DEATHS if at == trial.messages else 2):
            wire.meanwhile = killing(wire, drawn.choice((0, drawn.random() / 200)))
            trial.cut(at, Cut.NEVER)


def test_a_server_that_is_stopped_at_once_is_asked_when_it_is_back(
    trials: Callable[[str], Trials], server: Server, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = trials("update")
    monkeypatch.setattr(PostgresqlServer, "patience", 0.0)
    wire.meanwhile = lambda: server.stop(signal.SIGQUIT)
    runs = trial.runs()
    wire.mend(trial.messages, Cut.NEVER)
    done = trial.run()
    server.start()
    there = trial.runs() == runs + 1
    assert trial._told(done, there) in ("saved", "unknown")


@pytest.mark.slow
def test_a_server_that_is_stopped_at_once_at_any_moment(
    trials: Callable[[str], Trials], server: Server, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostgresqlServer, "patience", 0.0)
    trial = trials("update")
    wire.meanwhile = lambda: server.stop(signal.SIGQUIT)
    for at in range(1, trial.messages + 1):
        runs = trial.runs()
        wire.mend(at, Cut.NEVER)
        done = trial.run()
        wire.idle.wait(60)
        server.start()
        there = trial.runs() == runs + 1
        assert trial.seen() == (trial.after if there else trial.before)
        tally.count("update, server stopped at once", trial._told(done, there))
        if there:
            trial._take_back()


@pytest.fixture
def inside() -> Iterator[list[bool]]:
    """Ctrl-C is heard while this holds True alone."""
    held = [False]

    def interrupted(*_: object) -> None:
        if held[0]:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupted)
    yield held
    signal.signal(signal.SIGINT, before)


def test_an_interrupt_while_it_is_saved_says_what_is_true(
    trials: Callable[[str], Trials], wire: Wire, inside: list[bool]
) -> None:
    trial = trials("update")
    wire.meanwhile = lambda: os.kill(os.getpid(), signal.SIGINT)
    for at in (trial.messages - 1, trial.messages):
        runs = trial.runs()
        wire.mend(at, Cut.NEVER)
        inside[0] = True
        done = trial.run()
        inside[0] = False
        there = trial.runs() == runs + 1
        assert done.code in (0, 130)
        assert ("sesudah tersimpan" in done.err or done.code == 0) is there, done
        assert ("tidak ada yang ditulis" in done.err) is not there, done
        if there:
            trial._take_back()


PERSON = ("update", "Gambir", "--ketua", "Budi Contoh")


@pytest.mark.parametrize("name", ["forget", "grant"])
def test_what_is_no_run_and_may_be_done_or_not_is_simply_repeated(
    pusat: Office, wire: Wire, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(PostgresqlServer, "patience", 0.0)
    assert pusat.shared
    url, role = wire.url(pusat.shared.database), f"uji_{pusat.shared.database[-6:]}"
    words = ("server", "grant", url, role, "--pembaca")
    if name == "forget":
        words = ("--db", url, "forget", "Gambir", "--yes")
    pusat.good(*PERSON)
    pusat.good(*words)
    last = len(wire.seen)
    for how in (Cut.BEFORE, Cut.UNANSWERED):
        pusat.good(*PERSON)
        wire.mend(last, how, heals=False)
        done = pusat.run(*words)
        assert done.code == 3 and "belum tentu tersimpan" in done.err, done
        assert "ulangi perintahnya" in done.err
        wire.mend()
        pusat.good(*words)
    closed()
    pusat.shared.ask(f"DROP ROLE IF EXISTS {role}")
