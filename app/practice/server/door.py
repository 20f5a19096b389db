"""The practice's ASGI application: reads a request, checks it, serves it, sends the answer."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from urllib.parse import quote

import sqlalchemy as sa
from msgspec import Struct
from msgspec.structs import replace

from app.practice.server.access import PracticeKeys, check_keys, check_permission, check_version
from app.practice.server.arguments import ArgumentReader
from app.practice.server.database import DatabaseThread
from app.practice.server.dates import redate
from app.practice.server.faults import SIGN_IN_PAGE, Faults, meet
from app.practice.server.listings import encode
from app.practice.server.load import ROOM_SECONDS, Deadline, Load, QueryLine
from app.practice.server.messages import (
    NO_JSON,
    PLAIN_TEXT,
    Receive,
    Reply,
    Request,
    Scope,
    Send,
    read_body,
    read_head,
    refusal_reply,
)
from app.practice.server.pace import Gate
from app.practice.server.references import References, check_references, references_of
from app.practice.server.refusals import BadRequest, Refusal, TooMany
from app.practice.server.routing import Handler, Router
from app.practice.server.work import Asked, Created, Encoded, Given, Office, Outcome, Saved, Told, Work
from app.practice.sql.limits import MOST_SECONDS
from app.practice.sql.queries import QueryDesk
from app.wire.lenient import Misread, read_int

CREATED = 201
BODY_SECONDS = MOST_SECONDS - ROOM_SECONDS
"""The time that a body may take to arrive; until then it counts among the requests of its key."""
NO_MEMORY = "A query takes all of the memory at the moment."
TOO_SLOW = "The body did not arrive in time."
DOES_NOT_FIT = "A value is longer or larger than its field can hold."
"""Errors of database servers that are stricter than SQLite."""


class Door:
    """The ASGI application of an open practice."""

    def __init__(
        self,
        *,
        office: Office,
        connection: sa.Connection,
        thread: DatabaseThread,
        queries: QueryLine,
        handlers: tuple[Handler, ...],
        later: Iterable[Callable[[], tuple[Handler, ...]]],
        keys: PracticeKeys,
        gate: Gate,
        faults: Faults | None,
        changed: Callable[[], None],
    ) -> None:
        """`later`: more handlers, loaded in this order until one serves what is asked for.

        `changed` is called after each request that may have changed something.
        """
        self._office = office
        self._connection = connection
        self._thread = thread
        self._queries = queries
        self._load = Load()
        self._failures: tuple[type[Exception], ...] = (
            sa.exc.SQLAlchemyError,
            connection.dialect.loaded_dbapi.Error,
        )
        self._router = Router(handlers)
        self._later = [*later]
        self._keys = keys
        self._gate = gate
        self._faults = faults
        self._changed = changed
        self._readers: dict[str, ArgumentReader] = {}
        self._references: dict[str, References] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
        if scope["type"] != "http":
            return
        if self._faults is not None and self._faults.unreachable:
            raise ConnectionRefusedError
        if self._faults is not None and self._faults.sign_in_page:
            await SIGN_IN_PAGE.write(send)
            return
        try:
            await self._answer(scope, receive, send)
        except Refusal as refusal:
            await refusal_reply(refusal).write(send)
        except ConnectionAbortedError:
            return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        head = read_head(scope)
        check_keys(head.authorization, self._keys)  # first: a stranger's body is not read
        if self._office.switches.wants_content_type == "every request" and not head.is_json:
            raise BadRequest(NO_JSON)
        deadline = Deadline.of_arrival(self._office.clock)
        with self._load.entered() as take:
            try:
                async with asyncio.timeout(BODY_SECONDS):
                    body = await read_body(receive, take)
            except TimeoutError:
                raise BadRequest(TOO_SLOW) from None
            reply = await self._admitted(replace(head, body=body), deadline, receive, send)
            if reply is not None:
                with self._load.unread(len(reply.body)):
                    await reply.write(send)

    async def _admitted(
        self, request: Request, deadline: Deadline, receive: Receive, send: Send
    ) -> Reply | None:
        handler, path = await self._find(request, deadline)
        check_permission(handler.endpoint, self._office.permissions)
        check_version(handler.endpoint, self._office.version)
        await self._gate.enter(deadline)
        given = self._reader(handler).read(path, request)
        call = _Call(handler, request, given, *self._bounds(handler, request), deadline)

        async def serve(call: _Call) -> Reply:
            try:
                return await self._served(call)
            finally:
                if not handler.endpoint.reads:
                    self._changed()

        def serve_late() -> Awaitable[Reply]:  # what a fault delays has a time of its own
            return serve(replace(call, deadline=Deadline.of_arrival(self._office.clock)))

        if self._faults is None:
            return await serve(call)
        return await meet(self._faults, handler.endpoint.name, serve_late, receive, send)

    async def _find(self, request: Request, deadline: Deadline) -> tuple[Handler, Given]:
        while True:
            left = len(self._later)
            try:
                return self._router.find(request.verb, request.path)
            except Refusal:
                if not left:
                    raise
            await deadline.run(self._thread, partial(self._load_more, left))

    def _load_more(self, left: int) -> None:
        """In the database thread, where requests run one at a time; another one may have loaded it meanwhile."""
        if len(self._later) == left:
            self._router.add(self._later[0]())
            del self._later[0]

    def _reader(self, handler: Handler) -> ArgumentReader:
        """Made with a method's first request: one takes a fifth of a millisecond, and most are never called."""
        name = handler.endpoint.name
        if name not in self._readers:
            self._references[name] = references_of(handler)
            self._readers[name] = ArgumentReader(handler, self._office)
        return self._readers[name]

    def _bounds(self, handler: Handler, request: Request) -> tuple[int, int]:
        most = handler.endpoint.page_rows or self._office.page_limit
        if not handler.endpoint.paged:
            return most, 0
        limit = _count(request, "Limit", most)
        return min(limit or most, most), _count(request, "Offset", 0)

    async def _served(self, call: _Call) -> Reply:
        deadline = call.deadline
        found = await deadline.run(self._thread, lambda: self._serve(call, self._handle))
        if isinstance(found, Reply):
            return found

        def ask(queries: QueryDesk, seconds: float) -> Outcome:
            self._load.check()
            return found.run(queries, seconds)

        answer = await self._queries.run(ask, deadline)

        def record(_: _Call, work: Work) -> Outcome:
            found.record(work)
            return answer

        recorded = await deadline.run(self._thread, lambda: self._serve(call, record))
        if not isinstance(recorded, Reply):
            raise TypeError("an answer can't be asked for again")
        return recorded

    def _handle(self, call: _Call, work: Work) -> Outcome:
        self._load.check()
        endpoint = call.handler.endpoint
        if references := self._references[endpoint.name]:
            check_references(work, references, call.given, changes=endpoint.verb != "GET")
        return call.handler.serve(work, call.given)

    def _serve(self, call: _Call, act: Callable[[_Call, Work], Outcome]) -> Reply | Asked:
        """In the database thread: one request, one transaction."""
        now: datetime.datetime = self._office.clock.now().replace(microsecond=0)
        work = Work(self._connection, self._office, now, call.limit, call.offset)
        try:
            outcome = act(call, work)
            if call.handler.endpoint.verb != "GET":
                self._connection.commit()
        except OverflowError:
            raise BadRequest("A date or a number is out of range.") from None
        except sa.exc.DataError:
            raise BadRequest(DOES_NOT_FIT) from None
        except MemoryError:  # SQLite's limit is that of the process: a query may have all of it
            raise TooMany(NO_MEMORY, retry_after=1) from None
        except self._failures as wrong:
            return refusal_reply(_DatabaseFailed(type(wrong).__name__))
        finally:
            self._connection.rollback()
        return outcome if isinstance(outcome, Asked) else _reply(call, outcome)


