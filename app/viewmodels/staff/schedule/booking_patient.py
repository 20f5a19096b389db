"""The patient in the booking panel: who it is, alerts, and the appointments that are coming."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.core.tasks import LatestTask, TaskScope
from app.core.text import At, Shape, join, msg
from app.domain.people.ages import birth_text
from app.domain.schedule.tile import CardRow
from app.domain.schedule.visit import Person, Visit
from app.services.patients.brief import PatientBrief, PatientBriefs
from app.services.schedule.rows import where_of
from app.store.office import Office
from app.viewmodels.translation import tr

MOST_COMING = 2
"""Appointments that are listed; how many more there are is said."""


class BriefReader(QObject):
    """Reads the brief of whoever is booked for; `changed` when it is there."""

    changed = Signal()

    def __init__(self, briefs: PatientBriefs, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._briefs = briefs
        self._reading = LatestTask(scope)
        self._last: tuple[int, PatientBrief] | None = None

    def of(self, person: Person | None) -> PatientBrief | None:
        """What is known of someone; None: nothing yet."""
        last = self._last
        return last[1] if last is not None and person is not None and last[0] == person.pat_num else None

    def read(self, person: Person) -> None:
        """Read someone's anew; what was known of them stays until it is there."""
        self._reading.start(self._read(person.pat_num), "patient brief")

    def stop(self) -> None:
        """Read no further."""
        self._reading.cancel()

    async def _read(self, pat_num: int) -> None:
        self._last = pat_num, await self._briefs.read(pat_num)
        self.changed.emit()


def who_is(person: Person | None, today: date) -> str:
    """What tells the patient from others of that name, and how to call them: birthdate, age, phone."""
    if person is None:
        return ""
    born = birth_text(person.birthdate, today) if person.birthdate else ""
    return tr(join([born, person.phone or msg("No phone on file")], " · "))


def about_patient(
    office: Office, person: Person | None, moving: Visit | None, brief: PatientBrief | None
) -> tuple[CardRow, ...]:
    """Alerts, and the appointments that are coming; the same rows whatever is known of them yet."""
    rows: list[CardRow] = []
    if moving is not None:
        where = where_of(moving, office.lists) if office.lists else ""
        rows.append(CardRow(msg("Now"), join([At(moving.start, Shape.BOTH), where], ", ")))
    if person is not None:
        rows += [_alert(person, brief), CardRow(msg("Upcoming"), _coming(moving, brief))]
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


def _coming(moving: Visit | None, brief: PatientBrief | None) -> str:
    if brief is None:
        return tr("Loading…")
    if brief.coming is None:
        return tr("Couldn't be loaded")
    others = [each for each in brief.coming if moving is None or each.apt_num != moving.apt_num]
    if not others:
        return tr("No other appointments") if moving is not None else tr("No appointments")
    lines = [tr(join([At(each.start, Shape.BOTH)])) for each in others[:MOST_COMING]]
    more = len(others) - MOST_COMING
    return "\n".join([*lines, *([tr("and {n} more", n=more)] if more > 0 else [])])
