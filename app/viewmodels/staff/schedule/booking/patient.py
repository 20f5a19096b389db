"""The patient in the booking panel: name, alerts, and upcoming appointments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.api.need import Need
from app.core.text import At, Shape, join, msg
from app.domain.people.ages import birth_text
from app.domain.schedule.tile import CardRow
from app.domain.schedule.visit import Person, Visit
from app.services.patients.brief import PatientBrief
from app.services.schedule.rows import where_of
from app.store.office import Office
from app.store.patients.parts import PatientPart, Ready
from app.viewmodels.translation import tr

MOST_UPCOMING = 2
"""Maximum appointments listed; of the rest only the number is shown."""


class BriefReader(QObject):
    """The brief of the patient in the panel; `changed` when it has loaded or changed."""

    changed = Signal()

    def __init__(self, part: PatientPart[PatientBrief], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self._pat_num = 0
        self._end: Callable[[], None] = _nothing
        self._unwatch = part.watch(lambda pat_num: self.changed.emit() if pat_num == self._pat_num else None)

    def of(self, person: Person | None) -> PatientBrief | None:
        """What has been loaded for a patient; None: nothing yet."""
        state = self._part.state(person.pat_num) if person is not None else None
        return state.value if isinstance(state, Ready) else None

    def read(self, person: Person) -> None:
        """Load a patient's brief again; the old one stays until it arrives."""
        before, self._pat_num = self._end, person.pat_num
        known = self.of(person) is not None
        self._end = self._part.need(person.pat_num, Need.SCREEN)
        if known:
            self._part.read_again(person.pat_num)
        before()

    def stop(self) -> None:
        """The panel was left."""
        self._end()
        self._end = _nothing
        self._pat_num = 0

    def close(self) -> None:
        """Stop following the office."""
        self.stop()
        self._unwatch()


def _nothing() -> None:
    """Does nothing: no brief is needed."""


def who_is(person: Person | None, today: date) -> str:
    """Birthdate, age and phone."""
    if person is None:
        return ""
    born = birth_text(person.birthdate, today) if person.birthdate else ""
    return tr(join([born, person.phone or msg("No phone on file")], " · "))


def about_patient(
    office: Office, person: Person | None, moving: Visit | None, brief: PatientBrief | None
) -> tuple[CardRow, ...]:
    """Alerts and upcoming appointments. The same rows are shown before anything is loaded."""
    rows: list[CardRow] = []
    if moving is not None:
        where = where_of(moving, office.lists) if office.lists else ""
        rows.append(CardRow(msg("Now"), join([At(moving.start, Shape.BOTH), where], ", ")))
    if person is not None:
        rows += [_alert(person, brief), CardRow(msg("Upcoming"), _upcoming(moving, brief))]
    return tuple(rows)


def _alert(person: Person, brief: PatientBrief | None) -> CardRow:
    """A part that could not be read is never shown as "none"."""
    if brief is None:
        if not person.alert:
            return CardRow(msg("Alerts"), msg("Loading…"))
        return CardRow(msg("Alert"), person.alert, "alert")
    words = join(brief.alerts or [person.alert], " · ")
    if brief.all_alerts:
        return CardRow(msg("Alert"), words, "alert") if words else CardRow(msg("Alerts"), msg("None on file"))
    missing = msg("Some alerts couldn't be loaded") if words else msg("Couldn't be loaded")
    return CardRow(msg("Alert"), join([words, missing], " · "), "alert")


def _upcoming(moving: Visit | None, brief: PatientBrief | None) -> str:
    if brief is None:
        return tr("Loading…")
    if brief.upcoming is None:
        return tr("Couldn't be loaded")
    others = [each for each in brief.upcoming if moving is None or each.apt_num != moving.apt_num]
    if not others:
        return tr("No other appointments") if moving is not None else tr("No appointments")
    lines = [tr(join([At(each.start, Shape.BOTH)])) for each in others[:MOST_UPCOMING]]
    more = len(others) - MOST_UPCOMING
    return "\n".join([*lines, *([tr("and {n} more", n=more)] if more > 0 else [])])
