"""The chart's teeth and procedures: what the odontogram shows, and all procedures by status."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct
from PySide6.QtCore import Signal

from app.api.need import Need
from app.core.text import Text, Words, join, msg
from app.domain.chart.anatomy import find_tooth
from app.domain.chart.numbering import Numbering
from app.domain.chart.plans import fee_of
from app.services.patients.chart.teeth import ChartTeeth, TeethReader
from app.store.patients.parts import Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.staff.chart.note_entries import STATUS_WORDS, place_text
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.tables.column import Column, Kind
from app.viewmodels.tables.layout import ForgetfulMemory
from app.viewmodels.tables.table import TableViewModel
from app.viewmodels.translation import tr
from app.wire.resources.procedure_codes import ProcedureCodes
from app.wire.resources.procedure_logs import ProcedureLog, ProcedureStatus
from app.wire.resources.tooth_initials import ToothInitials

TABLE_ID = "chart procedures"  # words: a name in the settings


class Show(StrEnum):
    """Which procedures are listed."""

    PLANNED = "planned"
    COMPLETE = "complete"
    EXISTING = "existing"
    REFERRED = "referred"
    CONDITIONS = "conditions"
    ALL = "all"


SHOW_WORDS: Mapping[Show, Text] = {
    Show.PLANNED: msg("Planned"),
    Show.COMPLETE: msg("Complete"),
    Show.EXISTING: msg("Existing"),
    Show.REFERRED: msg("Referred"),
    Show.CONDITIONS: msg("Conditions"),
    Show.ALL: msg("All"),
}
_STATUSES = {
    Show.PLANNED: (ProcedureStatus.TREATMENT_PLANNED, ProcedureStatus.TREATMENT_PLANNED_INACTIVE),
    Show.COMPLETE: (ProcedureStatus.COMPLETE,),
    Show.EXISTING: (ProcedureStatus.EXISTING_CURRENT, ProcedureStatus.EXISTING_OTHER),
    Show.REFERRED: (ProcedureStatus.REFERRED,),
    Show.CONDITIONS: (ProcedureStatus.CONDITION,),
}
STATUS_OF = {status: show for show, statuses in _STATUSES.items() for status in statuses}


class ProcedureRow(Struct, frozen=True):
    """One procedure of the table."""

    row: ProcedureLog
    tooth: str
    """In the chosen numbering, with the surfaces."""

    @property
    def status(self) -> Text | str:
        """In words."""
        return STATUS_WORDS.get(self.row.ProcStatus, self.row.ProcStatus.value)


COLUMNS = (
    Column(id="date", title=msg("Date"), value=lambda each: each.row.ProcDate, kind=Kind.DATE, width=11),
    Column(
        id="tooth",
        title=msg("Tooth"),
        value=lambda each: each.tooth,
        width=7,
        sort=lambda each: _slot(each.row),
    ),
    Column(id="what", title=msg("Procedure"), value=lambda each: each.row.descript, width=16, share=1),
    Column(id="code", title=msg("Code"), value=lambda each: each.row.procCode, width=7, hidden=True),
    Column(
        id="status",
        title=msg("Status"),
        value=lambda each: each.status,
        kind=Kind.STATUS,
        width=10,
        hidden=True,
    ),
    Column(id="provider", title=msg("Provider"), value=lambda each: each.row.provAbbr, width=8, hidden=True),
    Column(id="fee", title=msg("Fee"), value=lambda each: fee_of(each.row), kind=Kind.MONEY, width=8),
)


class TeethSection(Section[ChartTeeth]):
    """`shown_changed`: another status is listed."""

    reader = TeethReader
    need = Need.CLICK
    shown_changed = Signal()

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.odontogram = OdontogramViewModel(self)
        self.table = TableViewModel(
            TABLE_ID,
            msg("Procedures"),
            COLUMNS,
            lambda each: each.row.ProcNum,
            desk.tables or ForgetfulMemory(),
            self,
            empty=msg("No procedures with this status."),
        )
        self.shown = Show.PLANNED
        self.counts: Mapping[Show, int] = {}
        """Procedures by what is listed."""
        self._numbering = Numbering.UNIVERSAL

    @property
    def procedures(self) -> dict[int, ProcedureLog]:
        """By ProcNum, as far as read."""
        value = self.value
        return {row.ProcNum: row for row in value.procedures} if value is not None else {}

    @property
    def is_drawn(self) -> bool:
        """Whether the odontogram shows the patient's teeth. Until then it would show healthy ones."""
        value = self.value
        return value is not None and isinstance(value.codes, tuple) and not isinstance(value.initials, Unread)

    @property
    def gap(self) -> str:
        """What the odontogram lacks: still loading, or refused."""
        value = self.value
        if value is None:
            return ""
        if isinstance(value.codes, Unread) or isinstance(value.initials, Unread):
            return tr("Loading the tooth chart…")
        lacking: list[tuple[Any, Text, Callable[..., Any]]] = [
            (value.codes, msg("Procedures can't be drawn."), ProcedureCodes.list),
            (value.initials, msg("Missing and moved teeth can't be shown."), ToothInitials.list),
        ]
        words = [
            tr(join([what, self._why(group, method)]))
            for group, what, method in lacking
            if isinstance(group, Refused)
        ]
        return " ".join(words)

    def show(self, pat_num: int | None) -> None:
        """Show another patient's, and nothing of the last one."""
        if pat_num != self.pat_num:
            self.odontogram.clear()
            self.table.show_rows(())
            self.counts = {}
        super().show(pat_num)

    def list_only(self, show: Show) -> None:
        """List the procedures of a status."""
        if show is not self.shown:
            self.shown = show
            self._list()
            self.shown_changed.emit()

    def use_numbering(self, numbering: Numbering) -> None:
        """Number the teeth in another system."""
        self._numbering = numbering
        self.odontogram.use_numbering(numbering)
        self._list()

    def _fill(self, value: ChartTeeth) -> None:
        self._list()
        codes, initials = value.codes, value.initials
        if not isinstance(codes, tuple) or isinstance(initials, Unread):
            return
        self.odontogram.show_records(
            value.procedures,
            initials if isinstance(initials, tuple) else (),
            {code.CodeNum: code for code in codes},
            self.desk.now().date(),
        )

    def _list(self) -> None:
        value = self.value
        if value is None:
            return
        counts = dict.fromkeys(Show, 0)
        for row in value.procedures:
            counts[Show.ALL] += 1
            if (show := STATUS_OF.get(row.ProcStatus)) is not None:
                counts[show] += 1
        self.counts = counts
        wanted = _STATUSES.get(self.shown)
        rows = [row for row in value.procedures if wanted is None or row.ProcStatus in wanted]
        rows.sort(key=lambda row: (row.ProcDate or date.min, row.ProcNum), reverse=True)
        self.table.show_rows(
            ProcedureRow(row, place_text(row.ToothRange or row.ToothNum, row.Surf, self._numbering))
            for row in rows
        )

    def _why(self, group: Refused, method: Callable[..., Any]) -> Words:
        """Why something was refused: first, whether this office is too old for it."""
        verdict = self.desk.parts.client.can(method)
        if not verdict.ok:
            return verdict.reason
        message = explain(group.why)
        return " ".join(part for part in (message.title, message.action) if part)


def _slot(row: ProcedureLog) -> int | None:
    tooth = find_tooth((row.ToothRange or row.ToothNum).partition(",")[0])
    return tooth.slot if tooth is not None else None
