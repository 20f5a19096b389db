"""The line to one office: sends one request once, and says what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlsplit

from app.api import errors
from app.api.answers import failure_of, misread
from app.api.need import Need
from app.api.request import Request
from app.api.transport import Answer, Transport, TransportLost, TransportNotSent, TransportOverLimit

PATIENCE = 65.0
"""Seconds for one request and its answer, from the last part of a large body; Open Dental itself times out at 60."""
HUB_PATIENCE = 130.0
"""The same through a hub, where a request may wait for its turn before."""

Attempt = tuple[errors.ApiError | None, Answer | None]
"""The failure, None for a success; and the answer, if one came."""

Start = Callable[[float], Awaitable[None]]
"""Waits until a request may start; the next one may `interval` seconds later. Raises TransportNotSent."""


class Line:
    """`base_url` and `headers` are the same for all requests."""

    def __init__(
        self,
        transport: Transport,
        base_url: str,
        headers: Mapping[str, str],
        *,
        patience: float = PATIENCE,
        need_header: str = "",
    ) -> None:
        """`patience`: timeout in seconds for one request and its whole answer.

        `need_header` names the header that tells a hub who waits for an answer; empty: nobody is told.
        """
        self._transport = transport
        self._base_url = base_url
        self._headers = headers
        self._patience = patience
        self._need_header = need_header
        self.start: Start | None = None
        """Where several programs share one key: waits for a start that all of them keep."""

    @property
    def tells_need(self) -> bool:
        """Whether the other side orders the requests by need itself."""
        return bool(self._need_header)

    async def ask(self, request: Request, need: Need, interval: float = 0.0) -> Attempt:
        """Send a request, and judge what came back. `interval`: the key's, from one start to the next; 0: none."""
        if request.sending is not None and request.sending.is_stopped():
            return errors.Canceled(request.method), None
        try:
            if self.start is not None and interval:
                await self.start(interval)
                if request.sending is not None and request.sending.is_stopped():
                    return errors.Canceled(request.method), None
            answer = await self._transport.send(
                request.verb,
                self._base_url + request.target,
                self._headers_of(need),
                request.body,
                self._patience,
                request.sending,
            )
        except TransportNotSent as cause:
            return _caused(self._not_sent(request, cause), cause), None
        except TransportLost as cause:
            kind = errors.TimedOut if cause.timed_out else errors.ConnectionLost
            return _caused(kind(request.method), cause), None
        except TransportOverLimit as cause:
            return misread(request.method, cause.kind, cause.status, reads=request.reads), None
        failure = failure_of(request, answer)
        if failure is not None:
            failure.answer_as_sent = answer
        return failure, answer

    def drop_connections(self) -> None:
        """Use new connections from now on."""
        self._transport.drop_connections()

    def _not_sent(self, request: Request, cause: TransportNotSent) -> errors.NotSent:
        if request.sending is not None and request.sending.is_stopped():
            return errors.Canceled(request.method)
        failure = cause.kind(request.method)
        failure.server = urlsplit(self._base_url).netloc
        return failure

    def _headers_of(self, need: Need) -> Mapping[str, str]:
        return {**self._headers, self._need_header: str(int(need))} if self._need_header else self._headers


def _caused(error: errors.ApiError, cause: Exception) -> errors.ApiError:
    error.__cause__ = cause
    return error
