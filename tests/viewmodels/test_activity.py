"""Notices and their undo."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.viewmodels.activity import KEPT, UNDO_SECONDS, NoticeAction, Notices
from app.viewmodels.messages import Message
from tests.support.manual_clock import ManualClock


def nothing() -> None:
    """An undo that does nothing."""


async def test_an_undo_outlives_its_toast(qapp: QApplication) -> None:
    """A notice can be undone in the list long after its toast was closed, until its undo is withdrawn."""
    clock, revised = ManualClock(), list[int]()
    notices = Notices(clock)
    notices.revised.connect(revised.append)
    first = notices.say("One.", undo=nothing)
    second = notices.say("Two.", undo=nothing, undo_leaves="a trace")
    notices.say("Nothing to undo here.")
    assert second.line.endswith("Two.\nUndo leaves: a trace")
    await clock.advance(UNDO_SECONDS + 3600)
    notices.close(second.id)
    assert notices.undoable is second
    notices.allow_undo(second.id, allowed=False)
    assert (notices.undoable, revised) == (first, [second.id])
    notices.allow_undo(second.id, allowed=True)
    assert notices.undoable is second


async def test_a_line_offers_more_than_undo(qapp: QApplication) -> None:
    """A notice with actions stays until it is closed; each works once and closes the toast."""
    done: list[int] = []
    notices = Notices(ManualClock())
    notice = notices.say("Taken.", actions=(NoticeAction("Move there", lambda: done.append(1)),))
    assert notice.seconds == 0
    notices.act(notice.id, "Move there")
    notices.act(notice.id, "Move there")
    assert done == [1]


async def test_a_line_is_revised(qapp: QApplication) -> None:
    """A notice is updated with the outcome of its write, in its place in the list."""
    notices = Notices(ManualClock())
    first = notices.say("Kept back.", undo=nothing)
    notices.say("Other.")
    notices.revise(first.id, "Sent.", undo_leaves="a trace")
    assert [each.words for each in notices.items] == ["Sent.", "Other."]
    assert notices.undoable == notices.items[0]


async def test_a_change_without_undo_is_not_passed_over(qapp: QApplication) -> None:
    """Its reason stands until a newer change can be undone, and again once that one is undone."""
    notices = Notices(ManualClock())
    notices.say("One.", undo=nothing)
    assert notices.final == ""
    last = notices.say("Two.", final="Two: this can't be undone here.")
    notices.say("Nothing was changed.")
    assert notices.final == last.final
    newer = notices.say("Three.", undo=nothing)
    assert notices.final == ""
    notices.undo(newer.id)
    assert notices.final == last.final


async def test_undo_happens_once(qapp: QApplication) -> None:
    """Undoing a notice's action closes its toast and works once."""
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
    """An error stays until it is closed; everything else disappears by itself."""
    notices = Notices(ManualClock())
    assert notices.say("Not done.", kind="error").seconds == 0
    assert notices.fail(Message("Title.", "Meaning.", "Action.", "details")).seconds == 0
    assert notices.say("Done.").seconds > 0
    assert notices.say("Done.", undo=nothing).seconds == UNDO_SECONDS
    assert notices.items[1].words == "Title. Meaning. Action."


async def test_old_lines_are_forgotten(qapp: QApplication) -> None:
    """The list keeps only its maximum number of latest notices."""
    notices = Notices(ManualClock())
    for number in range(KEPT + 50):
        notices.say(str(number))
    assert len(notices.items) == KEPT
    assert notices.items[-1].words == str(KEPT + 49)


async def test_a_line_says_when(qapp: QApplication) -> None:
    """The list shows the time above the text, and says why it is empty."""
    notices = Notices(ManualClock())
    assert notices.empty.startswith("Nothing yet.")
    assert notices.say("Saved.").line == "8:00 AM\nSaved."
    assert notices.empty == ""
