"""Who looks for updates of the program: the page asks it, and follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # loads with the first look
    from app.services.updates.standing import Standing


class UpdateHost(Protocol):
    """One for the program."""

    source: str
    """Where updates come from, as the administrator typed it; empty: none are looked for."""

    @property
    def standing(self) -> Standing | None:
        """How this PC stands; None: nothing was looked for yet."""
        ...

    def watch(self, watcher: Callable[[Standing], object]) -> Callable[[], None]:
        """Call with each change; returns a function that ends it."""
        ...

    async def look(self) -> None:
        """Look now, and download what is newer. What fails is in `standing`."""
        ...

    def take_offer(self) -> str:
        """The version that is ready and was not offered yet: it is offered once. Empty: there is none."""
        ...
