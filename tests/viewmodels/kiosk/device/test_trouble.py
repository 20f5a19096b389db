from __future__ import annotations

import pytest

from app.api import errors
from app.api.hub.link import HubRefused
from app.viewmodels.kiosk.device.trouble import is_revoked, words_for


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (errors.Unreachable("x"), "hub is running"),
        (errors.TimedOut("x"), "firewall"),
        (errors.UntrustedServer("x"), "certificate"),
        (errors.NoHttps("x"), "port"),
        (errors.ConnectionLost("x"), "network"),
        (HubRefused("unknown device", 401), "Pair it again"),
        (HubRefused("no code", 403), "Make a new one"),
        (HubRefused("slow down", 429), "too many"),
        (HubRefused("failed", 500), "log"),
        (errors.EmptyAnswer("x"), "same version"),
        (HubRefused("strange", 400), "same version"),
    ],
)
def test_every_failure_says_what_to_do(failure: errors.ApiError | HubRefused, words: str) -> None:
    """IT reads at the kiosk what is wrong and where to look."""
    assert words in str(words_for(failure))


def test_a_working_connection_has_no_words() -> None:
    """Nothing is wrong."""
    assert str(words_for(None)) == ""


def test_only_an_unknown_device_is_revoked() -> None:
    """Other refusals pass."""
    assert is_revoked(HubRefused("unknown device", 401))
    assert not is_revoked(HubRefused("wrong code", 403))
    assert not is_revoked(errors.Unreachable("x"))
    assert not is_revoked(None)
