"""The patient in the booking panel: alerts, phone, birthdate, and the appointments that are coming."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask, TaskScope
from app.core.text import At, Shape, join, msg
from app.domain.people.ages import birth_text
from app.domain.schedule.tile import CardRow
from app.domain.schedule.visit import Person, Visit
from app.services.patients.brief import Coming, PatientBrief, PatientBriefs
from app.services.schedule.grids import NO_LISTS
from app.services.schedule.rows import names_of, where_of
from app.store.office import Office
from app.viewmodels.translation import tr

MOST_COMING = 2
"""Appointments that are listed; how many more there are is said."""


class BriefReader(QObject):
    """Reads the brief of whoever is booked for; `changed` when it is there. `brief` is None until then."""

    changed = Signal()

    def __init__(self, briefs: PatientBriefs, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._briefs = briefs
        self._reading = LatestTask(scope)
        self._pat_num = 0
        self.brief: PatientBrief | None = None

    def read(self, pat_num: int) -> None:
        """Read this patient's, unless it is theirs already; 0: nobody's."""
        if pat_num == self._pat_num:
            return
        self._reading.cancel()
        self._pat_num, self.brief = pat_num, None
        if pat_num:
            self._reading.start(self._read(pat_num), "patient brief")

    async def _read(self, pat_num: int) -> None:
        self.brief = await self._briefs.read(pat_num)
        self.changed.emit()


def about_patient(
    office: Office, person: Person | None, moving: Visit | None, brief: PatientBrief | None
) -> tuple[CardRow, ...]:
    """The rows about the patient, in the order of what matters; the same ones whatever is known of them yet."""
    rows: list[CardRow] = []
    if moving is not None:
        where = where_of(moving, office.lists) if office.lists else ""
        rows.append(CardRow(msg("Now"), join([At(moving.start, Shape.BOTH), where], ", ")))
    if person is None:
        return tuple(rows)
    born = birth_text(person.birthdate, office.clock.now().date()) if person.birthdate else ""
    rows += [
        _alert(person, brief),
        CardRow(msg("Phone"), person.phone or msg("None on file")),
        CardRow(msg("Born"), born or msg("Not on file")),
        CardRow(msg("Upcoming"), _coming(office, moving, brief)),
    ]
    return tuple(rows)


def _alert(person: Person, brief: PatientBrief | None) -> CardRow:
    """What is known at once is shown at once; a part that could not be read is never shown as none."""
    if brief is None:
        if not person.alert:
            return CardRow(msg("Alerts"), msg("Loading…"))
        return CardRow(msg("Alert"), person.alert, "alert")
    words = " · ".join(brief.alerts or ((person.alert,) if person.alert else ()))
    if brief.all_alerts:
        return CardRow(msg("Alert"), words, "alert") if words else CardRow(msg("Alerts"), msg("None on file"))
    missing = msg("Some alerts couldn't be loaded") if words else msg("Couldn't be loaded")
    return CardRow(msg("Alert"), join([words, missing], " · "), "alert")


def _coming(office: Office, moving: Visit | None, brief: PatientBrief | None) -> str:
    if brief is None:
        return tr("Loading…")
    if brief.coming is None:
        return tr("Couldn't be loaded")
    others = [each for each in brief.coming if moving is None or each.apt_num != moving.apt_num]
    if not others:
        return tr("No other appointments") if moving is not None else tr("No appointments")
    lines = [_line(office, each) for each in others[:MOST_COMING]]
    more = len(others) - MOST_COMING
    return "\n".join([*lines, *([tr("and {n} more", n=more)] if more > 0 else [])])


def _line(office: Office, coming: Coming) -> str:
    chair = names_of(office.lists or NO_LISTS).chair(coming.op_num) if coming.op_num else ""
    return tr(join([At(coming.start, Shape.BOTH), chair], ", "))
