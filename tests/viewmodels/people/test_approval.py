"""Asking a second person."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.core.tasks import TaskScope
from app.domain.people.rights import Demand, Right
from app.services.people.authority import Approval, NotAllowed
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.people.approval import ApprovalViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.services.people.offices import ANA, BEN, CAL, PINS, SignedOffice
from tests.support.qt_loop import until

REFUND = Demand(Right.REFUND, Decimal(120))


async def test_a_second_person_approves(qapp: object, tasks: TaskScope) -> None:
    """Only those who may are offered; a wrong PIN is said, a right one gives the approval for exactly this."""
    office = SignedOffice()
    staff = await office.with_staff()
    await staff.sign_in(BEN.user_num, PINS[2])
    model = ApprovalViewModel(staff, tasks)
    asked = tasks.start(model.ask([REFUND]), "ask")
    await until(lambda: bool(model.state.what))
    assert model.state.what == "a refund of $120.00"
    assert [(each.key, each.name) for each in model.state.people] == [("1", "Ana"), ("2", "Cal")]
    model.approve(PINS[1])
    assert not model.state.busy
    assert model.press("c")
    model.approve("9999")
    await until(lambda: not model.state.busy)
    assert model.state.sentence == "That PIN is not right."
    model.approve(PINS[3])
    approval = await asked
    assert isinstance(approval, Approval)
    staff.check([REFUND], approval)
    with pytest.raises(NotAllowed):
        staff.check([REFUND], approval)


async def test_it_can_be_canceled(qapp: object, tasks: TaskScope) -> None:
    """Esc, another question or another person at the desk answers with nothing."""
    office = SignedOffice()
    staff = await office.with_staff()
    await staff.sign_in(BEN.user_num, PINS[2])
    model = ApprovalViewModel(staff, tasks)
    first = tasks.start(model.ask([REFUND]), "first")
    await until(lambda: bool(model.state.people))
    second = tasks.start(model.ask([REFUND]), "second")
    assert await first is None
    model.cancel()
    assert await second is None
    third = tasks.start(model.ask([REFUND]), "third")
    await until(lambda: model._answer is not None)
    await staff.sign_in(CAL.user_num, PINS[3])
    model.check_person()
    assert await third is None
    large = tasks.start(model.ask([Demand(Right.REFUND, Decimal(500))]), "large")
    await until(lambda: model._answer is not None)
    assert model.state.chosen == ANA.user_num
    model.cancel()
    assert await large is None


async def test_no_other_program_changes_the_patient_meanwhile(desk: DeskViewModel) -> None:
    """The question is about the patient that is shown; once it is answered, a program link selects another one."""
    desk.patient.select(1, Origin.SEARCH)
    asked = desk.parts.scope.start(desk.people.approve(REFUND), "ask")
    await until(lambda: desk.people.approval is not None and bool(desk.people.approval.state.what))
    for answered, shown in ((False, 1), (True, 2)):
        if answered:
            desk.people.approval.cancel()
            assert await asked is None
        desk.patient.select(2, Origin.PROGRAM_LINK)
        assert desk.patient.current is not None
        assert desk.patient.current.pat_num == shown
