"""How a declared action of the hub is served."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from types import ModuleType
from typing import Any, TypeVar

from msgspec import Struct

from app.hub.hub import Hub
from app.wire.hub.actions import HubAction, Kind, Message, Reply

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)


class Asker(Struct, frozen=True):
    """The device that asks. `device_num` 0 and `kind` None: it is not paired yet."""

    device_num: int
    name: str
    kind: Kind | None
    address: str
    """Its network address, for limits and the device list."""
    person: str = ""
    """The token of the person at the desk (`app.hub.shared.staff`), not checked yet; empty: nobody is signed in."""


class Refusal(Exception):
    """The hub refuses an action. `code` is one word for the program that asked; it never holds a value."""

    def __init__(self, status: int, code: str, *, retry_after: float = 0.0) -> None:
        """`retry_after`: seconds after which it may be tried again; 0: not said."""
        super().__init__(code)
        self.retry_after = retry_after
        self.status = status
        self.code = code


class ActionHandler(Struct, frozen=True):
    """A function that serves one action."""

    action: HubAction[Any, Any]
    serve: Callable[[Hub, Asker, Any], Awaitable[Reply]]


def answers(
    action: HubAction[A, R],
) -> Callable[[Callable[[Hub, Asker, A], Awaitable[R]]], ActionHandler]:
    """Make a function the handler of an action: `@answers(IDENTIFY)`. It may raise Refusal."""

    def wrap(serve: Callable[[Hub, Asker, A], Awaitable[R]]) -> ActionHandler:
        return ActionHandler(action, serve)

    return wrap


def handlers_in(modules: Iterable[ModuleType]) -> tuple[ActionHandler, ...]:
    """Every handler in these modules."""
    return tuple(
        each for module in modules for each in vars(module).values() if isinstance(each, ActionHandler)
    )
