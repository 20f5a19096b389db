"""The fields of the form: those that a receptionist asks for first, and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from app.core.text import msg
from app.services.patients.referral_sources import ReferralSource
from app.viewmodels.inline.edit import FieldSpec
from app.viewmodels.inline.kinds import Choice, ChoiceKind
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.patient.sections.contact_fields import contact_fields
from app.viewmodels.translation import typed
from app.wire.resources.patients import ContactMethod

ASKED = ("LName", "FName", "Birthdate", "Gender", "WirelessPhone")  # words: fields of the API
"""What a caller is asked for."""
FIRST = (*ASKED, "ClinicNum")
REST = (
    "Preferred", "HmPhone", "WkPhone", "Email",  # words: fields of the API
    "Address", "City", "State", "Zip",  # words: fields of the API
    "PriProv", "referral", "PreferContactMethod",
)  # fmt: skip
OF_A_RELATIVE = ASKED[:4]
"""What is asked for first of a family member: the rest is copied."""
CAPITALIZED = frozenset({"LName", "FName", "Preferred", "City"})  # words: fields of the API
PHONES = ("WirelessPhone", "HmPhone", "WkPhone")
USUAL = {"ClinicNum": 0, "PriProv": 0, "referral": 0, "PreferContactMethod": ContactMethod.NONE}
"""What a choice has that was not made."""
REQUIRED = ("LName", "FName")


def form_fields(parts: Parts) -> dict[str, FieldSpec]:
    """All of them by id; the text of a choice is its place."""
    known = {field.spec.id: field.spec for field in contact_fields(parts)}
    known["PriProv"] = _with_default(known["PriProv"])
    known["referral"] = referral_spec(())
    return {name: known[name] for name in (*FIRST, *REST)}


def is_shown(field: FieldSpec) -> bool:
    """Whether an office has this field: one without clinics has no clinic to choose."""
    return field.id != "ClinicNum" or len(field.kind.choices) > 1


def referral_spec(sources: tuple[ReferralSource, ...]) -> FieldSpec:
    """The field for who sent the patient."""
    named = (Choice(each.referral_num, each.name) for each in sources)
    return FieldSpec("referral", msg("Referred by"), ChoiceKind((Choice(0, msg("Not known")), *named)))


def hint_of(field: FieldSpec, copied: object) -> str:
    """What an empty field will have: a value that is copied, else the usual choice, else nothing."""
    kind = field.kind
    if kind.choices:
        usual = copied if copied in [each.value for each in kind.choices] else USUAL.get(field.id)
        return "" if usual is None else kind.shown(usual)
    if field.id == "Zip" and not copied:
        return typed(field.label)
    return kind.shown(copied) if copied else ""


def tidied(field: FieldSpec, text: str, capitalize: Any) -> str:
    """A text as it is shown once the field is left: capitalized, a phone number or date in the usual form."""
    kind = field.kind
    if kind.choices or not text.strip():
        return text if kind.choices else ""
    if field.id in CAPITALIZED:
        return str(capitalize(text))
    parsed = kind.parse(text)
    return text if parsed.problem else kind.text(parsed.value)


def values_of(
    fields: Mapping[str, FieldSpec], texts: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The entered values by field, and what is wrong with the others."""
    values: dict[str, Any] = {}
    problems: dict[str, Any] = {}
    for name, field in fields.items():
        text = texts.get(name, "")
        if not text.strip():
            if name in REQUIRED:
                problems[name] = msg("This can't be empty.")
            continue
        parsed = field.kind.parse(text)
        if parsed.problem:
            problems[name] = parsed.problem
        else:
            values[name] = parsed.value
    return values, problems


def _with_default(spec: FieldSpec) -> FieldSpec:
    kind = spec.kind
    choices = (Choice(0, msg("Office default")), *kind.choices)
    return replace(spec, kind=ChoiceKind(choices))
