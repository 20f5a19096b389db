"""A patient's coverage: added, changed, put in another order, dropped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.core.text import Text, msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.patients.change import PatientChange, edit
from app.services.writes.patients.only_one import OnlyOne
from app.services.writes.remove import Remove
from app.store.topics import Part
from app.wire.codec import wire_row
from app.wire.resources.pat_plans import PatPlan, PatPlanRelat, PatPlans

SEEN = ("InsSubNum", "Relationship")
"""What a coverage is dropped by, if it is as it was seen."""


class DropCoverage(Remove):
    """The plan and its subscriber stay. The undo covers the patient again."""

    def leaves(self, intent: Intent) -> Text:
        """What Open Dental deletes with it."""
        return msg("benefits that were entered for this patient only")


class AddCoverage(OnlyOne):
    """The undo drops it again; a plan or subscriber that was added before it stays."""

    def undo(self, entry: Entry) -> Intent | None:
        """Drop it, unless it has been changed since."""
        row = entry.answer
        if row is None or not row.get(self.key):
            return None
        return DROP_COVERAGE.intent(
            subject=coverage_subject(row["PatNum"]),
            arguments={self.key: row[self.key]},
            before={name: row[name] for name in SEEN},
            context={"PatNum": row["PatNum"]},
            words=msg("{words}: undone", words=entry.intent.words),
            whose=entry.intent.whose,
            undo_of=entry.id,
        )


ADD_COVERAGE = AddCoverage(
    "coverage",
    PatPlans.create,
    key="PatPlanNum",
    part=Part.INSURANCE,
    identity=("PatNum", "InsSubNum"),
    not_done=msg("Insurance not added"),
)
EDIT_COVERAGE = PatientChange(
    "coverage edit",
    PatPlans.update,
    key="PatPlanNum",
    part=Part.INSURANCE,
    not_done=msg("Insurance not saved"),
)
DROP_COVERAGE = DropCoverage(
    "coverage removal",
    PatPlans.delete,
    key="PatPlanNum",
    part=Part.INSURANCE,
    again=ADD_COVERAGE,
    not_done=msg("Insurance not dropped"),
)


def coverage_subject(pat_num: int) -> str:
    """The journal's target for a patient's coverage: its rows are ordered, so they change one after another."""
    return f"coverage:{pat_num}"


def add_coverage_intent(
    person: Person, ins_sub_num: int, relationship: PatPlanRelat, ordinal: int = 0
) -> Intent:
    """Cover a patient by a subscriber's plan (0: those that an earlier step adds); ordinal 0: as primary insurance."""
    fields: dict[str, Any] = {
        "PatNum": person.pat_num,
        "InsSubNum": ins_sub_num,
        "Relationship": relationship.value,
    }
    return ADD_COVERAGE.intent(
        subject=coverage_subject(person.pat_num),
        arguments={**fields, **({"Ordinal": ordinal} if ordinal else {})},
        after=fields,
        words=msg("Insurance added for {name}", name=person.display),
        whose=person.display,
    )


def edit_coverage_intent(person: Person, row: PatPlan, changes: Mapping[str, Any]) -> Intent:
    """Change a coverage as it was seen. A new Ordinal moves the patient's others."""
    return edit(EDIT_COVERAGE, coverage_subject(person.pat_num), row, changes, person=person)


def drop_coverage_intent(person: Person, row: PatPlan) -> Intent:
    """End a patient's coverage. The plan, the subscriber and the claims stay."""
    seen = wire_row(row)
    return DROP_COVERAGE.intent(
        subject=coverage_subject(person.pat_num),
        arguments={"PatPlanNum": row.PatPlanNum},
        before={name: seen[name] for name in SEEN},
        context={"PatNum": person.pat_num},
        words=msg("Insurance of {name} dropped", name=person.display),
        whose=person.display,
    )
