"""A section of one group of what is filed with a patient: all groups are read together, each may be refused."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from msgspec.structs import replace

from app.services.patients.parts.filed import FiledReader
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.staff.patient.sections.section import Section

T = TypeVar("T")


class FiledSection(Section[T]):
    """Its value is the group alone."""

    reader = FiledReader
    group: ClassVar[str]
    """The name of the group in `Filed`."""

    @property
    def state(self) -> Unread | Ready[T] | Refused:
        """That of the group."""
        whole = super().state
        if not isinstance(whole, Ready):
            return whole
        group = getattr(whole.value, self.group)
        if isinstance(group, Unread | Refused):
            return group
        return replace(whole, value=group)
