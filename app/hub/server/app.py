"""The hub's ASGI application: the declared actions, the change stream, and the API that it passes on."""

from __future__ import annotations

import asyncio
from functools import partial

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from app.api.modes import API_PATH
from app.hub.handling import ActionHandler, Refusal, handlers_in
from app.hub.hub import Hub
from app.hub.office.passing import Passing
from app.hub.server.asking import asker_of
from app.hub.server.gate import KIND, ROUTE, Gate, refusal_response
from app.hub.server.health import health_page
from app.hub.server.limits import Limits
from app.hub.server.modules import MODULES
from app.hub.server.stream_route import StreamRoute
from app.wire.hub.actions import HEALTH_PATH, NO_DATABASE, STREAM_PATH

JSON = "application/json"
_API = f"{API_PATH}/"
BODY_SECONDS = 20.0
"""For the whole message of an action."""


def make_app(hub: Hub) -> Gate:
    """The application of an open hub."""
    return Gate(hub, _Routes(hub))


class _Routes:
    """Finds what serves a path. Actions and the API are looked up: Starlette would try some sixty routes in turn."""

    def __init__(self, hub: Hub) -> None:
        self._passing = Passing(hub, asker_of)
        self._actions = {each.action.path: _Action(hub, each) for each in handlers_in(MODULES)}
        rest: list[BaseRoute] = [Route(HEALTH_PATH, partial(health_page, hub), methods=["GET"])]
        self._stream = StreamRoute(hub)
        self._limits = hub.part(Limits)
        self._on_error = hub.scope.on_error
        self._rest = Starlette(
            routes=rest, exception_handlers={Refusal: _refuse, HTTPException: _refuse_http}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        path = scope["path"]
        try:
            if path.startswith(_API):
                await self._passing(scope, receive, send)
            elif (action := self._actions.get(path)) is not None:
                if scope["method"] != "POST":
                    raise Refusal(405, "not with this verb")
                await action(scope, receive, send)
            elif path == STREAM_PATH:
                await self._stream(scope, receive, send)
            else:  # for anybody, and so counted as strangers' requests are
                client = scope.get("client")
                self._limits.count_stranger(client[0] if client else "")
                await self._rest(scope, receive, send)
        except Refusal as refusal:
            await refusal_response(refusal)(scope, receive, send)
        except SQLAlchemyError:  # the log has it once (`app.hub.relay`), and the health page
            await refusal_response(Refusal(503, NO_DATABASE, retry_after=1))(scope, receive, send)
        except Exception as error:  # uvicorn answers 500
            self._on_error(error)
            raise


class _Action:
    """Serves one action."""

    def __init__(self, hub: Hub, handler: ActionHandler) -> None:
        self._hub = hub
        self._handler = handler
        self._decode = msgspec.json.Decoder(handler.action.asks).decode

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        scope[ROUTE], scope[KIND] = self._handler.action.path, "action"
        request = Request(scope, receive)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        asker = asker_of(self._hub, request)
        kinds = self._handler.action.kinds
        if kinds and asker.kind not in kinds:
            raise Refusal(401 if asker.kind is None else 403, "not for this device")
        body = await _body(request, self._handler.action.most_bytes)
        try:
            asked = self._decode(body)
        except msgspec.DecodeError:
            raise Refusal(400, "not understood") from None
        reply = await self._handler.serve(self._hub, asker, asked)
        return Response(msgspec.json.encode(reply), media_type=JSON)


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise Refusal(413, "too large")
    except TimeoutError:
        raise Refusal(408, "too slow") from None
    except ClientDisconnect:  # it was closed in the middle: nobody waits for an answer
        raise Refusal(400, "gone") from None
    return bytes(body)


async def _refuse(_: Request, refused: Exception) -> Response:
    if not isinstance(refused, Refusal):
        raise refused
    return refusal_response(refused)


async def _refuse_http(_: Request, refused: Exception) -> Response:
    """Starlette's own: no such path, or not with this verb."""
    status = refused.status_code if isinstance(refused, HTTPException) else 500
    return refusal_response(
        Refusal(status, {404: "no such action", 405: "not with this verb"}.get(status, "error"))
    )
