"""Insurance, recalls and family on the patient page, with the mouse and with the keyboard; clicks are counted."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.views.staff.patient.overview import OverviewView
from app.views.staff.patient.sections.contact import ContactBody
from app.views.staff.patient.sections.family import FamilyBody
from app.views.staff.patient.sections.insurance.body import InsuranceBody
from app.views.staff.patient.sections.insurance.form import CoverageFormView
from app.views.staff.patient.sections.recalls import RecallsBody
from app.views.widgets.suggest import ChoiceList
from tests.journeys.desk import CONTROL, LEFT, PLAIN, SHIFT, Desk
from tests.journeys.patient.page import Page, open_page
from tests.journeys.test_booking import somebody
from tests.journeys.test_server import LONG, lose
from tests.viewmodels.patient.people import five_plans, forty, insured, member_without_plan, uninsured

B = TypeVar("B", bound=QWidget)


def body(desk: Desk, kind: type[B]) -> B:
    """A section's contents, or a part of them."""
    found = desk.window.findChild(kind)
    assert found is not None
    return found


async def click(page: Page, name: str, inside: QWidget | None = None) -> None:
    """Click the button with this name, and let it work."""
    page.click(page.button(name, inside))
    await page.desk.turn()


async def pick(page: Page, rows: ChoiceList, row: int) -> None:
    """Click a line that is offered."""
    QTest.mouseClick(rows.viewport(), LEFT, PLAIN, rows.visualItemRect(rows.item(row)).center())
    page.clicks += 1
    await page.desk.turn()


def plans(desk: Desk) -> list[str]:
    """The plans in order, as their cards name them."""
    host = body(desk, InsuranceBody)
    views = sorted(host.plans.values(), key=lambda view: view.mapTo(host, QPoint(0, 0)).y())
    return [view.accessibleName() for view in views if view.isVisible()]


async def test_a_relatives_plan_in_three_clicks(desk_on_socket: Desk) -> None:
    """Add insurance, the plan of a relative, Add: the patient is covered; then one click verifies, and Undo undoes."""
    desk = desk_on_socket
    pat_num, _ = member_without_plan(desk.served)
    page = await open_page(desk, pat_num)
    assert "No insurance on file." in desk.texts(body(desk, InsuranceBody))
    await click(page, "Add insurance")
    form = body(desk, CoverageFormView)
    await desk.until(form.family.isVisible)
    await pick(page, form.family, 0)
    await click(page, "Add", form)
    assert page.clicks == 3
    await desk.told("Insurance added for")
    await desk.until(lambda: len(plans(desk)) == 1)
    (name,) = plans(desk)
    await click(page, f"Verify eligibility of {name}")
    assert page.clicks == 4
    await desk.told("Eligibility of")
    await desk.until(lambda: "Eligibility verified today" in desk.texts(body(desk, InsuranceBody)))
    await desk.push("Undo")
    await desk.until(lambda: "Eligibility verified today" not in desk.texts(body(desk, InsuranceBody)))


async def test_a_new_plan_with_the_keyboard_only(desk_on_socket: Desk) -> None:
    """Ctrl+Shift+I, a few letters of the carrier, Down and Enter, the same for its plan, the ID, Enter."""
    desk = desk_on_socket
    await open_page(desk, uninsured(desk.served))
    scroll = body(desk, OverviewView)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    await desk.press(Qt.Key.Key_I, CONTROL | SHIFT)
    await desk.until(lambda: desk.window.findChild(CoverageFormView) is not None)
    form = body(desk, CoverageFormView)
    await desk.until(lambda: desk.focus() is form.carrier.line)
    await desk.until(lambda: not form.subscriber_id.visibleRegion().isEmpty())
    desk.type("northc")
    await desk.until(form.carrier.offers.isVisible)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(form.group_name.offers.isVisible)
    await desk.until(lambda: desk.focus() is form.group_name.line)
    await desk.press(Qt.Key.Key_Down)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: desk.focus() is form.subscriber_id)
    desk.type("NC-12")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: plans(desk) == ["Primary, Northcoast Dental"])
    await desk.told("Insurance added for")


