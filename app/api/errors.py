"""Everything that can go wrong between this program and an office, typed by cause.

ApiError
├── NotSent                 nothing left this computer, or nothing arrived: safe to send again
│   ├── Unreachable         no connection: server down, wrong address, no network
│   │   └── WrongSetup      none before a setting is changed, so it is not tried again by itself
│   │       ├── UnusableProxy      the PC's proxy is of a kind that cannot be used, or wants a password
│   │       ├── UntrustedServer    the server's certificate is not trusted: self-signed, expired, another name
│   │       ├── NoHttps            https was asked of a server that speaks plain http
│   │       └── HttpsOnly          plain http was asked of a server that speaks https
│   └── Cancelled           the screen that asked was left before the request went out
├── Lost                    sent, and nobody knows whether it was done
│   ├── TimedOut            no answer within our own patience
│   ├── ConnectionLost      the connection broke after the request was sent
│   ├── GatewayTimeout      504: Open Dental gave up after 60 seconds; a write may still happen
│   └── Unconfirmed         a WRITE's answer is not what its method documents; `answer` says how (an Unreadable)
├── Refused                 the office answered no; its explanation is kept
│   ├── BadRequest          400: a field, a header, or an office that is too old for the method
│   ├── KeyRefused          401: the key is unknown or disabled
│   ├── PermissionMissing   401: the key is good but lacks the permission (`permission` where it is known)
│   ├── NotFound            404: no such row, no such resource
│   ├── Gone                410: the method is deprecated
│   └── TooManyRequests     429: `retry_after` seconds
├── ServerFault             5xx: the office's server failed
└── Unreadable              a READ's answer is not what its method documents
    ├── NotTheOffice        a proxy or sign-in page answered instead of the office
    ├── EmptyAnswer         nothing, where the method documents a row or a list
    ├── OtherRow            the row of another key than the one asked for: the connection is out of step
    └── OverLimit           larger than any answer of an office
        ├── TooManyBytes    in one answer
        ├── TooManyRows     in one page
        ├── TooManyPages    in one list
        ├── TooDeep         values inside values
        ├── TooManyDigits   in a number
        └── UnaskedEncoding compressed in a way that was not asked for, so that nobody knows how large it is

Only the documented answer is a success: a 200, 201 or 204 whose Content-Type is JSON (or that states none), and
whose body has the method's shape (`documented.py`). Anything else is Unreadable or one of its kinds after a read.
After a write it is always Unconfirmed, because the write may have been done: the outbox must read the row back
before it says that it was done, and must not send the write again.

No message holds patient data: explanations are kept apart in `explanation`, shown to people and never logged.
"""

from __future__ import annotations

from app.wire.permissions import Permission


class ApiError(Exception):
    """The root. `method` is an endpoint's name ("Appointments.confirm"), `explanation` Open Dental's text."""

    def __init__(self, method: str, *, explanation: str = "", status: int | None = None) -> None:
        super().__init__(
            f"{type(self).__name__} in {method}" + (f" ({status})" if status else "")
        )  # words: for the log
        self.method = method
        self.explanation = explanation
        self.status = status


class NotSent(ApiError):
    """Nothing left this computer, or nothing arrived."""


class Unreachable(NotSent):
    """No connection to the office could be made."""


class WrongSetup(Unreachable):
    """No connection is possible before a setting is changed, on this PC, on the page or on the server."""


class UnusableProxy(WrongSetup):
    """This PC's settings name a proxy of a kind that cannot be used, or one that wants a password."""


class UntrustedServer(WrongSetup):
    """This PC does not trust the server's certificate. Nothing was sent, the keys least of all."""


class NoHttps(WrongSetup):
    """https was asked of a server that speaks plain http."""


class HttpsOnly(WrongSetup):
    """Plain http was asked of a server that speaks https."""


class Cancelled(NotSent):
    """The one who asked went away before the request went out."""


class Lost(ApiError):
    """Sent, and nobody knows whether it was done."""


class TimedOut(Lost):
    """No answer within our own patience."""


class ConnectionLost(Lost):
    """The connection broke after the request was sent."""


class GatewayTimeout(Lost):
    """504: Open Dental gave up after 60 seconds."""


class Unconfirmed(Lost):
    """A write's answer is not what its method documents, so it may or may not have been done."""

    def __init__(self, answer: Unreadable) -> None:
        """`answer`: what is wrong with it, as a read would have raised it."""
        super().__init__(answer.method, explanation=answer.explanation, status=answer.status)
        self.answer = answer


class Refused(ApiError):
    """The office answered no."""


class BadRequest(Refused):
    """400: a field is wrong, or the office's version is too low."""


class KeyRefused(Refused):
    """401: the key is unknown or disabled."""


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
    """429: too many requests are queued; wait `retry_after` seconds."""

    def __init__(self, method: str, *, retry_after: float, explanation: str = "") -> None:
        super().__init__(method, explanation=explanation, status=429)
        self.retry_after = retry_after


class ServerFault(ApiError):
    """5xx other than 504: the office's server failed."""


class Unreadable(ApiError):
    """An answer that is not what its method documents."""


class NotTheOffice(Unreadable):
    """A proxy, a web filter or a sign-in page answered instead of the office."""


class EmptyAnswer(Unreadable):
    """An empty answer where the method documents a row or a list."""


class OtherRow(Unreadable):
    """The row of another key than the one asked for: the connection is out of step, and is given up."""


class OverLimit(Unreadable):
    """An answer that is larger than any of an office."""


class TooManyBytes(OverLimit):
    """One answer has too many bytes."""


class TooManyRows(OverLimit):
    """One page has too many rows, or values."""


class TooManyPages(OverLimit):
    """One list has too many pages."""


class TooDeep(OverLimit):
    """Too many values stand inside each other."""


class TooManyDigits(OverLimit):
    """A number has more digits than a database keeps."""


class UnaskedEncoding(OverLimit):
    """An answer is compressed in a way that was not asked for."""
