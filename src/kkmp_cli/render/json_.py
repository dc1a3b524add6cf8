"""Values → the JSON that the contract promises: keys are field names, in the order of the fields.

Fields marked `printed only` are for readers of text and stay out. Never enters: a rule, a sum.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any

from kkmp_cli.reports import Report


def report(value: Report) -> str:
    """The report as JSON (contract, section 6), ending with a line break."""
    return text(value)


def text(value: Any) -> str:
    """Any value as JSON: readable, UTF-8 letters as they are, always in the same order."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Frozen values, mappings and sequences → what JSON knows."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain(getattr(value, name)) for name in _keys(type(value))}
    return value


@cache
def _keys(kind: type[Any]) -> tuple[str, ...]:
    described: tuple[Field[Any], ...] = fields(kind)
    return tuple(field.name for field in described if field.metadata.get("json", True))
