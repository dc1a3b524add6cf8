from typing import Any

from faults import tally
from faults.scenarios import scenario  # noqa: F401 - the same
from running import (  # noqa: F401 - fixtures of this folder
    demo,
    demo_template,
    engine,
    office,
    pusat,
    pusat_template,
    server_database,
)
from server_desks import server, server_desks, server_templates  # noqa: F401
from six_cooperatives import gambir, gambir_template  # noqa: F401 - fixtures of this folder


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The figures of docs/reliability.md: faults tried, by scenario. A fault that was not survived
    is a failure.
    """
    if tally.TRIED:
        terminalreporter.section("faults tried and survived")
        for line in tally.lines():
            terminalreporter.write_line(line)
