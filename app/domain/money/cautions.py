"""What speaks against posting an amount: questions that a person may answer with yes, and refusals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from msgspec import Struct

from app.core.text import Dollars, Text, Value, many, msg
from app.domain.money.card_numbers import has_card_number
from app.domain.money.cents import CENT, ZERO
from app.domain.money.doubts import Doubt

MOST = Decimal(10_000_000)
"""No payment of a dental office reaches this: more is a slip of the finger."""


class Caution(Struct, frozen=True):
    """One thing that speaks against it."""

    doubt: Doubt
    words: Text
    """A sentence, for a question with what happens if it is posted all the same."""
    refuses: bool = True
    """Whether it can't be posted like this; else it is a question."""


class Equal(Struct, frozen=True):
    """A posting of the same amount for the same patient, made today."""

    number: int
    """Its primary key."""
    minutes: int | None = None
    """How long ago; None: unknown."""
    who: str = ""
    """Who posted it, if this desk knows."""


class Around(Struct, frozen=True, kw_only=True):
    """What is known around a posting."""

    today: date
    """The office's date."""
    future_allowed: bool = False
    """The office's preference FutureTransDatesAllowed."""
    locked_through: date | None = None
    """The office's lock date: that day and earlier ones are a closed period."""
    closed_through: date | None = None
    """The last day that was closed at the desk."""
    limit: Decimal | None = None
    """Above this amount the desk asks; None: never."""
    owed: Decimal | None = None
    """What the posting can pay or take off; None: unknown, or it doesn't matter."""
    equal: tuple[Equal, ...] = ()
    """Equal postings of today, the latest first."""


def of_amount(amount: Decimal, around: Around) -> list[Caution]:
    """Cautions about an amount in US dollars, which is positive whatever is posted."""
    if not amount.is_finite() or amount == 0:
        return [Caution(Doubt.NOTHING, msg("The amount is zero. Enter an amount."))]
    if amount < 0:
        return [Caution(Doubt.NEGATIVE, msg("The amount is negative. Enter it without a minus sign."))]
    if amount >= MOST:
        return [Caution(Doubt.HUGE, msg("{amount} is too much for one entry.", amount=Dollars(amount)))]
    if amount % CENT:
        return [Caution(Doubt.CENTS, msg("The amount has more than two decimals. Enter dollars and cents."))]
    if around.limit is not None and amount > around.limit:
        words = msg(
            "{amount} is more than {limit}. Check the amount.",
            amount=Dollars(amount),
            limit=Dollars(around.limit),
        )
        return [Caution(Doubt.LIMIT, words, refuses=False)]
    return []


def of_day(day: date, around: Around, *, future: bool) -> list[Caution]:
    """Cautions about a date. `future` : whether the office's preference may allow one after today."""
    if day > around.today and not (future and around.future_allowed):
        return [Caution(Doubt.FUTURE, msg("The date is in the future. Enter today or an earlier date."))]
    if day > around.today:
        return [Caution(Doubt.FUTURE, msg("The date is in the future."), refuses=False)]
    if around.locked_through is not None and day <= around.locked_through:
        words = msg("The date is in a period that Open Dental has locked. It would change closed reports.")
        return [Caution(Doubt.LOCKED, words, refuses=False)]
    if around.closed_through is not None and day <= around.closed_through:
        words = msg("That day was closed here. It would change the day's totals.")
        return [Caution(Doubt.CLOSED, words, refuses=False)]
    return []


def of_texts(texts: Iterable[str]) -> list[Caution]:
    """A refusal if a typed text has a card number, which is then kept nowhere. The words don't repeat it."""
    if any(map(has_card_number, texts)):
        words = msg(
            "This looks like a card number. Card numbers can't be kept here. Enter the terminal's reference."
        )
        return [Caution(Doubt.CARD, words)]
    return []


def of_equal(around: Around) -> list[Caution]:
    """A question if the same amount was posted for the patient today."""
    if not around.equal:
        return []
    latest = around.equal[0]
    return [Caution(Doubt.EQUAL, _equal_words(latest), refuses=False)]


