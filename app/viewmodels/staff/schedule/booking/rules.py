"""Converts the booking panel's entries to the search for openings and the new appointment; formats openings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.api.client import OpenDental
from app.core.text import At, Shape
from app.domain.schedule.clashes import NO_NAMES
from app.domain.schedule.hours import EMPTY_CHAIR
from app.domain.schedule.openings import PointedAt, proposal_for, team_for
from app.domain.schedule.type_rules import blockouts_under
from app.domain.schedule.visit import Person
from app.services.patients.brief import PatientBrief
from app.services.schedule.clash_check import clashes_of, type_rules_of
from app.services.schedule.grids import NO_LISTS, day_plan
from app.services.schedule.openings import Opening, OpeningWish
from app.services.schedule.rows import names_of
from app.services.writes.schedule.visits import NewVisit
from app.store.lists import ListName
from app.store.office import Office
from app.viewmodels.staff.parts import Parts
from app.viewmodels.staff.schedule.booking.state import (
    ANY_DENTIST,
    ANY_HYGIENIST,
    ANYONE,
    HYGIENE,
    BookingState,
    OpeningRow,
)
from app.viewmodels.translation import tr
from app.wire.resources.appointments import Appointments

MIXED = 2
"""From so many clinics on, openings of several name theirs."""


class BookingChoices:
    """The choices of this office: (number, name) each."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @property
    def types(self) -> list[tuple[int, str]]:
        """The office's appointment types, then 0 for none."""
        lists = self._office.lists or NO_LISTS
        named = [(each.AppointmentTypeNum, each.AppointmentTypeName) for each in lists.appointment_types]
        return [*named, (0, tr("No type"))]

    @property
    def has_types(self) -> bool:
        """Whether the office has appointment types; True while they are loading."""
        lists = self._office.lists or NO_LISTS
        return ListName.TYPES in lists.missing or bool(lists.appointment_types)

    @property
    def increment(self) -> int:
        """The schedule's increment in minutes."""
        return (self._office.lists or NO_LISTS).increment

    @property
    def providers(self) -> list[tuple[int, str]]:
        """Any provider, any dentist, any hygienist, then each provider by ProvNum."""
        lists = self._office.lists or NO_LISTS
        kinds = [
            (ANYONE, tr("Any provider")),
            (ANY_DENTIST, tr("Any dentist")),
            (ANY_HYGIENIST, tr("Any hygienist")),
        ]
        return [*kinds, *((each.ProvNum, each.Abbr) for each in lists.providers if not each.IsHidden)]


def wish_of(
    office: Office,
    state: BookingState,
    clinic_num: int | None,
    at: PointedAt | None,
    brief: PatientBrief | None,
) -> OpeningWish:
    """The search for openings."""
    lists = office.lists or NO_LISTS
    placed = state.placed
    own = placed.apt_num if placed else 0
    upcoming = (brief.upcoming if brief else None) or ()
    return OpeningWish(
        minutes=state.minutes,
        prov_num=state.prov_num if state.prov_num > 0 else None,
        hygiene=HYGIENE.get(state.prov_num),
        clinic_num=clinic_num,
        at=at,
        pattern=type_pattern(office, state.type_num),
        moving=placed,
        hygienists=lists.hygienists,
        pat_num=placed.pat_num if placed else state.person.pat_num if state.person else 0,
        elsewhere=tuple(
            (each.start, each.end)
            for each in upcoming
            if each.apt_num != own and office.day(each.start.date()) is None
        ),
        increment=lists.increment,
        type_num=placed.type_num if placed else state.type_num or 0,
        rules=type_rules_of(lists),
    )


def entered_by(parts: Parts) -> int:
    """The UserNum of who is signed in, if the office takes it with a booking; else 0."""
    taken = parts.client.capabilities.takes(Appointments.create, "SecUserNumEntry")
    return parts.outbox.author.user_num if taken else 0


