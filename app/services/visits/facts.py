"""What is known of one appointment beyond the schedule: its procedures, fields, lab work, referrals and forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct, field

from app.services.patients.parts.filed import LOADING, Group
from app.services.patients.summary.records import known_or_none
from app.wire.resources.appointments import Appointment
from app.wire.resources.appt_field_defs import ApptFieldType
from app.wire.resources.lab_cases import LabCase
from app.wire.resources.pat_restrictions import PatRestriction
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall
from app.wire.resources.ref_attaches import RefAttach
from app.wire.resources.sheets import Sheet


class ApptFieldValue(Struct, frozen=True):
    """One of the office's appointment fields, with the appointment's value."""

    name: str
    kind: ApptFieldType
    items: tuple[str, ...] = ()
    """Of a pick list."""
    value: str = ""


class LabWork(Struct, frozen=True):
    """A lab case and its laboratory."""

    case: LabCase
    lab: str = ""
    phone: str = ""


class Listed(NamedTuple):
    """One procedure of a set: its code, and the tooth if the office has set one, in the numbering that it uses."""

    code: str
    tooth: str = ""


class QuickAdd(Struct, frozen=True):
    """One of the office's own sets of procedures: Setup, Definitions, Appt Procs Quick Add."""

    name: str
    listed: tuple[Listed, ...]


class RecallRules(Struct, frozen=True):
    """The office's recall types, and the preferences that choose between them."""

    types: Mapping[int, RecallType] = field(default_factory=dict)
    """By RecallTypeNum."""
    preferences: Mapping[str, str] = field(default_factory=dict)


class Papers(Struct, frozen=True):
    """The patient's forms."""

    sheets: tuple[Sheet, ...]
    """Newest first; by a query only the medical histories."""
    waiting: tuple[str, ...] | None = None
    """Names of those put up for the patient to fill in; None: not known, since it needs a query."""


class VisitFacts(Struct, frozen=True):
    """One appointment's, each group as it could be read."""

    apt_num: int
    procedures: Group[tuple[ProcedureLog, ...]] = LOADING
    """On the appointment, and the treatment planned ones of the patient; in the order of their numbers."""
    codes: Group[Mapping[int, ProcedureCode]] = LOADING
    """By CodeNum: of these procedures at least."""
    fields: Group[tuple[ApptFieldValue, ...]] = LOADING
    """All that the office has defined, in its order."""
    labs: Group[tuple[LabWork, ...]] = LOADING
    """Of this appointment."""
    restrictions: Group[tuple[PatRestriction, ...]] = LOADING
    referrals: Group[tuple[RefAttach, ...]] = LOADING
    papers: Group[Papers] = LOADING
    recalls: Group[tuple[Recall, ...]] = LOADING
    rules: Group[RecallRules] = LOADING
    quick: Group[tuple[QuickAdd, ...]] = LOADING
    places: Mapping[int, Appointment] = field(default_factory=dict)
    """The appointments that planned procedures are on, by AptNum: time and status, as far as known."""

    @property
    def attached(self) -> tuple[ProcedureLog, ...]:
        """The procedures on the appointment; none as long as they aren't known."""
        return tuple(row for row in self._known if row.AptNum == self.apt_num)

    @property
    def planned(self) -> tuple[ProcedureLog, ...]:
        """Treatment planned procedures of the patient that are not on it: those on no appointment first."""
        wanted = ProcedureStatus.TREATMENT_PLANNED
        found = (row for row in self._known if row.AptNum != self.apt_num and row.ProcStatus is wanted)
        return tuple(sorted(found, key=lambda row: (row.AptNum != 0, row.ProcNum)))

    @property
    def has_procedures(self) -> bool:
        """Whether procedures and their times are known."""
        return known_or_none(self.procedures) is not None and known_or_none(self.codes) is not None

    @property
    def times(self) -> Mapping[int, ProcedureCode]:
        """The codes by CodeNum; none as long as they aren't known."""
        return known_or_none(self.codes) or {}

    @property
    def _known(self) -> tuple[ProcedureLog, ...]:
        return known_or_none(self.procedures) or ()


def is_overdue(lab: LabWork, start: datetime) -> bool:
    """Whether a case is still away, and due after the appointment or not due at a known time."""
    due = lab.case.DateTimeDue
    return not lab.case.is_back and (due is None or due > start)
