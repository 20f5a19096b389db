"""Notices: short messages about what has happened, some with an undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import count

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.text import At, msg
from app.viewmodels.messages import Message
from app.viewmodels.translation import tr
from app.viewmodels.verdict import YES, Verdict

UNDO_SECONDS = 10.0
READ_SECONDS = 6.0
MOST = 2
"""Maximum number of toasts that disappear by themselves; those that stay until closed are not counted."""
KEPT = 200
NOTHING_STANDS = msg("No message is shown right now. Ctrl+I lists recent activity.")


class NoticeAction(Struct, frozen=True):
    """A button of a notice besides its undo: "Try again", "Move there"."""

    title: str
    run: Callable[[], None]


class Notice(Struct, frozen=True):
    """One notice. `seconds` is how long its toast is shown; 0 means until it is closed."""

    id: int
    at: datetime
    words: str
    kind: str = "done"
    """`done`, `waiting`, `warning` or `error`."""
    seconds: float = READ_SECONDS
    undo: Callable[[], None] | None = None
    undo_leaves: str = ""
    """What Undo can't remove; empty: nothing."""
    actions: tuple[NoticeAction, ...] = ()
    link: NoticeAction | None = None
    """Goes to the notice's subject if that is not on the screen. It can be used repeatedly."""
    details: str = ""
    """The text that "Copy details" copies; no patient data."""
    about: str = ""
    """What was changed; empty: nothing that may change again."""
    final: str = ""
    """Why this change can't be undone here or now; empty: it can be, or nothing was changed."""

    @property
    def line(self) -> str:
        """The list's row: the time, and below it the text."""
        leaves = tr("Undo leaves: {what}", what=self.undo_leaves) if self.undo_leaves else ""
        return "\n".join(part for part in (tr(At(self.at)), self.words, leaves) if part)


class Notices(QObject):
    """The notices, newest last.

    `posted` is emitted with a new Notice, `closed` with the id of one whose toast closes, `revised` with the
    id of one whose text or undo has changed. `reached` asks to move the keyboard focus to the toasts, or to
    the next one.
    """

    posted = Signal(object)
    closed = Signal(int)
    revised = Signal(int)
    reached = Signal()
    hush_changed = Signal()
    """Follows `hushed`."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ids = count(1)
        self._undoable: set[int] = set()
        self._standing: list[Notice] = []
        self.items: list[Notice] = []
        self.hushed = False
        """Whether toasts are hidden: the public can see the screen. The list has what they say."""

    def hush(self, *, hushed: bool) -> None:
        """Hide toasts, or show them again."""
        if hushed is not self.hushed:
            self.hushed = hushed
            self.hush_changed.emit()

    def say(
        self,
        words: str,
        *,
        kind: str = "done",
        undo: Callable[[], None] | None = None,
        undo_leaves: str = "",
        actions: tuple[NoticeAction, ...] = (),
        link: NoticeAction | None = None,
        about: str = "",
        final: str = "",
    ) -> Notice:
        """Post a notice.

        Its toast is shown for ten seconds with an undo; with actions, or as an error, until it is closed. It takes
        the place of an earlier one `about` the same that can't be undone any more.
        """
        seconds = 0.0 if kind == "error" or actions else UNDO_SECONDS if undo else READ_SECONDS
        at = self._clock.now()
        notice = Notice(
            next(self._ids), at, words, kind, seconds, undo, undo_leaves, actions, link,
            about=about, final=final,
        )  # fmt: skip
        for old in [each for each in self._standing if about and each.about == about and each.seconds]:
            if not self.can_undo(old.id):
                self.close(old.id)
        return self._post(notice)

    def revise(
        self, notice_id: int, words: str, *, kind: str = "done", undo_leaves: str = "", final: str = ""
    ) -> None:
        """Change a notice's text, because its subject has changed."""
        if (notice := self.notice(notice_id)) is not None:
            self._revise(replace(notice, words=words, kind=kind, undo_leaves=undo_leaves, final=final))

    def fail(self, message: Message) -> Notice:
        """Post an error; it is shown until it is closed."""
        notice = Notice(
            next(self._ids), self._clock.now(), message.sentence, "error", 0.0, details=message.details
        )
        return self._post(notice)

    @property
    def empty(self) -> str:
        """The text for an empty list."""
        return "" if self.items else tr("Nothing yet. Your changes are listed here.")

    def notice(self, notice_id: int) -> Notice | None:
        """A notice in its current form; None if it is not kept any more."""
        return next((each for each in self.items if each.id == notice_id), None)

    @property
    def undoable(self) -> Notice | None:
        """The newest notice that can still be undone."""
        return next((each for each in reversed(self.items) if each.id in self._undoable), None)

    @property
    def final(self) -> str:
        """Why the newest change can't be undone here; empty: it can be, or it was undone, or there is none."""
        for each in reversed(self.items):
            if each.id in self._undoable:
                return ""
            if each.final:
                return each.final
        return ""

    def can_undo(self, notice_id: int) -> bool:
        """Whether a notice can still be undone, even if its toast is closed."""
        return notice_id in self._undoable

    def allow_undo(self, notice_id: int, *, allowed: bool, final: str | None = None) -> None:
        """Allow a notice's undo, or withdraw it: its subject was changed again, or is not shown any more.

        `final` as the notice's; None: as it was.
        """
        if (notice := self.notice(notice_id)) is None or notice.undo is None:
            return
        new = notice if final in (None, notice.final) else replace(notice, final=final or "")
        if new is not notice or allowed is not (notice_id in self._undoable):
            (self._undoable.add if allowed else self._undoable.discard)(notice_id)
            self._revise(new)

    def undo(self, notice_id: int) -> None:
        """Undo a notice's action, once."""
        notice = self.notice(notice_id)
        if notice is not None and notice.undo is not None and notice_id in self._undoable:
            self.allow_undo(notice_id, allowed=False)
            self.close(notice_id)
            notice.undo()

    def act(self, notice_id: int, title: str) -> None:
        """Run one of a notice's actions and close its toast."""
        standing = next((each for each in self._standing if each.id == notice_id), None)
        for action in standing.actions if standing is not None else ():
            if action.title == title:
                self.close(notice_id)
                action.run()

    def close(self, notice_id: int) -> None:
        """Close a toast; its notice stays in the list, and can be undone there."""
        self._standing = [each for each in self._standing if each.id != notice_id]
        self.closed.emit(notice_id)

    def may_reach(self) -> Verdict:
        """Whether there is a toast that can take the focus."""
        return YES if self._standing else Verdict(ok=False, reason=NOTHING_STANDS)

    def reach(self) -> None:
        """Focus the newest toast, or the one after the focused one."""
        self.reached.emit()

    def _revise(self, notice: Notice) -> None:
        self.items = [notice if each.id == notice.id else each for each in self.items]
        self.revised.emit(notice.id)

    def _post(self, notice: Notice) -> Notice:
        kept = {each.id for each in self.items[-(KEPT - 1) :]}
        self.items = [*self.items[-(KEPT - 1) :], notice]
        self._undoable &= kept
        if notice.undo is not None:
            self._undoable.add(notice.id)
        self._standing.append(notice)
        for old in [each for each in self._standing if each.seconds][
            :-MOST
        ]:  # it can still be undone in the list
            self.close(old.id)
        self.posted.emit(notice)
        return notice
