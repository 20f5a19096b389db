"""Who looks for updates, as a test wants it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from app.bootstrap.updates.starts import News
from app.core.observers import Observers
from app.core.text import NO_TEXT, ExplainedError, Text
from app.domain.updates.manifest import Release
from app.services.updates.protected import Outcome
from app.services.updates.standing import Phase, Standing
from tests.support.updates.source import SETUP, release

LOOKED = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def ready(offered: Release | None = None) -> Standing:
    """A version is ready."""
    return Standing(
        Phase.READY, offered or release(), Path("updates") / SETUP, looked=LOOKED, can_go_back=True
    )


class Host:
    """Implements UpdateHost."""

    def __init__(self, standing: Standing | None = None, source: str = "https://updates.example.com") -> None:
        self.source = source
        self.standing = standing
        self.when_idle = False
        self.installs_unasked = True
        self.hindrance: Text = NO_TEXT
        self.outcome: Outcome | None = None
        self.trouble: Text | None = None
        self.news = News()
        self.done: list[str] = []
        self._observers: Observers[None] = Observers()
        self._offered = False

    def watch(self, watcher: Callable[[None], object]) -> Callable[[], None]:
        """As UpdateHost."""
        return self._observers.add(watcher)

    def become(self, standing: Standing) -> None:
        """Something has changed."""
        self.standing = standing
        self._observers.notify(None)

    async def look(self) -> None:
        """As UpdateHost."""
        self.done.append("look")

    def set_when_idle(self, *, wanted: bool) -> None:
        """As UpdateHost."""
        self.when_idle = wanted
        self._observers.notify(None)

    async def install(self, *, elevate: bool) -> None:
        """As UpdateHost."""
        if self.hindrance:
            raise ExplainedError(self.hindrance)
        self.done.append("install")

    def take_news(self) -> News:
        """As UpdateHost."""
        news, self.news = self.news, News()
        return news

    def take_offer(self) -> str:
        """As UpdateHost."""
        offer = self.standing is not None and self.standing.phase is Phase.READY and not self._offered
        self._offered = self._offered or offer
        return str(self.standing.release.version) if offer else ""
