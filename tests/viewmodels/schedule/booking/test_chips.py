"""The chips' texts."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.schedule.asking.parser import ask
from app.services.schedule.vocabulary import vocabulary_of
from app.store.lists import OfficeLists
from app.viewmodels.staff.schedule.booking.chips import chip_of, options_of
from app.viewmodels.staff.schedule.booking.state import BookingState
from app.wire.resources.appointment_types import AppointmentType
from app.wire.resources.operatories import Operatory
from app.wire.resources.providers import Provider

TODAY = date(2026, 11, 30)
LISTS = OfficeLists(
    operatories=(Operatory(OperatoryNum=1, OpName="Op 1"),),
    providers=(
        Provider(ProvNum=1, Abbr="LEE", LName="Lee"),
        Provider(ProvNum=2, Abbr="HYG", LName="Kim", IsSecondary=True),
    ),
    appointment_types=(AppointmentType(AppointmentTypeNum=1, AppointmentTypeName="Crown & bridge"),),
)
TEXTS = {
    "crown": ["Crown & bridge"],
    "90": ["90 min"],
    "not lee": ["Not LEE"],
    "lee or kim": ["LEE", "HYG"],
    "any dr": ["Any dentist"],
    "op 1": ["Op 1"],
    "any clinic": ["All clinics"],
    "any time": ["Any"],
    "mon": ["Monday"],
    "mon wed": ["Monday", "Wednesday"],
    "mon-thu": ["Mon – Thu"],
    "mwf": ["Mon, Wed, Fri"],
    "not fri": ["Not Friday"],
    "dec 8": ["Tue, Dec 8"],
    "jan 5": ["Tue, Jan 5, 2027"],
    "next week": ["Dec 6 – Dec 12"],
    "next mon or tue": ["Mon, Tue, Dec 6 – Dec 12"],
    "tomorrow or fri": ["Tue, Dec 1", "Fri, Dec 4"],
    "not next week": ["Not Dec 6 – Dec 12"],
    "not 12/8": ["Not Tue, Dec 8"],
    "jan": ["Jan 1, 2027 – Jan 31, 2027"],
    "after the 15th": ["From Wed, Dec 16"],
    "by 12/18": ["Until Fri, Dec 18"],
    "am": ["Before 12:00 PM"],
    "after 3": ["From 3:00 PM"],
    "at 10": ["At 10:00 AM"],
    "9-11": ["9:00 – 11:00 AM"],
    "out by 3": ["Ends by 3:00 PM"],
    "blorp": ["“blorp”?"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_chip_says(text: str) -> None:
    """What was understood, in full, as the locale writes it."""
    asked = ask(text, vocabulary_of(LISTS), TODAY)
    state = BookingState(asked=asked)
    assert [chip_of(state, each, LISTS, TODAY).text for each in asked.pieces] == TEXTS[text]


def test_days_that_do_not_exist_are_wrong() -> None:
    """December 8, 2026 is no Monday: both chips say that there is no such day."""
    asked = ask("mon dec 8 lee", vocabulary_of(LISTS), TODAY)
    chips = [chip_of(BookingState(asked=asked), each, LISTS, TODAY) for each in asked.pieces]
    assert [each.wrong for each in chips] == [True, True, False]
    assert chips[0].tip == "No upcoming day or time matches this."


def test_what_a_chip_can_be_changed_to() -> None:
    """The office's own lists; words that were not understood can only be removed."""
    asked = ask("crown lee blorp", vocabulary_of(LISTS), TODAY)
    state = BookingState(asked=asked)
    names = [[each.name for each in options_of(state, piece, LISTS)] for piece in asked.pieces]
    assert names == [["Crown & bridge"], ["Any dentist", "Any hygienist", "LEE", "HYG"], []]