async def test_plans_are_put_in_order_and_ended(desk_on_socket: Desk) -> None:
    """Move up and End are one click each; both are undone from their toasts; the focus stays on what was clicked."""
    desk = desk_on_socket
    page = await open_page(desk, insured(desk.served, plans=2))
    first, second = (name.partition(", ")[2] for name in plans(desk))
    await click(page, f"Move up Secondary, {second}")
    await desk.until(lambda: plans(desk) == [f"Primary, {second}", f"Secondary, {first}"])
    await desk.push("Undo")
    await desk.until(lambda: plans(desk) == [f"Primary, {first}", f"Secondary, {second}"])
    await click(page, f"End Secondary, {second}")
    await desk.told("Until then, Undo leaves no trace.")
    await desk.ten_seconds_later()
    await desk.until(lambda: plans(desk) == [f"Primary, {first}"])
    assert page.clicks == 2


async def test_an_interval_is_changed_and_the_recall_booked(desk_on_socket: Desk) -> None:
    """Edit, the value, the new interval and Enter; Book opens the booking for the patient with the recall's note."""
    desk = desk_on_socket
    pat_num = uninsured(desk.served)
    desk.served.sql(
        "UPDATE recall SET DateScheduled = '0001-01-01', IsDisabled = 0, DisableUntilDate = '0001-01-01'"
        " WHERE PatNum = ?",
        pat_num,
    )
    page = await open_page(desk, pat_num)
    recalls = body(desk, RecallsBody)
    line = next(iter(recalls.lines.values()))
    kind = line.row.kind
    await click(page, f"Edit {kind}")
    value = line.fields["RecallInterval"].value
    page.click(value)
    desk.type("9m")
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "Every 9 months" in desk.texts(recalls))
    await click(page, f"Book {kind}")
    assert page.clicks == 3
    await desk.until(lambda: desk.model.booking.open)
    state = desk.model.booking.state
    assert state.person is not None
    assert state.person.pat_num == pat_num
    assert state.note.startswith(f"Recall: {kind}")


async def test_switching_in_a_family_of_forty(desk_on_socket: Desk) -> None:
    """The list scrolls within its section; a click switches, and so do Down and Enter, again and again."""
    desk = desk_on_socket
    head = forty(desk.served)
    await open_page(desk, head)
    rows = body(desk, FamilyBody).list
    assert rows.model().rowCount() == 40
    assert rows.height() <= 380
    assert rows.verticalScrollBar().maximum() > 0
    names = [rows.model().index(at, 0).data() for at in range(5)]
    QTest.mouseClick(rows.viewport(), LEFT, PLAIN, rows.visualRect(rows.model().index(1, 0)).center())
    strip: Any = desk.frame.desk.strip
    await desk.until(lambda: strip.model.state is not None and strip.model.state.name == names[1])
    for name in names[2:]:
        await desk.press(Qt.Key.Key_Down)
        await desk.press(Qt.Key.Key_Return)
        await desk.until(lambda name=name: strip.model.state.name == name)  # type: ignore[misc] # bound now
        await desk.until(lambda: desk.focus() is rows)


async def test_tab_follows_the_eye(desk: Desk) -> None:
    """In the Insurance section Tab goes from the header through the form to the plans, each from top to bottom."""
    page = await open_page(desk, five_plans(desk.served))
    await click(page, "Add insurance")
    form = body(desk, CoverageFormView)
    await desk.until(lambda: desk.focus() is form.carrier.line)
    seen: list[str] = []
    for _ in range(20):
        await desk.press(Qt.Key.Key_Tab)
        focus = desk.focus()
        assert focus is not None
        seen.append(focus.accessibleName() or (focus.text() if isinstance(focus, QAbstractButton) else ""))
    first = plans(desk)[0]
    wanted = [
        "Group name", "Group number", "Subscriber", "Relationship", "Subscriber ID", "Cancel", "Add",
        f"Edit {first}", f"End {first}",
    ]  # fmt: skip
    assert [name for name in seen if name in wanted][: len(wanted)] == wanted
    assert f"Verify eligibility of {first}" in seen


async def test_a_field_follows_a_change_that_had_to_wait(desk_on_socket: Desk) -> None:
    """Without the server a field says that its value is not sent yet, and once it is back, that it is saved."""
    desk = desk_on_socket
    page = await open_page(desk, somebody(desk).pat_num)
    city = page.body("contact", ContactBody).fields["City"]
    page.click(city.value)
    await desk.turn()
    await desk.press(Qt.Key.Key_A, CONTROL)
    desk.type("Salem")
    await lose(desk)
    await desk.press(Qt.Key.Key_Return)
    await desk.until(lambda: "Not sent yet" in city.words.text())
    desk.served.socket.start()
    await desk.until(lambda: city.words.text() == "Saved", LONG)
    assert (city.model.shown, city.value.text()) == ("Salem", "Salem")
