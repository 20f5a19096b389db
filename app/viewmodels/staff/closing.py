"""Closing the program while changes have not been sent yet, or while other PCs use the office hub on this one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.text import Text, join, many, msg
from app.journal.entries import WriteState
from app.journal.journal import Journal
from app.journal.outbox import Outbox
from app.viewmodels.translation import tr

_LATER = msg("They are stored on this PC and will be sent the next time Front Desk starts.")
_CUT = msg(
    "Closing stops the upload. The file stays on this PC and can be uploaded again after the next start."
)

_LOST = msg("Without it, desks show only what they know already, and kiosks send patients to the desk.")


def losing_words(others: int) -> Text:
    """What it means for other devices that the office hub on this PC ends."""
    connected = many(
        "{n} other PCs are connected to the office hub on this PC.",
        "{n} other PC is connected to the office hub on this PC.",
        others,
    )
    return join([connected, _LOST])


class ClosingViewModel(QObject):
    """`close_asked`: the window should close now. `changed`: the number of unsent changes may have changed."""

    changed = Signal()
    close_asked = Signal()

    def __init__(self, journal: Journal, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._outbox = outbox
        self._decided = False
        self._asking = False
        self.others: Callable[[], int] = lambda: 0
        """How many other devices would lose the office hub with this program."""
        self.waiting = False
        """Whether the window closes by itself once everything is sent."""
        self._unwatch = journal.watch(lambda _: self._follow())

    @property
    def unsent(self) -> int:
        """The number of changes that wait for the server. Those held back for Undo are sent by closing itself."""
        return sum(
            each.state is WriteState.WAITING and not self._outbox.is_delayed(each.id)
            for each in self._journal.unsettled()
        )

    @property
    def uploading(self) -> int:
        """The number of files that are being sent, which closing would cut off."""
        return sum(self._outbox.sendings.is_long(each.id) for each in self._journal.unsettled())

    @property
    def may_close(self) -> bool:
        """Whether nothing is left to ask."""
        return self._decided or not (self.is_sending or self.others())

    @property
    def is_sending(self) -> bool:
        """Whether changes or files are still to be sent."""
        return bool(self.unsent or self.uploading)

    @property
    def title(self) -> str:
        """What the question is about."""
        return tr("Unsent changes") if self.is_sending else tr("Office hub")

    @property
    def words(self) -> str:
        """What is unsent, who uses the hub on this PC, and what closing means for them."""
        others = self.others()
        lost = tr(losing_words(others)) if others else ""
        return "\n\n".join(part for part in (self._sending_words, lost) if part)

    @property
    def _sending_words(self) -> str:
        files = many("{n} files are being uploaded.", "A file is being uploaded.", self.uploading)
        cut = tr(join([files, _CUT])) if self.uploading else ""
        if not self.unsent:
            return cut
        count = many("{n} changes have not been sent yet.", "{n} change has not been sent yet.", self.unsent)
        return " ".join(part for part in (cut, tr(count), tr(_LATER)) if part)

    def ask(self) -> bool:
        """The user wants to close: whether the question has to be shown, which it is once."""
        first, self._asking = not self._asking, True
        return first

    def close_now(self) -> None:
        """Close and leave the changes for the next start."""
        self._decided = True
        self.close_asked.emit()

    def close_when_sent(self) -> None:
        """Close by itself once everything is sent."""
        self.waiting = True
        self._follow()

    def keep_open(self) -> None:
        """Go on working."""
        self.waiting = self._asking = False

    def close(self) -> None:
        """Stop watching the journal."""
        self._unwatch()

    def _follow(self) -> None:
        if self._asking and not self.is_sending and (self.waiting or not self.others()):
            self.close_now()
        else:
            self.changed.emit()
