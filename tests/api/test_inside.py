"""What the transport to an application in this process promises by itself; the client's tests run over it too."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.api.network import inside
from app.api.network.inside import in_process
from app.api.sending import PART, Sending
from app.api.transport import TransportLost, TransportNotSent, TransportOverLimit

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
URL = "http://office.invalid/api/v1/patients%20of/ours?name=a%20b&x="


async def _reply(send: Send, body: bytes, *headers: tuple[bytes, bytes]) -> None:
    await send({"type": "http.response.start", "status": 203, "headers": headers})
    await send({"type": "http.response.body", "body": body[:2], "more_body": True})
    await send({"type": "http.response.body", "body": body[2:]})


async def test_a_request_and_its_answer() -> None:
    """Path, query, headers and body arrive as over a network; the answer has its headers in lower case."""
    seen: list[Any] = []

    async def application(scope: Any, receive: Receive, send: Send) -> None:
        seen.extend((scope, await receive()))
        await _reply(send, b"[1, 2]", (b"Location", b"/x"))
        seen.append(await receive())

    answer = await in_process(application).send("PUT", URL, {"Authorization": "é"}, b"{}", 5)
    scope, body, end = seen
    assert (answer.status, answer.headers, answer.body) == (203, {"location": "/x"}, b"[1, 2]")
    assert (scope["method"], scope["path"]) == ("PUT", "/api/v1/patients of/ours")
    assert (scope["raw_path"], scope["query_string"]) == (b"/api/v1/patients%20of/ours", b"name=a%20b&x=")
    assert dict(scope["headers"]) == {
        b"host": b"office.invalid",
        b"accept": b"application/json",
        b"accept-encoding": b"identity",
        b"authorization": b"\xe9",
        b"content-length": b"2",
    }
    assert body == {"type": "http.request", "body": b"{}", "more_body": False}
    assert end == {"type": "http.disconnect"}


async def test_a_large_body_is_sent_in_parts() -> None:
    """Its progress is told part by part, and its length before."""
    body, parts, told = bytes(PART + 7), [], []

    async def application(scope: Any, receive: Receive, send: Send) -> None:
        parts.append(dict(scope["headers"])[b"content-length"])
        while (message := await receive())["more_body"]:
            parts.append(len(message["body"]))
        parts.append(len(message["body"]))
        await _reply(send, b"{}")

    sending = Sending(lambda: told.append((sending.sent, sending.total)))
    await in_process(application).send("POST", URL, {}, body, 5, sending)
    assert parts == [b"%d" % len(body), PART, 7, 0]
    assert told == [(PART, len(body)), (len(body), len(body))]


@pytest.mark.parametrize(
    ("error", "kind"), [(ConnectionRefusedError, TransportNotSent), (ConnectionResetError, TransportLost)]
)
async def test_a_simulated_failure_of_the_network(error: type[OSError], kind: type[Exception]) -> None:
    """A refused connection has sent nothing; any other failure of a connection may have."""

    async def application(*_: object) -> None:
        raise error

    with pytest.raises(kind):
        await in_process(application).send("GET", URL, {}, None, 5)


async def test_an_application_that_does_not_answer_in_time() -> None:
    """It is a lost answer that timed out; stopped by the person it is one that didn't."""

    async def application(*_: object) -> None:
        await asyncio.Event().wait()

    with pytest.raises(TransportLost) as caught:
        await in_process(application).send("GET", URL, {}, None, 0.01)
    assert caught.value.timed_out
    sending = Sending(lambda: None)
    asyncio.get_running_loop().call_soon(sending.stop)
    with pytest.raises(TransportLost) as caught:
        await in_process(application).send("PUT", URL, {}, b"", 60, sending)
    assert not caught.value.timed_out


async def test_a_bug_is_no_failure_of_the_network() -> None:
    """What the application raises else goes to the caller, and ending without an answer is a bug too."""

    async def broken(*_: object) -> None:
        raise LookupError

    async def silent(*_: object) -> None:
        pass

    with pytest.raises(LookupError):
        await in_process(broken).send("GET", URL, {}, None, 5)
    with pytest.raises(RuntimeError):
        await in_process(silent).send("GET", URL, {}, None, 5)


async def test_an_error_of_the_application_never_means_that_nothing_was_sent() -> None:
    """Text that it can't decode is a bug after the work may have been done; only a header's text wasn't sent."""

    async def application(_: Any, receive: Receive, __: Send) -> None:
        await receive()
        b"\xff".decode()

    with pytest.raises(UnicodeDecodeError):
        await in_process(application).send("POST", URL, {}, b"{}", 5)
    with pytest.raises(TransportNotSent):
        await in_process(application).send("POST", URL, {"Authorization": "\N{SNOWMAN}"}, b"{}", 5)


async def test_more_than_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A compressed answer and one that is too large are refused."""
    monkeypatch.setattr(inside, "MOST_BYTES", 3)

    async def packed(scope: Any, receive: Receive, send: Send) -> None:
        await _reply(send, b"", (b"content-encoding", b"gzip"))

    async def large(scope: Any, receive: Receive, send: Send) -> None:
        await _reply(send, b"[10]")

    for application in (packed, large):
        with pytest.raises(TransportOverLimit):
            await in_process(application).send("GET", URL, {}, None, 5)
