"""Who looks for updates of the program and has them installed: the page asks it, and follows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # these load with the first look
    from app.core.text import Text
    from app.services.updates.protected import Outcome
    from app.services.updates.standing import Standing


class UpdateNews(Protocol):
    """What a start has to tell about updates."""

    @property
    def before(self) -> str:
        """The version that ran before this one; empty: this one did."""
        ...

    @property
    def asked(self) -> bool:
        """Whether an installation was asked for before this start."""
        ...


class UpdateHost(Protocol):
    """One for the program."""

    source: str
    """Where updates come from, as the administrator typed it; empty: none are looked for."""
    when_idle: bool
    """Whether the version that is ready is installed as soon as nobody is at the PC."""
    installs_unasked: bool
    """Whether that is possible: elsewhere Windows asks for an administrator, and nobody is there to answer."""
    outcome: Outcome | None
    """How the last installation on this PC ended; None: there was none, or it wasn't looked for yet."""
    trouble: Text | None
    """Why the installation when idle was given up."""

    @property
    def standing(self) -> Standing | None:
        """How this PC stands; None: nothing was looked for yet."""
        ...

    @property
    def hindrance(self) -> Text:
        """What an installation would disturb now, as a sentence; empty: nothing."""
        ...

    def watch(self, watcher: Callable[[None], object]) -> Callable[[], None]:
        """Call with each change; returns a function that ends it."""
        ...

    async def look(self) -> None:
        """Look now, and download what is newer. What fails is in `standing`."""
        ...

    def set_when_idle(self, *, wanted: bool) -> None:
        """Install when idle, or don't."""
        ...

    async def install(self, *, elevate: bool) -> None:
        """Close and install. `elevate`: Windows may ask for an administrator. Raises ExplainedError."""
        ...

    def take_offer(self) -> str:
        """The version that is ready and was not offered yet: it is offered once. Empty: there is none."""
        ...

    def take_news(self) -> UpdateNews:
        """What this start has to tell, once."""
        ...
