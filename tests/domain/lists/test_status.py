"""Which of the office's statuses a logged call sets without being told."""

from __future__ import annotations

import pytest

from app.domain.lists.status import Reached, certain_status


@pytest.mark.parametrize("name", ["Left message", "LEFT MSG", "Left Msg.", "left-message", "Left a message"])
def test_a_name_that_says_just_this(name: str) -> None:
    """Spelling, case and punctuation don't matter."""
    assert certain_status(Reached.MESSAGE, {4: "Unconfirmed", 7: name}) == 7


@pytest.mark.parametrize(
    "names",
    [
        {4: "Left message with spouse"},
        {4: "Left"},
        {4: "Message"},
        {4: "Left message", 5: "Left msg"},
        {},
    ],
)
def test_nothing_is_guessed(names: dict[int, str]) -> None:
    """A name that says more or less, or two that say it, are no certain match."""
    assert certain_status(Reached.MESSAGE, names) == 0


def test_each_outcome_of_a_call_has_its_own_status() -> None:
    """No answer is no message."""
    names = {1: "Left message", 2: "No answer"}
    assert certain_status(Reached.NO_ANSWER, names) == 2
    assert certain_status(Reached.NO_ANSWER, {1: "Left message"}) == 0
