"""Posting an adjustment. It can't be deleted: its undo is an opposite one, where the office has a type for that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec import Struct

from app.core.text import NO_TEXT, Dollars, Text, msg
from app.domain.money.adjustment_types import AdjustmentType
from app.domain.money.cents import cents
from app.domain.people.rights import Demand, Right
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.services.writes.again import ANSWERED, EQUALS
from app.services.writes.money.posting import NewPosting, amount_of, demands_of
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.resources.adjustments import Adjustments

WRITES_OFF = "write_off"
"""In an intent's context: its type writes off a debt."""
OPPOSITE = "opposite"
"""In an intent's context: the type of the adjustment that would undo it; 0: the office has none."""
SENT_FIELDS = ("ProvNum", "ProcNum", "ClinicNum", "ProcDate")


class NewAdjustment(Struct, frozen=True, kw_only=True):
    """An adjustment to post."""

    person: Person
    amount: Decimal
    """In US dollars, more than 0, whatever the type."""
    adj_type: int
    """A definition of category 1 whose ItemValue is + or -."""
    type_name: str
    """Its name in the office, which says whether it writes off a debt: that needs a right of its own."""
    adds: bool
    """Whether the type adds a charge (ItemValue +)."""
    day: date | None = None
    """None: today."""
    procedure: int = 0
    """The ProcNum that it is attached to; 0: none."""
    provider: int = 0
    """0: the patient's."""
    note: str = ""
    opposite_type: int = 0
    """A type of the other sign, for the undo; 0: none."""
    equals: tuple[int, ...] = ()
    """AdjNums of equal adjustments that the user has seen: this is another one."""


async def adjustments_of(office: Sender, intent: Intent) -> list[Wire]:
    """The patient's adjustments."""
    return [wire_row(row) for row in await Adjustments(office).list(PatNum=int(intent.arguments["PatNum"]))]


def _equal(row: Wire, intent: Intent) -> Text:
    """The same amount of the same type on the same day, for the same procedure."""
    wanted = intent.arguments
    same = all(row[name] == wanted[name] for name in ("AdjType", "AdjDate"))
    amount = amount_of(row, "AdjAmt")
    if not same or row["ProcNum"] != wanted.get("ProcNum", 0) or amount != amount_of(wanted, "AdjAmt"):
        return NO_TEXT
    return msg(
        "Adjustment not posted: an adjustment of {amount} was posted for this patient in the meantime. "
        "If this is a second one, post it again.",
        amount=Dollars(abs(amount)),
    )


class PostAdjustment(NewPosting):
    """An equal adjustment of the day that the user hasn't seen stops it."""

    initials_in = "AdjNote"

    def demands(self, intent: Intent, today: date) -> Sequence[Demand]:
        """The right to post adjustments, or to write off, for this type and amount."""
        right = Right.WRITE_OFF if intent.context.get(WRITES_OFF) else Right.ADJUSTMENT
        amount, day = abs(amount_of(intent.arguments, "AdjAmt")), intent.arguments["AdjDate"]
        return demands_of(intent, right, amount, day, today, adj_type=int(intent.arguments["AdjType"]))

    def undo(self, entry: Entry) -> Intent | None:
        """Post the opposite one, of the type chosen for that; an undo is not undone."""
        intent, row = entry.intent, entry.answer
        opposite = intent.context.get(OPPOSITE)
        if not opposite or row is None or intent.undo_of is not None:
            return None
        fields = {name: row[name] for name in SENT_FIELDS if row.get(name)}
        note = f"Reverses adjustment {row['AdjNum']}"  # words: read in Open Dental
        undo = self.intent(
            subject=intent.subject,
            arguments={
                **fields,
                "PatNum": row["PatNum"],
                "AdjType": opposite,
                "AdjAmt": wire_value(-amount_of(row, "AdjAmt")),
                "AdjDate": row["AdjDate"],
                "AdjNote": note,
            },
            context={EQUALS: [], ANSWERED: [], WRITES_OFF: False, OPPOSITE: 0},
            words=msg("{words}: undone", words=intent.words),
            whose=intent.whose,
            undo_of=entry.id,
        )
        return self.marked(undo)


POST_ADJUSTMENT = PostAdjustment(
    "adjustment",
    Adjustments.create,
    key="AdjNum",
    mark="AdjNote",
    not_done=msg("Adjustment not posted"),
    reads=adjustments_of,
    like=_equal,
)


def adjustment_intent(
    new: NewAdjustment, today: date, *, initials: str = "", answered: Sequence[str] = ()
) -> Intent:
    """Post an adjustment with the sign of its type."""
    person, amount = new.person, cents(new.amount)
    signed = amount if new.adds else -amount
    optional: dict[str, Any] = {"ProvNum": new.provider, "ProcNum": new.procedure}
    return POST_ADJUSTMENT.intent(
        subject=f"adjustment:{person.pat_num}:{signed}",
        arguments={
            "PatNum": person.pat_num,
            "AdjType": new.adj_type,
            "AdjAmt": wire_value(signed),
            "AdjDate": wire_value(new.day or today),
            "AdjNote": " ".join(filter(None, (new.note.strip(), initials))),
            **{name: value for name, value in optional.items() if value},
        },
        context={
            EQUALS: list(new.equals),
            ANSWERED: list(answered),
            WRITES_OFF: AdjustmentType(new.adj_type, new.type_name, new.adds).writes_off,
            OPPOSITE: new.opposite_type,
        },
        words=msg(
            "{type} of {amount} posted for {name}",
            type=new.type_name,
            amount=Dollars(amount),
            name=person.display,
        ),
        whose=person.display,
    )
