"""Messages and exit codes of `call` for failures: what happened, what it means, what to do."""
# words: the terminal's

from __future__ import annotations

from math import ceil
from urllib.parse import urlsplit

from app.api import errors
from app.api.keys import Credentials
from app.api.modes import Mode, OfficeAddress
from app.bootstrap.hub.sources import CUSTOMER_KEY, DEVELOPER, OFFICE

DONE, REFUSED, NOT_VALID, NOT_SENT, UNKNOWN, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""The exit codes."""
PERHAPS = "It may have been done. Read the record before you send it again."
NOTHING_CHANGED = "Nothing was changed. Try again."
SECRET_LENGTH = 8
"""Shorter texts are not keys, and may be parts of words."""

_REACH = {
    Mode.SERVICE: "Check the address, that the Open Dental API Service runs there, and the firewall.",
    Mode.LOCAL: "Start Open Dental on this PC and log on.",
    Mode.REMOTE: "Check this PC's internet connection.",
    Mode.HUB: "Check that the PC with the hub is on, and that the hub runs there.",
}
_SETUP: tuple[tuple[type[errors.WrongSetup], str], ...] = (
    (
        errors.UnusableProxy,
        "This PC's proxy can't be used: it is a SOCKS proxy, or it asks for a password. Use another one.",
    ),
    (
        errors.OtherHub,
        (
            "{server} isn't the hub this PC was paired with. If the hub was set up again, pair this PC again in Front "
            "Desk. If not, tell your IT support."
        ),
    ),
    (
        errors.UntrustedServer,
        "This PC doesn't trust the certificate of {server}. Install it, or its authority, on this PC.",
    ),
    (errors.DeviceRevoked, "The hub doesn't know this PC any more. Pair it again in Front Desk."),
    (errors.NoHttps, "{server} doesn't use https. Put http:// in front of its address."),
    (errors.HttpsOnly, "{server} uses https. Put https:// in front of its address."),
)

_NO_RIGHT = (
    "it needs a right of the person signed in at a desk, and nobody is signed in for a call. Do it in Front Desk; "
    f"or set {OFFICE}, {DEVELOPER} and {CUSTOMER_KEY} to call the office without the hub."
)
_TWIN = "another desk has just posted the same. Read it before you post it again."


class CallFailed(Exception):
    """A call failed. The text is for the terminal, `code` is the exit code."""

    def __init__(self, error: errors.ApiError, address: OfficeAddress, keys: Credentials) -> None:
        words = words_of(error, address)
        for secret in keys.hidden:  # an office may quote what it refuses
            words = words.replace(secret, "…") if len(secret) >= SECRET_LENGTH else words
        super().__init__(words)
        self.code = code_of(error)


def code_of(error: errors.ApiError) -> int:
    """The exit code for a failure."""
    if isinstance(error, errors.FieldError):
        return NOT_VALID
    if isinstance(error, errors.NotSent):
        return NOT_SENT
    return REFUSED if isinstance(error, errors.Refused) else UNKNOWN


def words_of(error: errors.ApiError, address: OfficeAddress) -> str:
    """What happened, what it means and what to do, for the terminal."""
    if isinstance(error, errors.NotSent):
        return f"{_not_sent(error, address)} Nothing was sent."
    if isinstance(error, errors.Refused):
        return _refused(error, address)
    return f"{_unknown(error, address)} {NOTHING_CHANGED if error.reads else PERHAPS}"


def _not_sent(error: errors.NotSent, address: OfficeAddress) -> str:
    server = _server(address)
    for kind, words in _SETUP:
        if isinstance(error, kind):
            return words.format(server=server)
    if isinstance(error, errors.OfficeOffline):
        return f"The hub at {server} can't reach the office. Try again later."
    if isinstance(error, errors.Canceled):
        return "The call was canceled."
    if error.explanation:  # Open Dental's servers answer for an office that they can't reach
        return f"{server} can't reach the office: {_said(error)}"
    return f"Can't reach {server}. {_REACH.get(address.mode, '')}"


def _refused(error: errors.Refused, address: OfficeAddress) -> str:
    if isinstance(error, errors.FieldError):
        return f"{error.method}: {_said(error)} Nothing was sent."
    if isinstance(error, errors.RightMissing | errors.TwinRefused):
        return f"The hub refused {_call(error)}: {_NO_RIGHT if isinstance(error, errors.RightMissing) else _TWIN}"
    if isinstance(error, errors.TooManyRequests):
        seconds = max(1, ceil(error.retry_after))
        wait = "Try again in a second." if seconds == 1 else f"Try again in {seconds} seconds."
        return f"{_server(address)} accepts no more requests right now (429). {wait}"
    refused = f"The office refused {_call(error)}: {_said(error)}"
    if isinstance(error, errors.PermissionMissing) and error.permission is not None:
        return f"{refused} The key needs the permission Api{error.permission}."
    return f"{refused} {_about_keys(address)}" if isinstance(error, errors.KeyRefused) else refused


def _about_keys(address: OfficeAddress) -> str:
    if address.mode is Mode.HUB:
        return "Check the office's keys on the PC with the hub."
    return "Check both keys. In Open Dental the key must be enabled: Setup, Advanced Setup, API."


def _unknown(error: errors.ApiError, address: OfficeAddress) -> str:
    server, wrong = _server(address), error
    if isinstance(error, errors.Unconfirmed):
        wrong = error.answer
    if isinstance(wrong, errors.NotTheOffice):
        return (
            f"{server} answered {_call(wrong)} with something other than Open Dental's answer, such as a proxy's page. "
            "Check the address."
        )
    if isinstance(wrong, errors.Unreadable):
        why = f"it isn't as documented ({type(wrong).__name__})"
        return f"The answer of {server} to {_call(wrong)} can't be read: {why}."
    if isinstance(wrong, errors.TimedOut | errors.GatewayTimeout):
        return f"{server} didn't answer {_call(wrong)} in time."
    if isinstance(wrong, errors.Lost):
        return f"The connection to {server} was lost before it had answered {_call(wrong)}."
    return f"{server} failed in {_call(wrong)}: {_said(wrong)}"


def _call(error: errors.ApiError) -> str:
    return f"{error.method} ({error.status})" if error.status else error.method


def _said(error: errors.ApiError) -> str:
    """The explanation as a sentence, without what a terminal would take for a command."""
    text = "".join(each if each.isprintable() else " " for each in error.explanation).strip()
    if not text:
        return "it doesn't say why."
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _server(address: OfficeAddress) -> str:
    return urlsplit(address.base_url).netloc.rpartition("@")[2]
