"""One patient's wish for an appointment, as the lists and "Fill this hole" show it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.domain.lists.contact import Contact


class CandidateKind(StrEnum):
    """The list that a candidate is on."""

    ASAP = "asap"
    UNSCHEDULED = "unscheduled"
    PLANNED = "planned"
    RECALL = "recall"


class Candidate(Struct, frozen=True, kw_only=True):
    """A row of one of these lists. 0 and an empty text: none, or not known."""

    kind: CandidateKind
    pat_num: int
    apt_num: int = 0
    """0: a recall, which has no appointment yet."""
    recall_num: int = 0
    """Of a recall; 0 also where the key can't read it."""
    recall_type_num: int = 0
    recall_type: str = ""
    """The name of the recall's type, as in "Prophy"."""
    minutes: int = 0
    pattern: str = ""
    pattern_secondary: str = ""
    """The other provider's time, such as a dentist's in a hygiene appointment."""
    prov_num: int = 0
    prov_hyg: int = 0
    is_hygiene: bool = False
    op_num: int = 0
    clinic_num: int = 0
    appointment_type_num: int = 0
    procedures: str = ""
    since: date | None = None
    """Since when it waits; of a recall, when it is due."""
    at: datetime | None = None
    """When an ASAP appointment is scheduled; None: it has no time."""
    planned: bool = False
    """Whether booking it makes a copy of a planned appointment; an ASAP one may be planned too."""
    asap: bool = False
    """Whether the patient wants to come as soon as possible."""
    last_contact: date | None = None
    """The latest call, text, email or letter; None: none, or not known."""
    attempts: int | None = None
    """Calls, texts, emails and letters since it waits; None: not known."""
    production: Decimal | None = None
    """The fees of its procedures; None: not known."""
    note: str = ""
    status: int = 0
    """The definition of its unscheduled or recall status (category 13); 0 also where only its name is known."""
    status_name: str = ""
    """The same, where the key can read only its name."""
    reminded: Contact | None = None
    """Of a recall: the reminders as Open Dental counts them, since the last visit; None: not known."""

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What tells it from every other candidate."""
        return (self.kind.value, self.apt_num, self.pat_num, self.recall_type)
