"""What the payment panel shows, from its state: offers, the split, ticked procedures, balances."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import At, Dollars, Shape, Words, join, msg
from app.domain.money.allocation import Debt, Kind, Thing
from app.domain.money.cents import ZERO, total
from app.domain.money.pay_methods import Method
from app.domain.money.preview import FIRST_NEW, Choice, Previews, Way
from app.domain.people.ages import birth_text
from app.services.money.account.records import AccountLine, FamilyAccount
from app.services.money.checkout import checkout_day
from app.viewmodels.amounts import amount
from app.viewmodels.staff.money.payment.draft import read_typed
from app.viewmodels.staff.money.payment.state import PaymentState, Phase
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr, typed
from app.wire.resources.pay_plans import PayPlan

MOST_SHARES = 12
"""So many lines of a split are shown; the others are summed up in one more."""


class Offer(Struct, frozen=True):
    """An amount that can be taken over with one click."""

    title: str
    amount: Decimal

    @property
    def text(self) -> str:
        """The button's text."""
        return f"{self.title}  {amount(self.amount)}"


class ShareRow(Struct, frozen=True):
    """One line of the split. `tone`: "money" for what isn't allocated."""

    day: str
    member: str
    what: str
    amount: str
    tone: str = ""


class ExactRow(Struct, frozen=True):
    """A procedure or plan charge that can be ticked."""

    thing: Thing
    day: str
    member: str
    what: str
    owed: str
    ticked: bool
    text: str
    """Its amount as typed."""
    wrong: bool = False


class WayOption(Struct, frozen=True):
    """One way to allocate the payment."""

    way: Way
    plan: int
    title: str


def birth(state: PaymentState, today: date) -> str:
    """The birthdate and age, which stand beside the amount; or that it isn't known."""
    family, person = state.family, state.person
    member = family.member(person.pat_num) if family is not None and person is not None else None
    known = member.person if member is not None else person
    if known is None or known.birthdate is None:
        return tr("Birthdate not known")
    return tr(birth_text(known.birthdate, today))


def figures(state: PaymentState) -> str:
    """What is owed and what is there already, before money is asked for; what is left afterwards is in the strip."""
    family = state.family
    if family is None or not family.complete or state.person is None or state.phase is Phase.DONE:
        return ""
    own = family.member(state.person.pat_num)
    parts: list[Words] = []
    if own is not None and len(family.members) > 1:
        parts.append(msg("Patient owes {amount}", amount=Dollars(own.portion)))
    parts.append(msg("Family owes {amount}", amount=Dollars(family.figures.EstBal)))
    if family.figures.InsEst:
        parts.append(msg("Insurance pending {amount}", amount=Dollars(family.figures.InsEst)))
    return typed(join(parts, " · "))


def unearned(state: PaymentState) -> str:
    """The prepayments that aren't allocated; empty without any."""
    family = state.family
    if family is None or not family.complete or not family.figures.Unearned or state.phase is Phase.DONE:
        return ""
    return tr("Unearned (prepaid): {amount}", amount=Dollars(family.figures.Unearned))


def offers(
    family: FamilyAccount | None, previews: Previews | None, pat_num: int, today: date
) -> tuple[Offer, ...]:
    """Today's part after insurance, what is due on plans, what the patient and the family owe; each amount once.

    What is owed is after prepayments, as `figures` says it.
    """
    if family is None or previews is None:
        return ()
    debts, own = previews.debts(Choice(pat_num)), family.member(pat_num)
    sums = (
        (tr("Today"), checkout_day(family, pat_num, today).due),
        (tr("Plan due"), total(debt.amount for debt in debts if debt.plan)),
        (tr("Patient"), own.portion if own is not None else ZERO),
        (tr("Family"), family.figures.EstBal),
    )
    found: dict[Decimal, Offer] = {}
    for title, value in sums:
        if value > 0:
            found.setdefault(value, Offer(title, value))
    return tuple(found.values())


def ways(state: PaymentState) -> tuple[WayOption, ...]:
    """The ways to allocate a payment, with each open plan that the API can pay."""
    charges = tr("Chosen procedures and plan charges")
    chosen = charges if state.pays_charges else tr("Chosen procedures")
    found = [
        WayOption(Way.FAMILY, 0, tr("Oldest charges of the family")),
        WayOption(Way.PATIENT, 0, tr("Oldest charges of this patient")),
        WayOption(Way.PROCEDURES, 0, chosen),
    ]
    if state.family is not None:
        for plan in state.family.rows.plans:
            if plan.IsDynamic and not plan.IsClosed:
                day = date_text(plan.PayPlanDate or date.min)
                found.append(WayOption(Way.PLAN, plan.PayPlanNum, tr("Payment plan of {day}", day=day)))
    return (*found, WayOption(Way.PREPAYMENT, 0, tr("Prepayment (unearned)")))


