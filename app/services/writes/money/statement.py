"""The record of a statement that was made here: it shows in Open Dental's ledger, with its document."""

from __future__ import annotations

from datetime import date

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.statements import Statements


class AddStatement(Create):
    """Known by its document, which no other statement has."""

    def undo(self, entry: Entry) -> Intent | None:
        """None: its document would stay. It is deleted in Open Dental."""
        return None


ADD_STATEMENT = AddStatement(
    "statement",
    Statements.create,
    key="StatementNum",
    part=Part.INSURANCE,  # the ledger's statements are read with its claims
    identity=("DocNum",),
    not_done=msg("Statement not added to the account"),
)


def statement_intent(person: Person, day: date) -> Intent:
    """Add the statement whose document is uploaded in the step before. Needs 25.3.26."""
    return ADD_STATEMENT.intent(
        subject=f"statement:{person.pat_num}",
        arguments={"PatNum": person.pat_num, "DateSent": wire_value(day), "DocNum": 0},
        after={"DocNum": 0},
        words=msg("Statement added to the account of {name}", name=person.display),
        whose=person.display,
    )
