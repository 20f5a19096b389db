"""The chart's banner: what must be known before anyone treats the patient."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from app.api.need import Need
from app.core.text import Words, join
from app.domain.people.alerts import premed_words
from app.services.patients.parts.medical import MedicalReader, PatientMedical
from app.viewmodels.staff.chart.report import ReportViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.patient.sections.section import Section
from app.viewmodels.translation import tr, typed


class BannerItem(Struct, frozen=True):
    """One line of the banner. `tone`: "alert" for what is dangerous, "second" for none of it, or empty."""

    label: str
    text: str
    tone: str = ""

    @property
    def spoken(self) -> str:
        """The whole line, for tooltips and screen readers."""
        return ": ".join(part for part in (self.label, self.text) if part)


class MedicalSection(Section[PatientMedical]):
    """Alerts first; then allergies, medications and problems, each even if there are none."""

    reader = MedicalReader
    need = Need.CLICK

    def __init__(self, desk: DeskViewModel) -> None:
        super().__init__(desk)
        self.items: tuple[BannerItem, ...] = ()
        self.report = ReportViewModel(desk, self)

    def show(self, pat_num: int | None) -> None:
        """Show this patient's, and the report that was begun for them."""
        self.report.show(pat_num)
        super().show(pat_num)

    def close(self) -> None:
        """Stop following the part and the journal."""
        self.report.close()
        super().close()

    def _fill(self, value: PatientMedical) -> None:
        today = self.desk.now().date()
        found: list[BannerItem] = []
        if urgent := typed(value.urgent):
            found.append(BannerItem(tr("Medical alert"), _line([urgent]), "alert"))
        if premed := typed(premed_words(premedicate=value.premedicate)):
            found.append(BannerItem(premed, "", "alert"))
        allergies = [_with(row.defDescription, row.Reaction) for row in value.active_allergies()]
        found.append(_item(tr("Allergies"), allergies, tr("None known"), "alert"))
        medications = [_with(row.medName, row.PatNote) for row in value.active_medications(today)]
        found.append(_item(tr("Medications"), medications, tr("None recorded")))
        problems = [_problem(row.diseaseDefName, row.DateStart) for row in value.active_problems(today)]
        found.append(_item(tr("Problems"), problems, tr("None recorded")))
        self.items = tuple(found)


def _item(label: str, texts: list[str], none: str, tone: str = "") -> BannerItem:
    return BannerItem(label, _line(texts), tone) if texts else BannerItem(label, none, "second")


def _line(texts: Iterable[str]) -> str:
    return ", ".join(" ".join(text.split()) for text in texts)


def _with(name: str, note: str) -> str:
    return f"{name} ({note.strip()})" if note.strip() else name


def _problem(name: str, since: date | None) -> str:
    words: Words = join([name, tr("since {year}", year=str(since.year))]) if since is not None else name
    return typed(words)
