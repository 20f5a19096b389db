"""The office's rules while an appointment is moved: told before the drop, and broken only by who may."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.schedule.visit import Stage
from app.services.people.secrets import SecretsInMemory
from tests.journeys.desk import Desk, Desks
from tests.journeys.people.hands import ANA_PIN, press, type_text
from tests.journeys.practices import Practices

Key = Qt.Key


async def test_a_restricted_patient_needs_a_second_person(open_practice: Practices, open_desk: Desks) -> None:
    """The ghost says that the patient is restricted and whose PIN is needed; only with it the move is done."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    desk = await open_desk(served)
    visit = desk.find(Stage.CONFIRMED, where=desk.alone)
    served.sql("DELETE FROM patrestriction")
    served.sql("INSERT INTO patrestriction (PatNum, PatRestrictType) VALUES (?, 1)", visit.pat_num)
    staff = desk.model.parts.staff
    ben = staff.people.book.member(2)
    assert ben is not None
    staff.enter(ben)
    await desk.select(visit)
    await desk.press(Key.Key_M)
    await desk.until(lambda: visit.pat_num in desk.model.parts.office.restricted)
    await desk.press(Key.Key_Down)
    lines = desk.ghost.splitlines()
    assert "This patient may not be scheduled: restricted in Open Dental" in lines
    assert lines[-1] == "To override: PIN of Ana."
    await drop_and_ask(desk)
    await desk.press(Key.Key_Escape)
    await desk.told("may not do this alone: scheduling against a rule.")
    assert desk.entries == ()
    await desk.press(Key.Key_M)
    await desk.press(Key.Key_Down)
    await drop_and_ask(desk)
    type_text(ANA_PIN)
    press(Key.Key_Return)
    await desk.told("moved to")
    assert desk.served.start_of(visit.apt_num) > visit.start


async def drop_and_ask(desk: Desk) -> None:
    """Drop what is carried; a second person's PIN is asked for."""
    await desk.press(Key.Key_Return)
    await desk.until(
        lambda: desk.frame.people.approval is not None and desk.frame.people.approval.isVisible()
    )


async def test_who_may_is_only_told(open_practice: Practices, open_desk: Desks) -> None:
    """A manager moves an appointment off the blockouts of its type without a question: the ghost has said it."""
    served = open_practice()
    served.secrets = SecretsInMemory()
    served.sql("UPDATE appointmenttype SET BlockoutTypes = '999'")
    desk = await open_desk(served)
    visit = await desk.select(
        desk.find(Stage.CONFIRMED, where=lambda each: desk.alone(each) and each.type_num > 0)
    )
    await desk.press(Key.Key_M)
    await desk.press(Key.Key_Down)
    assert any(line.endswith("is only scheduled on its own blockouts") for line in desk.ghost.splitlines())
    assert desk.ghost.endswith("You may override this.")
    await desk.press(Key.Key_Return)
    await desk.told("moved to")
    assert desk.served.start_of(visit.apt_num) > visit.start
