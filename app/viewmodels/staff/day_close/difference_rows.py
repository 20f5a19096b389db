"""The day's differences in words, each with its next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from enum import StrEnum

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Value, Words, many, msg
from app.domain.money.day_close import Difference, Fault, Origin
from app.services.money.closing.day_reader import DayMoney


class Step(StrEnum):
    """What a button beside a difference does."""

    LEDGER = "ledger"
    REFUND = "refund"
    OPEN_DENTAL = "open dental"
    SETTLE = "settle"
    COUNT = "count"
    CARDS = "cards"
    CHECKS = "checks"
    PAYMENTS = "payments"


STEP_WORDS = {
    Step.LEDGER: msg("Show ledger"),
    Step.REFUND: msg("Refund one"),
    Step.OPEN_DENTAL: msg("Open Dental"),
    Step.SETTLE: msg("Settle"),
    Step.COUNT: msg("Count again"),
    Step.CARDS: msg("Show cards"),
    Step.CHECKS: msg("Show checks"),
    Step.PAYMENTS: msg("Show payments"),
}
_STEPS: dict[Fault, tuple[Step, ...]] = {
    Fault.MISSING: (Step.OPEN_DENTAL, Step.LEDGER),
    Fault.CHANGED: (Step.LEDGER, Step.OPEN_DENTAL),
    Fault.UNKNOWN: (Step.SETTLE, Step.LEDGER),
    Fault.TWIN: (Step.LEDGER, Step.REFUND),
    Fault.SPLITS: (Step.OPEN_DENTAL, Step.LEDGER),
    Fault.NO_SPLITS: (Step.OPEN_DENTAL, Step.LEDGER),
    Fault.WAITING: (Step.SETTLE,),
    Fault.REFUSED: (Step.SETTLE,),
    Fault.CASH: (Step.COUNT,),
    Fault.CHECKS: (Step.CHECKS,),
    Fault.CARDS: (Step.CARDS,),
    Fault.OTHER_DATE: (Step.LEDGER,),
    Fault.ELSEWHERE: (Step.PAYMENTS,),
}


class DifferenceRow(Struct, frozen=True):
    """One difference as it is shown."""

    difference: Difference
    words: Words
    """What doesn't agree."""
    advice: Words
    """What to do about it."""
    steps: tuple[Step, ...]

    @property
    def tone(self) -> str:
        """The kind of its label: "alert" for what is wrong."""
        return "second" if self.difference.is_note else "alert"


class _About(Struct, frozen=True):
    """What the sentences are made of."""

    money: DayMoney
    name: Words
    """The patient."""
    what: Words
    """What an entry of the journal says of itself."""


Said = tuple[Words, Words]


def difference_row(one: Difference, money: DayMoney) -> DifferenceRow:
    """A difference in words."""
    entry = money.journal.entry(one.entries[0]) if one.entries else None
    name: Words = money.name(one.patient) if one.patient else (entry.intent.whose if entry else "")
    about = _About(money, name, entry.intent.words if entry is not None else "")
    words, advice = _SAY[one.fault](one, about)
    return DifferenceRow(one, words, advice, _steps(one))


def _steps(one: Difference) -> tuple[Step, ...]:
    steps = _STEPS.get(one.fault, ())
    if one.fault is Fault.TWIN and one.amount < 0:
        steps = (Step.LEDGER,)
    return tuple(each for each in steps if one.patient or each not in (Step.LEDGER, Step.OPEN_DENTAL))


def _missing(one: Difference, about: _About) -> Said:
    return (
        msg(
            "{name}: {amount} was posted here, but Open Dental doesn't have it",
            name=about.name,
            amount=Dollars(one.amount),
        ),
        msg("Someone may have deleted it. Look for it in Open Dental before you post it again."),
    )


def _changed(one: Difference, about: _About) -> Said:
    sent, found = Dollars(one.expected), Dollars(one.found)
    return (
        msg(
            "{name}: {sent} was posted here, Open Dental has {found}", name=about.name, sent=sent, found=found
        ),
        msg("Someone changed it after it was posted."),
    )


def _twin(one: Difference, about: _About) -> Said:
    values: dict[str, Value] = {
        "name": about.name,
        "n": len(one.payments),
        "amount": Dollars(abs(one.amount)),
    }
    if one.amount < 0:
        return (
            msg("{name}: {n} refunds of {amount}", **values),
            msg("Same patient, amount and day. If one was posted twice, correct it in Open Dental."),
        )
    return (
        msg("{name}: {n} payments of {amount}", **values),
        msg("Same patient, amount and day. If one was posted twice, refund it."),
    )


