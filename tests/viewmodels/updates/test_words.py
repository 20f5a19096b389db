"""How this PC stands with updates, in words."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.text import msg
from app.core.version import VERSION
from app.services.updates.protected import Outcome, Result, Why
from app.services.updates.standing import Phase, Standing
from app.viewmodels.staff.updates.words import (
    failure_words,
    looked_words,
    news_words,
    outcome_words,
    source_words,
    standing_words,
    trouble_words,
)
from tests.support.manual_clock import ManualClock
from tests.support.updates.source import release
from tests.viewmodels.updates.hosts import LOOKED, ready

WHY = msg("Can't reach the update source, or the connection was lost.")


@pytest.mark.parametrize("phase", list(Phase))
def test_every_phase_has_a_sentence(phase: Phase) -> None:
    """None is empty, and none shows a field."""
    words = str(standing_words(Standing(phase, release(), size=40_000_000, done=5_000_000, why=WHY)))
    assert words
    assert "{" not in words


def test_the_reason_is_said() -> None:
    """Of a failure, and of one after which a version is still ready."""
    assert str(standing_words(Standing(Phase.FAILED, why=WHY))).endswith(str(WHY))
    assert str(trouble_words(ready())) == ""
    assert str(trouble_words(Standing(Phase.READY, release(), why=WHY))).endswith(str(WHY))


def test_progress_is_in_megabytes() -> None:
    """Of the whole."""
    standing = Standing(Phase.DOWNLOADING, release(), done=5_000_000, size=40_000_000)
    assert str(standing_words(standing)) == "Downloading Front Desk 9.0.0: 5 of 40 MB"


def test_the_last_look_is_said_in_local_time() -> None:
    """Nothing is said of one that never was."""
    clock = ManualClock(datetime(2026, 11, 23, 8, 0))
    assert str(looked_words(Standing(looked=LOOKED), clock)).startswith("Last checked: Mon, Nov 23")
    assert not looked_words(Standing(), clock)
    assert not looked_words(None, clock)


def test_it_is_said_that_updates_are_off() -> None:
    """And where they come from."""
    assert "off" in str(source_words(""))
    assert "updates.example.com" in str(source_words("https://updates.example.com"))


@pytest.mark.parametrize("why", list(Why))
def test_every_failure_has_a_sentence(why: Why) -> None:
    """With the version and the reason."""
    words = str(failure_words(Outcome(Result.FAILED, "9.0.0", VERSION, LOOKED, why, 3)))
    assert words.startswith("Front Desk 9.0.0 ")
    assert "{" not in words


def test_a_start_tells_what_an_update_has_done() -> None:
    """Updated, gone back, replaced by hand, failed, or nothing."""
    back = Outcome(Result.WENT_BACK, VERSION, "9.0.0", LOOKED)
    failed = Outcome(Result.FAILED, "9.0.0", VERSION, LOOKED, Why.IN_USE)
    assert str(news_words("0.0.1", None, asked=True).text) == f"Updated to Front Desk {VERSION}."
    told = news_words("9.0.0", back, asked=False)
    assert "didn't start on this PC" in str(told.text)
    assert not told.good
    assert str(news_words("9.0.0", None, asked=False).text) == f"Back to Front Desk {VERSION}."
    assert "another account" in str(news_words("", failed, asked=True).text)
    assert str(news_words("", None, asked=True).text) == "The update wasn't installed."
    assert not news_words("", failed, asked=False).text


def test_the_page_has_a_line_for_what_went_wrong_only() -> None:
    """Not for an update that went well."""
    assert not outcome_words(None)
    assert not outcome_words(Outcome(Result.UPDATED, VERSION, "0.0.1", LOOKED))
    assert outcome_words(Outcome(Result.WENT_BACK, VERSION, "9.0.0", LOOKED))
