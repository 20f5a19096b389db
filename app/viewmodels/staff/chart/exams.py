"""The chart's perio summary and vital signs."""

from __future__ import annotations

from msgspec import Struct

from app.core.text import msg
from app.domain.chart.anatomy import ADULT
from app.domain.chart.numbering import Numbering, number_of
from app.domain.chart.perio import PerioChange, PerioFigures, perio_change, perio_figures
from app.services.patients.chart.exams import ExamsReader, PatientExams, PerioRows
from app.store.patients.parts import Refused, Unread
from app.viewmodels.amounts import percent_text
from app.viewmodels.messages import explain
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.tables.column import date_text, number_text
from app.viewmodels.translation import tr
from app.wire.resources.vitalsigns import Vitalsign

FEW = 2
"""Readings that are shown before the user asks for all."""
_NO_CHANGE = msg("no change")


class PerioFigure(Struct, frozen=True):
    """One large number. `tone` of the change: "good" if it fell, "alert" if it rose."""

    label: str
    value: str
    change: str = ""
    tone: str = "second"


class VitalsText(Struct, frozen=True):
    """One reading, ready to be shown."""

    day: str
    pressure: str
    pulse: str
    weight: str
    height: str


class ExamsSection(Section[PatientExams]):
    """Both groups; each says why it is empty."""

    reader = ExamsReader

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.figures: tuple[PerioFigure, ...] = ()
        self.perio_note = ""
        """When it was measured and compared with what, or why there are no figures."""
        self.deep_note = ""
        """The teeth with deep pockets, and the skipped ones."""
        self.vitals: tuple[VitalsText, ...] = ()
        self.vitals_note = ""
        """Why there are no vital signs; empty if there are."""
        self.more_vitals = ""
        """The words that offer all readings, or the latest ones again; empty: there are no others."""
        self._all = False
        self._numbering = Numbering.UNIVERSAL

    def show(self, pat_num: int | None) -> None:
        """Show another patient's: only the latest readings."""
        self._all = self._all and pat_num == self.pat_num
        super().show(pat_num)

    def toggle_vitals(self) -> None:
        """Show all readings, or only the latest ones."""
        self._all = not self._all
        self._update()

    def use_numbering(self, numbering: Numbering) -> None:
        """Number the teeth in another system."""
        self._numbering = numbering
        self._update()

    def _fill(self, value: PatientExams) -> None:
        self.figures, self.deep_note, self.vitals = (), "", ()
        if isinstance(value.perio, PerioRows):
            self._fill_perio(value.perio)
        else:
            self.perio_note = _why(value.perio)
        self.more_vitals = ""
        if isinstance(value.vitals, tuple):
            count = len(value.vitals)
            self.vitals = tuple(_vitals(row) for row in value.vitals[: count if self._all else FEW])
            if count > FEW:
                self.more_vitals = tr("Show latest") if self._all else tr("Show all {n}", n=count)
            self.vitals_note = "" if self.vitals else tr("No vital signs recorded.")
        else:
            self.vitals_note = _why(value.vitals)

    def _fill_perio(self, rows: PerioRows) -> None:
        if not rows.exams:
            self.perio_note = tr("No perio exam yet.")
            return
        exam = rows.exams[0]
        now = perio_figures(rows.of(exam))
        day = date_text(exam.ExamDate) if exam.ExamDate is not None else tr("no date")
        if now.bleeding_percent is None:
            self.perio_note = tr("Nothing was measured on {day}.", day=day)
            return
        change = None
        self.perio_note = day
        if len(rows.exams) > 1:
            before = rows.exams[1]
            change = perio_change(now, perio_figures(rows.of(before)))
            if change is not None and before.ExamDate is not None:
                self.perio_note = tr(
                    "{day}, compared with {before}", day=day, before=date_text(before.ExamDate)
                )
        self.figures = _figures(now, change)
        self.deep_note = self._deep(now)

    def _deep(self, now: PerioFigures) -> str:
        sites = tr("{n} sites measured", n=now.sites)
        deep = tr("6 mm and more at {teeth}", teeth=self._teeth(now.deep_teeth)) if now.deep_teeth else ""
        skipped = tr("skipped: {teeth}", teeth=self._teeth(now.skipped)) if now.skipped else ""
        return " · ".join(part for part in (sites, deep, skipped) if part)

    def _teeth(self, numbers: tuple[int, ...]) -> str:
        return ", ".join(
            number_of(ADULT[number], self._numbering) if number in ADULT else str(number)
            for number in numbers
        )


def _figures(now: PerioFigures, change: PerioChange | None) -> tuple[PerioFigure, ...]:
    bled = now.bleeding_percent or 0
    return (
        _figure(tr("Bleeding"), percent_text(bled), change.bleeding_points if change is not None else None),
        _figure(
            tr("Pockets ≥ 4 mm"), number_text(now.pockets), change.pockets if change is not None else None
        ),
        _figure(tr("Pockets ≥ 6 mm"), number_text(now.deep), change.deep if change is not None else None),
    )


def _figure(label: str, value: str, change: int | None) -> PerioFigure:
    if change is None:
        return PerioFigure(label, value)
    if change == 0:
        return PerioFigure(label, value, tr(_NO_CHANGE))
    words = number_text(change) if change < 0 else f"+{number_text(change)}"
    return PerioFigure(label, value, words, "good" if change < 0 else "alert")


def _vitals(row: Vitalsign) -> VitalsText:
    both = row.BpSystolic and row.BpDiastolic
    return VitalsText(
        date_text(row.DateTaken) if row.DateTaken is not None else "",
        tr("{high}/{low} mmHg", high=row.BpSystolic, low=row.BpDiastolic) if both else "",
        tr("pulse {n}", n=row.Pulse) if row.Pulse else "",
        tr("{n} lb", n=number_text(row.Weight)) if row.Weight else "",
        tr("{n} in", n=number_text(row.Height)) if row.Height else "",
    )


def _why(group: Unread | Refused) -> str:
    if isinstance(group, Unread):
        return tr("Loading…")
    message = explain(group.why)
    return " ".join(part for part in (message.title, message.action) if part)
