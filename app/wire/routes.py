"""Routing by the declarations: which declared method a verb and a path mean, for the practice and for the hub."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct, field

from app.wire.endpoint import Endpoint


class Routed(Protocol):
    """Whatever serves one declared method."""

    @property
    def endpoint(self) -> Endpoint:
        """The method."""
        ...


T = TypeVar("T", bound=Routed)


class _Node(Struct):
    literal: dict[str, _Node] = field(default_factory=dict)
    placeholder: _Node | None = None
    verbs: dict[str, Any] = field(default_factory=dict)


class Routes(Generic[T]):
    """Finds what serves a verb and a path; a literal segment takes precedence over a placeholder."""

    def __init__(self, served: Iterable[T] = ()) -> None:
        self._root = _Node()
        self.add(served)

    def add(self, served: Iterable[T]) -> None:
        """Add these. ValueError when two serve the same method."""
        for each in served:
            self._add(each)

    def _add(self, served: T) -> None:
        node, endpoint = self._root, served.endpoint
        for part in _parts(endpoint.path):
            if part.startswith("{"):
                node.placeholder = node.placeholder or _Node()
                node = node.placeholder
            else:
                node = node.literal.setdefault(part.lower(), _Node())
        if endpoint.verb in node.verbs:
            raise ValueError(f"two handlers serve {endpoint.verb} {endpoint.path}")
        node.verbs[endpoint.verb] = served

    def find(self, verb: str, path: str) -> tuple[T, dict[str, Any]] | None:
        """What serves it, and the placeholders' values; None when no method matches."""
        found = _walk(self._root, _parts(path), verb)
        if found is None:
            return None
        served, values = found
        names = [each.name for each in served.endpoint.parameters if each.place == "path"]
        return served, dict(zip(names, values, strict=True))


def _parts(path: str) -> list[str]:
    return path.strip("/").split("/")


def _walk(node: _Node, parts: list[str], verb: str) -> tuple[Any, list[str]] | None:
    if not parts:
        served = node.verbs.get(verb)
        return None if served is None else (served, [])
    first, rest = parts[0], parts[1:]
    literal = node.literal.get(first.lower())
    if literal is not None and (found := _walk(literal, rest, verb)) is not None:
        return found
    if node.placeholder is not None and (found := _walk(node.placeholder, rest, verb)) is not None:
        return found[0], [first, *found[1]]
    return None
