"""What the checkout shows besides the payment: today's treatment, who pays for it, and when the patient comes again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Words, join
from app.services.money.checkout import CheckoutDay, TodaysTreatment
from app.services.patients.parts.recalls import PatientRecalls, is_disabled, is_overdue
from app.viewmodels.amounts import amount
from app.viewmodels.staff.money.payment.shown import share_rows
from app.viewmodels.staff.money.payment.state import PaymentState
from app.viewmodels.translation import tr, typed
from app.wire.resources.recalls import Recall

MOST_RECALLS = 3


class TreatedRow(Struct, frozen=True):
    """One procedure of today, or the sum of all (`lead`)."""

    what: str
    fee: str
    insurance: str
    portion: str
    lead: bool = False

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return tr(
            "{what}: fee {fee}, insurance {insurance}, patient {portion}",
            what=self.what, fee=self.fee, insurance=self.insurance, portion=self.portion,
        )  # fmt: skip


class ComingRow(Struct, frozen=True):
    """The next appointment or a recall. `key`: a RecallNum, 0 for the appointment."""

    key: int
    title: str
    words: str
    tone: str = ""
    """"alert", "money", "good" or empty."""
    can_book: bool = False


class CheckoutState(Struct, frozen=True):
    """The whole summary."""

    rows: tuple[TreatedRow, ...] = ()
    hint: str = ""
    """That nothing was completed today, or that it is loading."""
    insurance: str = ""
    """What insurance owes for today, and whether it was billed."""
    due: str = ""
    """What is due today."""
    is_due: bool = False
    """Whether anything is."""
    coming: tuple[ComingRow, ...] = ()
    pays: str = ""
    """What the payment would pay, in one line: the whole split may be below the fold."""


def pays_words(payment: PaymentState) -> str:
    """What the amount pays; empty without one, or once it is posted."""
    if not payment.is_entering:
        return ""
    parts = [f"{row.what} {row.amount}" for row in share_rows(payment)]
    return tr("Pays: {what}", what=", ".join(parts)) if parts else ""


def treated_rows(day: CheckoutDay) -> tuple[TreatedRow, ...]:
    """A line for each procedure, and their sum where there are several."""
    rows = [_row(typed(name_of(each)), each) for each in day.treated]
    if len(rows) > 1:
        sums = (amount(day.fee), amount(day.insurance), amount(day.portion))
        rows.append(TreatedRow(tr("Total"), *sums, lead=True))
    return tuple(rows)


def name_of(each: TodaysTreatment, *, with_code: bool = True) -> Words:
    """The code, the procedure and the tooth."""
    line = each.line
    return join([line.code if with_code else "", line.description, f"#{line.tooth}" if line.tooth else ""])


def insurance_words(day: CheckoutDay) -> str:
    """What insurance is expected to pay for today's treatment."""
    if not day.insurance:
        return ""
    words = tr("Insurance: {amount} expected", amount=Dollars(day.insurance))
    return tr("{words}, not on a claim yet", words=words) if day.unbilled else words


def due_words(day: CheckoutDay) -> str:
    """What the patient should pay today."""
    if not day.treated:
        return ""
    if not day.due:
        return tr("Nothing due for today")
    return tr("Due today: {amount}", amount=Dollars(day.due))


def recall_lines(recalls: PatientRecalls, today: date) -> tuple[ComingRow, ...]:
    """The recalls that aren't turned off, those to be booked first."""
    rows = [row for row in recalls.rows if not is_disabled(row, today)]
    rows.sort(key=lambda row: _booked(row, today))
    return tuple(_recall(row, recalls, today) for row in rows[:MOST_RECALLS])


def kind_of(row: Recall, recalls: PatientRecalls) -> str:
    """The name of its type."""
    known = recalls.types.get(row.RecallTypeNum)
    return (known.Description.strip() if known is not None else "") or tr("Recall")


def _booked(row: Recall, today: date) -> bool:
    return row.DateScheduled is not None and row.DateScheduled >= today


def _recall(row: Recall, recalls: PatientRecalls, today: date) -> ComingRow:
    kind = kind_of(row, recalls)
    if _booked(row, today):
        words = tr("Booked for {day}", day=_day(row.DateScheduled))
        return ComingRow(row.RecallNum, kind, words, "good")
    if row.DateDue is None:
        return ComingRow(row.RecallNum, kind, tr("No due date"), can_book=True)
    overdue = is_overdue(row, today)
    words = (
        tr("Overdue since {day}", day=_day(row.DateDue))
        if overdue
        else tr("Due {day}", day=_day(row.DateDue))
    )
    return ComingRow(row.RecallNum, kind, words, "alert" if overdue else "", can_book=True)


def _day(day: date | None) -> str:
    return tr(At(datetime.combine(day or date.min, time()), Shape.DATE))


def _row(what: str, each: TodaysTreatment) -> TreatedRow:
    return TreatedRow(
        what, amount(each.fee), amount(each.insurance) if each.insurance else "", amount(each.portion)
    )


def spoken(rows: Iterable[TreatedRow]) -> str:
    """Today's treatment for a screen reader."""
    return "\n".join(each.spoken for each in rows)