def share_rows(state: PaymentState) -> tuple[ShareRow, ...]:
    """The split of the amount: what is paid, then what stays as a prepayment."""
    preview, family = state.preview, state.family
    if preview is None or family is None:
        return ()
    rows = [
        _share_row(share.debt, share.amount, state.lines, family) for share in preview.shares[:MOST_SHARES]
    ]
    if rest := preview.shares[MOST_SHARES:]:
        words = tr("and {n} more", n=len(rest))
        rows.append(ShareRow("", "", words, amount(total(share.amount for share in rest))))
    if preview.unearned:
        rows.append(ShareRow("", "", tr("To unearned (prepayment)"), amount(preview.unearned), "money"))
    if preview.unattached:
        own = family.names.get(preview.patient, "")
        rows.append(ShareRow("", own, tr("On the account"), amount(preview.unattached)))
    return tuple(rows)


def after(state: PaymentState) -> tuple[ShareRow, ...]:
    """The balances before and after the payment, of the family and of the patient."""
    preview, family = state.preview, state.family
    if preview is None or family is None or state.person is None:
        return ()
    title = tr("Family balance after") if len(family.members) > 1 else tr("Balance after")
    rows = [ShareRow("", "", title, amount(preview.after))]
    if len(family.members) > 1:
        own = preview.after_of(state.person.pat_num)
        rows.append(ShareRow("", "", tr("Patient balance after"), amount(own), "second"))
    return tuple(rows)


def caution_words(state: PaymentState) -> str:
    """What speaks against posting it, one sentence a line."""
    if not state.is_entering:
        return ""
    return "\n".join(typed(each.words) for each in state.cautions)


def done_words(state: PaymentState) -> str:
    """What was posted, and for whom."""
    if state.entry is None or state.person is None:
        return ""
    return tr("{what}.", what=state.entry.intent.words)


def change(state: PaymentState) -> str:
    """The change for cash; empty where nothing was handed over, or too little."""
    if state.method is not Method.CASH or not state.draft.value:
        return ""
    given = read_typed(state.draft.tendered).value
    if given is None or given < state.draft.value:
        return ""
    return amount(given - state.draft.value)


def open_debts(previews: Previews | None, pat_num: int, plans: Iterable[PayPlan] = ()) -> tuple[Debt, ...]:
    """The family's open procedures, oldest first, this patient's first; then what is due on dynamic plans.

    A charge that is made only with the next payment has no number yet, so it can't be chosen.
    """
    if previews is None:
        return ()
    dynamic = {each.PayPlanNum for each in plans if each.IsDynamic}
    found: dict[Thing, Debt] = {}
    for debt in previews.debts(Choice(pat_num)):
        if debt.thing is not None and _can_tick(debt, debt.thing, dynamic):
            known = found.get(debt.thing)  # interest and principal of a charge are paid together
            found[debt.thing] = replace(known, amount=known.amount + debt.amount) if known else debt

    def place(thing: Thing) -> tuple[object, ...]:
        return thing[0] is Kind.PLAN_CHARGE, found[thing].patient != pat_num, found[thing].day, thing

    return tuple(found[thing] for thing in sorted(found, key=place))


def _can_tick(debt: Debt, thing: Thing, dynamic: Container[int]) -> bool:
    kind, number = thing
    is_charge = kind is Kind.PLAN_CHARGE and debt.plan in dynamic and number < FIRST_NEW
    return kind is Kind.PROCEDURE or is_charge


def exact_rows(state: PaymentState, debts: Iterable[Debt]) -> Iterator[ExactRow]:
    """What can be ticked."""
    family = state.family
    if family is None:
        return
    draft, excess = state.draft, state.preview.excess if state.preview is not None else ()
    for debt in debts:
        if debt.thing is None:
            continue
        thing, row = debt.thing, _share_row(debt, debt.amount, state.lines, family)
        ticked = thing in draft.exact
        wrong = ticked and (thing in excess or not draft.amount_of(thing))
        yield ExactRow(
            thing, row.day, row.member, row.what, row.amount, ticked, draft.exact.get(thing, ""), wrong
        )


def ticked_words(state: PaymentState) -> str:
    """How the ticked amounts compare with the payment."""
    draft = state.draft
    if draft.way is not Way.PROCEDURES or not draft.exact:
        return ""
    left = draft.value - draft.ticked
    ticked = msg("Ticked {sum}", sum=Dollars(draft.ticked))
    if left > ZERO:
        return typed(join([ticked, msg("{amount} still to tick", amount=Dollars(left))], " · "))
    if left < ZERO:
        return typed(join([ticked, msg("{amount} more than the payment", amount=Dollars(-left))], " · "))
    return typed(ticked)


def _share_row(
    debt: Debt, paid: Decimal, lines: Mapping[Thing, AccountLine], family: FamilyAccount
) -> ShareRow:
    line = lines.get(debt.thing) if debt.thing is not None else None
    what = typed(line.description) if line is not None else tr("Plan charge") if debt.plan else tr("Balance")
    if line is not None and line.code:
        what = f"{line.code} {what}"
    if line is not None and line.tooth:
        what = f"{what} #{line.tooth}"
    first = family.member(debt.patient)
    name = first.person.preferred or first.person.first_name if first is not None else ""
    return ShareRow(short_day(debt.day, family.account.today), name, what, amount(paid))


def short_day(day: date, today: date) -> str:
    """A date without its year if that is this year's."""
    at = datetime.combine(day, time())
    return tr(At(at, Shape.MONTH_DAY if day.year == today.year else Shape.DATE))
