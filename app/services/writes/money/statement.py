"""The record of a statement that was made here: it shows in Open Dental's ledger, with its document. And its undo."""

from __future__ import annotations

from datetime import date

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.services.writes.patients.document import REMOVE_DOCUMENT
from app.services.writes.remove import Remove
from app.services.writes.steps import IF_REFUSED, with_steps
from app.store.topics import Part
from app.wire.codec import wire_value
from app.wire.resources.statements import Statements


class AddStatement(Create):
    """Known by its document, which no other statement has."""

    by_hand = msg("Delete it in Open Dental's Account module.")

    def undo(self, entry: Entry) -> Intent | None:
        """Delete it, which needs 26.2, and then the document that was uploaded for it."""
        row = entry.answer or {}
        if not row.get(self.key) or entry.intent.undo_of is not None:
            return None
        remove = REMOVE_STATEMENT.intent(
            subject=entry.intent.subject,
            arguments={self.key: row[self.key]},
            before={"DocNum": row["DocNum"]},
            context={"PatNum": row["PatNum"]},
            words=msg("{words}: undone", words=entry.intent.words),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )
        document = REMOVE_DOCUMENT.intent(
            subject="",
            arguments={"DocNum": row["DocNum"]},
            context={"PatNum": row["PatNum"], IF_REFUSED: True},
            words=msg("The statement's document deleted for {name}", name=entry.intent.whose),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )
        return with_steps(remove, document)


REMOVE_STATEMENT = Remove(
    "statement removal",
    Statements.delete,
    key="StatementNum",
    part=Part.INSURANCE,
    again=None,
    not_done=msg("Statement not deleted"),
)
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
