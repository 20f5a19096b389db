"""All errors between this program and an office, typed by cause.

ApiError
├── NotSent                 nothing left this PC, or nothing arrived: safe to send again
│   ├── Unreachable         no connection: server down, wrong address, no network
│   │   ├── HubUnreachable  in mode Hub: no connection to the hub
│   │   ├── OfficeOffline   the hub answers, and could not reach the office
│   │   └── WrongSetup      no connection until a setting is changed, so it is not retried
│   │       ├── UnusableProxy      the PC's proxy is of an unsupported kind, or requires a password
│   │       ├── UntrustedServer    the server's certificate is not trusted: self-signed, expired, another name
│   │       │   ├── OtherHub       the hub has another certificate than the one that was pinned at pairing
│   │       │   └── FalseHub       what answered at pairing doesn't know the code
│   │       ├── DeviceRevoked      the hub doesn't know this PC any more
│   │       ├── NoHttps            https was used for a server that speaks plain http
│   │       └── HttpsOnly          plain http was used for a server that speaks https
│   └── Canceled            the screen was left before the request was sent
├── Lost                    sent, outcome unknown
│   ├── TimedOut            no answer within our timeout
│   ├── ConnectionLost      the connection broke after the request was sent
│   ├── GatewayTimeout      504: Open Dental gave up after 60 seconds; a write may still happen
│   └── Unconfirmed         a WRITE's answer differs from its documentation; `answer` says how (an Unreadable)
├── Refused                 the office refused; its explanation is kept
│   ├── FieldError          this client: an argument is missing or invalid, so nothing was sent
│   ├── BadRequest          400: a field, a header, or an office that is too old for the method
│   ├── KeyRefused          401: the key is unknown or disabled
│   ├── PermissionMissing   401: the key is valid but lacks the permission (`permission` if known)
│   ├── RightMissing        the hub refuses it: the person at this desk may not do it
│   ├── TwinRefused         the hub refuses what another desk has just posted, or is posting
│   ├── NotFound            404: no such row, no such resource
│   ├── Gone                410: the method is deprecated
│   └── TooManyRequests     429: `retry_after` seconds
├── ServerFault             5xx: the office's server failed
└── Unreadable              a READ's answer differs from its documentation
    ├── NotTheOffice        a proxy or sign-in page answered instead of the office
    ├── EmptyAnswer         nothing, where the method documents a row or a list
    ├── OtherRow            the row of another key than the requested one: the connection is out of sync
    └── OverLimit           larger than any answer of an office
        ├── TooManyBytes    in one answer
        ├── TooManyRows     in one page
        ├── TooManyPages    in one list
        ├── TooDeep         nested values
        ├── TooManyDigits   in a number
        └── UnaskedEncoding compressed in a way that was not requested, so its size is unknown

Only the documented answer is a success: a 200, 201 or 204 whose Content-Type is JSON (or missing), and whose
body has the method's shape (`documented.py`). Anything else is Unreadable or one of its subclasses after a
read. After a write it is always Unconfirmed, because the write may have been done: the outbox must read the
row back before it reports success, and must not send the write again.

`str(error)` ends with the explanation, which may quote patient data. This program's log gets `for_log` instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.wire.permissions import Permission
from app.wire.strict import FieldError as WireFieldError

if TYPE_CHECKING:  # it needs these errors itself
    from app.api.transport import Answer


class ApiError(Exception):
    """The base class. `method` is an endpoint's name ("Appointments.confirm"), `explanation` Open Dental's text."""

    def __init__(self, method: str, *, explanation: str = "", status: int | None = None) -> None:
        code = f" ({status})" if status else ""
        self.for_log = f"{type(self).__name__} in {method}{code}"  # words: for the log
        """What happened, without the explanation."""
        # Not `super`: another base of a subclass takes other arguments.
        Exception.__init__(self, self.for_log)
        self.method = method
        self.explanation = explanation
        self.status = status
        self.reads = False
        """Whether it is known that the request changes nothing; the broker sets it."""
        self.answer_as_sent: Answer | None = None
        """The answer that this was made of, for the hub, which passes it on."""

    def __str__(self) -> str:
        return f"{self.for_log}: {self.explanation}" if self.explanation else self.for_log

    def __reduce__(self) -> tuple[Any, ...]:
        """As a copy, in this process or another: `__init__` takes other arguments than `args`."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class NotSent(ApiError):
    """Nothing left this PC, or nothing arrived."""


