"""The source as the rules of the house see it: modules, what each imports, functions and their
sizes.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
PROGRAM = ROOT / "src" / "kkmp_cli"
VERSIONS = "register/schema/migrations/versions/"
LAYOUT = frozenset(
    {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
)
"""Tokens that say nothing of how much a function does."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the program; `place` is its path below `kkmp_cli`."""

    place: str
    text: str

    @property
    def room(self) -> str:
        """The first folder, or the file itself where it stands in front."""
        return self.place.partition("/")[0]

    @property
    def stem(self) -> str:
        """The file's name without its extension."""
        return Path(self.place).stem

    @property
    def dotted(self) -> str:
        """The name that an import would use."""
        dotted = self.place.removesuffix(".py").replace("/", ".")
        return f"kkmp_cli.{dotted}".removesuffix(".__init__")

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return ast.parse(self.text)

    @property
    def functions(self) -> list[Function]:
        """Every function and method, inner ones too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def classes(self) -> list[ast.ClassDef]:
        """Every class."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]

    @property
    def calls(self) -> list[ast.Call]:
        """Every call."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    @cached_property
    def token_lines(self) -> list[int]:
        """The line of every token that is not layout."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [token.start[0] for token in tokens if token.type not in LAYOUT]

    def size(self, function: Function) -> tuple[int, int]:
        """Lines and tokens of a function's body, without signature and docstring."""
        body = function.body[1:] if ast.get_docstring(function) else function.body
        if not body:
            return 0, 0
        first, last = body[0].lineno, function.end_lineno or 0
        return last - first + 1, sum(first <= line <= last for line in self.token_lines)


def modules() -> tuple[Module, ...]:
    """Every module of the program, by place."""
    paths = sorted(PROGRAM.rglob("*.py"))
    return tuple(
        Module(path.relative_to(PROGRAM).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
    )


def parameters(function: Function) -> int:
    """How many parameters a caller has to think of: `self` and `cls` are none."""
    names = function.args
    every = [*names.posonlyargs, *names.args, *names.kwonlyargs]
    return len(every) - (bool(every) and every[0].arg in ("self", "cls"))


def called(call: ast.Call) -> str:
    """The last part of the name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def imports(module: Module, names: frozenset[str]) -> set[str]:
    """Our own modules that a module imports: at its top, inside a function or for types alone."""
    aimed: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            aimed.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            aimed.update(inner & names or {node.module})
            if inner - names:
                aimed.add(node.module)
    return (aimed & names) - {module.dotted}


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of names that reach each other (Tarjan's strongly connected components)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    closed: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        stack.append(name)
        for reached in edges[name]:
            if reached not in order:
                visit(reached)
            if reached in stack:
                low[name] = min(low[name], low[reached])
        if low[name] == order[name]:
            place = stack.index(name)
            closed.append(sorted(stack[place:]))
            del stack[place:]

    for name in edges:
        if name not in order:
            visit(name)
    return [group for group in closed if len(group) > 1]


def assigned(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """The names that a module gives a value at its top, each with that value."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((at.id, node.value) for at in node.targets if isinstance(at, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def changed(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The names of a module's own values that one of its functions changes, with the line."""
    top = {name for name, _ in assigned(tree)}
    for function in (node for node in ast.walk(tree) if isinstance(node, Function)):
        inside = list(ast.walk(function))
        own = {node.arg for node in inside if isinstance(node, ast.arg)}
        own |= {n.id for n in inside if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        for node in inside:
            if isinstance(node, ast.Global):
                yield from ((name, node.lineno) for name in node.names)
            elif isinstance(changing := _changing(node), ast.Name) and changing.id in top - own:
                yield changing.id, changing.lineno


def _changing(node: ast.AST) -> ast.expr | None:
    """What a node changes in place, if anything: by a subscript or by a method of a collection."""
    if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return node.value
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in IN_PLACE
    ):
        return node.func.value
    return None


IN_PLACE = frozenset(
    {"append", "extend", "insert", "remove", "pop", "clear", "add", "discard", "update"}
    | {"setdefault", "popitem", "sort", "reverse", "appendleft"}
)
