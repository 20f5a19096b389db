"""What is looked for and written from what stands in the panel for booking, and what an opening is called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from app.domain.people.ages import birth_text
from app.domain.schedule.clashes import NO_NAMES
from app.domain.schedule.openings import PointedAt, proposal_for, team_for
from app.domain.schedule.tile import day_text, time_text, when_text
from app.domain.schedule.visit import Person
from app.services.schedule.clash_check import clashes_of
from app.services.schedule.grids import NO_LISTS
from app.services.schedule.openings import Opening, OpeningWish
from app.services.schedule.rows import names_of, where_of
from app.services.writes.visits import NewVisit
from app.store.office import Office
from app.viewmodels.staff.schedule.booking_state import (
    ANY_DENTIST,
    ANY_HYGIENIST,
    ANYONE,
    HYGIENE,
    BookingState,
    OpeningRow,
)


class BookingChoices:
    """What can be chosen in this office: (number, name) each."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @property
    def types(self) -> list[tuple[int, str]]:
        """The office's appointment types; 0 is none."""
        lists = self._office.lists
        named = (
            [(each.AppointmentTypeNum, each.AppointmentTypeName) for each in lists.appointment_types]
            if lists
            else []
        )
        return [(0, "No type"), *named]

    @property
    def providers(self) -> list[tuple[int, str]]:
        """Who can be asked for: a ProvNum, or one of the three kinds."""
        lists = self._office.lists
        shown = [each for each in lists.providers if not each.IsHidden] if lists else []
        kinds = [(ANYONE, "Anyone"), (ANY_DENTIST, "Any dentist"), (ANY_HYGIENIST, "Any hygienist")]
        return [*kinds, *((each.ProvNum, each.Abbr) for each in shown)]


def wish_of(office: Office, state: BookingState, clinic_num: int | None, at: PointedAt | None) -> OpeningWish:
    """What openings are looked for."""
    lists = office.lists or NO_LISTS
    return OpeningWish(
        minutes=state.minutes,
        prov_num=state.prov_num if state.prov_num > 0 else None,
        hygiene=HYGIENE.get(state.prov_num),
        clinic_num=clinic_num,
        at=at,
        pattern=type_pattern(office, state.type_num),
        moving=state.moving,
        hygienists=frozenset(row.ProvNum for row in lists.providers if row.IsSecondary),
        increment=lists.increment,
    )


def new_visit_of(wish: OpeningWish, state: BookingState, person: Person, opening: Opening) -> NewVisit:
    """The appointment that is booked when this opening is taken."""
    return NewVisit(
        person=person,
        start=opening.start,
        op_num=opening.op_num,
        team=team_for(wish, opening),
        minutes=state.minutes,
        type_num=state.type_num,
        type_pattern=wish.pattern,
        note=state.note.strip(),
        new_patient=state.new_patient,
    )


def opening_row(office: Office, state: BookingState, wish: OpeningWish, opening: Opening) -> OpeningRow:
    """An opening as it is shown."""
    names, team = names_of(office.lists) if office.lists else NO_NAMES, team_for(wish, opening)
    who = team.prov_hyg if team.is_hygiene else team.prov_num
    where = " · ".join([names.chair(opening.op_num), *([names.provider(who)] if who else [])])
    day, time = day_text(opening.start), time_text(opening.start)
    return OpeningRow(opening, day, time, where, _warning(office, state.person, wish, opening))


def about(office: Office, state: BookingState) -> str:
    """Which patient of that name it is; of an appointment that moves, where it is now."""
    now, visit, person = office.clock.now(), state.moving, state.person
    if visit is not None:
        where = where_of(visit, office.lists) if office.lists else ""
        return f"Now {when_text(visit.start, date.min)}" + (f", {where}" if where else "")
    if person is None:
        return ""
    born = birth_text(person.birthdate, now.date()) if person.birthdate else ""
    return " · ".join(part for part in (born, person.phone) if part)


def about_openings(wish: OpeningWish, rows: Sequence[OpeningRow], now: datetime) -> str:
    """What is to be said of the openings that were found, or of there being none."""
    if not rows:
        return "No opening of this length in the next weeks. Try a shorter appointment or anyone."
    if wish.at is not None and wish.at[0] < now <= rows[0].opening.start:
        return "That time is past, and nothing was free from then on. These are the first openings from now."
    return ""


def type_pattern(office: Office, type_num: int) -> str:
    """An appointment type's pattern; empty without one."""
    lists = office.lists
    types = {each.AppointmentTypeNum: each.Pattern for each in lists.appointment_types} if lists else {}
    return types.get(type_num, "")


def _warning(office: Office, person: Person | None, wish: OpeningWish, opening: Opening) -> str:
    """What stands in the way, judged as the finder judged it: what it found to be free is not warned of."""
    proposal = proposal_for(wish, opening)
    if person is not None:
        proposal = replace(proposal, pat_num=person.pat_num)
    words = [clash.words for clash in clashes_of(office, proposal) or ()]
    if opening.start < office.clock.now():
        words.insert(0, "This time is past.")
    return "\n".join(words)
