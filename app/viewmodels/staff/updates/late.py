"""The notice of a new version, and the way to the page of updates, which is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.core.text import msg
from app.viewmodels.activity import NoticeAction
from app.viewmodels.command import CommandSpec
from app.viewmodels.translation import tr

if TYPE_CHECKING:  # the desk has the page, and passes itself to it
    from app.services.updates.protected import Outcome
    from app.viewmodels.staff.desk import DeskViewModel
    from app.viewmodels.staff.updates.host import UpdateHost, UpdateNews

MODEL = "app.viewmodels.staff.updates.page:UpdatesViewModel"
WORDS = "app.viewmodels.staff.updates.words:news_words"
VIEW = "app.views.staff.updates.page:UpdatesPage"
UPDATES = CommandSpec(
    "app.updates",
    msg("Updates"),
    "Ctrl+F1",
    "Help",
    synonyms=msg("version new update install download check", "search words"),
)


class LateUpdates(QObject):
    """Opens the page: `opened` is emitted when it is to be shown, with its `model` and `view` loaded."""

    opened = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self._desk = desk
        self._unwatch: Callable[[], None] = lambda: None
        self.host: UpdateHost | None = None
        """Looks for updates; None: this program doesn't."""
        self.model: Any = None
        """The page's viewmodel, once it has been opened."""
        self.view: Callable[..., Any] | None = None
        """The factory of its widget."""
        self.commands = [desk.command(UPDATES, self.show)]

    @property
    def is_open(self) -> bool:
        """Whether the page is shown."""
        return self.model is not None and self.model.is_open

    def follow(self, host: UpdateHost) -> None:
        """Offer what this host has ready, now and later."""
        self.host = host
        self._unwatch = host.watch(lambda _: self._follow())
        self._follow()

    async def show(self) -> None:
        """Show the page."""
        if self.model is None:
            model, self.view = await self._desk.parts.load(MODEL, VIEW)
            self.model = model(self._desk, self.host)
        self.model.begin()
        self.opened.emit()

    def close(self) -> None:
        """The desk was closed."""
        self._unwatch()
        if self.model is not None:
            self.model.close()

    def _follow(self) -> None:
        host = self.host
        if host is None:
            return
        what = NoticeAction(tr("What is new"), self._desk.commands[UPDATES.id].run)
        if version := host.take_offer():
            wait = NoticeAction(tr("Install when idle"), lambda: host.set_when_idle(wanted=True))
            actions = (what, wait) if host.installs_unasked else (what,)
            self._desk.notices.say(tr("Front Desk {version} is ready.", version=version), actions=actions)
        news = host.take_news()
        if news.before or news.asked:
            self._desk.parts.scope.start(self._tell(news, host.outcome), "news of updates")

    async def _tell(self, news: UpdateNews, outcome: Outcome | None) -> None:
        (words,) = await self._desk.parts.load(WORDS)
        found = words(news.before, outcome, asked=news.asked)
        if found.text:
            self._desk.notices.say(tr(found.text), kind="done" if found.good else "warning")