class Unreachable(NotSent):
    """No connection to the office could be made."""

    server = ""
    """Its address without a path, if the request was about to go there."""

    def __str__(self) -> str:
        place = f" at {self.server}" if self.server else ""  # words: for programmers
        return f"{super().__str__()}{place}"


class HubUnreachable(Unreachable):
    """No connection to the office's hub could be made."""


class OfficeOffline(Unreachable):
    """The hub answered: it could not reach the office, and sent nothing."""


class WrongSetup(Unreachable):
    """No connection is possible until a setting is changed, on this PC, on the page or on the server."""


class UnusableProxy(WrongSetup):
    """This PC's settings name a proxy that is of an unsupported kind or requires a password."""


class UntrustedServer(WrongSetup):
    """This PC doesn't trust the server's certificate. Nothing was sent, so neither were the keys."""


class OtherHub(UntrustedServer):
    """The hub has another certificate than the one that was pinned when this device was paired."""


class FalseHub(UntrustedServer):
    """What answered at pairing doesn't know the code: it isn't the office's hub. It was sent nothing that helps it."""


class DeviceRevoked(WrongSetup):
    """The hub doesn't know this device any more, and passed nothing on: writes wait until it is paired again."""


class NoHttps(WrongSetup):
    """https was used for a server that speaks plain http."""


class HttpsOnly(WrongSetup):
    """Plain http was used for a server that speaks https."""


class Canceled(NotSent):
    """The caller was canceled before the request was sent."""


class Lost(ApiError):
    """Sent, outcome unknown."""


class TimedOut(Lost):
    """No answer within our timeout."""


class ConnectionLost(Lost):
    """The connection broke after the request was sent."""


class GatewayTimeout(Lost):
    """504: Open Dental gave up after 60 seconds."""


class Unconfirmed(Lost):
    """A write's answer differs from its documentation, so it may or may not have been done."""

    def __init__(self, answer: Unreadable) -> None:
        """`answer`: the error that a read would have raised for it."""
        super().__init__(answer.method, explanation=answer.explanation, status=answer.status)
        self.answer = answer


class Refused(ApiError):
    """The office refused."""


class BadRequest(Refused):
    """400: a field is wrong, or the office's version is too low."""


class KeyRefused(Refused):
    """401: the key is unknown or disabled."""


class FieldError(Refused, WireFieldError):
    """An argument of a method is missing, unknown or invalid: `name` says which, `words` why. Nothing was sent."""

    def __init__(self, method: str, name: str, words: str) -> None:
        super().__init__(method, explanation=f"{name} {words}")
        self.name = name
        self.words = words


class RightMissing(Refused):
    """The hub refused: the person at this desk may not do it."""


class TwinRefused(Refused):
    """The hub refused money: another desk has just posted the same, or is posting it."""


class PermissionMissing(Refused):
    """401: the key lacks a permission."""

    def __init__(
        self, method: str, *, permission: Permission | None, explanation: str = "", status: int | None = 401
    ) -> None:
        super().__init__(method, explanation=explanation, status=status)
        self.permission = permission


class NotFound(Refused):
    """404: no such row, or no such resource."""


class Gone(Refused):
    """410: the method is deprecated."""


class TooManyRequests(Refused):
    """429: too many requests are queued; retry after `retry_after` seconds."""

    def __init__(self, method: str, *, retry_after: float, explanation: str = "") -> None:
        super().__init__(method, explanation=explanation, status=429)
        self.retry_after = retry_after


class ServerFault(ApiError):
    """5xx other than 504: the office's server failed."""


class Unreadable(ApiError):
    """An answer that differs from the method's documentation."""


class NotTheOffice(Unreadable):
    """A proxy, a web filter or a sign-in page answered instead of the office."""


class EmptyAnswer(Unreadable):
    """An empty answer where the method documents a row or a list."""


class OtherRow(Unreadable):
    """The row of another key than the requested one: the connection is out of sync and is dropped."""


class OverLimit(Unreadable):
    """An answer larger than any of an office."""


class TooManyBytes(OverLimit):
    """One answer has too many bytes."""


class TooManyRows(OverLimit):
    """One page has too many rows, or values."""


class TooManyPages(OverLimit):
    """One list has too many pages."""


class TooDeep(OverLimit):
    """Values are nested too deeply."""


class TooManyDigits(OverLimit):
    """A number has more digits than a database stores."""


class UnaskedEncoding(OverLimit):
    """An answer is compressed in a way that was not requested."""