def _splits(one: Difference, about: _About) -> Said:
    amount, found = Dollars(one.amount), Dollars(one.found)
    return (
        msg("{name}: the splits of {amount} add up to {found}", name=about.name, amount=amount, found=found),
        msg("Open the payment in Open Dental and correct its splits."),
    )


def _no_splits(one: Difference, about: _About) -> Said:
    return (
        msg("{name}: {amount} has no splits", name=about.name, amount=Dollars(one.amount)),
        msg("It lowers no balance until it is allocated. Open the payment in Open Dental."),
    )


def _unknown(_: Difference, about: _About) -> Said:
    return (
        msg("{what}: sent, but not confirmed yet", what=about.what),
        msg("Don't post it again. Front Desk keeps checking; Settle shows until when."),
    )


def _waiting(_: Difference, about: _About) -> Said:
    return (
        msg("{what}: not sent yet", what=about.what),
        msg("It is sent as soon as Open Dental's server can be reached."),
    )


def _refused(_: Difference, about: _About) -> Said:
    return (
        msg("{what}: refused by Open Dental", what=about.what),
        msg("Nothing was posted. Try it again, or dismiss it."),
    )


def _cash(one: Difference, _: _About) -> Said:
    off, figures = Dollars(abs(one.amount)), _figures(one)
    words = (
        msg("Cash is {amount} short", amount=off)
        if one.amount < 0
        else msg("Cash is {amount} over", amount=off)
    )
    return words, msg("Counted {found}, expected {expected}.", **figures)


def _checks(one: Difference, _: _About) -> Said:
    off, figures = Dollars(abs(one.amount)), _figures(one)
    short, over = msg("Checks are {amount} short", amount=off), msg("Checks are {amount} over", amount=off)
    return short if one.amount < 0 else over, msg("Counted {found}, posted {expected}.", **figures)


def _cards(one: Difference, _: _About) -> Said:
    off, figures = Dollars(abs(one.amount)), _figures(one)
    less = msg("The terminal has {amount} less than was posted", amount=off)
    more = msg("The terminal has {amount} more than was posted", amount=off)
    return less if one.amount < 0 else more, msg("Batch total {found}, posted {expected}.", **figures)


def _figures(one: Difference) -> dict[str, Dollars]:
    return {"found": Dollars(one.found), "expected": Dollars(one.expected)}


def _partial(one: Difference, about: _About) -> Said:
    check = next(each for each in about.money.facts.checks if each.num == one.payments[0])
    amount = Dollars(one.amount)
    return (
        msg("{carrier}: {amount} is not completely on claims", carrier=check.carrier, amount=amount),
        msg("Finish it in Open Dental: Manage, Batch Insurance."),
    )


def _other_date(one: Difference, about: _About) -> Said:
    day = At(datetime.combine(one.day or about.money.facts.day, time()), Shape.DATE)
    return (
        msg("{name}: {amount} has another date: {day}", name=about.name, amount=Dollars(one.amount), day=day),
        msg("Entered on another day than it is dated. Open Dental's daily report lists it by its date."),
    )


def _elsewhere(one: Difference, _: _About) -> Said:
    count, values = len(one.payments), {"amount": Dollars(one.amount)}
    if one.origin is Origin.DESK:
        return (
            many(
                "{n} payments from other Front Desk PCs: {amount}",
                "{n} payment from another Front Desk PC: {amount}",
                count,
                **values,
            ),
            msg("This PC's record doesn't have them."),
        )
    if one.origin is Origin.ONLINE:
        words = many(
            "{n} payments made online: {amount}", "{n} payment made online: {amount}", count, **values
        )
        return words, msg("They are in no drawer and in no terminal here.")
    return (
        many(
            "{n} payments entered in Open Dental: {amount}",
            "{n} payment entered in Open Dental: {amount}",
            count,
            **values,
        ),
        msg("Not posted with Front Desk on this PC."),
    )


_SAY: dict[Fault, Callable[[Difference, _About], Said]] = {
    Fault.MISSING: _missing,
    Fault.CHANGED: _changed,
    Fault.UNKNOWN: _unknown,
    Fault.TWIN: _twin,
    Fault.SPLITS: _splits,
    Fault.NO_SPLITS: _no_splits,
    Fault.WAITING: _waiting,
    Fault.REFUSED: _refused,
    Fault.CASH: _cash,
    Fault.CHECKS: _checks,
    Fault.CARDS: _cards,
    Fault.PARTIAL: _partial,
    Fault.OTHER_DATE: _other_date,
    Fault.ELSEWHERE: _elsewhere,
}
