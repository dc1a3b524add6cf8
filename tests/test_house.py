"""The rules of the house, each held here or by import-linter (`pyproject.toml`): see
CONTRIBUTING.md.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest

import house
from house import PROGRAM, TESTS, VERSIONS
from kkmp_cli.cli.app import COMMANDS

MODULES = house.modules()
NAMES = frozenset(module.dotted for module in MODULES)
LINES, TOKENS, PARAMETERS, POSITIONAL = 25, 120, 6, 6
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "service", "misc"}
FRONT = 16
"""Names in `src/kkmp_cli`: what somebody sees at a glance."""
TEST_LINES = 400
UNTESTED: dict[str, str] = {
    "register/engine.py": "protocols, which every engine is tested to keep",
}
"""Modules that have functions and no test at the mirrored path, each with the reason."""

Breach = tuple[str, str]
"""The room, and what in it breaks the rule."""


def twice() -> Iterator[Breach]:
    """A basename tells one module; a command has the name of its verb, and its screen that name
    too.
    """
    commands = {m.stem for m in MODULES if m.place.startswith("cli/commands/")}
    free = {f"{room}/{stem}.py" for room in ("cli/commands", "render/screens") for stem in commands}
    places: dict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        if module.place not in free and module.stem not in ("__init__", "bulk"):
            places[module.stem].append(module.place)
    for stem, stand in places.items():
        if len(stand) > 1:
            yield stand[0].partition("/")[0], f"{stem}: {', '.join(stand)}"


def crowded() -> Iterator[Breach]:
    """The front of the program can be taken in at a glance."""
    passed_over = {"__init__.py", "py.typed", "data", "__pycache__"}
    names = {path.name for path in PROGRAM.iterdir()} - passed_over
    yield from (("front", name) for name in sorted(names)[FRONT:])


def verbs() -> Iterator[Breach]:
    """`cli/commands/` has a file for every verb and nothing else."""
    files = {m.stem.rstrip("_") for m in MODULES if m.place.startswith("cli/commands/")}
    verbs = {name for verbs in COMMANDS.values() for name in verbs} | {"__init"}
    yield from (("cli", name) for name in sorted(files ^ verbs))


def untested() -> Iterator[Breach]:
    """Every module that does something has a test at the mirrored path: `test_x.py` or
    `test_x_<what>.py`.
    """
    for module in MODULES:
        folder = (TESTS / module.place).parent
        if module.stem.startswith("__") or VERSIONS in module.place or not module.functions:
            continue
        stem = module.stem.rstrip("_")
        there = [folder / f"test_{stem}.py", *folder.glob(f"test_{stem}_*.py")]
        if not any(path.exists() for path in there) and module.place not in UNTESTED:
            yield module.room, module.place


def long_functions() -> Iterator[Breach]:
    """What a function does can be seen at once."""
    for module in MODULES:
        for function in module.functions:
            lines, tokens = module.size(function)
            if lines > LINES or tokens > TOKENS:
                told = f"{module.place}:{function.lineno} {function.name}"
                yield module.room, f"{told}: {lines} lines, {tokens} tokens"


def wide_functions() -> Iterator[Breach]:
    """A caller has at most six things to think of; the options of a command are its surface."""
    for module in MODULES:
        commands = module.tree.body if module.place.startswith("cli/") else []
        for function in module.functions:
            typed = function in commands and "typer." in ast.unparse(function.args)
            if house.parameters(function) > PARAMETERS and not typed:
                told = f"{module.place}:{function.lineno} {function.name}"
                yield module.room, f"{told}: {house.parameters(function)} parameters"


def blind_calls() -> Iterator[Breach]:
    """More than six positional arguments are named."""
    for module in MODULES:
        for call in module.calls:
            if len(call.args) > POSITIONAL:
                yield module.room, f"{module.place}:{call.lineno} {house.called(call)}"


def unformatted() -> Iterator[Breach]:
    """One tool formats every line."""
    for path in [*PROGRAM.rglob("*.py"), *TESTS.rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        if any(f"# fmt: {word}" in text for word in ("skip", "off")):
            yield "front", str(path.relative_to(TESTS.parent))


def vague() -> Iterator[Breach]:
    """A module's name says what is in it."""
    yield from ((m.room, m.place) for m in MODULES if VAGUE & set(m.dotted.split(".")))


def namesakes() -> Iterator[Breach]:
    """One name, one class."""
    places: dict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        for kind in module.classes:
            places[kind.name].append(module.place)
    for name, stand in places.items():
        if len(stand) > 1:
            yield stand[0].partition("/")[0], f"{name}: {', '.join(stand)}"


def unexplained() -> Iterator[Breach]:
    """Every module says what it is."""
    for module in MODULES:
        if not ast.get_docstring(module.tree) and module.text.strip():
            yield module.room, module.place


def circular() -> Iterator[Breach]:
    """No modules that need each other, inside functions and for types included."""
    edges = {module.dotted: house.imports(module, NAMES) for module in MODULES}
    for group in house.cycles(edges):
        yield group[0].split(".")[1], " ↔ ".join(group)


def hidden() -> Iterator[Breach]:
    """Below the command line no room of ours is imported where import-linter cannot see it."""
    for module in MODULES:
        for call in module.calls:
            if house.called(call) != "import_module" or module.room == "cli":
                continue
            if "kkmp_cli" in ast.unparse(call) or not isinstance(call.args[0], ast.Constant):
                yield module.room, f"{module.place}:{call.lineno}"


def channels() -> Iterator[Breach]:
    """Nothing is handed on through a value of a module."""
    empty = {"[]", "{}", "set()", "dict()", "list()", "deque()"}
    for module in MODULES:
        for name, value in house.assigned(module.tree):
            if ast.unparse(value) in empty or ast.unparse(value).startswith("defaultdict("):
                yield module.room, f"{module.place} {name}"
        for name, line in house.changed(module.tree):
            yield module.room, f"{module.place}:{line} {name}"


def told_apart() -> Iterator[Breach]:
    """What a fast twin hands out is told apart nowhere but there."""
    twins = {c.name for m in MODULES if m.stem == "bulk" for c in m.classes}
    for module in MODULES:
        for call in module.calls:
            if house.called(call) == "isinstance" and module.stem != "bulk":
                named = {n.id for n in ast.walk(call.args[1]) if isinstance(n, ast.Name)}
                yield from ((module.room, f"{module.place} {name}") for name in named & twins)


def long_tests() -> Iterator[Breach]:
    """A file of tests can be read at one sitting."""
    for path in sorted(TESTS.rglob("*.py")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        place = path.relative_to(TESTS)
        if lines > TEST_LINES:
            yield place.parts[0], f"{place}: {lines} lines"


Rule = Callable[[], Iterator[Breach]]
RULES: tuple[Rule, ...] = (
    twice,
    crowded,
    verbs,
    untested,
    long_functions,
    wide_functions,
    blind_calls,
    unformatted,
    vague,
    namesakes,
    unexplained,
    circular,
    hidden,
    channels,
    told_apart,
    long_tests,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_is_kept(rule: Rule) -> None:
    breaches = [what for _, what in rule()]
    assert not breaches, "\n".join((rule.__doc__ or "", *breaches))
