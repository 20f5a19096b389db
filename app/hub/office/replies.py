"""What a desk is answered: the office's own answer byte for byte, or what the hub says in its place."""

from __future__ import annotations

import math

from msgspec import Struct
from starlette.types import Send

from app.api import errors
from app.api.transport import Answer
from app.core.answers import write_body
from app.wire.hub import passing
from app.wire.hub.passing import Trouble

PASSED_HEADERS = ("content-type", "location", "retry-after")
PLAIN_TEXT = "text/plain; charset=utf-8"

_STATUSES = {
    Trouble.NOT_SENT: 503,
    Trouble.UNKNOWN: 504,
    Trouble.REVOKED: 401,
    Trouble.KEY: 403,
    Trouble.NO_RIGHT: 403,
    Trouble.TWIN: 409,
    Trouble.BUSY: 429,
    Trouble.OVER_LIMIT: 502,
}


class Reply(Struct, frozen=True):
    """One answer to a desk."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    def with_header(self, name: str, value: str) -> Reply:
        """With one header more."""
        return Reply(self.status, (*self.headers, (name, value)), self.body)

    async def write(self, send: Send) -> None:
        """Send the whole answer."""
        headers = [(b"content-length", b"%d" % len(self.body))]
        headers += [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self.headers]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await write_body(send, self.body)


def passed(answer: Answer, age: float = 0.0) -> Reply:
    """The office's answer; `age` in seconds if the hub had kept it."""
    headers = [(name, answer.headers[name]) for name in PASSED_HEADERS if name in answer.headers]
    if age:
        headers.append((passing.AGE, f"{math.ceil(age)}"))
    return Reply(answer.status, tuple(headers), answer.body)


def troubled(trouble: Trouble, words: str = "", *, retry_after: float = 0.0) -> Reply:
    """What the hub says itself. `words` is for people, and names nobody."""
    headers = [(passing.TROUBLE, trouble.value)]
    if words:
        headers.append(("content-type", PLAIN_TEXT))
    if retry_after:
        headers.append(("retry-after", f"{math.ceil(retry_after)}"))
    return Reply(_STATUSES[trouble], tuple(headers), words.encode())


def refused(status: int, words: str) -> Reply:
    """A request that is not as declared, refused as the office refuses it."""
    return Reply(status, (("content-type", PLAIN_TEXT),), words.encode())


def failed(error: errors.ApiError) -> Reply:
    """What a failure means for the desk.

    What the office answered is passed on, whatever it is: the desk judges it by the same rules. Only a refused key is
    the hub's own matter.
    """
    if isinstance(error, errors.KeyRefused):
        return troubled(Trouble.KEY, error.explanation)
    if error.answer_as_sent is not None:
        return passed(error.answer_as_sent)
    if isinstance(error, errors.NotSent):
        return troubled(Trouble.NOT_SENT)
    if isinstance(error, errors.OverLimit):
        return troubled(Trouble.OVER_LIMIT)
    return troubled(Trouble.UNKNOWN)
