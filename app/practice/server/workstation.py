"""Open Dental on a workstation, beside the API: what a person does there, triggered from outside."""

from __future__ import annotations

from app.practice.server.access import check_keys
from app.practice.server.app import Practice
from app.practice.server.events import EventEngine
from app.practice.server.listings import encode
from app.practice.server.messages import Receive, Reply, Request, Scope, Send, read_request, refusal_reply
from app.practice.server.refusals import BadRequest, NotFound, Refusal

WORKSTATION_PATH = "/workstation"
SELECT_PATH = "/PatientSelected"


class Workstation:
    """The practice's ASGI application plus `POST /workstation/PatientSelected` with `{"PatNum": 12}`.

    The answer is the number of addresses that were told: `{"told": 1}`.
    """

    def __init__(self, practice: Practice, engine: EventEngine) -> None:
        self._practice = practice
        self._engine = engine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].startswith(WORKSTATION_PATH + "/"):
            await self._practice.asgi(scope, receive, send)
            return
        try:
            reply = await self._select(await read_request(scope, receive, under=WORKSTATION_PATH))
        except Refusal as refusal:
            reply = refusal_reply(refusal)
        except ConnectionAbortedError:
            return
        await reply.write(send)

    async def _select(self, request: Request) -> Reply:
        check_keys(request.authorization, self._practice.keys)
        if (request.verb, request.path) != ("POST", SELECT_PATH):
            raise NotFound("There is no such thing to do at this workstation.")
        pat_num = request.fields().get("PatNum")
        if not isinstance(pat_num, int) or isinstance(pat_num, bool):
            raise BadRequest("PatNum is required: a whole number.")
        return Reply(200, encode({"told": await self._engine.select_patient(pat_num)}))
