"""Why the hub can't be reached, in words for the office's IT."""

from __future__ import annotations

from app.api import errors
from app.core.text import Text, msg

_WORDS: dict[type[errors.ApiError], Text] = {
    errors.UntrustedServer: msg(
        "Another certificate answers than the one this kiosk was paired with. If the hub was installed again, pair this "
        "kiosk again. If not, something stands between this kiosk and the hub."
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
    errors.KeyRefused: msg("The hub doesn't accept this kiosk any more. Pair it again with a code from a desk."),
    errors.TooManyRequests: msg("The hub gets too many messages from this kiosk. It goes on in a moment."),
    errors.ServerFault: msg("The hub reports a failure of its own. Look at its log."),
    errors.NotTheOffice: msg("Something else answers at the hub's address, such as a proxy or a sign-in page."),
}


def words_for(failure: errors.ApiError | None) -> Text | None:
    """What is wrong and what to do; None: nothing is wrong."""
    if failure is None:
        return None
    for kind in type(failure).__mro__:
        if kind in _WORDS:
            return _WORDS[kind]
    return msg("The hub's answer can't be used. Check that the hub and this kiosk have the same version.")
