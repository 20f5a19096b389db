"""The ledger at the desk: the figures, the family, the table, what is selected, by mouse and by keyboard."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.frame.window import SMALLEST
from app.views.staff.ledger.card import LinkLine
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.journeys.ledger.book import busiest, open_ledger

AGING = "SELECT {0} FROM patient WHERE PatNum = (SELECT Guarantor FROM patient WHERE PatNum = ?)"
COLUMNS = ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90", "BalTotal", "InsEst")
OWING = (
    "SELECT PatNum FROM patient WHERE Guarantor IN (SELECT Guarantor FROM patient GROUP BY Guarantor"
    " HAVING COUNT(*) > 2) AND EstBalance > 0 ORDER BY EstBalance DESC, PatNum LIMIT 1"
)


def owing(desk: Desk) -> int:
    """A member of a family, with a balance."""
    return int(desk.served.sql(OWING)[0][0])


async def test_the_figures_are_those_of_the_practice(desk: Desk) -> None:
    """The nine figures, the members' balances and the last running balance are the database's, to the cent."""
    pat_num = owing(desk)
    ledger = await open_ledger(desk, pat_num)
    shown = {each.label: each.value for each in ledger.model.account.figures.nine}  # type: ignore[union-attr]
    stored = [f"{ledger.money(AGING.format(name), pat_num):,.2f}" for name in COLUMNS]
    assert [shown[name] for name in ("0-30", "31-60", "61-90", "over 90", "Total", "Ins Est")] == stored
    assert all(text in desk.texts(ledger.view.figures) for text in stored)
    own = ledger.money("SELECT EstBalance FROM patient WHERE PatNum = ?", pat_num)
    assert ledger.rows[-1].balance == own
    ledger.model.account.show_family(shown=True)
    assert ledger.rows[-1].balance == ledger.money(AGING.format("BalTotal"), pat_num)
    charges = "SELECT SUM(ProcFee * MAX(1, UnitQty + BaseUnits)) FROM procedurelog WHERE ProcStatus = 2 AND PatNum IN"
    family = "(SELECT PatNum FROM patient WHERE Guarantor = (SELECT Guarantor FROM patient WHERE PatNum = ?))"
    procedures = sum((row.amount for row in ledger.rows if row.group == "procedures"), Decimal(0))
    assert procedures == ledger.money(f"{charges} {family}", pat_num)


async def test_a_member_is_one_click_away(desk: Desk) -> None:
    """A chip selects that member on the desk; "Family" shows everyone's entries; the keyboard does the same."""
    pat_num = busiest(desk)
    ledger = await open_ledger(desk, pat_num)
    own = len(ledger.rows)
    chips = ledger.view.chips.buttons
    QTest.mouseClick(chips[-1], LEFT)
    await desk.turn()
    assert len(ledger.rows) > own
    assert ledger.model.pat_num == pat_num
    other = next(at for at, each in enumerate(ledger.model.account.chips[:-1]) if each.pat_num != pat_num)
    chips[other].setFocus()
    await desk.press(Qt.Key.Key_Space)
    assert ledger.model.pat_num == ledger.model.account.chips[other].pat_num != pat_num
    assert {row.pat_num for row in ledger.rows} <= {ledger.model.pat_num}
    await desk.press(Qt.Key.Key_Right)
    assert desk.focus() in chips
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_F)
    assert ledger.model.account.shows_family


async def test_splits_are_one_click_away_from_both_sides(desk: Desk) -> None:
    """From a payment to the procedure that it pays, and from there back to the payment, whatever the filter is."""
    ledger = await open_ledger(desk, busiest(desk))
    payment = next(row for row in reversed(ledger.rows) if row.pay_num and len(row.things) > 1)
    await ledger.select(payment)
    line = ledger.view.card.findChildren(LinkLine)[0]
    await desk.press(Qt.Key.Key_O)  # open charges only: the procedure is hidden
    assert payment not in ledger.rows
    QTest.mouseClick(line, LEFT)
    await desk.turn()
    procedure = ledger.model.account.entries.row
    assert procedure is not None
    assert procedure.code
    back = next(
        each
        for each in ledger.view.card.findChildren(LinkLine)
        if each.isVisible() and each.key == payment.key
    )
    QTest.mouseClick(back, LEFT)
    await desk.turn()
    assert ledger.model.account.entries.row == payment


async def test_keys_filter_and_move(desk: Desk) -> None:
    """Ctrl+F searches, Enter goes to the rows, Home and End to the first and last; Esc clears; J asks for a date."""
    ledger = await open_ledger(desk, busiest(desk))
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_F, CONTROL)
    assert desk.focus() is ledger.view.table.pane.filter_field
    desk.type("cleaning")
    assert ledger.rows
    assert all("leaning" in str(row.what) for row in ledger.rows)
    await desk.press(Qt.Key.Key_Return)
    assert desk.focus() is ledger.view.table.view
    await desk.press(Qt.Key.Key_End)
    assert ledger.model.account.entries.row == ledger.rows[-1]
    await desk.press(Qt.Key.Key_Home)
    assert ledger.model.account.entries.row == ledger.rows[0]
    await desk.press(Qt.Key.Key_F, CONTROL)
    await desk.press(Qt.Key.Key_Escape)
    assert len(ledger.rows) > 20
    day = ledger.rows[10].day
    ledger.view.table.go_to_day(day)
    row = ledger.model.account.entries.row
    assert row is not None
    assert row.day == day


