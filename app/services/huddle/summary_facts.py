"""What a patient's summary tells for the readiness of a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from app.core.text import Words
from app.domain.huddle.readiness import Facts, RecallDue
from app.domain.people.alerts import not_named, premed_words
from app.services.patients.summary.records import PatientSummary, SummaryAlerts, SummaryRecall, known_or_none


def alerts_of_summary(found: SummaryAlerts) -> tuple[Words, ...]:
    """Premedication, the urgent note, and the allergies that it doesn't name."""
    notes: list[Words] = [premed_words(premedicate=found.premedicate), found.medical]
    said = (each for each in notes if each)
    return (*said, *not_named(found.allergies, str(found.medical)))


def facts_of(summary: PatientSummary, known: Facts, day: date) -> Facts:
    """The facts with those of the summary, which is the newest."""
    changes: dict[str, Any] = {}
    if (person := known_or_none(summary.person)) is not None:
        changes["phones"] = tuple(each.number for each in person.phones)
        changes["guarantor"] = person.guarantor
    if (alerts := known_or_none(summary.alerts)) is not None:
        changes["alerts"] = alerts_of_summary(alerts)
    if (money := known_or_none(summary.money)) is not None:
        changes |= {"balance": money.total, "pending": money.pending}
    if (recalls := known_or_none(summary.recalls)) is not None:
        changes["recalls"] = _due(recalls, day)
    return replace(known, **changes)


def completed(known: Facts, summary: PatientSummary, day: date) -> Facts:
    """The facts, with those of the summary where nothing was read."""
    told = facts_of(summary, known, day)
    missing = [name for name in Facts.__struct_fields__ if getattr(known, name) is None]
    found = {name: getattr(told, name) for name in missing}
    return replace(known, guarantor=known.guarantor or told.guarantor, **found)


def _due(recalls: tuple[SummaryRecall, ...], day: date) -> tuple[RecallDue, ...]:
    due = [(each.due, each.kind) for each in recalls if each.due and each.due <= day and not each.scheduled]
    if not due:
        return ()
    due.sort()
    return (RecallDue(due[0][0], ", ".join(kind for _, kind in due if kind)),)
