"""The audit over the life of a desk: what it has after restarts, and what its user sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.bootstrap.office_files import audit_path
from app.services.audit.audit import Action
from app.services.audit.file import Numbered
from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.views.staff.audit.screen import AuditScreen
from app.views.staff.frame.banner_bar import BannerLine
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.practices import Practices


async def audit_of(desk: Desk) -> tuple[AuditScreenViewModel, AuditScreen]:
    """The audit log, opened by its key, with its records."""
    await desk.press(Qt.Key.Key_X, CONTROL | SHIFT)
    await desk.until(lambda: desk.model.desk.screens.current == "audit")
    view = desk.frame.view
    assert isinstance(view, AuditScreen)
    await desk.until(lambda: "intact since" in view.standing.text() and bool(shown(view)))
    return view.model, view


def shown(view: AuditScreen) -> list[Numbered]:
    """The records in the table."""
    return list(view.model.rows.table.model.rows)


async def test_from_start_to_start(open_practice: Practices, open_desk: Desks) -> None:
    """Starts and stops are in it; an older file is a banner that leads to the log, until dismissed."""
    served = open_practice()
    first = await open_desk(served)
    journal = first.journal
    await open_desk.leave(first)
    older = audit_path(journal).read_bytes()
    second = await open_desk(served, journal=journal)
    _, view = await audit_of(second)
    assert [each.record.action for each in reversed(shown(view))] == [
        Action.BEGIN,
        Action.START,
        Action.STOP,
        Action.START,
        Action.READ_AUDIT,
    ]
    await open_desk.leave(second)
    audit_path(journal).write_bytes(older)
    third = await open_desk(served, journal=journal)
    await third.until(lambda: third.window.findChild(BannerLine) is not None)
    third.model.desk.banners.press("audit altered")
    await third.until(lambda: third.model.desk.screens.current == "audit")
    _, view = await audit_of(third)
    assert view.alerts.isVisible()
    ((alert, words),) = view.model.alerts
    assert words.startswith(
        "The end of the audit log is missing, from record 4 on, or an older copy was restored."
    )
    assert "Tell the owner" in words
    view.model.dismiss(alert)
    await third.until(lambda: not view.alerts.isVisible() and third.window.findChild(BannerLine) is None)
    assert list(journal.parent.glob("audit-*-set-aside-*.db"))


async def test_by_keyboard_alone(desk: Desk) -> None:
    """Typed words search, Down goes to the records, Esc clears the search."""
    _, view = await audit_of(desk)
    view.search.who.setFocus()
    QTest.keyClicks(view.search.who, "nobody")
    await desk.until(lambda: not shown(view))
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: bool(shown(view)))
    await desk.press(Qt.Key.Key_Down)
    await desk.until(view.table.hasFocus)
