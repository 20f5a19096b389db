"""Adding a patient. Open Dental has no mark on a patient: after a lost answer the name and birthdate find them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import msg
from app.domain.people.names import words_of
from app.domain.schedule.visit import Person
from app.journal.entries import Entry, Intent, Wire
from app.journal.kinds import Check, Checked
from app.services.writes.create import Create
from app.services.writes.patients.coverage import add_coverage_intent
from app.services.writes.patients.referral import NewReferral, referral_intent
from app.services.writes.steps import THEN, with_steps
from app.store.topics import Part
from app.wire.codec import wire_row, wire_value
from app.wire.endpoint import Sender
from app.wire.fields import NO_DATE
from app.wire.resources.pat_plans import PatPlan, PatPlanRelat
from app.wire.resources.patients import Patient, Patients

OTHERS = "others"
"""In an intent's context: patients of the same name and birthdate whom the user has seen: this is another person."""
EXISTS = msg("Not added: this office already has a patient with this name and birthdate.")
COPIED = (
    "Address", "Address2", "City", "State", "Zip", "HmPhone", "PriProv", "SecProv", "ClinicNum", "BillingType",
    "Language",
)  # fmt: skip
"""What a family member shares with the patient on screen."""


class NewPatient(Struct, frozen=True):
    """A patient to add."""

    last_name: str
    first_name: str
    birthdate: date | None = None
    fields: Mapping[str, Any] = {}
    """Further fields by the wire's names; empty ones are left to the office's defaults."""
    seen: tuple[int, ...] = ()
    """Patients of the same name and birthdate who were shown to the user and are others."""
    coverage: tuple[PatPlan, ...] = ()
    """A relative's coverage that covers this patient too."""
    relationship: PatPlanRelat = PatPlanRelat.CHILD
    """To the subscriber of that coverage."""
    referred_by: int = 0
    """A ReferralNum; 0: none."""


class AddPatient(Create):
    """No method deletes a patient, so there is no undo."""

    by_hand = msg("Delete the patient in Open Dental's Family module.")

    async def check(self, office: Sender, intent: Intent) -> Checked:
        """Refuse a second patient of this name and birthdate, unless the user has seen the first."""
        rows = await self.rows(office, intent)
        others = intent.context.get(OTHERS, ())
        if same := [row for row in rows if row[self.key] not in others]:
            return Checked(Check.CONFLICT, same[0], EXISTS)
        return Checked(Check.CLEAR, {self.known: [row[self.key] for row in rows]})

    async def rows(self, office: Sender, intent: Intent) -> list[Wire]:
        """The patients of this name and birthdate; the office compares parts of names, whatever their case."""
        after = intent.after
        names = {name: after[name] for name in ("LName", "FName")}
        born = after["Birthdate"] if after["Birthdate"] != wire_value(NO_DATE) else None
        found = await Patients(office).simple(**names, Birthdate=date.fromisoformat(born) if born else None)
        return [row for row in map(wire_row, found) if self.is_ours(row, intent)]

    def is_ours(self, row: Wire, intent: Intent) -> bool:
        """Whether it is a patient of this name and birthdate."""
        wanted = intent.after
        same_name = all(_letters(row[name]) == _letters(wanted[name]) for name in ("LName", "FName"))
        return same_name and row["Birthdate"] == wanted["Birthdate"]

    def undo(self, entry: Entry) -> Intent | None:
        """None."""
        return None


ADD_PATIENT = AddPatient(
    "new patient",
    Patients.create,
    key="PatNum",
    part=Part.PATIENT,
    identity=("LName", "FName", "Birthdate"),
    not_done=msg("Patient not added"),
)


def add_patient_intent(new: NewPatient) -> Intent:
    """Add a patient, with the steps that follow: coverage, then the referral source."""
    person = Person(0, new.last_name.strip(), new.first_name.strip(), birthdate=new.birthdate)
    names = {"LName": person.last_name, "FName": person.first_name}
    born = wire_value(new.birthdate or NO_DATE)
    given = {name: wire_value(value) for name, value in new.fields.items() if value not in (None, "", 0)}
    intent = ADD_PATIENT.intent(
        subject=_subject(names, born),
        arguments={**names, **({"Birthdate": born} if new.birthdate else {}), **given},
        after={**names, "Birthdate": born},
        context={OTHERS: list(new.seen)},
        words=msg("{name} added as a patient", name=person.display),
        whose=person.display,
    )
    return with_steps(intent, *_coverage(person, new), *_referral(person, new))


def new_patient_of(intent: Intent) -> NewPatient:
    """What `add_patient_intent` was called with, from its intent: a refused one is corrected and sent again."""
    given = dict(intent.arguments)
    last, first, born = given.pop("LName"), given.pop("FName"), given.pop("Birthdate", None)
    steps = [step["arguments"] for step in intent.context.get(THEN, ())]
    plans = [each for each in steps if "InsSubNum" in each]
    return NewPatient(
        last,
        first,
        date.fromisoformat(born) if born else None,
        given,
        tuple(intent.context.get(OTHERS, ())),
        tuple(PatPlan(InsSubNum=each["InsSubNum"], Ordinal=each["Ordinal"]) for each in plans),
        PatPlanRelat(plans[0]["Relationship"]) if plans else PatPlanRelat.CHILD,
        next((each["ReferralNum"] for each in steps if "ReferralNum" in each), 0),
    )


def add_anyway(entry: Entry) -> Intent:
    """The refused intent again, after the user has seen the patient who stopped it: they are two people."""
    intent, row = entry.intent, entry.conflict or {}
    others = [*intent.context.get(OTHERS, ()), *([row["PatNum"]] if "PatNum" in row else [])]
    return replace(intent, context={**intent.context, OTHERS: others})


def added_pat_num(entry: Entry) -> int | None:
    """The number of the patient that an entry added; None until it is done."""
    return (entry.answer or {}).get("PatNum")


def family_member(
    of: Patient,
    first_name: str,
    birthdate: date | None,
    *,
    last_name: str = "",
    fields: Mapping[str, Any] | None = None,
    coverage: Sequence[PatPlan] = (),
    relationship: PatPlanRelat = PatPlanRelat.CHILD,
) -> NewPatient:
    """A relative of a patient: same guarantor, address, phone, provider and clinic, unless `fields` say otherwise."""
    row = wire_row(of)
    copied = {name: row[name] for name in COPIED}
    if not of.HmPhone.strip():
        copied["WirelessPhone"] = of.WirelessPhone
    copied["Guarantor"] = of.Guarantor or of.PatNum
    return NewPatient(
        last_name.strip() or of.LName,
        first_name,
        birthdate,
        {**copied, **(fields or {})},
        coverage=tuple(coverage),
        relationship=relationship,
    )


def _subject(names: Mapping[str, str], born: str) -> str:
    """The same for the same person, so that a double click is one write; it names nobody."""
    text = "|".join([*map(_letters, names.values()), born])
    return f"new patient:{sha256(text.encode()).hexdigest()[:16]}"  # words: the subject of an entry


def _letters(name: str) -> str:
    return "".join(words_of(name))


def _coverage(person: Person, new: NewPatient) -> list[Intent]:
    ordered = sorted(new.coverage, key=lambda plan: plan.Ordinal)
    return [
        add_coverage_intent(person, plan.InsSubNum, new.relationship, place)
        for place, plan in enumerate(ordered, 1)
    ]


def _referral(person: Person, new: NewPatient) -> list[Intent]:
    return [referral_intent(NewReferral(person, new.referred_by))] if new.referred_by else []
