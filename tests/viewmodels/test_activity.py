"""What was said, and what can be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.viewmodels.activity import KEPT, UNDO_SECONDS, Notices
from app.viewmodels.messages import Message
from tests.support.manual_clock import ManualClock


def nothing() -> None:
    """An undo that does nothing."""


async def test_undo_lasts_ten_seconds(qapp: QApplication) -> None:
    """The newest line that can be taken back is offered for ten seconds, not longer."""
    clock = ManualClock()
    notices = Notices(clock)
    first = notices.say("One.", undo=nothing)
    await clock.advance(4)
    second = notices.say("Two.", undo=nothing)
    notices.say("Nothing to undo here.")
    assert notices.undoable is second
    await clock.advance(UNDO_SECONDS - 4 + 0.1)
    assert notices.undoable is second
    notices.close(second.id)
    assert notices.undoable is None
    notices.undo(first.id)


async def test_undo_happens_once(qapp: QApplication) -> None:
    """Taking a line back closes its toast and works once."""
    done: list[int] = []
    closed: list[int] = []
    notices = Notices(ManualClock())
    notices.closed.connect(closed.append)
    notice = notices.say("One.", undo=lambda: done.append(1))
    notices.undo(notice.id)
    notices.undo(notice.id)
    notices.undo(4711)
    assert done == [1]
    assert closed == [notice.id]
    assert notices.undoable is None


async def test_errors_stay(qapp: QApplication) -> None:
    """An error stays until somebody closes it; everything else goes by itself."""
    notices = Notices(ManualClock())
    assert notices.say("Not done.", kind="error").seconds == 0
    assert notices.fail(Message("Title.", "Meaning.", "Action.", "details")).seconds == 0
    assert notices.say("Done.").seconds > 0
    assert notices.say("Done.", undo=nothing).seconds == UNDO_SECONDS
    assert notices.items[1].words == "Title. Meaning. Action."


async def test_old_lines_are_forgotten(qapp: QApplication) -> None:
    """The list keeps the latest lines, and no more than it says."""
    notices = Notices(ManualClock())
    for number in range(KEPT + 50):
        notices.say(str(number))
    assert len(notices.items) == KEPT
    assert notices.items[-1].words == str(KEPT + 49)


async def test_a_line_says_when(qapp: QApplication) -> None:
    """The list has the time above the words, and says why it is empty as long as it is."""
    notices = Notices(ManualClock())
    assert notices.empty.startswith("Nothing yet.")
    assert notices.say("Saved.").line == "8:00 AM\nSaved."
    assert notices.empty == ""
