"""Limits of an office's answer, over a real socket: each has its own error."""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib

import httpx
import pytest

from app.api import errors, paging
from app.api.http import HttpxTransport
from app.api.need import Need
from app.api.network import exchange as http_module
from app.api.transport import TransportLost, TransportOverLimit
from tests.api.raw_server import Reply, always, http, in_turn, office_at, raw_server

DAY = b'[{"AptNum": 1}, {"AptNum": 2}]'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
NOTE = {"PatNum": 1, "Note": "Called"}


def endless(piece: bytes) -> Reply:
    """An endless answer, sent as fast as it is read."""

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        chunk = b"%x\r\n%s\r\n" % (len(piece), piece)
        while not writer.is_closing():
            writer.write(chunk)
            await writer.drain()
        return False

    return reply


async def test_most_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer is aborted when it becomes too large, whether announced, endless or compressed."""
    monkeypatch.setattr(http_module, "MOST_BYTES", 100_000)
    large = http(200, b"[" + b" " * 100_000 + b"]")
    announced = HEAD + b"Content-Length: 99999999999\r\n\r\n" + b" " * 200_000
    for reply in (always(large), always(announced), endless(b" " * 50_000)):
        async with raw_server(reply) as (url, _), office_at(url) as office:
            with pytest.raises(errors.TooManyBytes):
                await office.appointments.list()
            with pytest.raises(errors.Unconfirmed) as caught:
                await office.commlogs.create(**NOTE)
            assert type(caught.value.answer) is errors.TooManyBytes


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "bogus", "gzip, gzip"])
async def test_an_encoding_that_was_not_asked_for(encoding: str) -> None:
    """Inside the office nothing is compressed; a compressed answer is refused, because its size is unknown."""
    body = gzip.compress(DAY)
    answer = http(200, body, f"Content-Encoding: {encoding}")
    async with raw_server(always(answer, stays=True)) as (url, heard), office_at(url) as office:
        with pytest.raises(errors.UnaskedEncoding):
            await office.appointments.list()
        assert "accept-encoding: identity\r\n" in heard.heads[0].lower()


async def test_a_packed_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the internet answers are compressed: a corrupt one is lost, one that expands too much is too large."""
    monkeypatch.setattr(http_module, "MOST_BYTES", 100_000)
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 100_000
    answers = [gzip.compress(DAY), gzip.compress(DAY)[:-9], b"\x1f\x8bno gzip", bomb, zlib.compress(DAY)]
    whole = [http(200, body, "Content-Encoding: gzip") for body in answers]
    transport = HttpxTransport(httpx.AsyncHTTPTransport, compressed=True)
    async with raw_server(in_turn(*whole)) as (url, _):
        assert (await transport.send("GET", url, {}, None, 5.0)).body == DAY
        for kind in (TransportLost, TransportLost, TransportOverLimit, TransportLost):
            with pytest.raises(kind):
                await transport.send("GET", url, {}, None, 5.0)
    await transport.aclose()


async def test_most_rows() -> None:
    """A page with more rows than any page limit is refused before it uses memory."""
    page = b"[" + b"{}," * 30_000 + b"{}]"
    async with raw_server(always(http(200, page), stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.TooManyRows):
            await office.appointments.list()


async def test_most_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endless list is given up; the next list starts again."""
    monkeypatch.setattr(paging, "MOST_PAGES", 3)

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(http(200, json.dumps([{"AptNum": number * 100 + each} for each in range(100)]).encode()))
        return True

    async with raw_server(reply) as (url, heard), office_at(url) as office:
        for asked in (3, 6):
            with pytest.raises(errors.TooManyPages):
                await office.appointments.list()
            assert len(heard.heads) == asked


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"[" * 5_000 + b"]" * 5_000, errors.TooDeep),
        (b'{"CommlogNum": ' + b"9" * 30 + b"}", errors.TooManyDigits),
        (b'{"CommlogNum": ' + b"9" * 9_000 + b"}", errors.TooManyDigits),
    ],
)
async def test_what_a_write_brings_back(body: bytes, error: type[errors.ApiError]) -> None:
    """A too deep or too long answer leaves a write unconfirmed, and the office usable."""
    location = "Location: http://office/commlogs/1"
    answers = (http(201, body, location), http(200, DAY))
    async with raw_server(in_turn(*answers)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.Unconfirmed) as caught:
            await office.send_raw("Commlogs.create", NOTE)
        assert type(caught.value.answer) is error
        assert len(await office.appointments.list()) == 2


async def test_digits_of_a_location() -> None:
    """A Location with a number beyond the database's range is ignored."""
    answer = http(201, b"", f"Location: http://office/commlogs/{'9' * 5_000}")
    async with raw_server(always(answer, stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.Unconfirmed) as caught:
            await office.commlogs.create(**NOTE)
        assert type(caught.value.answer) is errors.TooManyDigits


@pytest.mark.parametrize(
    "said", [b'{"Message":' + b"[" * 9_000 + b"]" * 9_000 + b"}", b'{"Message":' + b"9" * 9_000]
)
async def test_an_explanation_without_end(said: bytes) -> None:
    """A refusal is recognized however its explanation is written."""
    async with raw_server(always(http(400, said), stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.BadRequest):
            await office.appointments.list()


async def test_a_connection_out_of_step() -> None:
    """An answer with another row is refused and its connection dropped: the read is repeated on a new one."""

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> bool:
        writer.write(http(200, b'{"AptNum": %d}' % (6 if number in (0, 2) else 5)))
        return True

    async with raw_server(reply) as (url, heard), office_at(url) as office:
        assert (await office.appointments.get(5)).AptNum == 5
        assert heard.connections == 2
        with pytest.raises(errors.Unconfirmed) as caught:
            await office.send_raw("Appointments.update", {"AptNum": "5", "Note": "x"})
        assert type(caught.value.answer) is errors.OtherRow
        assert (await office.appointments.get(5)).AptNum == 5
        assert heard.connections == 3
        assert len(heard.heads) == 4


@pytest.mark.parametrize(
    "body", [b"{}", b'{"error": "blocked"}', b'{"AptNum": 0}', b'{"AptNum": null}', b"[]"]
)
async def test_an_answer_about_no_row(body: bytes) -> None:
    """A row requested by key must have that key, and a new one must have one."""
    async with raw_server(always(http(200, body), stays=True)) as (url, _), office_at(url) as office:
        with pytest.raises(errors.OtherRow):
            await office.at(Need.PREFETCH).appointments.get(5)
        with pytest.raises(errors.Unconfirmed):
            await office.commlogs.create(**NOTE)