def new_visit_of(wish: OpeningWish, state: BookingState, person: Person, opening: Opening) -> NewVisit:
    """The appointment in this opening."""
    return NewVisit(
        person=person,
        start=opening.start,
        op_num=opening.op_num,
        team=team_for(wish, opening),
        minutes=state.minutes,
        type_num=state.type_num or 0,
        type_pattern=wish.pattern,
        note=state.note.strip(),
        new_patient=state.new_patient,
        is_here=state.is_here and state.may_be_here,
    )


def may_be_here(client: OpenDental, office: Office, state: BookingState) -> bool:
    """Whether the patient of the chosen opening can be booked as arrived."""
    row, lists = state.chosen_row, office.lists
    if not state.is_new or row is None or lists is None or not lists.stages.arrived:
        return False
    is_today = row.opening.start.date() == office.clock.now().date()
    return is_today and client.capabilities.takes(Appointments.create, "DateTimeArrived")


def opening_row(
    office: Office, wish: OpeningWish, opening: Opening, *, unchecked: bool = False
) -> OpeningRow:
    """An opening, formatted, with the blockouts that it is on. `unchecked`: those of its day are not known."""
    names, team = names_of(office.lists) if office.lists else NO_NAMES, team_for(wish, opening)
    who = team.prov_hyg if team.is_hygiene else team.prov_num
    parts = [names.chair(opening.op_num), names.provider(who) if who else "", _clinic(office, wish, opening)]
    parts += _blockouts(office, wish, opening)
    where = " · ".join(part for part in parts if part)
    when = tr(At(opening.start, Shape.BOTH))
    return OpeningRow(opening, when, where, _warning(office, wish, opening, unchecked=unchecked))


def _blockouts(office: Office, wish: OpeningWish, opening: Opening) -> list[str]:
    """The names of the blockouts it is on, if their day is in memory."""
    plan = day_plan(office, opening.start.date())
    start = opening.start.hour * 60 + opening.start.minute
    chair = plan.chair(opening.op_num) if plan is not None else EMPTY_CHAIR
    return blockouts_under(chair, (start, start + wish.minutes))


def _clinic(office: Office, wish: OpeningWish, opening: Opening) -> str:
    """The clinic's name, where several are searched."""
    lists = office.lists or NO_LISTS
    if wish.clinic_num is not None or len(lists.clinics) < MIXED:
        return ""
    number = next((row.ClinicNum for row in lists.operatories if row.OperatoryNum == opening.op_num), 0)
    return lists.clinic_names.get(number, "")


def about_openings(wish: OpeningWish, rows: Sequence[OpeningRow], now: datetime) -> str:
    """The line below the openings."""
    if not rows and wish.windows:
        return tr("No openings on these days and at these times. Change or remove some of the words.")
    if not rows:
        return tr("No openings of this length in the next weeks. Try a shorter appointment or any provider.")
    if wish.at is None:
        return ""
    at, op_num = wish.at
    first = rows[0].opening.start
    if op_num is not None and first != at and not (wish.providers or wish.not_providers):
        return tr("The patient has another appointment at that time. These are the next openings.")
    if at < now <= first:
        return tr(
            "That time has passed, and nothing was free after it. These are the next openings from now on."
        )
    return ""


def type_pattern(office: Office, type_num: int | None) -> str:
    """An appointment type's pattern; empty without one."""
    lists = office.lists or NO_LISTS
    types = {each.AppointmentTypeNum: each.Pattern for each in lists.appointment_types}
    return types.get(type_num or 0, "")


def _warning(office: Office, wish: OpeningWish, opening: Opening, *, unchecked: bool) -> str:
    """The clashes of an opening, by the same rules as the search: a free opening has no warning."""
    words = [tr(clash.words) for clash in clashes_of(office, proposal_for(wish, opening)) or ()]
    if opening.start < office.clock.now():
        words.insert(0, tr("This time has passed."))
    if unchecked:
        words.append(tr("This day's blockouts haven't loaded yet."))
    return "\n".join(words)
