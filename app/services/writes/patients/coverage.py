"""Covering a patient by a subscriber's plan."""

from __future__ import annotations

from typing import Any

from app.core.text import msg
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent
from app.services.writes.create import Create
from app.store.topics import Part
from app.wire.resources.pat_plans import PatPlanRelat, PatPlans


class AddCoverage(Create):
    """A patient is covered at most once by the same subscriber's plan."""

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


ADD_COVERAGE = AddCoverage(
    "coverage",
    PatPlans.create,
    key="PatPlanNum",
    part=Part.INSURANCE,
    identity=("PatNum", "InsSubNum"),
    not_done=msg("Insurance not added"),
)


def coverage_subject(pat_num: int) -> str:
    """The journal's target for a patient's coverage: its rows are ordered, so they change one after another."""
    return f"coverage:{pat_num}"


def add_coverage_intent(
    person: Person, ins_sub_num: int, relationship: PatPlanRelat, ordinal: int = 0
) -> Intent:
    """Cover a patient (0: one that an earlier step adds) by a subscriber's plan; ordinal 0: as primary insurance."""
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
