"""Fields to edit in place, saved into a dictionary that another user may change too."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.domain.people.typed_phone import typed_phone
from app.viewmodels.inline.edit import FieldSpec, InlineEditViewModel
from app.viewmodels.inline.kinds import (
    Choice,
    ChoiceKind,
    DateKind,
    PhoneKind,
    SocialSecurityKind,
    TextKind,
)
from app.viewmodels.inline.results import Changed, Failed, NotYet, Save, Saved, SaveResult

SPECS = (
    FieldSpec("name", "Last name", TextKind(longest=20, required=True)),
    FieldSpec("born", "Birthdate", DateKind(latest=date(2026, 11, 23))),
    FieldSpec("phone", "Mobile", PhoneKind(typed_phone)),
    FieldSpec("note", "Note", TextKind(is_long=True)),
    FieldSpec(
        "contact",
        "Contact by",
        ChoiceKind((Choice("", "None"), Choice("mail", "Mail"), Choice("text", "Text"))),
    ),
    FieldSpec("ssn", "SSN", SocialSecurityKind()),
)
VALUES = {
    "name": "Marchetti",
    "born": date(1985, 3, 14),
    "phone": "(503)555-0123",
    "note": "Prefers mornings.\nBring <b>headphones</b>.",
    "contact": "mail",
    "ssn": "123456789",
}


class FakeOffice:
    """Saves a value only if it is as it was seen."""

    def __init__(self, scope: TaskScope, clock: Clock) -> None:
        self.values: dict[str, Any] = dict(VALUES)
        self.saved: list[tuple[str, Any]] = []
        self.trouble: Failed | NotYet | None = None
        self._scope = scope
        self._clock = clock

    def field(self, field_id: str) -> InlineEditViewModel:
        """One of the fields."""
        spec = next(each for each in SPECS if each.id == field_id)
        return InlineEditViewModel(
            spec, self.values[field_id], lambda: self.begin(field_id), self._scope, self._clock
        )

    def begin(self, field_id: str) -> Save:
        """A save guarded by the value that is seen now."""
        seen = self.values[field_id]

        async def save(value: Any) -> SaveResult:
            if self.trouble is not None:
                return self.trouble
            if self.values[field_id] != seen:
                return Changed(self.values[field_id], lambda: self.put(field_id, value), _nothing)
            return await self.put(field_id, value)

        return save

    async def put(self, field_id: str, value: Any) -> SaveResult:
        """Save without looking."""
        self.values[field_id] = value
        self.saved.append((field_id, value))
        return Saved(value)


def _nothing() -> None:
    """Nothing has to be forgotten."""
