"""The practice's ASGI application: reads a request, checks it, serves it, sends the answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from urllib.parse import quote

import sqlalchemy as sa

from app.practice.server.access import PracticeKeys, check_keys, check_permission, check_version
from app.practice.server.arguments import ArgumentReader
from app.practice.server.database import DatabaseThread
from app.practice.server.dates import redate
from app.practice.server.faults import SIGN_IN_PAGE, Faults, meet
from app.practice.server.listings import encode
from app.practice.server.messages import (
    PLAIN_TEXT,
    Receive,
    Reply,
    Request,
    Scope,
    Send,
    read_request,
    refusal_reply,
)
from app.practice.server.pace import Gate
from app.practice.server.references import References, check_references, references_of
from app.practice.server.refusals import BadRequest, NotFound, Refusal
from app.practice.server.routing import Handler, Router
from app.practice.server.work import Created, Encoded, Given, Office, Outcome, Saved, Told, Work
from app.wire.lenient import Misread, read_int

CREATED = 201
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
        handlers: tuple[Handler, ...],
        load_rest: Callable[[], tuple[Handler, ...]],
        keys: PracticeKeys,
        gate: Gate,
        faults: Faults | None,
        changed: Callable[[], None],
    ) -> None:
        """`changed` is called after each request that may have changed something."""
        self._office = office
        self._connection = connection
        self._thread = thread
        self._failures: tuple[type[Exception], ...] = (
            sa.exc.SQLAlchemyError,
            connection.dialect.loaded_dbapi.Error,
        )
        self._router = Router(())
        self._load_rest: Callable[[], tuple[Handler, ...]] | None = load_rest
        self._keys = keys
        self._gate = gate
        self._faults = faults
        self._changed = changed
        self._readers: dict[str, ArgumentReader] = {}
        self._references: dict[str, References] = {}
        self._take(handlers)

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
            reply = await self._answer(scope, receive, send)
        except Refusal as refusal:
            reply = refusal_reply(refusal)
        except ConnectionAbortedError:
            return
        if reply is not None:
            await reply.write(send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> Reply | None:
        request = await read_request(scope, receive)
        check_keys(request.authorization, self._keys)
        handler, path = await self._find(request)
        check_permission(handler.endpoint, self._office.permissions)
        check_version(handler.endpoint, self._office.version)
        await self._gate.enter()
        given = self._readers[handler.endpoint.name].read(path, request)
        limit, offset = self._bounds(handler, request)

        async def serve() -> Reply:
            try:
                return await self._thread.run(lambda: self._serve(handler, request, given, limit, offset))
            finally:
                if not handler.endpoint.reads:
                    self._changed()

        if self._faults is None:
            return await serve()
        return await meet(self._faults, handler.endpoint.name, serve, receive, send)

    async def _find(self, request: Request) -> tuple[Handler, Given]:
        try:
            return self._router.find(request.verb, request.path)
        except NotFound:
            if self._load_rest is None:
                raise
        await self._thread.run(self._load_everything)
        return self._router.find(request.verb, request.path)

    def _load_everything(self) -> None:
        """In the database thread, where requests run one at a time: the first request that needs it loads the rest."""
        if self._load_rest is not None:
            self._take(self._load_rest())
            self._load_rest = None

    def _take(self, handlers: tuple[Handler, ...]) -> None:
        for each in handlers:
            self._readers[each.endpoint.name] = ArgumentReader(each, self._office.version)
            self._references[each.endpoint.name] = references_of(each)
        self._router.add(handlers)

    def _bounds(self, handler: Handler, request: Request) -> tuple[int, int]:
        most = handler.endpoint.page_rows or self._office.page_limit
        if not handler.endpoint.paged:
            return most, 0
        limit = _count(request, "Limit", most)
        return min(limit or most, most), _count(request, "Offset", 0)

    def _serve(self, handler: Handler, request: Request, given: Given, limit: int, offset: int) -> Reply:
        """In the database thread: one request, one transaction."""
        now: datetime.datetime = self._office.clock.now().replace(microsecond=0)
        work = Work(self._connection, self._office, now, limit, offset)
        changes = handler.endpoint.verb != "GET"
        try:
            if references := self._references[handler.endpoint.name]:
                check_references(work, references, given, changes=changes)
            outcome = handler.serve(work, given)
            if changes:
                self._connection.commit()
        except OverflowError:
            raise BadRequest("A date or a number is out of range.") from None
        except sa.exc.DataError:
            raise BadRequest(DOES_NOT_FIT) from None
        except self._failures as wrong:
            return refusal_reply(_DatabaseFailed(type(wrong).__name__))
        finally:
            self._connection.rollback()
        return _reply(handler, request, outcome, limit, offset)


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


def _reply(handler: Handler, request: Request, outcome: Outcome, limit: int, offset: int) -> Reply:
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
        body = encode(outcome[offset : offset + limit] if handler.endpoint.paged else outcome)
    else:
        body = encode(outcome)
    return Reply(status, redate(handler.endpoint, request.query, body), headers=headers)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
