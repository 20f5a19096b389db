"""Who is found at a kiosk, and for which appointments."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kiosk.appointments import Booked, Standing, booked_of, due_now, in_window
from app.domain.kiosk.identity import Due, Known, due_patients, family_of, identified, known_of
from app.domain.schedule.stages import StageRules
from app.wire.hub.check_in import CheckInRules, Windows
from app.wire.resources.appointments_records import Appointment, ApptStatus

DAY = date(2026, 11, 23)
NINE = datetime(2026, 11, 23, 9, 0)
BORN = date(1980, 5, 17)
RULES = CheckInRules(windows=Windows(early=60, late=15))
ARRIVED, SEATED, DISMISSED, UNCONFIRMED = 31, 32, 33, 30
STAGES = StageRules(
    arrived=ARRIVED, seated=SEATED, dismissed=DISMISSED, before=frozenset({UNCONFIRMED}), first=UNCONFIRMED
)


def booked(apt: int, pat: int, start: datetime = NINE, minutes: int = 60, **more: object) -> Booked:
    """An expected appointment."""
    return Booked(apt, pat, start, minutes, Standing.EXPECTED, **more)  # type: ignore[arg-type]


def known(pat: int, last: str, born: date | None = BORN, guarantor: int = 0) -> Known:
    """A patient."""
    return known_of(pat, (last, "Ann", ""), born, guarantor)


def found(letters: str, *rows: tuple[Booked, Known], born: date = BORN, now: datetime = NINE) -> int | None:
    """The patient who is found."""
    people = {who.pat_num: who for _, who in rows}
    me = identify(born, letters, [each for each, _ in rows], people, now, RULES)
    return None if me is None else me.known.pat_num


def identify(
    born: date,
    letters: str,
    rows: list[Booked],
    people: dict[int, Known],
    now: datetime,
    rules: CheckInRules,
) -> Due | None:
    """Who is found."""
    return identified(born, letters, people, due_patients(rows, people, now, rules), rules)


SMITH = (booked(1, 1), known(1, "Smith"))


def test_birthdate_and_letters_find_one_patient() -> None:
    """Both must be right."""
    assert found("smi", SMITH) == 1
    assert found("sma", SMITH) is None
    assert found("smi", SMITH, born=BORN + timedelta(days=1)) is None
    assert found("", SMITH) is None


def test_equal_birthdates_are_not_found() -> None:
    """Twins, and strangers of one birthdate in the same window, see the desk."""
    assert found("smi", SMITH, (booked(2, 2), known(2, "Smith"))) is None
    assert found("smi", SMITH, (booked(2, 2), known(2, "Jones"))) is None
    later = NINE + timedelta(hours=6)
    assert found("smi", SMITH, (booked(2, 2, later), known(2, "Smithers"))) is None
    assert found("smi", SMITH, (booked(2, 2, later), known(2, "Jones"))) == 1


def test_without_a_birthdate_nobody_is_found() -> None:
    """A patient without a birthdate sees the desk, and a twin of theirs is not disturbed."""
    assert found("smi", (booked(1, 1), known(1, "Smith", None))) is None
    assert found("smi", SMITH, (booked(2, 2), known(2, "Smith", None))) == 1


@pytest.mark.parametrize(
    ("minutes", "inside"), [(-61, False), (-60, True), (0, True), (15, True), (16, False)]
)
def test_the_window(minutes: int, inside: bool) -> None:
    """From early to late, both included."""
    now = NINE + timedelta(minutes=minutes)
    assert in_window(NINE, now, RULES.windows) is inside
    assert (found("smi", SMITH, now=now) == 1) is inside


def test_the_window_ends_at_midnight() -> None:
    """An appointment of tomorrow or yesterday is never checked in for."""
    start = datetime(2026, 11, 24, 0, 10)
    assert not in_window(start, datetime(2026, 11, 23, 23, 50), RULES.windows)
    assert in_window(start, datetime(2026, 11, 24, 0, 0), RULES.windows)
    assert not in_window(datetime(2026, 11, 23, 23, 55), datetime(2026, 11, 24, 0, 5), RULES.windows)


@pytest.mark.parametrize(
    "rules",
    [
        CheckInRules(desk_patients=(1,)),
        CheckInRules(desk_providers=(7,)),
        CheckInRules(desk_providers=(8,)),
        CheckInRules(desk_types=(5,)),
    ],
)
def test_who_must_see_the_desk_is_not_found(rules: CheckInRules) -> None:
    """By patient, provider, hygienist or appointment type; another patient is found."""
    rows = [booked(1, 1, providers=(7, 8), type_num=5), booked(2, 2)]
    people = {1: known(1, "Smith"), 2: known(2, "Jones", BORN + timedelta(days=9))}
    assert identify(BORN, "smi", rows, people, NINE, rules) is None
    other = identify(BORN + timedelta(days=9), "jon", rows, people, NINE, rules)
    assert other is not None
    assert other.known.pat_num == 2


def test_two_appointments_are_covered_at_once() -> None:
    """The hygienist at 9 and the dentist at 10:30 are one visit; the afternoon is another one."""
    rows = [booked(1, 1), booked(2, 1, NINE + timedelta(minutes=90)), booked(3, 1, NINE + timedelta(hours=6))]
    covered = due_now(rows, NINE - timedelta(minutes=50), RULES.windows)
    assert [each.apt_num for each in covered] == [1, 2]
    assert due_now(rows, NINE - timedelta(hours=2), RULES.windows) == ()


def test_a_type_of_the_second_appointment_counts() -> None:
    """If one of two appointments needs the desk, so does the patient."""
    rows = [booked(1, 1), booked(2, 1, NINE + timedelta(minutes=60), type_num=5)]
    rules = CheckInRules(desk_types=(5,))
    assert identify(BORN, "smi", rows, {1: known(1, "Smith")}, NINE, rules) is None


def test_a_family_is_of_one_guarantor() -> None:
    """The others with appointments now, oldest first; without those who must see the desk."""
    born = [date(1980, 1, 1), date(2012, 1, 1), date(2010, 1, 1), date(2014, 1, 1), date(1990, 1, 1)]
    people = {n: known(n, "Diaz", born[n - 1], 1 if n < 5 else 9) for n in range(1, 6)}
    rows = [booked(10 + n, n) for n in (1, 2, 3, 5)] + [booked(14, 4, NINE + timedelta(hours=4))]
    due = due_patients(rows, people, NINE, RULES)
    me = next(each for each in due if each.known.pat_num == 1)
    assert [each.known.pat_num for each in family_of(me, due, RULES)] == [3, 2]
    rules = CheckInRules(desk_patients=(3,))
    assert [each.known.pat_num for each in family_of(me, due, rules)] == [2]


@pytest.mark.parametrize(
    ("status", "confirmed", "standing"),
    [
        (ApptStatus.SCHEDULED, UNCONFIRMED, Standing.EXPECTED),
        (ApptStatus.ASAP, UNCONFIRMED, Standing.EXPECTED),
        (ApptStatus.SCHEDULED, ARRIVED, Standing.HERE),
        (ApptStatus.SCHEDULED, SEATED, Standing.HERE),
        (ApptStatus.SCHEDULED, DISMISSED, None),
        (ApptStatus.COMPLETE, ARRIVED, None),
        (ApptStatus.BROKEN, UNCONFIRMED, None),
        (ApptStatus.UNSCHED_LIST, UNCONFIRMED, None),
        (ApptStatus.PLANNED, UNCONFIRMED, None),
        (ApptStatus.PT_NOTE, UNCONFIRMED, None),
    ],
)
def test_which_appointments_count(status: ApptStatus, confirmed: int, standing: Standing | None) -> None:
    """Scheduled ones, also when staff marked them arrived or seated."""
    row = Appointment(AptNum=1, PatNum=1, AptStatus=status, Confirmed=confirmed, AptDateTime=NINE)
    seen = booked_of(row, STAGES)
    assert (seen.standing if seen else None) is standing


PEOPLE = st.lists(
    st.tuples(
        st.integers(1, 6),
        st.sampled_from(["Smith", "Smithers", "Ng", "de la Cruz", ""]),
        st.sampled_from([BORN, BORN + timedelta(days=1), None]),
        st.integers(-300, 300),
    ),
    max_size=8,
)


@given(PEOPLE, st.sampled_from(["smi", "ng", "cru", "s", ""]), st.integers(0, 120), st.integers(0, 60))
def test_nobody_is_found_wrongly(
    rows: list[tuple[int, str, date | None, int]], letters: str, early: int, late: int
) -> None:
    """Who is found has the birthdate, fits the letters, has an appointment in the window, and is the only one."""
    people = {pat: known(pat, last, born) for pat, last, born, _ in rows}
    bookings = [booked(n, row[0], NINE + timedelta(minutes=row[3])) for n, row in enumerate(rows, 1)]
    rules = CheckInRules(windows=Windows(early=early, late=late))
    due = identify(BORN, letters, bookings, people, NINE, rules)
    if due is None:
        return
    assert due.known.birthdate == BORN
    assert any(in_window(each.start, NINE, rules.windows) for each in due.booked)
    rivals = {
        each.pat_num
        for each in bookings
        if people[each.pat_num].birthdate == BORN and in_window(each.start, NINE, rules.windows)
    }
    assert rivals == {due.known.pat_num}
