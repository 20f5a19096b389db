"""Cards, labels and route slips: what is on them, and what can't be known is said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec.structs import replace

from app.core.text import join
from app.domain.printing.card import MOST, AppointmentCard, CardAppointment, card_document
from app.domain.printing.document import Document
from app.domain.printing.label import address_label, chart_label
from app.domain.printing.letterhead import Letterhead
from app.domain.printing.mailing import Mailing
from app.domain.printing.route_slip import (
    RouteSlip,
    SlipMedical,
    SlipMoney,
    SlipPlan,
    SlipRecall,
    slip_document,
)
from app.domain.schedule.visit import Person
from tests.domain.builders import DAY, visit
from tests.domain.printing.test_receipt import HEAD, lines_of

MARIA = Mailing(11, "Maria", "Ortiz", "1815 Saltmarsh Road", "Apt 4", "Millbrook Bay", "OR", "97902")


def sheet_of(document: Document) -> list[str]:
    """The lines of a card or label."""
    (sheet,) = document.sheets
    return [str(join([line.words])) for line in sheet.lines]


def test_a_card_tells_when_with_whom_and_whom_to_call() -> None:
    """The practice with its phone, the patient, the next appointment large, the later ones below it."""
    nine = DAY.replace(hour=9)
    card = AppointmentCard(
        letterhead=HEAD,
        patient="Maria Ortiz",
        appointments=(CardAppointment(nine, "Susan Marr, DMD"), CardAppointment(nine + timedelta(days=9))),
    )
    assert sheet_of(card_document(card)) == [
        "Lanternlight",
        "212 Lighthouse Road · (541) 555-0142",
        "Maria Ortiz",
        "Monday, November 23, 2026",
        "9:00 AM",
        "with Susan Marr, DMD",
        "Wed, Dec 2, 2026, 9:00 AM",
    ]


def test_a_card_has_only_as_many_appointments_as_are_legible() -> None:
    """The first ones."""
    many = tuple(CardAppointment(DAY + timedelta(days=each)) for each in range(9))
    lines = sheet_of(card_document(AppointmentCard(letterhead=HEAD, patient="", appointments=many)))
    assert sum("2026" in line for line in lines) == MOST


def test_a_label_is_a_postal_address() -> None:
    """First name first; parts that are not known leave no gaps; without a name the number stands there."""
    assert sheet_of(address_label(MARIA)) == [
        "Maria Ortiz", "1815 Saltmarsh Road", "Apt 4", "Millbrook Bay, OR 97902",
    ]  # fmt: skip
    short = Mailing(12, " ", "", "5 Elm", city="Salem")
    assert sheet_of(address_label(short)) == ["Patient 12", "5 Elm", "Salem"]
    assert Mailing(12, "Maria", "Ortiz").lines == ()


def test_a_chart_label_identifies_the_patient() -> None:
    """Last name first, as charts are sorted, with birthdate and number."""
    person = Person(11, "Ortiz", "Maria", birthdate=date(1979, 8, 7), phone="(503) 555-3912")
    assert sheet_of(chart_label(person)) == [
        "Ortiz, Maria", "Born Aug 7, 1979 · Patient no. 11", "(503) 555-3912",
    ]  # fmt: skip
    assert sheet_of(chart_label(Person(12, "", ""))) == ["Patient 12", "Patient no. 12"]


def slip(**changes: object) -> RouteSlip:
    """A slip on which everything is known."""
    one = RouteSlip(
        visit=visit(15, 40, procedures="Comp #3", note="Call first"),
        practice="Lanternlight",
        where="Op 3 · LEE",
        medical=SlipMedical(("Premedicate",), ("Latex",), (), ("Asthma",)),
        money=SlipMoney(Decimal("128.40"), Decimal("28.40")),
        plans=(SlipPlan("Delta", Decimal("609.47"), date(2026, 3, 2)), SlipPlan("Cigna")),
        recalls=(SlipRecall("Prophy", date(2027, 2, 1)),),
        coming=(DAY + timedelta(days=9, hours=9),),
    )
    return replace(one, **changes)


def test_a_route_slip_tells_the_room_what_it_needs() -> None:
    """Appointment, patient, medical facts, account with insurance, recall, and room to write the next visit."""
    assert lines_of(slip_document(slip(), DAY)) == [
        "Ortiz, Maria", "Monday, November 23, 2026",
        "[Appointment]", "Time | 3:40 – 4:20 PM · 40 min", "Operatory | Op 3 · LEE", "Procedures | Comp #3",
        "Status | Confirmed", "Note | Call first",
        "[Patient]", "Phone | None", "Number | 11",
        "[Medical]", "Alerts | Premedicate", "Allergies | Latex", "Medications | None", "Problems | Asthma",
        "[Account and insurance]", "Balance | $128.40", "Insurance estimate | -$28.40", "Patient portion | $100.00",
        "Insurance | Delta · $609.47 left this year · verified Mar 2, 2026", "Insurance | Cigna · not verified",
        "[Recall and later appointments]", "Recall | Prophy, due Feb 1, 2027", "Next | Wed, Dec 2, 2026, 9:00 AM",
        "[Next appointment]", "What for | \n", "How long | \n", "When | \n", "With whom | \n",
    ]  # fmt: skip


def test_a_route_slip_never_shows_the_unknown_as_fine() -> None:
    """What could not be read is not available; what there is none of is none."""
    unknown = slip(medical=None, money=None, plans=None, recalls=None, coming=None)
    lines = lines_of(slip_document(unknown, DAY))
    for name in ("Alerts", "Balance", "Insurance", "Recall", "Next"):
        assert f"{name} | Not available" in lines
    nothing = slip(medical=SlipMedical(), plans=(), recalls=(), coming=())
    lines = lines_of(slip_document(nothing, DAY))
    for name in ("Alerts", "Allergies", "Insurance", "Recall", "Next"):
        assert f"{name} | None" in lines


def test_titles_have_no_names() -> None:
    """A document's title ends up in file names and printer queues."""
    card = AppointmentCard(letterhead=Letterhead(), patient="Maria", appointments=(CardAppointment(DAY),))
    titles = {
        str(each.title) for each in (slip_document(slip(), DAY), card_document(card), address_label(MARIA))
    }
    assert titles == {"Route slip", "Appointment card", "Label"}
