"""The tour of updates: the notice of a new version, and the page. The version is made up, and nothing is asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from app.bootstrap.tour.hands import Hands
from app.bootstrap.updates.starts import News
from app.core.text import NO_TEXT, Text
from app.domain.updates.manifest import Release, UpdateFile
from app.domain.updates.versions import Version
from app.services.updates.protected import Outcome
from app.services.updates.standing import Phase, Standing

NOTES = (
    "A payment can be split between two people.",
    "The schedule shows who was called today.",
)  # words: made-up news
SETUP = "FrontDesk-9.0.0-setup.exe"


class MadeUpUpdates:
    """Implements UpdateHost: a version is ready."""

    source = "https://updates.example.com/front-desk"
    when_idle = False
    installs_unasked = True
    hindrance = NO_TEXT
    outcome: Outcome | None = None
    trouble: Text | None = None

    def __init__(self) -> None:
        release = Release(
            Version(9, 0, 0), Version(0, 0, 0), 100, NOTES, (UpdateFile("nsis", SETUP, 32_000_000, "0" * 64),)
        )
        looked = datetime(2026, 11, 23, 9, 5).astimezone(UTC)
        self.standing = Standing(
            Phase.READY, release, Path("updates") / SETUP, looked=looked, can_go_back=True
        )
        self._offer = str(release.version)

    def watch(self, _: Callable[[None], object]) -> Callable[[], None]:
        """As UpdateHost: nothing changes."""
        return lambda: None

    async def look(self) -> None:
        """As UpdateHost."""

    def set_when_idle(self, *, wanted: bool) -> None:
        """As UpdateHost."""
        self.when_idle = wanted

    async def install(self, *, elevate: bool) -> None:
        """As UpdateHost: there is nothing to install."""

    def take_news(self) -> News:
        """As UpdateHost."""
        return News()

    def take_offer(self) -> str:
        """As UpdateHost."""
        offer, self._offer = self._offer, ""
        return offer


async def ready(hands: Hands) -> None:
    """A new version is ready: a notice that covers nothing, and takes no focus."""
    hands.key(Qt.Key.Key_Escape)
    hands.desk.updates.follow(MadeUpUpdates())
    await hands.until(lambda: hands.told("Front Desk 9.0.0 is ready."))


async def page(hands: Hands) -> None:
    """Ctrl+F1: the version, where updates come from, and what is new."""
    hands.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: hands.desk.updates.is_open)
    for each in hands.desk.notices.items:
        hands.desk.notices.close(each.id)


STEPS = (("an update is ready", ready), ("updates", page))
