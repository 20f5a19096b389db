"""Routing: which declared method a request means and which handler serves it, derived from the declarations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from msgspec import Struct

from app.practice.server.refusals import BadRequest, NotFound
from app.practice.server.work import Given, Outcome, Work
from app.wire.endpoint import Endpoint, endpoint_of
from app.wire.routes import Routes

LONGEST_ECHO = 100
"""Characters of an address's part that a refusal repeats."""
_NUMBER = re.compile(r"[+-]?[0-9]+")

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
        self._routes = Routes[Handler]()
        self._resources: set[str] = set()
        self.add(handlers)

    def add(self, handlers: Iterable[Handler]) -> None:
        """Route to these as well."""
        for each in handlers:
            self._routes.add((each,))
            self._resources.add(each.endpoint.path.split("/")[1])

    def find(self, verb: str, path: str) -> tuple[Handler, dict[str, Any]]:
        """The handler and the placeholders' values.

        NotFound for an unknown resource, BadRequest for a verb or a named method that the resource lacks.
        """
        found = self._routes.find(verb, path)
        # `claims/search` is no number of a claim, but a named method.
        if found is not None and all(_NUMBER.fullmatch(each) for each in found[1].values()):
            return found
        resource, *rest = (part[:LONGEST_ECHO] for part in path.strip("/").split("/"))
        if resource.lower() not in self._resources:
            raise NotFound(f"{resource} is not a valid resource.")
        named = next((part for part in rest if not _NUMBER.fullmatch(part)), "")
        raise BadRequest(
            f"{resource} {verb} {named} is not a valid method."
        )  # two blanks where none is named
