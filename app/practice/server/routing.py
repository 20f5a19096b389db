"""Routing: which declared method a request means and which handler serves it, derived from the declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from msgspec import Struct, field

from app.practice.server.refusals import NotFound
from app.practice.server.work import Given, Outcome, Work
from app.wire.endpoint import Endpoint, endpoint_of

Serve = Callable[[Work, Given], Outcome]


class Handler(Struct, frozen=True):
    """A function of the practice that serves one declared method."""

    serve: Serve
    endpoint: Endpoint
    unchecked: frozenset[str]
    """Foreign keys that the handler checks itself, or that may refer to deleted rows."""


def serves(method: Callable[..., Any], *, unchecked: Iterable[str] = ()) -> Callable[[Serve], Handler]:
    """Make a function the handler of a declared method: `@serves(Appointments.confirm)`."""

    def wrap(function: Serve) -> Handler:
        return Handler(function, endpoint_of(method), frozenset(unchecked))

    return wrap


def handlers_in(modules: Iterable[ModuleType]) -> tuple[Handler, ...]:
    """Every handler in these modules."""
    return tuple(each for module in modules for each in vars(module).values() if isinstance(each, Handler))


class _Node(Struct):
    literal: dict[str, _Node] = field(default_factory=dict)
    placeholder: _Node | None = None
    verbs: dict[str, Handler] = field(default_factory=dict)


class Router:
    """Finds the handler for a verb and a path; a literal segment takes precedence over a placeholder."""

    def __init__(self, handlers: Iterable[Handler]) -> None:
        self._root = _Node()
        self.add(handlers)

    def add(self, handlers: Iterable[Handler]) -> None:
        """Add these handlers. ValueError when two serve the same method."""
        for handler in handlers:
            self._add(handler)

    def _add(self, handler: Handler) -> None:
        node = self._root
        for part in _parts(handler.endpoint.path):
            if part.startswith("{"):
                node.placeholder = node.placeholder or _Node()
                node = node.placeholder
            else:
                node = node.literal.setdefault(part.lower(), _Node())
        if handler.endpoint.verb in node.verbs:
            raise ValueError(f"two handlers serve {handler.endpoint.verb} {handler.endpoint.path}")
        node.verbs[handler.endpoint.verb] = handler

    def find(self, verb: str, path: str) -> tuple[Handler, dict[str, Any]]:
        """The handler and the placeholders' values. NotFound when no method matches."""
        found = _walk(self._root, _parts(path), verb)
        if found is None:
            raise NotFound(f"There is no such resource or method: {verb} {_without_numbers(path)}")
        handler, values = found
        names = [each.name for each in handler.endpoint.parameters if each.place == "path"]
        return handler, dict(zip(names, values, strict=True))


def _parts(path: str) -> list[str]:
    return path.strip("/").split("/")


def _walk(node: _Node, parts: list[str], verb: str) -> tuple[Handler, list[str]] | None:
    if not parts:
        handler = node.verbs.get(verb)
        return None if handler is None else (handler, [])
    first, rest = parts[0], parts[1:]
    literal = node.literal.get(first.lower())
    if literal is not None and (found := _walk(literal, rest, verb)) is not None:
        return found
    if node.placeholder is not None and (found := _walk(node.placeholder, rest, verb)) is not None:
        return found[0], [first, *found[1]]
    return None


def _without_numbers(path: str) -> str:
    return "/".join("{}" if part.isdigit() else part for part in path.split("/"))
