"""What `call` says of a failure: what happened, what it means, what to do; once, and without a key."""

from __future__ import annotations

import pytest

from app.api import errors
from app.api.hub.access import HubAccess
from app.api.keys import Keys
from app.api.modes import Mode, OfficeAddress, hub_address, service_address
from app.bootstrap.calling.words import NOT_SENT, REFUSED, UNKNOWN, CallFailed, code_of, words_of
from app.wire.permissions import Permission

OFFICE, HUB = service_address("SERVER"), hub_address("10.0.0.5")
REMOTE, LOCAL = OfficeAddress.standard(Mode.REMOTE), OfficeAddress.standard(Mode.LOCAL)
GET, PUT = "Providers.list", "Commlogs.update"


def all_kinds(base: type[errors.ApiError] = errors.ApiError) -> list[type[errors.ApiError]]:
    """The errors without errors below them."""
    below = base.__subclasses__()
    return [each for kind in below for each in all_kinds(kind)] if below else [base]


def made(kind: type[errors.ApiError], explanation: str = "") -> errors.ApiError:
    """An error of this kind."""
    if kind is errors.Unconfirmed:
        return errors.Unconfirmed(errors.EmptyAnswer(PUT, status=200))
    if kind is errors.FieldError:
        return errors.FieldError(PUT, "Note", "is invalid.")
    if kind is errors.PermissionMissing:
        return errors.PermissionMissing(PUT, permission=Permission.COMM, explanation=explanation)
    if kind is errors.TooManyRequests:
        return errors.TooManyRequests(PUT, retry_after=2.0, explanation=explanation)
    return kind(PUT, explanation=explanation)


@pytest.mark.parametrize("address", [OFFICE, HUB, REMOTE, LOCAL])
def test_every_error(address: OfficeAddress) -> None:
    """Of each it is plain whether something may have been done; none is named twice, or by its class alone."""
    for kind in all_kinds():
        error = made(kind)
        words = words_of(error, address)
        assert words.endswith((".", "!", "?")), words
        assert words.count(PUT) <= 1, words
        assert kind.__name__ not in words or issubclass(kind, errors.Unreadable), words
        code = code_of(error)
        assert ("Nothing was sent." in words) is (code == NOT_SENT or kind is errors.FieldError), words
        assert ("It may have been done." in words) is (code == UNKNOWN), words
        error.reads = True
        if code == UNKNOWN:
            assert words_of(error, address).endswith("Nothing was changed. Try again.")


@pytest.mark.parametrize(
    ("error", "address", "words"),
    [
        (
            errors.Unreachable(GET),
            OFFICE,
            (
                "Can't reach SERVER:30223. Check the address, that the Open Dental API Service runs there, and the "
                "firewall. Nothing was sent."
            ),
        ),
        (
            errors.Unreachable(GET, explanation="The eConnector is not running", status=400),
            REMOTE,
            "api.opendental.com can't reach the office: The eConnector is not running. Nothing was sent.",
        ),
        (
            errors.KeyRefused(GET, explanation="The customer key is not known.", status=401),
            OFFICE,
            (
                "The office refused Providers.list (401): The customer key is not known. Check both keys. In "
                "Open Dental the key must be enabled: Setup, Advanced Setup, API."
            ),
        ),
        (
            errors.KeyRefused(GET, status=403),
            HUB,
            (
                "The office refused Providers.list (403): it doesn't say why. Check the office's keys on the PC with "
                "the hub."
            ),
        ),
        (
            errors.PermissionMissing(PUT, permission=Permission.COMM),
            OFFICE,
            "The office refused Commlogs.update (401): it doesn't say why. The key needs the permission ApiComm.",
        ),
        (
            errors.TooManyRequests(GET, retry_after=4.6),
            HUB,
            "10.0.0.5:30224 accepts no more requests right now (429). Try again in 5 seconds.",
        ),
        (
            errors.TooManyRequests(GET, retry_after=0.4),
            OFFICE,
            "SERVER:30223 accepts no more requests right now (429). Try again in a second.",
        ),
        (
            errors.Unconfirmed(errors.NotTheOffice(PUT, status=200)),
            OFFICE,
            (
                "SERVER:30223 answered Commlogs.update (200) with something other than Open Dental's answer, such as a "
                "proxy's page. Check the address. It may have been done. Read the record before you send it again."
            ),
        ),
    ],
)
def test_in_words(error: errors.ApiError, address: OfficeAddress, words: str) -> None:
    """Examples, as the terminal shows them."""
    assert words_of(error, address) == words


def test_no_key_is_shown() -> None:
    """An office that quotes the keys, or what a terminal takes for a command, is shown without them."""
    said = "No customer-secret of developer-secret\x1b[2J\nsorry"
    refused = errors.KeyRefused(GET, explanation=said, status=401)
    failed = CallFailed(refused, OFFICE, Keys("developer-secret", "customer-secret"))
    assert str(failed).startswith("The office refused Providers.list (401): No … of … [2J sorry. ")
    assert failed.code == REFUSED
    access = HubAccess("token-of-a-pc", "", 1, "secret-of-a-pc")
    quoted = errors.ServerFault(GET, explanation="token-of-a-pc, secret-of-a-pc")
    assert ": …, …." in str(CallFailed(quoted, HUB, access))
