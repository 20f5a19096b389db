"""The ledger at the desk: the figures, the family, the table, what is selected, by mouse and by keyboard."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.viewmodels.staff.ledger.rows import Group
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.ledger.card import LinkLine
from tests.journeys.desk import CONTROL, LEFT, Desk
from tests.journeys.ledger.book import busiest, open_ledger, owing

AGING = "SELECT {0} FROM patient WHERE PatNum = (SELECT Guarantor FROM patient WHERE PatNum = ?)"
BEHIND = ("Patients.simple", "Appointments.list", "TaskLists.list", "Tasks.list", "Signalods.list")
"""What a desk reads behind whatever is opened."""
COLUMNS = ("Bal_0_30", "Bal_31_60", "Bal_61_90", "BalOver90", "BalTotal", "InsEst")


async def the_figures_are_those_of_the_practice(desk: Desk) -> None:
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


async def a_member_is_one_click_away(desk: Desk) -> None:
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
    await desk.until(lambda: desk.focus() in chips)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_F)
    assert ledger.model.account.shows_family


async def splits_are_one_click_away_from_both_sides(desk: Desk) -> None:
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


async def keys_filter_and_move(desk: Desk) -> None:
    """Ctrl+F searches, Enter goes to the rows, Home and End to the first and last; Esc clears; J asks for a date."""
    ledger = await open_ledger(desk, busiest(desk))
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_F, CONTROL)
    await desk.until(lambda: desk.focus() is ledger.view.table.pane.filter_field)
    desk.type("cleaning")
    assert ledger.rows
    assert all("leaning" in str(row.what) for row in ledger.rows)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is ledger.view.table.view)
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
    ledger.view.table.groups.setFocus()
    await desk.press(Qt.Key.Key_Down)
    assert ledger.rows
    assert {each.group for each in ledger.rows} == {next(iter(Group))}
    await desk.press(Qt.Key.Key_Home)
    assert len(ledger.rows) > 20


async def it_opens_at_the_newest_entry(desk: Desk) -> None:
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


async def tabs_say_what_insurance_and_plans_do(desk: Desk) -> None:
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


async def enter_goes_to_the_details_and_esc_back(desk: Desk) -> None:
    """Enter on a payment focuses its first split, Enter there shows the procedure; Esc returns to the table."""
    ledger = await open_ledger(desk, busiest(desk))
    payment = next(row for row in reversed(ledger.rows) if row.pay_num)
    await ledger.select(payment)
    ledger.view.take_focus()
    await desk.press(Qt.Key.Key_Return)
    link = desk.focus()
    assert isinstance(link, LinkLine)
    await desk.press(Qt.Key.Key_Escape)
    await desk.until(lambda: desk.focus() is ledger.view.table.view)
    assert ledger.model.account.entries.row == payment
    await desk.press(Qt.Key.Key_Return)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is ledger.view.table.view)
    row = ledger.model.account.entries.row
    assert row is not None
    assert row.key == link.key


async def tab_follows_the_eye(desk: Desk) -> None:
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
        await desk.until(lambda widget=widget: desk.focus() is widget)
    for _ in range(3):
        await desk.press(Qt.Key.Key_Tab)
        if desk.focus() is view.table.view:
            break
    await desk.until(lambda: desk.focus() is view.table.view)
    await desk.press(Qt.Key.Key_Tab)
    assert view.card.isAncestorOf(desk.focus() or view)


async def it_opens_with_one_request_per_page_and_two_more(desk: Desk) -> None:
    """Beside a page of each hundred rows: Open Dental's own figures, and the claims, statements and discount plans."""
    pat_num = busiest(desk)
    desk.frame.desk.patient.select(pat_num, Origin.SEARCH)
    await desk.until(lambda: desk.frame.desk.strip.model is not None and desk.frame.desk.strip.model.summary)
    await desk.turn(20)
    seen = desk.served.faults.seen
    before = len(seen)
    ledger = await open_ledger(desk, pat_num)
    await desk.until(lambda: ledger.model.tabs.filings.value is not None)
    asked = [method for method in seen[before:] if method not in BEHIND]
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
    assert len(asked) <= -(-read // 100) + 4


async def test_it_opens_fast_and_at_the_end(desk: Desk) -> None:
    """Few requests; the newest entry is in view."""
    await it_opens_with_one_request_per_page_and_two_more(desk)
    await it_opens_at_the_newest_entry(desk)


async def test_what_it_shows_is_true(desk: Desk) -> None:
    """The figures, claims and plans are the practice's."""
    await the_figures_are_those_of_the_practice(desk)
    await tabs_say_what_insurance_and_plans_do(desk)


async def test_it_is_used_by_mouse(desk: Desk) -> None:
    """Members and splits are one click away."""
    await a_member_is_one_click_away(desk)
    await splits_are_one_click_away_from_both_sides(desk)


async def test_it_is_used_by_keyboard(desk: Desk) -> None:
    """Every part is reached, and Esc leads back."""
    await tab_follows_the_eye(desk)
    await enter_goes_to_the_details_and_esc_back(desk)
    await keys_filter_and_move(desk)
