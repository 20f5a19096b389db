"""What an answer of the hub itself, in place of the office's, means for a request that it was to pass on."""

from __future__ import annotations

from app.api import errors
from app.api.answers import explanation_of, misread
from app.api.request import Request
from app.api.retry import retry_after
from app.api.transport import Answer
from app.wire.hub.passing import Trouble

_KINDS: dict[str, type[errors.ApiError]] = {
    Trouble.NOT_SENT: errors.OfficeOffline,
    Trouble.UNKNOWN: errors.ConnectionLost,
    Trouble.REVOKED: errors.DeviceRevoked,
    Trouble.KEY: errors.KeyRefused,
    Trouble.NO_RIGHT: errors.RightMissing,
    Trouble.TWIN: errors.TwinRefused,
}


def hub_failure(request: Request, answer: Answer, said: str) -> errors.ApiError:
    """The error. What a newer hub says, and this version doesn't know, counts as a failure of the server."""
    if said == Trouble.BUSY:
        return errors.TooManyRequests(request.method, retry_after=retry_after(answer.headers))
    if said == Trouble.OVER_LIMIT:
        return misread(request.method, errors.OverLimit, answer.status, reads=request.reads)
    kind = _KINDS.get(said, errors.ServerFault if request.reads else errors.ConnectionLost)
    return kind(request.method, explanation=explanation_of(answer.body), status=answer.status)
