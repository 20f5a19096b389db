"""Why a hub can't be used, in words."""

from __future__ import annotations

from app.api import errors
from app.api.hub.link import HubRefused, OtherKind
from app.core.text import NO_TEXT, Text, join, msg
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr
from app.wire.hub.actions import HUB_PORT

NO_CODE = msg(
    "Enter the pairing code. A desk that is connected shows one: File, Office hub, Pair a new device."
)
NOT_A_CODE = msg("A pairing code has 8 letters and digits, without 0, 1, I and O.")
NO_ADDRESS = msg("Choose the office hub, or enter the name or address of the PC it runs on.")
CHECKS = msg(
    "Check that its PC is on, that the office hub runs there, and that its firewall allows port {port}.",
    port=HUB_PORT,
)

_REFUSED = {
    "no code": msg(
        "The office hub is not waiting for a new device. Get a new code on a desk that is connected."
    ),
    "wrong code": msg("That isn't the code. Check each letter; after three tries it stops working."),
    "code used up": msg("That code was tried too often and no longer works. Get a new one."),
    "too many tries": msg("Too many wrong codes came from this PC. Wait ten minutes, then get a new code."),
    "unknown device": msg("The office hub doesn't know this PC any more. Pair it again with a new code."),
    "too fast": msg("The office hub is busy. Try again in a minute."),
}
"""By the hub's own word."""
_OTHER_REFUSAL = msg("The office hub refused this. Get a new code and try again.")
_FALSE = msg(
    "What answers there is not the office hub that this PC knows, or it doesn't know the code. Nothing was sent. "
    "If the hub was set up anew, pair this PC again with a new code; else ask your IT support."
)
_OTHER_PROGRAM = msg("The program that answers there isn't an office hub. Check the address.")

_KINDS: dict[type[Exception], Text] = {
    errors.UntrustedServer: _FALSE,
    errors.NoHttps: _OTHER_PROGRAM,
    errors.NotTheOffice: _OTHER_PROGRAM,
    errors.OfficeOffline: msg(
        "The office hub answers, but it can't reach Open Dental's server. Check that the server is on."
    ),
    errors.DeviceRevoked: _REFUSED["unknown device"],
    errors.ServerFault: msg("The office hub can't reach its database. Ask your IT support to look at it."),
    OtherKind: msg(
        "This code is for a check-in PC. Get one for a desk: File, Office hub, Pair a new device."
    ),
    ValueError: NOT_A_CODE,
}


def remove_question(name: str) -> str:
    """Before a device is removed."""
    return tr("Remove {name}? It is refused at once. To come back it has to be paired again.", name=name)


def hub_words(error: Exception, server: str) -> str:
    """Why the hub at this address can't be used, and what to do."""
    return tr(_words(error, server)) or explain(error).sentence


def _words(error: Exception, server: str) -> Text:
    if isinstance(error, HubRefused):
        return _REFUSED.get(error.code, _OTHER_REFUSAL)
    if (
        words := next((words for kind, words in _KINDS.items() if isinstance(error, kind)), None)
    ) is not None:
        return words
    if isinstance(error, errors.Unreachable):
        return join([msg("Can't reach an office hub at {server}.", server=server), CHECKS])
    if isinstance(error, errors.TimedOut):
        return join([msg("{server} didn't answer in time.", server=server), CHECKS])
    return NO_TEXT
