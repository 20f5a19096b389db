"""Routing: which declared method a request means and which handler serves it, derived from the declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from msgspec import Struct

from app.practice.server.refusals import NotFound
from app.practice.server.work import Given, Outcome, Work
from app.wire.endpoint import Endpoint, endpoint_of
from app.wire.routes import Routes

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


class Router:
    """Finds the handler for a verb and a path."""

    def __init__(self, handlers: Iterable[Handler]) -> None:
        self._routes = Routes(handlers)
        self.add = self._routes.add

    def find(self, verb: str, path: str) -> tuple[Handler, dict[str, Any]]:
        """The handler and the placeholders' values. NotFound when no method matches."""
        found = self._routes.find(verb, path)
        if found is None:
            raise NotFound(f"There is no such resource or method: {verb} {_without_numbers(path)}")
        return found


def _without_numbers(path: str) -> str:
    return "/".join("{}" if part.isdigit() else part for part in path.split("/"))
