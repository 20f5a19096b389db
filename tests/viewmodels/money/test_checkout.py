"""Checking out a patient, without a window."""

from __future__ import annotations

from decimal import Decimal

from app.viewmodels.printing import PrintViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.money.checkout.checkout import CheckoutViewModel
from app.viewmodels.staff.money.panels import CHECK_OUT
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until

TODAY = "2026-11-17"


def treated(served: Served, *, insured: bool) -> int:
    """A patient with treatment completed today, on a claim or not."""
    claimed = (
        "EXISTS (SELECT 1 FROM claimproc c WHERE c.ProcNum = p.ProcNum AND c.InsPayEst + c.InsEstTotal > 0)"
    )
    wanted = claimed if insured else f"NOT {claimed}"
    rows = served.sql(
        f"SELECT PatNum FROM procedurelog p WHERE ProcStatus = 2 AND ProcDate = ? AND ProcFee > 50 AND {wanted}"
        " ORDER BY PatNum",
        TODAY,
    )
    number: int = rows[0][0]
    return number


async def open_panel(desk: DeskViewModel, pat_num: int) -> CheckoutViewModel:
    """The panel of a patient, with the account, the payment types and the next visit."""
    desk.money.check_out(pat_num)

    def ready() -> bool:
        opened = desk.money.panels.get(CHECK_OUT)
        model = opened.model if opened is not None else None
        if not isinstance(model, CheckoutViewModel) or model.person is None:
            return False
        state = model.payment.state
        known = model.person.pat_num == pat_num and model.day is not None and bool(state.types)
        return known and not state.account_words and len(model.state.coming) > 1

    await until(ready)
    model = desk.money.panels[CHECK_OUT].model
    assert isinstance(model, CheckoutViewModel)
    return model


async def test_what_was_done_today_and_who_pays(model: ScheduleScreenViewModel, served: Served) -> None:
    """Each procedure has its fee, the insurance's part and the patient's; what is due is proposed as the payment."""
    panel = await open_panel(model.desk, treated(served, insured=False))
    day = panel.day
    assert day is not None
    assert day.portion == day.fee - day.insurance
    assert len(panel.state.rows) == len(day.treated) + (len(day.treated) > 1)
    assert panel.payment.state.draft.value == day.due
    assert not panel.is_dirty
    panel.payment.entries.type_text("amount", "1.00")
    assert panel.is_dirty
    panel.payment.entries.type_text("amount", "")
    assert not panel.is_dirty
    panel.leave()
    assert panel.person is None


async def test_insurance_is_taken_off(model: ScheduleScreenViewModel, served: Served) -> None:
    """An insured patient owes the fee less the estimate, also while it isn't on a claim, which is said."""
    pat_num = treated(served, insured=True)
    panel = await open_panel(model.desk, pat_num)
    day = panel.day
    assert day is not None
    assert day.insurance > 0
    assert day.portion < day.fee
    assert "Insurance: " in panel.state.insurance
    assert day.due == sum((max(each.portion - each.settled, Decimal(0)) for each in day.treated), Decimal(0))
    assert panel.state.insurance.endswith("not on a claim yet") is day.unbilled


async def test_the_walkout_statement_has_the_payment(model: ScheduleScreenViewModel, served: Served) -> None:
    """Printed after the payment, the statement shows it, the treatment, the new balance and what comes next."""
    pat_num = treated(served, insured=False)
    desk = model.desk
    panel = await open_panel(desk, pat_num)
    panel.payment.entries.type_text("amount", "7.00")
    panel.payment.post()
    if panel.payment.state.asked:
        panel.payment.post()
    await until(lambda: panel.payment.state.phase is Phase.DONE)
    shown: list[PrintViewModel] = []
    desk.money.previewed.connect(
        lambda _, preview: preview.show_choice(0) if False else shown.append(preview)
    )
    panel.print()
    await until(lambda: bool(shown))
    papers = await desk.money.papers()
    assert papers is not None
    person = panel.person
    assert person is not None
    entry = panel.payment.state.entry
    family = await panel.papers._account(papers, person, entry)
    walkout = panel.papers._walkout(family, person, panel.coming.on_paper)
    assert Decimal("7.00") in [each.amount for each in walkout.paid]
    assert walkout.balance == family.figures.Total
    assert len(walkout.treated) == len(panel.state.rows) - (len(panel.state.rows) > 1)


async def test_nothing_was_done_today(model: ScheduleScreenViewModel, served: Served) -> None:
    """Without treatment of today the panel says so and proposes nothing; a payment can be taken all the same."""
    rows = served.sql(
        "SELECT PatNum FROM patient WHERE PatStatus = 0 AND EstBalance > 50 AND PatNum NOT IN"
        f" (SELECT PatNum FROM procedurelog WHERE ProcDate = '{TODAY}') AND PatNum IN (SELECT PatNum FROM recall)"
    )
    panel = await open_panel(model.desk, rows[0][0])
    assert panel.state.rows == ()
    assert panel.state.hint.startswith("Nothing was completed today.")
    assert panel.payment.state.draft.is_empty
    assert panel.state.due == ""
