"""Converts the form's entries: from a typed text or a refused attempt, to the person compared and the patient added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from app.domain.people.alike import is_short_form
from app.domain.people.duplicates import Named
from app.domain.people.names import words_of
from app.journal.entries import Entry
from app.services.patients.search import PatientSearch
from app.services.writes.patients.patient_writes import NewPatient, family_member, new_patient_of
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.staff.new_patient.drafts import Draft
from app.viewmodels.staff.new_patient.fields import PHONES
from app.viewmodels.staff.new_patient.relative import RelativeViewModel
from app.wire.codec import wire_value

APART = frozenset({"LName", "FName", "Birthdate", "referral"})  # words: fields of the API
"""What a NewPatient has attributes for."""


def is_given(search: PatientSearch, word: str) -> bool:
    """Whether a word is the first name of a patient in memory, or one with short forms."""
    letters = words_of(word)
    hits = search.known(word)
    return is_short_form(word) or any(words_of(each.person.first_name) == letters for each in hits)


def texts_of(fields: Mapping[str, FieldSpec], person: Named, clinic_num: int) -> dict[str, str]:
    """The texts of an empty form with what is known of a person; a clinic that isn't offered is left out."""
    known = {
        "LName": person.last_name,
        "FName": person.first_name,
        "Birthdate": person.birthdate,
        "WirelessPhone": next(iter(person.phones), ""),
        "ClinicNum": clinic_num,
    }
    return {name: fields[name].kind.text(value) for name, value in known.items() if name in fields and value}


def named_of(fields: Mapping[str, FieldSpec], texts: Mapping[str, str]) -> Named:
    """The person as far as entered, for comparing with the office's patients."""
    born = fields["Birthdate"].kind.parse(texts.get("Birthdate", ""))
    return Named(
        texts.get("LName", ""),
        texts.get("FName", ""),
        texts.get("Preferred", ""),
        born.value,
        tuple(text for name in PHONES if (text := texts.get(name, "").strip())),
    )


def new_patient(draft: Draft, values: Mapping[str, Any], relative: RelativeViewModel) -> NewPatient:
    """The patient to add, from the values of a form without problems."""
    rest = {**draft.hidden, **{name: value for name, value in values.items() if name not in APART}}
    last, first, born = values["LName"], values["FName"], values.get("Birthdate")
    row = relative.row if relative.choice.on else None
    if row is not None:
        new = family_member(
            row, first, born, last_name=last, fields=rest,
            coverage=relative.coverage, relationship=relative.relationship,
        )  # fmt: skip
    else:
        new = NewPatient(last, first, born, rest, coverage=draft.coverage, relationship=draft.relationship)
    return replace(new, seen=tuple(sorted(draft.seen)), referred_by=values.get("referral", 0))


def draft_of(fields: Mapping[str, FieldSpec], entry: Entry) -> Draft:
    """A form with what a refused attempt had."""
    new = new_patient_of(entry.intent)
    given: dict[str, Any] = {"LName": new.last_name, "FName": new.first_name, "Birthdate": new.birthdate}
    given |= {name: value for name, value in new.fields.items() if name in fields}
    if new.referred_by:
        given["referral"] = new.referred_by
    texts = {name: text for name, value in given.items() if value and (text := _text(fields[name], value))}
    return Draft(
        texts,
        coverage=new.coverage,
        relationship=new.relationship,
        hidden={name: value for name, value in new.fields.items() if name not in texts},
        seen=frozenset(new.seen),
        refused=entry.id,
    )


def _text(field: FieldSpec, value: Any) -> str:
    """The text of a value in the wire's form."""
    kind = field.kind
    if not kind.choices:
        return kind.text(value)
    places = (str(at) for at, each in enumerate(kind.choices) if wire_value(each.value) == value)
    return next(places, "")
