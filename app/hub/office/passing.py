"""The API for desks: every declared method, passed on to the office in its turn.

A read that nobody waits for any more is given up. A write is passed on once; when its desk has gone it is given up if
it certainly wasn't sent, and runs to its end else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request as HttpRequest
from starlette.types import Receive, Scope, Send

from app.api import errors
from app.api.modes import API_PATH
from app.api.need import Need
from app.hub.handling import Asker, Refusal
from app.hub.hub import Hub
from app.hub.office.office_lists import is_office_list
from app.hub.office.office_reads import reads_of
from app.hub.office.reading import CallReader, NotDeclared, PassedCall
from app.hub.office.replies import Reply, failed, passed, refused, troubled
from app.hub.office.rights import needs_rights
from app.hub.office.roles import Roles
from app.hub.office.twins import Twins
from app.hub.office.writing import Writing
from app.hub.server.gate import KIND, ROUTE
from app.wire.hub import passing
from app.wire.hub.actions import Kind
from app.wire.hub.passing import TURN_SECONDS, Trouble

MOST_BYTES = 34_000_000
"""Of a body: 16.8 million characters, some of them of two bytes."""
ASK_AGAIN_SECONDS = 2.0
MOST_WAITING = 50
"""Requests of one device that wait for their turn: a desk sends six at once."""
GONE, LATE = "gone", "late"
"""Why a read is given up."""
NOT_A_DESK = "Only a paired desk may use the API here."  # words: for a program
TOO_LARGE = "The body is too large."  # words: as the office says it


class _Gone(Exception):
    """The desk has gone: nobody waits for the answer."""


class Passing:
    """An ASGI application below `API_PATH`."""

    def __init__(self, hub: Hub, asker_of: Any) -> None:
        """`asker_of(hub, request)`: who asks; it raises Refusal for an unknown token."""
        self._hub = hub
        self._asker_of = asker_of
        self._reader = CallReader()
        self._reads = hub.part(reads_of)
        self._writing = hub.part(Writing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        try:
            reply = await self._answer(scope, receive)
        except _Gone:
            return
        waiting = self._hub.office.status.waiting
        if waiting:
            reply = reply.with_header(passing.WAITING, str(waiting))
        await reply.write(send)

    async def _answer(self, scope: Scope, receive: Receive) -> Reply:
        request = HttpRequest(scope, receive)
        try:
            asker: Asker = self._asker_of(self._hub, request)
        except Refusal as refusal:
            if refusal.status != 401:
                raise
            return troubled(Trouble.REVOKED)
        if asker.kind is not Kind.DESK:
            return troubled(Trouble.REVOKED, NOT_A_DESK) if asker.kind is None else refused(403, NOT_A_DESK)
        path = scope["path"].removeprefix(API_PATH)
        try:
            body = await _body(receive)
            call = self._reader.read(scope["method"], path, scope["query_string"].decode("latin-1"), body)
        except NotDeclared as wrong:
            return refused(wrong.status, wrong.words)
        scope[ROUTE], scope[KIND] = call.endpoint.name, "read" if call.endpoint.reads else "write"
        if self._hub.office.broker.waiting_of(asker.device_num) >= MOST_WAITING:
            return troubled(Trouble.BUSY, retry_after=ASK_AGAIN_SECONDS)
        said = request.headers.get(passing.NEED, "0")
        need = Need(int(said)) if said in ("0", "1", "2", "3") else Need.CLICK
        if call.endpoint.reads:
            return await self._while_read_for(self._read(call, need, asker), receive)
        anyway = request.headers.get(passing.ANYWAY) == "1"
        return await self._while_there(call, self._write(call, need, asker, anyway=anyway), receive)

    async def _read(self, call: PassedCall, need: Need, asker: Asker) -> Reply:
        is_list = is_office_list(call.endpoint)
        may_need_right = needs_rights(call.endpoint)  # a query may be one that isn't only read
        try:
            if may_need_right and await self._hub.part(Roles).allow(call, asker, anyway=False) is None:
                return troubled(Trouble.NO_RIGHT)
            answer, age = await self._reads.read(call.request, need, asker.device_num, is_list=is_list)
        except errors.ApiError as error:
            return failed(error)
        return passed(answer, age)

    async def _write(self, call: PassedCall, need: Need, asker: Asker, *, anyway: bool) -> Reply:
        roles, twins = self._hub.part(Roles), self._hub.part(Twins)
        try:
            used = await roles.allow(call, asker, anyway=anyway)
            if used is None:
                return troubled(Trouble.NO_RIGHT)
            claim = twins.claim_of(call.endpoint, call.arguments, asker)
            if claim is not None and not await twins.take(claim, anyway=anyway):
                return troubled(Trouble.TWIN)  # the person is asked, and whoever consented is asked again
        except (errors.ApiError, SQLAlchemyError):
            return troubled(Trouble.NOT_SENT)  # what it depends on can't be read
        try:
            answer = await self._writing.write(call, need, asker)
        except errors.ApiError as error:
            with suppress(SQLAlchemyError):  # what can't be given back ends by itself
                if claim is not None and isinstance(error, errors.NotSent | errors.Refused):
                    await twins.give_up(claim)
                if isinstance(error, errors.NotSent | errors.TooManyRequests):
                    await roles.give_back(used)
            return failed(error)
        except asyncio.CancelledError:
            if not _is_begun(call):
                self._hub.scope.start(roles.give_back(used), "consent")  # words: the name of a task
                if claim is not None:
                    self._hub.scope.start(twins.give_up(claim), "claim")  # words: the name of a task
            raise
        roles.passed(call, asker, answer)
        return passed(answer)

    async def _while_read_for(self, work: Coroutine[Any, Any, Reply], receive: Receive) -> Reply:
        """The reply; a read is given up when its desk goes, or when its turn doesn't come."""
        asking, ends = asyncio.current_task(), list[str]()

        def give_up(why: str) -> None:
            ends.append(why)
            if asking is not None:
                asking.cancel()

        leaving = self._hub.scope.start(_until_gone(receive), "desk")  # words: the name of a task
        leaving.add_done_callback(lambda ended: None if ended.cancelled() else give_up(GONE))
        turn = asyncio.get_running_loop().call_later(TURN_SECONDS, give_up, LATE)
        try:
            return await work
        except asyncio.CancelledError:
            if not ends or asking is None:
                raise
            asking.uncancel()
            if ends[0] == LATE:
                return troubled(Trouble.BUSY, retry_after=ASK_AGAIN_SECONDS)
            raise _Gone from None
        finally:
            turn.cancel()
            leaving.cancel()

    async def _while_there(
        self, call: PassedCall, work: Coroutine[Any, Any, Reply], receive: Receive
    ) -> Reply:
        """The reply; the wait ends when the desk goes, or when the turn of a request doesn't come."""
        working = self._hub.scope.start(work, call.endpoint.name)
        leaving = self._hub.scope.start(_until_gone(receive), "desk")  # words: the name of a task
        both, first = (working, leaving), asyncio.FIRST_COMPLETED
        try:
            await asyncio.wait(both, timeout=TURN_SECONDS, return_when=first)
            if not working.done() and not leaving.done():
                if await _is_given_up(call, working):
                    return troubled(Trouble.BUSY, retry_after=ASK_AGAIN_SECONDS)
                await asyncio.wait(both, return_when=first)
            if working.done():
                return troubled(Trouble.UNKNOWN) if working.cancelled() else working.result()
            await _is_given_up(call, working)
            raise _Gone
        finally:
            leaving.cancel()


async def _is_given_up(call: PassedCall, working: asyncio.Task[Reply]) -> bool:
    """Give it up if it changes nothing, or certainly wasn't sent; returns whether it was."""
    if _is_begun(call):
        return False
    working.cancel()
    await asyncio.wait((working,))
    return not _is_begun(call)


def _is_begun(call: PassedCall) -> bool:
    """Whether a write may have been sent."""
    return call.request.sending is not None and call.request.sending.begun


async def _body(receive: Receive) -> bytes:
    body = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        body += message.get("body", b"")
        if len(body) > MOST_BYTES:
            raise NotDeclared(413, TOO_LARGE)
        more = message.get("more_body", False)
    return bytes(body)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
