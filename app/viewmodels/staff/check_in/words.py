"""The words of check-in: what happened at a kiosk, and which page it shows."""

from __future__ import annotations

from app.core.text import NO_TEXT, At, Text, Words, msg
from app.viewmodels.translation import tr, typed
from app.wire.hub.check_in import Arrival, ArrivalResult, Proposal, Why
from app.wire.hub.kiosk import ContactField, Step

GREEN = frozenset({ArrivalResult.ARRIVED, ArrivalResult.ALREADY})
"""The patient is in the waiting room; everything else needs somebody to act."""
SHORT_RESULTS = {
    ArrivalResult.ARRIVED: msg("Checked in"),
    ArrivalResult.ALREADY: msg("Already arrived"),
    ArrivalResult.SENT_TO_DESK: msg("Sent to the desk"),
    ArrivalResult.UNCLEAR: msg("Not confirmed"),
    ArrivalResult.HELP: msg("Asked for help"),
    ArrivalResult.NOT_FOUND: msg("Not found"),
}
STEPS = {
    Step.WELCOME: msg("Welcome page"),
    Step.BIRTHDATE: msg("Birthdate"),
    Step.NAME: msg("Name"),
    Step.IS_THIS_YOU: msg("Confirming who it is"),
    Step.WHO_IS_HERE: msg("Choosing who is here"),
    Step.CONTACT: msg("Contact data"),
    Step.HEALTH: msg("Health and insurance"),
    Step.CHECKED_IN: msg("Checked in", "a page"),
    Step.NEXT_VISIT: msg("Next appointment"),
    Step.BALANCE: msg("Balance", "a page"),
    Step.SEE_DESK: msg("See the desk"),
    Step.STAFF: msg("Staff page"),
    Step.LOCKED: msg("Out of order"),
}
FIELDS = {
    ContactField.WIRELESS_PHONE: msg("Wireless phone"),
    ContactField.HOME_PHONE: msg("Home phone"),
    ContactField.EMAIL: msg("Email"),
    ContactField.ADDRESS: msg("Address"),
    ContactField.ADDRESS2: msg("Address 2"),
    ContactField.CITY: msg("City"),
    ContactField.STATE: msg("State"),
    ContactField.ZIP: msg("ZIP code"),
}
WHY = {
    Why.NOT_FOUND: msg("Not found after three tries."),
    Why.GUESSING: msg("Too many wrong tries. Nobody can check in there for five minutes."),
    Why.OFFICE_AWAY: msg("Open Dental didn't answer."),
    Why.CHANGED: msg("The appointment was moved or canceled."),
    Why.RULES: msg("Your settings send this patient to the desk."),
    Why.NO_STATUS: msg("Open Dental has no confirmation status for arrived. Set one up in its definitions."),
    Why.REFUSED: msg("Open Dental refused to mark the appointment arrived."),
    Why.NOT_MARKED: msg("The appointment isn't marked arrived."),
    Why.LOOKED_FOR: msg("Front Desk is checking whether the appointment is marked arrived."),
    Why.INTERRUPTED: msg("The office hub was stopped in the middle. Check the appointment."),
    Why.GIVEN_UP: msg("Check-in couldn't be finished there."),
}
_UNCLEAR_WHY = msg("Open Dental didn't answer. Check whether the appointment is marked arrived.")
_HEALTH_AND_INSURANCE = msg("The patient says that their health and insurance have changed.")
_HEALTH = msg("The patient says that their health has changed.")
_INSURANCE = msg("The patient says that their insurance has changed.")


def result_words(arrival: Arrival) -> str:
    """What happened, and at which kiosk."""
    kiosk = arrival.kiosk
    words = {
        ArrivalResult.ARRIVED: msg("Checked in at {kiosk}", kiosk=kiosk),
        ArrivalResult.ALREADY: msg("Checked in again at {kiosk}", kiosk=kiosk),
        ArrivalResult.SENT_TO_DESK: msg("Sent to the desk from {kiosk}", kiosk=kiosk),
        ArrivalResult.UNCLEAR: msg("Not confirmed at {kiosk}", kiosk=kiosk),
        ArrivalResult.HELP: msg("Needs help at {kiosk}", kiosk=kiosk),
        ArrivalResult.NOT_FOUND: msg("A patient couldn't check in at {kiosk}", kiosk=kiosk),
    }
    return tr(words[arrival.result])


def why_words(arrival: Arrival) -> Words:
    """Why somebody has to act; empty: the words above say it."""
    if arrival.result is ArrivalResult.HELP and arrival.why in {*Step}:
        return msg("The screen shows “{page}”.", page=STEPS[Step(arrival.why)])
    if arrival.why:
        return WHY[Why(arrival.why)] if arrival.why in {*Why} else arrival.why
    return _UNCLEAR_WHY if arrival.result is ArrivalResult.UNCLEAR else NO_TEXT


def unseen_task_words(arrival: Arrival, minutes: int) -> str:
    """The text of the task about an arrival that nobody has seen. It names no patient: it is attached to one."""
    seen = tr("Nobody has seen it for {n} min.", n=minutes)
    lead = tr("{what}, {time}.", what=result_words(arrival), time=At(arrival.at))
    return " ".join(part for part in (lead, typed(why_words(arrival)), seen) if part)


def answers_words(proposal: Proposal) -> Text:
    """What the patient said about health and insurance; empty: nothing."""
    if proposal.health_changed and proposal.insurance_changed:
        return _HEALTH_AND_INSURANCE
    if proposal.health_changed:
        return _HEALTH
    return _INSURANCE if proposal.insurance_changed else NO_TEXT


def answers_task_words(proposal: Proposal) -> str:
    """The text of the task about these answers."""
    return tr(
        "Check-in at {kiosk}, {time}. {what}",
        kiosk=proposal.kiosk,
        time=At(proposal.at),
        what=answers_words(proposal),
    )