class _Call(Struct, frozen=True):
    """A request to be served."""

    handler: Handler
    request: Request
    given: Given
    limit: int
    offset: int
    deadline: Deadline


class _DatabaseFailed(Refusal):
    """500: the database failed; only the type of its error is logged."""

    status = 500


def _count(request: Request, name: str, default: int) -> int:
    text = request.query.get(name, "")
    if not text:
        return default
    try:
        count = read_int(text)
    except Misread:
        count = -1
    if count < 0:
        raise BadRequest(f"{name} is invalid: a whole number is expected.")
    return count


def _reply(call: _Call, outcome: Outcome) -> Reply:
    handler, request = call.handler, call.request
    status = handler.endpoint.status
    headers: tuple[tuple[bytes, bytes], ...] = ()
    if outcome is None:
        return Reply(status)
    if isinstance(outcome, Saved):
        return Reply(status, headers=((b"location", quote(outcome.address).encode()),))
    if isinstance(outcome, Told):
        return Reply(200, outcome.words.encode(), PLAIN_TEXT)
    if isinstance(outcome, Created):
        if status == CREATED:  # the few methods that answer 200 return no Location
            headers = ((b"location", f"{request.base}{outcome.path}".encode()),)
        body = outcome.body
    elif isinstance(outcome, Encoded):
        body = outcome.body
    elif isinstance(outcome, list):
        body = encode(outcome[call.offset : call.offset + call.limit] if handler.endpoint.paged else outcome)
    else:
        body = encode(outcome)
    return Reply(status, redate(handler.endpoint, request.query, body), headers=headers)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
