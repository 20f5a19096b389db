"""Where the hub is reached now: its address may change while desks are open."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

from app.api import errors
from app.api.hub.persons import PersonTokens
from app.api.sending import Sending
from app.api.transport import Answer, StreamingTransport, TransportNotSent
from app.core.observers import Observers
from app.wire.hub.passing import ANYWAY, WAITING


class HubPlace:
    """The hub's address, without a path. What was opened at the first one goes to the current one."""

    def __init__(self, url: str) -> None:
        self.first = url
        self.url = url
        self.waiting = 0
        """How many requests of all desks wait in the hub, as it said last."""
        self._observers = Observers[str]()

    def watch(self, watcher: Callable[[str], object]) -> Callable[[], None]:
        """Call back with each new address. Returns a function that unsubscribes."""
        return self._observers.add(watcher)

    def move(self, url: str) -> None:
        """The hub was found at another address."""
        if url != self.url:
            self.url = url
            self._observers.notify(url)

    def now(self, url: str) -> str:
        """A URL at the first address, at the current one."""
        return self.url + url.removeprefix(self.first)


class MovingTransport:
    """Implements StreamingTransport: sends to where the hub is now."""

    def __init__(
        self,
        transport: StreamingTransport,
        place: HubPlace,
        persons: PersonTokens | None = None,
        look: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`persons`: who has signed in at this desk; None: requests say it themselves, or needn't.

        `look`: looks for the hub, once, when it isn't at its place; None: something else does, such as a stream.
        """
        self._transport = transport
        self._place = place
        self._persons = persons or PersonTokens()
        self._look = look

    async def send(
        self,
        verb: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        timeout: float,
        sending: Sending | None = None,
    ) -> Answer:
        """As Transport."""
        said = {**self._persons.headers(sending), **headers}
        if sending is not None and sending.anyway:
            said[ANYWAY] = "1"
        try:
            answer = await self._transport.send(verb, self._place.now(url), said, body, timeout, sending)
        except TransportNotSent as cause:
            if not await self._found_elsewhere(cause):
                raise
            answer = await self._transport.send(verb, self._place.now(url), said, body, timeout, sending)
        waiting = answer.headers.get(WAITING, "0")
        self._place.waiting = int(waiting) if waiting.isascii() and waiting.isdigit() else 0
        return answer

    async def _found_elsewhere(self, cause: TransportNotSent) -> bool:
        if self._look is None or not issubclass(cause.kind, errors.HubUnreachable | errors.OtherHub):
            return False
        look, self._look, before = self._look, None, self._place.url
        await look()
        return self._place.url != before

    def lines(self, url: str, headers: Mapping[str, str], silence: float) -> AsyncGenerator[bytes]:
        """As StreamingTransport."""
        return self._transport.lines(self._place.now(url), headers, silence)

    def drop_connections(self) -> None:
        """As Transport."""
        self._transport.drop_connections()

    async def aclose(self) -> None:
        """As Transport."""
        await self._transport.aclose()
