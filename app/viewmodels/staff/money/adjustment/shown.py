"""What the adjustment panel shows: the choices, and the balances before and after."""

from __future__ import annotations

from app.core.text import Dollars, join, msg
from app.domain.money.allocation import Kind
from app.domain.money.cents import ZERO
from app.services.money.account.records import AccountLine
from app.viewmodels.staff.money.adjustment.adjustment import AdjustmentViewModel
from app.viewmodels.staff.money.adjustment.rules import procedure_of
from app.viewmodels.staff.money.form import FormState
from app.viewmodels.staff.money.form_shown import before_and_after, line_words
from app.viewmodels.staff.money.payment.shown import ShareRow
from app.viewmodels.translation import tr, typed

Choices = list[tuple[int | None, str]]
"""Keys and titles of a list."""
MOST_PROCEDURES = 60
"""So many procedures are offered: those on which something is owed, then the newest."""


def type_choices(model: AdjustmentViewModel) -> Choices:
    """The types with their sign, those that take off first."""
    off = [each for each in model.types.types if not each.adds]
    adds = [each for each in model.types.types if each.adds]
    return [
        *((each.num, tr("{name} (takes off)", name=each.name)) for each in off),
        *((each.num, tr("{name} (adds)", name=each.name)) for each in adds),
    ]


def procedure_choices(state: FormState) -> Choices:
    """No procedure, then the patient's: those with something owed first."""
    return [(0, tr("Not attached")), *((line.num, _title(line, state)) for line in _procedures(state))]


def provider_choices(model: AdjustmentViewModel) -> Choices:
    """The providers that are not hidden, after the one that is used by default."""
    lists = model.desk.parts.office.lists
    shown = [each for each in lists.providers if not each.IsHidden] if lists is not None else []
    return [(0, tr("Usual provider")), *((each.ProvNum, each.Abbr) for each in shown)]


def balances(model: AdjustmentViewModel) -> tuple[ShareRow, ...]:
    """What is owed before and after it, to the cent; empty without an amount."""
    state, chosen = model.state, model.rules.type_of(model.state)
    family, person = state.family, state.person
    if family is None or person is None or chosen is None or not state.draft.value:
        return ()
    change = state.draft.value if chosen.adds else -state.draft.value
    own, on = family.member(person.pat_num), procedure_of(state)
    rows = []
    if on is not None and on.owed is not None:
        rows.append((tr("Owed on the procedure"), on.owed, on.owed + change))
    if own is not None:
        rows.append((tr("Patient's balance"), own.balance, own.balance + change))
    if len(family.members) > 1:
        balance = family.account.balance + family.opening
        rows.append((tr("Family balance"), balance, balance + change))
    return before_and_after(rows)


def _procedures(state: FormState) -> list[AccountLine]:
    if state.family is None or state.person is None:
        return []
    own = [
        line
        for line in reversed(state.family.lines)
        if line.kind is Kind.PROCEDURE and line.pat_num == state.person.pat_num
    ]
    chosen = [line for line in own if line.num == state.draft.procedure]
    found = sorted(own, key=lambda line: not (line.owed or ZERO) > 0)[:MOST_PROCEDURES]
    return [*found, *(line for line in chosen if line not in found)]


def _title(line: AccountLine, state: FormState) -> str:
    words = line_words(line, state.family) if state.family is not None else ""
    owed = line.owed or ZERO
    return words if owed <= 0 else typed(join([msg("{amount} owed", amount=Dollars(owed)), words], " · "))
