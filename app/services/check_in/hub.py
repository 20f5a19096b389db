"""What check-in needs of the way to the office hub."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.api.errors import ApiError, NotSent, ServerFault
from app.api.hub.link import HubRefused
from app.core.text import ExplainedError, Text, msg
from app.wire.hub.actions import HubAction, Message, Reply
from app.wire.hub.stream import StreamLine

A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)

_NOT_THERE = msg("Can't reach the office hub. Check that the PC it runs on is on.")
_NO_ANSWER = msg("The office hub didn't answer. Try again.")
_NOT_POSSIBLE = msg("The office hub refused this. Refresh, then try again.")
_NO_DATABASE = msg("The office hub can't reach its database. Ask your IT support to look at it.")
_REFUSED = {
    "unknown device": msg("The office hub doesn't know this PC any more. Pair it again."),
    "not allowed": msg("Only people who may manage people can do this."),
    "version": msg("Another desk just changed these settings. Look at them again."),
}
"""By the hub's word for why."""


class HubCalls(Protocol):
    """Sends actions to the hub."""

    async def call(self, action: HubAction[A, R], message: A, *, person: str | None = None) -> R:
        """The hub's answer. Raises the errors of `app.api.errors`, and HubRefused.

        `person`: the token of another person than the one who is signed in.
        """
        ...


class HubLines(Protocol):
    """The hub's change stream."""

    def watch(self, callback: Callable[[StreamLine], object]) -> Callable[[], None]:
        """Call back with each line. Returns a function that unsubscribes."""
        ...

    def watch_standing(self, watcher: Callable[[bool], object]) -> Callable[[], None]:
        """Call back when it begins or breaks off. Returns a function that unsubscribes."""
        ...


class HubTrouble(ExplainedError):
    """The hub could not be asked, or refused. `code` is its own word for why; empty: no answer came."""

    def __init__(self, words: Text, code: str = "") -> None:
        super().__init__(words)
        self.code = code


async def ask(hub: HubCalls, action: HubAction[A, R], message: A, person: str | None = None) -> R:
    """The hub's answer. Raises HubTrouble. `person`: as `HubCalls.call`."""
    try:
        return await hub.call(action, message, person=person)
    except HubRefused as refused:
        raise HubTrouble(_REFUSED.get(refused.code, _NOT_POSSIBLE), refused.code) from refused
    except NotSent as cause:
        raise HubTrouble(_NOT_THERE) from cause
    except ServerFault as cause:
        raise HubTrouble(_NO_DATABASE) from cause
    except ApiError as cause:
        raise HubTrouble(_NO_ANSWER) from cause
