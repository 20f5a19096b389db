"""Why the hub can't be reached, in words for the office's IT."""

from __future__ import annotations

from app.api import errors
from app.api.hub.link import HubRefused
from app.core.text import NO_TEXT, Text, msg

UNKNOWN_DEVICE, TOO_MANY, FAULT = 401, 429, 500
_OTHER = msg("The hub's answer can't be used. Check that the hub and this kiosk have the same version.")
_WORDS: dict[type[errors.ApiError], Text] = {
    errors.UntrustedServer: msg(
        "Another certificate answers than the one this kiosk was paired with. If the hub was installed again, "
        "pair this kiosk again. If not, something stands between this kiosk and the hub."
    ),
    errors.NoHttps: msg("Something else answers at the hub's address. Check the address and the port."),
    errors.UnusableProxy: msg("This PC's proxy can't be used for the hub. Except the hub's address from it."),
    errors.TimedOut: msg(
        "The hub doesn't answer in time. A firewall may be in the way, or the hub's PC is very busy."
    ),
    errors.ConnectionLost: msg("The connection to the hub breaks. Check the network."),
    errors.Unreachable: msg(
        "The hub can't be reached. Check that the hub is running, that its PC is on, that a firewall lets its port "
        "through, and that this kiosk is on the office's network."
    ),
    errors.NotTheOffice: msg(
        "Something else answers at the hub's address, such as a proxy or a sign-in page."
    ),
}

_REVOKED = msg("The hub doesn't accept this kiosk any more. Pair it again with a code from a desk.")
_CODES = {
    "no code": msg("No pairing code is open. Make a new one at a desk, under Kiosks."),
    "wrong code": msg("The code is wrong. Compare it with the one at the desk."),
    "code used up": msg("The code is used up after three tries. Make a new one at a desk, under Kiosks."),
}
"""The hub's words at pairing."""


def words_for(failure: errors.ApiError | HubRefused | None) -> Text:
    """What is wrong and what to do; empty: nothing is wrong."""
    if failure is None:
        return NO_TEXT
    if isinstance(failure, HubRefused):
        return _refused(failure)
    for kind in type(failure).__mro__:
        if kind in _WORDS:
            return _WORDS[kind]
    return _OTHER


def _refused(refusal: HubRefused) -> Text:
    if refusal.code in _CODES:
        return _CODES[refusal.code]
    if is_revoked(refusal):
        return _REVOKED
    if refusal.status == TOO_MANY:
        return msg("The hub gets too many messages from this kiosk. It goes on in a moment.")
    if refusal.status >= FAULT:
        return msg("The hub reports a failure of its own. Look at its log.")
    return _OTHER


def is_revoked(failure: errors.ApiError | HubRefused | None) -> bool:
    """Whether the hub knows this kiosk no more."""
    return isinstance(failure, HubRefused) and failure.status == UNKNOWN_DEVICE
