"""Sets of procedures that one click adds: recalls as Open Dental schedules them, and what a new patient gets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from app.services.visits.facts import Listed, QuickAdd, RecallRules
from app.services.visits.office_rules import codes_in, listed_in
from app.services.visits.sets import (
    SetKind,
    is_child,
    missing_from,
    new_patient_set,
    recall_sets,
    type_sets,
)
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.recall_types import RecallType
from app.wire.resources.recalls import Recall

TODAY = date(2026, 11, 23)
ADULT, CHILD = date(1980, 1, 1), date(2019, 1, 1)
RULES = RecallRules(
    {
        1: RecallType(RecallTypeNum=1, Description="Prophy", Procedures="D0120,D1110"),
        2: RecallType(RecallTypeNum=2, Description="Child Prophy", Procedures="D0120,D1120"),
        3: RecallType(RecallTypeNum=3, Description="Perio", Procedures="D4910"),
        4: RecallType(RecallTypeNum=4, Description="Bitewings", Procedures="D0274", AppendToSpecial=True),
        5: RecallType(RecallTypeNum=5, Description="Pano", Procedures="D0330"),
    },
    {
        "RecallTypeSpecialProphy": "1",
        "RecallTypeSpecialChildProphy": "2",
        "RecallTypeSpecialPerio": "3",
        "RecallAgeAdult": "12",
    },
)


def recall(type_num: int, due: date | None, **more: object) -> Recall:
    """A recall of this type."""
    return Recall(RecallNum=type_num * 10, PatNum=1, RecallTypeNum=type_num, DateDue=due, **more)


def names(listed: Iterable[Listed]) -> tuple[str, ...]:
    """The codes of a set, as often as they are in it."""
    return tuple(each.code for each in listed)


def codes(recalls: list[Recall], born: date = ADULT, day: date = TODAY) -> dict[str, tuple[str, ...]]:
    """The codes of each set by its name."""
    return {each.name: names(each.listed) for each in recall_sets(recalls, RULES, born, day, TODAY)}


def test_what_is_due_by_then_comes_along() -> None:
    """A prophy brings X-rays that are due before it or overdue and appended by the office; others it doesn't."""
    prophy = recall(1, TODAY)
    assert codes([prophy, recall(4, TODAY), recall(5, TODAY)])["Prophy"] == ("D0120", "D1110", "D0274")
    assert codes([prophy, recall(4, TODAY + timedelta(days=60))])["Prophy"] == ("D0120", "D1110")
    assert codes([prophy, recall(4, TODAY, IsDisabled=True)])["Prophy"] == ("D0120", "D1110")
    assert codes([prophy, recall(4, None)])["Prophy"] == ("D0120", "D1110")


def test_a_child_gets_the_childs_recall() -> None:
    """Who is younger than the office's adults on the day gets the child's procedures instead of the prophy's."""
    assert list(codes([recall(1, TODAY)], CHILD)) == ["Child Prophy"]
    assert list(codes([recall(1, TODAY)], CHILD, date(2031, 2, 1))) == ["Prophy"]
    assert list(codes([recall(3, TODAY)], CHILD)) == ["Perio"]


@pytest.mark.parametrize(
    ("due", "scheduled", "fits"),
    [
        (TODAY, None, True),
        (TODAY + timedelta(days=40), None, True),
        (TODAY + timedelta(days=90), None, False),
        (None, None, False),
        (TODAY, TODAY + timedelta(days=3), False),
        (TODAY, TODAY, True),
    ],
)
def test_which_recalls_fit(due: date | None, scheduled: date | None, *, fits: bool) -> None:
    """One that is due around the appointment's day, and not booked for another day."""
    (found,) = recall_sets([recall(1, due, DateScheduled=scheduled)], RULES, ADULT, TODAY, TODAY)
    assert found.fits is fits


def test_the_offices_own_set_for_new_patients() -> None:
    """It is found by its name, the child's one for a child; without such a name there is none."""
    kinds = [
        AppointmentType(AppointmentTypeNum=1, AppointmentTypeName="Cleaning", CodeStr="D1110"),
        AppointmentType(AppointmentTypeNum=2, AppointmentTypeName="New patient", CodeStr="D0150,D0210"),
        AppointmentType(
            AppointmentTypeNum=3, AppointmentTypeName="New patient, child", CodeStr="D0150,D1120"
        ),
    ]
    adult, child = new_patient_set(kinds, [], child=False), new_patient_set(kinds, [], child=True)
    assert adult is not None
    assert child is not None
    assert (adult.kind, names(adult.listed), names(child.listed)) == (
        SetKind.NEW_PATIENT,
        ("D0150", "D0210"),
        ("D0150", "D1120"),
    )
    own = new_patient_set(kinds, [QuickAdd("NP exam", listed_in("D0150"))], child=False)
    assert own is not None
    assert names(own.listed) == ("D0150",)
    assert new_patient_set(kinds[:1], [QuickAdd("Snap fit", listed_in("D9999"))], child=False) is None
    assert [each.name for each in type_sets([*kinds, AppointmentType(AppointmentTypeName="Call")])] == [
        "Cleaning",
        "New patient",
        "New patient, child",
    ]


def test_only_what_is_missing_is_added() -> None:
    """Codes that are on the appointment stay as they are, and each is added as often as it is in the set."""
    assert missing_from(listed_in("D0120,D1110"), listed_in("D0120")) == listed_in("D1110")
    films = listed_in("D0140,D0220,D0220")
    assert missing_from(films, ()) == films
    assert missing_from(films, listed_in("D0220#8")) == listed_in("D0140,D0220")
    assert missing_from(films, listed_in("D0220,D0220,D0220")) == listed_in("D0140")
    sealants = listed_in("D1351,D1351#14,D1351#3")
    assert missing_from(sealants, listed_in("D1351#14")) == listed_in("D1351,D1351#3")
    assert missing_from(sealants, listed_in("D1351#30,D1351#14")) == listed_in("D1351#3")


def test_the_offices_own_notation() -> None:
    """Commas separate codes, each may be there more than once; a # names a tooth."""
    assert listed_in(" D0120, D2391#14,D0120,") == (Listed("D0120"), Listed("D2391", "14"), Listed("D0120"))
    assert codes_in(" D0120, D2391#14,D0120,") == ("D0120", "D2391")


@pytest.mark.parametrize(
    ("born", "child"), [(None, False), (date(2014, 11, 24), True), (date(2014, 11, 23), False)]
)
def test_who_is_a_child(born: date | None, *, child: bool) -> None:
    """Until the birthday that makes an adult by the office's rule."""
    assert is_child(born, TODAY, RULES.preferences) is child
