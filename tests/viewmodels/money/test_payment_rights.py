"""Who may take which payment: checked where it is posted, and approved by a second person's PIN."""

from __future__ import annotations

from app.bootstrap.people.staff import ANA, BEN, TRAINING_PINS
from app.services.people.secrets import SecretsInMemory
from app.viewmodels.staff.money.payment.state import Phase
from tests.journeys.practices import Served
from tests.support.owing import owing, payments
from tests.support.paying import open_panel
from tests.support.qt_loop import until
from tests.viewmodels.conftest import OpenDesk


async def test_a_question_beyond_the_limit_takes_a_second_pin(open_desk_on: OpenDesk, served: Served) -> None:
    """Far more than is owed is not for the front desk alone: nothing is sent without the second PIN, once with it."""
    served.secrets = SecretsInMemory()
    desk = (await open_desk_on(served)).desk
    ben = desk.parts.staff.people.book.member(BEN.user_num)
    assert ben is not None
    desk.parts.staff.enter(ben)
    pat_num = owing(served)
    panel = await open_panel(desk, pat_num)
    panel.entries.type_text("amount", "5000")
    panel.post()
    panel.post()
    await until(lambda: desk.people.approval is not None and bool(desk.people.approval.state.people))
    assert "Payments.create" not in served.faults.seen
    desk.people.approval.cancel()
    await until(lambda: panel.state.phase is Phase.ENTERING)
    assert panel.state.refusal
    assert panel.state.draft.amount == "5000"
    panel.post()
    panel.post()
    await until(lambda: desk.people.approval._answer is not None)
    desk.people.approval.choose(ANA.user_num)
    desk.people.approval.approve(TRAINING_PINS[ANA.user_num])
    await until(lambda: panel.state.phase is Phase.DONE)
    assert payments(served, pat_num) == [(5000.0,)]
    note = payments(served, pat_num, "PayNote")[0][0]
    assert note.split()[0] == ben.initials
