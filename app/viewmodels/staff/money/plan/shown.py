"""What the payment plan panel shows: the plans, the procedures to tick, the schedule to the cent."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from app.core.text import Dollars, Words, join, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO
from app.services.money.ledger.plans import PlanStatus
from app.viewmodels.amounts import amount
from app.viewmodels.staff.money.form import FormState
from app.viewmodels.staff.money.form_shown import line_words
from app.viewmodels.staff.money.payment.checks import Wrong
from app.viewmodels.staff.money.payment.shown import ShareRow, short_day
from app.viewmodels.staff.money.plan.plan import PlanViewModel
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr, typed
from app.wire.resources.pay_plan_links import PayPlanLinkType
from app.wire.resources.pay_plans import PayPlanFrequency

MOST_INSTALLMENTS = 12
"""So many lines of the schedule are shown, then the last."""
FREQUENCIES = (
    (PayPlanFrequency.WEEKLY, msg("every week")),
    (PayPlanFrequency.EVERY_OTHER_WEEK, msg("every other week")),
    (PayPlanFrequency.MONTHLY, msg("every month")),
    (PayPlanFrequency.QUARTERLY, msg("every quarter")),
    (PayPlanFrequency.ORDINAL_WEEKDAY, msg("every month, same weekday")),
)


class TickRow(Struct, frozen=True):
    """A procedure that can be put on a plan."""

    proc_num: int
    title: str
    owed: str
    ticked: bool


def tick_rows(state: FormState) -> Iterator[TickRow]:
    """The patient's procedures with something owed that are on no plan, the oldest first."""
    if state.family is None or state.person is None:
        return
    on_plans = {each.FKey for each in state.family.rows.links if each.LinkType is PayPlanLinkType.PROCEDURE}
    for line in state.family.lines:
        own = line.kind is Kind.PROCEDURE and line.pat_num == state.person.pat_num
        if own and (line.owed or ZERO) > 0 and line.num not in on_plans:
            words = line_words(line, state.family)
            yield TickRow(line.num, words, amount(line.owed or ZERO), line.num in state.draft.ticked)


def frequency_choices() -> list[tuple[str, str]]:
    """How often payments are due."""
    return [(each.value, typed(words)) for each, words in FREQUENCIES]


def status_words(status: PlanStatus) -> str:
    """A plan in two lines: its terms, then what is due next and overdue."""
    plan, parts = status.plan, list[Words]()
    first = [msg("Plan of {day}", day=date_text(plan.PayPlanDate)) if plan.PayPlanDate else msg("Plan")]
    first.append(msg("{amount} left", amount=Dollars(status.left)))
    if status.following is not None:
        each = status.following
        sum_ = Dollars(each.principal + each.interest)
        parts.append(msg("next {amount} on {day}", amount=sum_, day=date_text(each.day)))
    if status.overdue:
        parts.append(msg("due now {amount}", amount=Dollars(status.overdue)))
    return "\n".join(filter(None, (typed(join(first, " · ")), typed(join(parts, " · ")))))


def schedule_rows(model: PlanViewModel) -> tuple[ShareRow, ...]:
    """Each installment with its date and amount; empty while something is wrong."""
    state = model.state
    found = model.rules.plan_of(state)
    if isinstance(found, Wrong) or not state.draft.ticked:
        return ()
    today = model.desk.now().date()
    rows = [ShareRow("", "", tr("On the plan"), amount(found.principal))]
    if found.down:
        rows.append(ShareRow(short_day(today, today), "", tr("Down payment"), amount(found.down)))
    shown = found.rows if len(found.rows) <= MOST_INSTALLMENTS else found.rows[: MOST_INSTALLMENTS - 1]
    for at, each in enumerate(shown, 1):
        words = tr("Payment {n}", n=at)
        if each.interest:
            words = tr("Payment {n}, {amount} interest", n=at, amount=Dollars(each.interest))
        rows.append(ShareRow(short_day(each.day, today), "", words, amount(each.principal + each.interest)))
    if len(shown) < len(found.rows):
        last, words = found.rows[-1], tr("… until payment {n}", n=len(found.rows))
        rows.append(ShareRow(short_day(last.day, today), "", words, amount(last.principal + last.interest)))
    if found.interest:
        rows.append(ShareRow("", "", tr("Interest in total"), amount(found.interest), "second"))
    return tuple(rows)
