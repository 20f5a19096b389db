"""A start without the server: the schedule is this PC's copy and can't be changed; a banner shows this."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.api.need import Need
from app.core.text import At, Shape, msg
from app.viewmodels.banners import Banner, Banners
from app.viewmodels.staff.parts import Parts
from app.viewmodels.translation import tr

BANNER = "saved copy"  # words: its id
READ_ONLY = msg("The office can't be reached. This is a saved copy, which can't be changed.")


class SavedCopyWatch(QObject):
    """Shows the banner and blocks writes while today is known only from the copy and the office doesn't answer."""

    def __init__(
        self, parts: Parts, banners: Banners, held: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """`held` is called when writes are blocked or allowed again."""
        super().__init__(parent)
        self._held = held
        self._parts = parts
        self._banners = banners
        self._trying = False
        self._tried_at: datetime | None = None
        self._unwatch = (
            parts.office.watch(lambda _: self._follow()),
            parts.client.watch(lambda _: self._follow()),
        )
        self._follow()

    @property
    def read_only(self) -> bool:
        """Whether the schedule shown is the copy, without a server to send changes to."""
        return self._parts.office.is_copy(self._today) and not self._parts.client.status.connected

    def close(self) -> None:
        """Stop following the office."""
        for unwatch in self._unwatch:
            unwatch()

    @property
    def _today(self) -> date:
        return self._parts.clock.now().date()

    def _follow(self) -> None:
        client, reason = self._parts.client, READ_ONLY if self.read_only else None
        if client.capabilities.held != reason:
            client.learn(client.capabilities.holding(reason))
            self._held()
        age = self._parts.office.age(self._today)
        if not self.read_only or age is None:
            self._banners.hide(BANNER)
            return
        saved_at = At(self._parts.clock.now() - age, Shape.BOTH)
        words = [tr("Can't reach the office. This is the schedule as saved {saved_at}.", saved_at=saved_at)]
        words.append(tr("It can be read and printed, but not changed."))
        if self._tried_at is not None:
            words.append(tr("Tried again at {time}.", time=At(self._tried_at)))
        button = tr("Trying…") if self._trying else tr("Try again")
        self._banners.show(Banner(BANNER, " ".join(words), button, not self._trying), self._try_again)

    def _try_again(self) -> None:
        self._trying = True
        self._follow()
        self._parts.scope.start(self._try(), "try the office again")

    async def _try(self) -> None:
        try:
            await self._parts.office.reader.open_day(self._today, Need.CLICK)
        except ApiError:
            self._tried_at = self._parts.clock.now()  # the status line shows the problem
        finally:
            self._trying = False
            self._follow()
