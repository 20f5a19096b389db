from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.api.hub.trouble import HubTrouble, sentence
from app.viewmodels.kiosk.device.condition import Condition
from app.wire.hub.check_in import Why

WELL = Condition("Front door", "Willow Creek", "https://server:30224", version="1.0")


def test_a_kiosk_that_is_well_says_so() -> None:
    """It is connected, and its clock is right."""
    lines = dict(WELL.lines())
    assert (lines["Connection"], lines["Clock"], lines["Hub"]) == ("Connected", "Correct", WELL.hub)


def test_what_is_wrong_is_told_in_words() -> None:
    """Why the hub can't be reached, and by how much the clock is off."""
    trouble = sentence(HubTrouble.REVOKED, "server")
    lines = dict(Condition("", "", "", trouble=trouble, ahead=timedelta(hours=-3)).lines())
    assert lines["Connection"].startswith("This PC was removed")
    assert lines["Clock"] == "This PC's clock is off by 3 h 0 min."


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Why.OFFICE_AWAY, "Connected, but Open Dental doesn't answer the hub."),
        (Why.NO_STATUS, "Connected, but Open Dental has no confirmation status for arrived."),
    ],
)
def test_it_says_why_check_in_is_closed_although_the_hub_answers(why: Why, words: str) -> None:
    """Patients are sent to the desk, and the hub isn't the reason."""
    assert dict(replace(WELL, closed_because=why.value).lines())["Connection"] == words
