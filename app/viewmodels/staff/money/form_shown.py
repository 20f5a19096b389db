"""What every money panel with fields shows: whose money it is, what is owed, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from app.core.text import Dollars, Words, join, msg
from app.domain.people.ages import birth_text
from app.services.money.account.records import AccountLine, FamilyAccount
from app.viewmodels.amounts import amount
from app.viewmodels.staff.money.form import FormState
from app.viewmodels.staff.money.payment.shown import ShareRow, short_day
from app.viewmodels.translation import tr, typed


def birth_of(state: FormState, today: date) -> str:
    """The birthdate and age, which stand beside the amount; or that it isn't known."""
    person = state.person
    if person is None or person.birthdate is None:
        return tr("Birthdate not known")
    return tr(birth_text(person.birthdate, today))


def owes(state: FormState) -> str:
    """What the patient and the family owe; nothing while only a part of the account was read."""
    family = state.family
    if family is None or not family.complete or state.person is None:
        return ""
    parts: list[Words] = []
    own = family.member(state.person.pat_num)
    if own is not None and len(family.members) > 1:
        parts.append(msg("Patient owes {amount}", amount=Dollars(own.portion)))
    parts.append(msg("Family owes {amount}", amount=Dollars(family.figures.EstBal)))
    return typed(join(parts, " · "))


def caution_lines(state: FormState) -> str:
    """What speaks against posting it, one sentence a line."""
    return "\n".join(typed(each.words) for each in state.cautions) if state.is_entering else ""


def done_line(state: FormState) -> str:
    """What was posted."""
    return tr("{what}.", what=state.entry.intent.words) if state.entry is not None else ""


def line_words(line: AccountLine, family: FamilyAccount) -> str:
    """A procedure in a list: its day, code, description and tooth."""
    parts = [short_day(line.day, family.account.today), line.code, typed(line.description)]
    return " ".join(filter(None, [*parts, f"#{line.tooth}" if line.tooth else ""]))


def before_and_after(rows: Iterable[tuple[str, Decimal, Decimal]]) -> tuple[ShareRow, ...]:
    """Lines with an amount before and after."""
    return tuple(
        ShareRow("", "", title, f"{amount(before)} → {amount(after)}") for title, before, after in rows
    )
