"""The words for a request from outside."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.outside import OutsideRequest, Trouble
from app.core.text import Text, msg
from app.domain.people.phones import phone_text

TROUBLE = {
    Trouble.NO_PATIENT: msg("No patient was selected in Open Dental, so there is nobody to show."),
    Trouble.PATIENT: msg("Another program asked for a patient, but what it sent isn't a patient number."),
    Trouble.PHONE: msg("A call came in without a phone number."),
    Trouble.SCREEN: msg("Another program asked for a screen, but what it sent isn't the name of one."),
}
CONNECT_FIRST = msg("Connect to your office to see the patient another program asked for.")
GO_BACK_FIRST = msg("Go back to the open office to see the patient another program asked for.")
OPENING = msg("Opening the office. Then the patient will be shown.")


def no_screen(name: str, known: Iterable[str]) -> Text:
    """A screen that doesn't exist, and those that do."""
    return msg("There is no screen called {name}. There are: {names}.", name=name, names=", ".join(known))


def number_of(request: OutsideRequest) -> str:
    """The caller's number as it is shown."""
    return phone_text(request.phone)
