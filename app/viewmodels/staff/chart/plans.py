"""The chart's treatment plans: what they cost, who pays, and what of them is scheduled."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from app.api.need import Need
from app.core.text import At, Shape, Words, many, msg
from app.domain.chart.numbering import Numbering
from app.domain.chart.plans import PlanFigures, PlanLine, Progress, plan_figures
from app.services.patients.chart.plans import PatientPlans, PlansReader
from app.services.patients.page import AppointmentsReader
from app.store.patients.parts import Ready
from app.viewmodels.amounts import amount
from app.viewmodels.messages import explain
from app.viewmodels.staff.chart.note_entries import place_text
from app.viewmodels.staff.chart.teeth import TeethSection
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.staff.patient_commands import BOOK
from app.viewmodels.tables.column import date_text
from app.viewmodels.translation import tr
from app.wire.resources.treat_plans import TreatPlanStatus

PROGRESS_WORDS = {
    Progress.NOT_BOOKED: msg("Not booked"),
    Progress.PLANNED: msg("On a planned appt."),
    Progress.WAITING: msg("Unscheduled List"),
    Progress.SCHEDULED: msg("Scheduled"),
    Progress.DONE: msg("Done"),
    Progress.GONE: msg("No longer planned"),
}
_TONES = {Progress.SCHEDULED: "good", Progress.DONE: "second", Progress.GONE: "second"}
_STATUS_WORDS = {
    TreatPlanStatus.ACTIVE: msg("Active"),
    TreatPlanStatus.SAVED: msg("Saved"),
    TreatPlanStatus.INACTIVE: msg("Inactive"),
}


class LineText(Struct, frozen=True):
    """One procedure of a plan, ready to be shown."""

    proc_num: int
    place: str
    name: str
    fee: str
    insurance: str
    patient: str
    progress: str
    tone: str


class PlanText(Struct, frozen=True):
    """One plan, ready to be shown. Amounts have two decimals; an unknown one is a dash."""

    plan_num: int
    heading: str
    about: str
    """Status, day, signature."""
    fee: str
    insurance: str
    write_off: str
    """Empty: none."""
    patient: str
    scheduled: str
    """What of it is scheduled, and how many procedures aren't."""
    bookable: bool
    """Whether something of the active plan has no time yet."""
    tone: str
    """"alert" while something of the active plan has no time yet, else "good" or empty."""
    note: str
    lines: tuple[LineText, ...]

    @property
    def spoken(self) -> str:
        """Status, sums and what is booked, for a screen reader."""
        sums = ((tr("Fee"), self.fee), (tr("Insurance est."), self.insurance), (tr("Patient"), self.patient))
        return ", ".join((self.about, *(f"{label} {value}" for label, value in sums), self.scheduled))


class PlansSection(Section[PatientPlans]):
    """The active plan first. Only the first one is unfolded until the user unfolds others."""

    reader = PlansReader

    def __init__(self, desk: DeskViewModel, teeth: TeethSection) -> None:
        super().__init__(desk)
        self.plans: tuple[PlanText, ...] = ()
        self._teeth = teeth
        self._numbering = Numbering.UNIVERSAL
        self._visits = desk.parts.patients.of(AppointmentsReader)
        self._release_visits: Callable[[], None] | None = None
        self._unwatch_visits = self._visits.watch(self._on_part)
        teeth.changed.connect(self._update)

    def book(self) -> None:
        """Book an appointment for this patient."""
        self.desk.commands[BOOK.id].run()

    @property
    def estimate_note(self) -> str:
        """That the amounts are estimates, or why there are none."""
        value = self.value
        if value is not None and value.no_estimates is not None:
            why = explain(value.no_estimates)
            return " ".join(part for part in (tr("No insurance estimates."), why.title, why.action) if part)
        return tr("Insurance amounts are Open Dental's estimates.") if self.plans else ""

    def show(self, pat_num: int | None) -> None:
        """Show another patient's."""
        if pat_num != self.pat_num:
            self.plans = ()
            before = self._release_visits
            self._release_visits = self._visits.need(pat_num, Need.SCREEN) if pat_num is not None else None
            if before is not None:
                before()
        super().show(pat_num)

    def read_again(self) -> None:
        """Read the plans again, and the appointments that their procedures are on."""
        super().read_again()
        if self.pat_num is not None:
            self._visits.read_again(self.pat_num)

    def close(self) -> None:
        """Stop following."""
        self._unwatch_visits()
        if self._release_visits is not None:
            self._release_visits()
        super().close()

    def use_numbering(self, numbering: Numbering) -> None:
        """Number the teeth in another system."""
        self._numbering = numbering
        self._update()

    def _fill(self, value: PatientPlans) -> None:
        procedures = self._teeth.procedures
        if not procedures and self._teeth.value is None:
            self.plans = ()  # without them no amount is known
            return
        visits = self._visits.state(self.pat_num or 0)
        known = {row.AptNum: row for row in visits.value.rows} if isinstance(visits, Ready) else {}
        figures = plan_figures(value.rows, procedures.values(), known)
        self.plans = tuple(
            self._plan(each, reading=each.plan.TreatPlanNum in value.reading) for each in figures
        )

    def _plan(self, figures: PlanFigures, *, reading: bool) -> PlanText:
        plan = figures.plan
        status = tr(_STATUS_WORDS.get(plan.TPStatus, plan.TPStatus.value))
        day = date_text(plan.DateTP) if plan.DateTP is not None else ""
        signed = tr("signed") if plan.isSigned or plan.DateTSigned is not None else ""
        scheduled, tone = tr("Loading…") if reading else _scheduled(figures), ""
        if figures.lines and plan.TPStatus is TreatPlanStatus.ACTIVE:
            tone = "late" if figures.to_book else "good"
        return PlanText(
            plan.TreatPlanNum,
            plan.Heading or tr("Treatment plan"),
            " · ".join(part for part in (status, day, signed) if part),
            amount(figures.fee),
            _or_dash(figures.insurance),
            amount(figures.write_off) if figures.write_off else "",
            amount(figures.patient),
            scheduled,
            tone == "late",
            tone,
            plan.Note.strip(),
            tuple(self._line(line) for line in figures.lines),
        )

    def _line(self, line: PlanLine) -> LineText:
        progress: Words = PROGRESS_WORDS[line.progress]
        if line.when is not None:
            progress = At(line.when, Shape.MONTH_DAY)
        return LineText(
            line.proc_num,
            place_text(line.tooth, line.surfaces, self._numbering),
            line.name,
            amount(line.fee),
            _or_dash(line.insurance),
            amount(line.patient),
            tr(progress),
            _TONES.get(line.progress, "late"),
        )


def _scheduled(figures: PlanFigures) -> str:
    """What of a plan is scheduled."""
    if not figures.lines:
        return tr("Nothing on this plan.")
    if not figures.to_book:
        return tr("All of it is scheduled or done.")
    left = tr(many("{n} procedures to book", "{n} procedure to book", figures.to_book))
    if not figures.scheduled:
        return left
    return tr("{amount} scheduled, {left}", amount=amount(figures.scheduled), left=left)


def _or_dash(value: Decimal | None) -> str:
    return amount(value) if value is not None else "–"