async def test_it_opens_at_the_newest_entry(desk: Desk) -> None:
    """The newest entry is in view, and stays so when the window changes; a reader further up is left alone."""
    ledger = await open_ledger(desk, busiest(desk))
    bar = ledger.view.table.view.verticalScrollBar()
    await desk.until(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    desk.window.resize(desk.window.width(), desk.window.height() - 120)
    await desk.until(lambda: bar.value() == bar.maximum())
    bar.setValue(40)
    ledger.model.account.read_again()
    await ledger.read()
    assert bar.value() == 40


async def test_tabs_say_what_insurance_and_plans_do(desk: Desk) -> None:
    """Ctrl+2 to Ctrl+5 show claims, plans, discount plans and statements, as many as the family has."""
    sql = desk.served.sql
    pat_num = int(sql("SELECT PatNum FROM claim WHERE ClaimStatus = 'S' ORDER BY PatNum LIMIT 1")[0][0])
    ledger = await open_ledger(desk, pat_num)
    await desk.until(lambda: ledger.model.tabs.filings.value is not None)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_2, CONTROL)
    table = ledger.model.tabs.lists["claims"].table
    assert len(table.model.rows) == sql("SELECT COUNT(*) FROM claim WHERE PatNum = ?", pat_num)[0][0]
    waiting = sql("SELECT COUNT(*) FROM claim WHERE PatNum = ? AND ClaimStatus <> 'R'", pat_num)[0][0]
    assert f"Claims ({waiting})" in [ledger.view.tabs.tabText(at) for at in range(5)]
    await desk.press(Qt.Key.Key_Home)
    links = [each for each in ledger.view.card.findChildren(LinkLine) if each.isVisible()]
    if links:
        QTest.mouseClick(links[0], LEFT)
        await desk.turn()
        assert ledger.model.tabs.current == "account"
        assert ledger.model.account.entries.row is not None
    for key, tab in ((Qt.Key.Key_3, "plans"), (Qt.Key.Key_4, "discounts"), (Qt.Key.Key_5, "statements")):
        await desk.press(key, CONTROL)
        assert ledger.model.tabs.current == tab
        assert ledger.view.pane.isVisible()


async def test_the_urgent_note_stands_above_everything(desk: Desk) -> None:
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


async def test_nothing_is_cut_from_the_smallest_window_to_a_wide_one(desk: Desk) -> None:
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


async def test_enter_goes_to_the_details_and_esc_back(desk: Desk) -> None:
    """Enter on a payment focuses its first split, Enter there shows the procedure; Esc returns to the table."""
    ledger = await open_ledger(desk, busiest(desk))
    payment = next(row for row in reversed(ledger.rows) if row.pay_num)
    await ledger.select(payment)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_Return)
    link = desk.focus()
    assert isinstance(link, LinkLine)
    await desk.press(Qt.Key.Key_Escape)
    assert desk.focus() is ledger.view.table.view
    assert ledger.model.account.entries.row == payment
    await desk.press(Qt.Key.Key_Return)
    await desk.press(Qt.Key.Key_Return)
    assert desk.focus() is ledger.view.table.view
    row = ledger.model.account.entries.row
    assert row is not None
    assert row.key == link.key


async def test_tab_follows_the_eye(desk: Desk) -> None:
    """From the members over the tabs and filters to the table, then the actions beside it."""
    ledger = await open_ledger(desk, owing(desk))
    view = ledger.view
    view.chips.buttons[-1].setFocus()
    expected: list[QWidget] = [
        view.tabs,
        view.table.pane.filter_field,
        view.table.groups,
        view.table.spans,
        view.table.open_only,
        view.table.date,
    ]
    for widget in expected:
        await desk.press(Qt.Key.Key_Tab)
        assert desk.focus() is widget, widget
    for _ in range(3):
        await desk.press(Qt.Key.Key_Tab)
        if desk.focus() is view.table.view:
            break
    assert desk.focus() is view.table.view
    await desk.press(Qt.Key.Key_Tab)
    assert view.card.isAncestorOf(desk.focus() or view)


async def test_it_opens_with_one_request_per_page_and_two_more(desk: Desk) -> None:
    """Beside a page of each hundred rows: Open Dental's own figures, and the claims, statements and discount plans."""
    pat_num = busiest(desk)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.until(lambda: desk.frame.desk.strip.model is not None and desk.frame.desk.strip.model.summary)
    await desk.turn(20)
    seen = desk.served.faults.seen
    before = len(seen)
    ledger = await open_ledger(desk, pat_num)
    await desk.until(lambda: ledger.model.tabs.filings.value is not None)
    asked = [method for method in seen[before:] if method not in ("Patients.simple", "Appointments.list")]
    value = ledger.model.account.value
    assert value is not None
    rows = value.rows
    read = sum(
        len(each)
        for each in (
            rows.members,
            rows.procedures,
            rows.adjustments,
            rows.splits,
            rows.claim_procs,
            rows.plans,
            rows.charges,
            rows.links,
            rows.preferences,
        )
    )
    assert asked.count("AccountModules.aging") == 1
    assert asked.count("Queries.short_query") <= read // 100 + 2
    assert len(asked) <= read // 100 + 3


async def test_the_balance_stays_in_view_beside_a_panel(desk: Desk) -> None:
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
