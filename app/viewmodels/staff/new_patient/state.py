"""What the form for a new patient shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from app.viewmodels.staff.new_patient.drafts import Draft
from app.viewmodels.staff.new_patient.twins import TwinRow
from app.viewmodels.translation import tr

MOST_TWINS = 3


class Phase(StrEnum):
    """How far it is."""

    ENTERING = "entering"
    SENDING = "sending"
    WAITING = "waiting"
    """Not sent yet: the office can't be reached."""
    CHECKING = "checking"
    """Sent, without an answer: Front Desk looks whether it was saved."""


class FormState(Struct, frozen=True):
    """The whole form."""

    draft: Draft = Draft()
    phase: Phase = Phase.ENTERING
    problems: Mapping[str, str] = {}
    """What is wrong with a field, shown once it is left."""
    twins: tuple[TwinRow, ...] = ()
    why_not: str = ""
    """Why nobody can be added with this key; empty: somebody can."""
    refusal: str = ""
    """Why it was not added; empty: it was not tried, or it was changed since."""
    waits: str = ""
    """When it will be sent, or what is known of it."""
    unfinished: str = ""
    """The name in another form that was not finished; empty: there is none."""
    resumed: bool = False
    """Whether this form was begun earlier."""

    @property
    def is_entering(self) -> bool:
        """Whether the fields can be changed."""
        return self.phase is Phase.ENTERING

    @property
    def blocked(self) -> bool:
        """Whether somebody who is probably the same person was found, and not yet looked at."""
        return any(twin.likely and twin.pat_num not in self.draft.seen for twin in self.twins)

    @property
    def title(self) -> str:
        """The heading."""
        return tr("New family member") if self.draft.relative.on else tr("New patient")

    @property
    def shown_twins(self) -> tuple[TwinRow, ...]:
        """The likeliest ones."""
        return self.twins[:MOST_TWINS]

    @property
    def twins_title(self) -> str:
        """The line above them."""
        more = len(self.twins) - MOST_TWINS
        title = (
            tr("Already a patient?") if any(twin.likely for twin in self.twins) else tr("Similar patients")
        )
        return tr("{title} {n} more", title=title, n=more) if more > 0 else title

    @property
    def action(self) -> str:
        """The text of the button that adds the patient."""
        if self.phase is Phase.SENDING:
            return tr("Adding…")
        return tr("Add anyway") if self.blocked else tr("Add patient")
