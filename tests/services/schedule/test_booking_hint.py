"""What a recall asks for when it is booked."""

from __future__ import annotations

from app.domain.schedule.visit import Person
from app.services.schedule.booking_hint import hint_of_recall
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.recall_types import RecallType

ANN = Person(1, "Berg", "Ann")
PROPHY = RecallType(RecallTypeNum=1, Description="Prophy", TimePattern="/XXXX/", Procedures="D1110,D0120")
CLEANING = AppointmentType(AppointmentTypeNum=7, AppointmentTypeName="Cleaning", CodeStr="D0120, D1110")
NAMED = AppointmentType(AppointmentTypeNum=8, AppointmentTypeName="prophy ")
HIDDEN = AppointmentType(AppointmentTypeNum=9, CodeStr="D0120,D1110", IsHidden=True)


def test_the_appointment_type_with_the_same_procedures() -> None:
    """It comes before one of the same name; a hidden one is not used; without either the user chooses."""
    assert hint_of_recall(ANN, PROPHY, [HIDDEN, NAMED, CLEANING]).type_num == 7
    assert hint_of_recall(ANN, PROPHY, [HIDDEN, NAMED]).type_num == 8
    assert hint_of_recall(ANN, PROPHY, [HIDDEN]).type_num is None


def test_length_and_note() -> None:
    """The recall type's pattern is the length in steps of five minutes; the note names the procedures."""
    hint = hint_of_recall(ANN, PROPHY, ())
    assert (hint.person, hint.minutes, hint.hygiene) == (ANN, 30, True)
    assert str(hint.note) == "Recall: Prophy (D0120, D1110)"
    assert str(hint_of_recall(ANN, RecallType(Description="Exam"), ()).note) == "Recall: Exam"


def test_a_type_that_is_not_known() -> None:
    """Then only the patient is, and that a hygienist is looked for."""
    hint = hint_of_recall(ANN, None, [CLEANING])
    assert (hint.type_num, hint.minutes, hint.note, hint.hygiene) == (None, 0, "", True)