def of_payment(
    amount: Decimal, day: date, texts: Sequence[str], around: Around, *, prepayment: bool = False
) -> list[Caution]:
    """Cautions about a payment, refusals first. A prepayment may be more than what is owed."""
    found = [
        *of_texts(texts),
        *of_amount(amount, around),
        *of_day(day, around, future=True),
        *of_equal(around),
    ]
    if not prepayment and (rest := _over(amount, around)) > 0:
        words = msg("{rest} more than what is owed. It becomes unearned income.", rest=Dollars(rest))
        found.append(Caution(Doubt.OVER, words, refuses=False))
    return refusals_first(found)


def of_refund(
    paid: Decimal, reason: str, around: Around, *, on_plan: bool = False, refunded: bool = False
) -> list[Caution]:
    """Cautions about the refund of a whole payment of `paid`."""
    found = of_texts([reason])
    if paid <= 0 or refunded:
        words = msg("This payment was already refunded.") if refunded else msg("A refund can't be refunded.")
        found.append(Caution(Doubt.REFUND, words))
    else:
        found += of_amount(paid, around)
    if on_plan:
        words = msg("The payment belongs to a payment plan. Refund it in Open Dental.")
        found.append(Caution(Doubt.PLAN, words))
    if not reason.strip():
        found.append(Caution(Doubt.REASON, msg("Enter the reason for the refund.")))
    return refusals_first([*found, *of_day(around.today, around, future=False)])


def of_adjustment(
    amount: Decimal, day: date, note: str, around: Around, *, sign: str, hidden: bool = False
) -> list[Caution]:
    """Cautions about an adjustment. `sign` : the ItemValue of its type; `hidden` : the type or provider is hidden."""
    found = [
        *of_texts([note]),
        *of_amount(amount, around),
        *of_day(day, around, future=False),
        *of_equal(around),
    ]
    if sign not in ("+", "-"):
        found.append(
            Caution(Doubt.SIGN, msg("Open Dental posts this type of adjustment by itself. Choose another."))
        )
    if hidden:
        found.append(Caution(Doubt.HIDDEN, msg("The type or the provider is hidden. Choose another.")))
    if sign == "-" and (rest := _over(amount, around)) > 0:
        words = msg("{rest} more than what is owed. It leaves a credit.", rest=Dollars(rest))
        found.append(Caution(Doubt.OVER, words, refuses=False))
    return refusals_first(found)


def of_family(outside: int) -> list[Caution]:
    """A refusal if procedures belong to another family. The office would ignore them without a word."""
    if not outside:
        return []
    words = many(
        "{n} of the procedures belong to another family.",
        "{n} of the procedures belongs to another family.",
        outside,
    )
    return [Caution(Doubt.FAMILY, words)]


def refusals_first(cautions: Iterable[Caution]) -> list[Caution]:
    """Refusals before questions, else in order."""
    return sorted(cautions, key=lambda each: not each.refuses)


def unanswered(cautions: Iterable[Caution], answered: Iterable[str]) -> list[Caution]:
    """What still stands against it once these doubts are answered with yes. A refusal can't be answered."""
    yes = set(answered)
    return [each for each in cautions if each.refuses or each.doubt.value not in yes]


def locked_through(lock_date: str, lock_days: str, today: date) -> date | None:
    """The last day of the closed period, from the preferences SecurityLockDate and SecurityLockDays."""
    days = int(lock_days) if lock_days.strip().isdecimal() else 0
    found = [today - timedelta(days=days + 1)] if 0 < days < today.toordinal() else []
    fixed = _fixed(lock_date.strip())
    return max([*found, *([fixed] if fixed > date.min else [])], default=None)


def _over(amount: Decimal, around: Around) -> Decimal:
    """How much more than what is owed an amount is; 0 if that is unknown."""
    if around.owed is None or not amount.is_finite():
        return ZERO
    return amount - max(around.owed, ZERO)


def _fixed(text: str) -> date:
    """A date as the preference may have it, 2026-01-31 or 1/31/2026; the earliest date for none."""
    for form in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            return datetime.strptime(text.split(" ", maxsplit=1)[0], form).date()
        except ValueError:
            continue
    return date.min


def _equal_words(latest: Equal) -> Text:
    if latest.minutes is None:
        return msg(
            "The same amount was posted for this patient today. Post it again only if it is a second one."
        )
    ago: Value = many("{n} minutes ago", "{n} minute ago", latest.minutes)
    if latest.minutes < 1:
        ago = msg("just now")
    return msg(
        "The same amount was posted for this patient {ago}. Post it again only if it is a second one.",
        ago=ago,
    )
