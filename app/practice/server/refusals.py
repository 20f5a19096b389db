"""Refusals: a status and Open Dental's explanation, a text for people."""

from __future__ import annotations


class Refusal(Exception):
    """Why a request is refused. `explanation` may be shown: it names fields, never people."""

    status = 400

    def __init__(self, explanation: str, *, retry_after: int | None = None) -> None:
        super().__init__(explanation)
        self.explanation = explanation
        self.retry_after = retry_after
        """Seconds to wait before the next attempt, on a 429."""


class BadRequest(Refusal):
    """400: a field or a header is wrong, or the office's version is too low."""


class Unauthorized(Refusal):
    """401: a bad key, a missing permission, or a query that would change something."""

    status = 401


class NotFound(Refusal):
    """404: no such row, or no such resource."""

    status = 404


class Gone(Refusal):
    """410: the method is deprecated."""

    status = 410


class TooMany(Refusal):
    """429: too many requests are queued."""

    status = 429


class TookTooLong(Refusal):
    """504: over 60 seconds."""

    status = 504
