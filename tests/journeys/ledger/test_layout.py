"""The ledger in every window: nothing is cut, nothing that matters is out of view."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from app.views.staff.frame.window import SMALLEST
from tests.journeys.desk import Desk
from tests.journeys.ledger.book import busiest, open_ledger, owing


async def the_urgent_note_stands_above_everything(desk: Desk) -> None:
    """The guarantor's urgent financial note is the first line of every member's ledger, however far it is scrolled."""
    pat_num = busiest(desk)
    note = "Pays before treatment only."
    desk.served.sql(
        "UPDATE patient SET FamFinUrgNote = ? WHERE PatNum = (SELECT Guarantor FROM patient WHERE PatNum = ?)",
        note,
        pat_num,
    )
    ledger = await open_ledger(desk, pat_num)
    assert ledger.view.urgent.isVisible()
    assert ledger.view.urgent.text() == note
    assert (
        ledger.view.urgent.mapTo(ledger.view, QPoint()).y()
        < ledger.view.figures.mapTo(ledger.view, QPoint()).y()
    )


async def nothing_is_cut_from_the_smallest_window_to_a_wide_one(desk: Desk) -> None:
    """At every width the figures, the members, the tabs and the filters are whole, and the balance is in view."""
    ledger = await open_ledger(desk, owing(desk))
    view = ledger.view
    for width in (SMALLEST[0], 1366, 1920, 2560, 3840):
        desk.window.resize(width, max(SMALLEST[1], width // 2))
        await desk.turn(10)
        parts: list[QWidget] = [view.figures, view.chips, view.tabs, view.table.groups, view.table.spans]
        parts += view.figures.nine
        parts += [view.table.open_only, view.table.date, view.table.pane.filter_field]
        for part in parts:
            left = part.mapTo(view, QPoint()).x()
            assert left >= 0, (width, part)
            assert left + part.width() <= view.width(), (width, part)
            assert part.width() >= part.minimumSizeHint().width(), (width, part)
        head = view.table.view.horizontalHeader()
        last = ledger.model.account.entries.table.model.columns[-1]
        assert last.id == "balance"
        at = head.logicalIndex(head.count() - 1)
        assert (
            head.sectionViewportPosition(at) + head.sectionSize(at) <= view.table.view.viewport().width()
        ), width


async def the_balance_stays_in_view_beside_a_panel(desk: Desk) -> None:
    """In the smallest window with the payment panel open the members' names give way to the balance, then come back."""
    ledger = await open_ledger(desk, owing(desk))
    view = ledger.view.table.view
    head = view.horizontalHeader()
    desk.window.resize(*SMALLEST)
    await desk.turn(10)
    member = [column.id for column in ledger.model.account.entries.table.model.columns].index("member")
    assert not view.isColumnHidden(member)
    desk.frame.desk.money.take_payment(ledger.model.pat_num or 0)
    await desk.until(lambda: desk.frame.panel.has_page)
    await desk.turn(10)
    last = head.logicalIndex(head.count() - 1)
    assert view.isColumnHidden(member)
    assert head.sectionViewportPosition(last) + head.sectionSize(last) <= view.viewport().width()
    desk.frame.panel.show_card()
    await desk.turn(10)
    assert not view.isColumnHidden(member)


async def test_nothing_is_hidden_at_any_size(desk: Desk) -> None:
    """The urgent note, the figures and the balance are in view in every window."""
    await the_urgent_note_stands_above_everything(desk)
    await nothing_is_cut_from_the_smallest_window_to_a_wide_one(desk)
    await the_balance_stays_in_view_beside_a_panel(desk)
