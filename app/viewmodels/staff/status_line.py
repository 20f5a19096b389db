"""The status line: mode, rate limit, waiting changes, age of the visible data, what needs attention."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.api.status import BrokerStatus
from app.core.later import load_name
from app.core.office_clock import OfficeClock
from app.core.text import NO_TEXT, Text, join, many, msg
from app.journal.entries import WriteState
from app.viewmodels.durations import duration
from app.viewmodels.staff.connect_words import mode_text
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.screens import Screens, ScreenStatus
from app.viewmodels.translation import tr

HUB_STATUS = "app.viewmodels.staff.hub.status:hub_status"
FRESH_SECONDS, READ_SECONDS = 20, 300
"""Older data are shown as old: of a screen that follows each change, and of one that is read on demand."""
TICK_SECONDS = 1.0
"""An age is counted in seconds."""
JUST_NOW_SECONDS = 5
"""A round and its answer: the line of an idle desk doesn't change, and nothing is painted."""


class StatusLine(Struct, frozen=True):
    """The line's parts, ready to be shown."""

    mode: str
    freshness: str
    stale: bool
    pace: str
    waiting: str
    coming: str
    note: str
    clock: str
    """That the office's clock and this PC's differ, as text; empty: they agree."""
    attention: str
    """How much needs attention, as text; empty: nothing."""
    problems: str
    """What the screen could not show, as text; empty: nothing."""
    problems_command: str
    connected: bool
    advice: str = ""
    """What to do about a server or hub that can't be reached; empty: nothing."""


def ago_text(age: timedelta | None) -> str:
    """An age as text: "2 s ago", "3 min ago", "1 h 5 min ago"."""
    if age is None:
        return tr("not loaded yet")
    seconds = max(int(age.total_seconds()), 0)
    if seconds < JUST_NOW_SECONDS:
        return tr("just now")
    if seconds < 60:  # a minute
        return tr("{n} s ago", n=seconds)
    hours, minutes = divmod(seconds // 60, 60)
    if hours:
        return tr("{h} h {m} min ago", h=hours, m=minutes)
    return tr("{m} min ago", m=minutes)


def clock_text(clock: OfficeClock) -> str:
    """How far this PC's clock is off the office's: "Office time (this PC is 1 h 3 min slow)"."""
    if not clock.differs:
        return ""
    span = duration(clock.ahead)
    if clock.ahead > timedelta(0):
        return tr("Office time (this PC's clock is {span} behind)", span=span)
    return tr("Office time (this PC's clock is {span} ahead)", span=span)


def attention_text(count: int) -> str:
    """How much needs attention: "1 needs attention", "3 need attention"; empty for nothing."""
    return tr(many("{n} need attention", "{n} needs attention", count)) if count else ""


class StatusLineViewModel(QObject):
    """Composes the line; `changed` when any part of it changes. The view calls `tick` again after `rest`."""

    changed = Signal()

    def __init__(
        self,
        parts: Parts,
        screens: Screens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode_text(parts.mode)
        self._hub = parts.hub
        self._clock = parts.clock
        self._screens = screens
        self._client = client = parts.client
        self._journal = journal = parts.journal
        self._outbox = parts.outbox
        self._open = self._count()
        self.line = self._compose()
        for signal in (screens.shown_changed, screens.status_changed):
            signal.connect(self.tick)
        self._unwatch = [
            client.watch(lambda _: self.tick()),
            journal.watch(lambda _: self._recount()),
            parts.outbox.sendings.watch(lambda _: self._recount()),
            journal.store.watch_damage(lambda _: self._recount()),
        ]

    def tick(self) -> None:
        """Compose the line again."""
        line = self._compose()
        if line != self.line:
            self.line = line
            self.changed.emit()

    @property
    def rest(self) -> float:
        """Seconds until the line may change by itself: fresh data are said to be so for a while."""
        shown = self._screens.shown
        age = shown.status.age if shown is not None else None
        return max(JUST_NOW_SECONDS - age.total_seconds() if age is not None else 0.0, TICK_SECONDS)

    def close(self) -> None:
        """Stop following."""
        for unwatch in self._unwatch:
            unwatch()

    def _recount(self) -> None:
        self._open = self._count()
        self.tick()

    def _count(self) -> int:
        """What needs attention, without writes delayed for a few seconds and files that are being sent."""
        entries, outbox = self._journal.open_entries(), self._outbox
        sending = (each.intent for each in entries if outbox.sendings.is_long(each.id))
        queues = {key for intent in sending for key in intent.keep_order_with}
        on_its_way = (WriteState.WAITING, WriteState.SENT)
        fine = sum(
            outbox.is_delayed(each.id)
            or (each.state in on_its_way and not queues.isdisjoint(each.intent.keep_order_with))
            for each in entries
        )
        return self._journal.need_attention - fine

    def _compose(self) -> StatusLine:
        status, shown = self._client.status, self._screens.shown
        screen = shown.status if shown is not None else ScreenStatus()
        age = screen.age
        cause, advice, at_hub, live = self._cause(status)
        live = live and screen.followed
        seconds = age.total_seconds() if age is not None else 0.0
        stale = not live and seconds > (FRESH_SECONDS if screen.followed else READ_SECONDS)
        if cause:
            known = msg("as of {age}", age=ago_text(age)) if age is not None else ""
            freshness = tr(join([cause, known], " · "))
        elif age is None:
            freshness = "" if screen.refused else tr("Loading…")
        elif live:
            freshness = tr("Live", "data that follow every change")
        elif seconds > FRESH_SECONDS:
            freshness = tr("Loaded {age}", age=ago_text(age))
        else:
            freshness = tr("Up to date {age}", age=ago_text(age))
        return StatusLine(
            self._mode,
            freshness,
            stale or bool(cause),
            tr(status.pace_text),
            tr("{n} waiting", n=status.waiting) if status.waiting else tr(at_hub),
            screen.coming if not cause else "",
            screen.note,
            clock_text(self._clock),
            attention_text(self._open),
            screen.problems,
            screen.problems_command,
            not cause,
            tr(advice),
        )

    def _cause(self, status: BrokerStatus) -> tuple[Text, Text, Text, bool]:
        """Why the office isn't reached, what to do, what waits in the hub, and whether all changes are told."""
        live = False
        if self._hub is not None:
            known = load_name(HUB_STATUS)(self._hub)
            if known.words:
                return known.words, known.advice, known.waiting, False
            waiting, live = known.waiting, known.live
        else:
            waiting = NO_TEXT
        if status.connected:
            return NO_TEXT, NO_TEXT, waiting, live
        intercepted = msg("Blocked by a sign-in page or proxy")
        cause = intercepted if status.intercepted else msg("Can't reach the server")
        return cause, NO_TEXT, waiting, False
