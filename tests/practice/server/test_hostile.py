"""What no client sends by mistake is refused with a 400, before anything is changed."""

from __future__ import annotations

import time
from pathlib import Path

import httpx
import pytest

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused
from tests.practice.office_money import CHECK, JON, OLD_FILLING

SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}


async def send(desk: Desk, verb: str, path: str, body: bytes) -> httpx.Response:
    """A request with a raw body."""
    return await desk.http.request(verb, path, content=body, headers={"Content-Type": "application/json"})


@pytest.mark.parametrize(
    "text",
    [rb"a\ud800b", rb"\udfff", rb"\ude00\ud83d", rb"a\u0000b", b"a\0b"],
    ids=["high half", "low half", "swapped", "escaped NUL", "NUL"],
)
@pytest.mark.parametrize(
    "body",
    [b'{"Note": "%s"}', b'{"%s": "x", "Note": "x"}', b'{"Note": "x", "more": [{"deep": ["%s"]}]}'],
    ids=["a value", "a name", "deep inside"],
)
async def test_a_text_that_cant_be_stored_is_refused(desk: Desk, text: bytes, body: bytes) -> None:
    """NUL and half of a surrogate pair are a 400 wherever they are in a body, and nothing is written."""
    before = desk.sql("SELECT Note FROM appointment WHERE AptNum = ?", office.VISIT)
    refused(
        await send(desk, "PUT", f"/appointments/{office.VISIT}/Note", body % text), 400, "can't be stored"
    )
    assert desk.sql("SELECT Note FROM appointment WHERE AptNum = ?", office.VISIT) == before


async def test_a_text_that_looks_like_one_is_taken(desk: Desk) -> None:
    """A whole surrogate pair is one character, and an escaped backslash begins no escape."""
    body = rb'{"Note": "\ud83d\ude00 \\u0000 \\ud800"}'
    good(await send(desk, "PUT", f"/appointments/{office.VISIT}/Note", body))
    ((note,),) = desk.sql("SELECT Note FROM appointment WHERE AptNum = ?", office.VISIT)
    assert "\N{GRINNING FACE} \\u0000 \\ud800" in note


@pytest.mark.parametrize("path", ["/patients?LName=a%00b", "/patients/%00", "/patients?%00=1"])
async def test_an_address_with_nul_is_refused(desk: Desk, path: str) -> None:
    """NUL in a query or a path is a 400."""
    refused(await desk.http.get(path), 400, "can't be stored")


@pytest.mark.parametrize("name", ["DateFormatString", "DateTimeFormatString"])
async def test_a_long_date_format_is_refused(desk: Desk, name: str) -> None:
    """A format is printed for each date of an answer: one of 60,000 letters is refused, before a write is done."""
    path = f"/appointments/{office.VISIT}"
    refused(await desk.http.get(path, params={name: "y" * 60_000}), 400, name)
    answer = await desk.http.put(path, params={name: "y" * 101}, json={"Note": "changed"})
    refused(answer, 400, name, "100")
    assert desk.sql("SELECT Note FROM appointment WHERE AptNum = ?", office.VISIT) != [("changed",)]
    good(await desk.http.get(path, params={name: "'" + "y" * 98 + "'"}))


@pytest.mark.parametrize("folders", ["a/" * 2_000, "a/" * 41, "long/" * 250 + "/" * 2_000])
async def test_nested_folders_are_limited(open_desk: Opener, tmp_path: Path, folders: str) -> None:
    """An SftpAddress of more folders than a file system holds is refused, and none of them is created."""
    desk = open_desk(files=tmp_path / "sftp")
    address = f"site/{folders}x.csv"
    refused(
        await desk.post("/queries", SqlCommand="SELECT 1", SftpAddress=address, **SFTP), 400, "SftpAddress"
    )
    assert not (tmp_path / "sftp").exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{" + b",".join(b'"%d":1' % number for number in range(200_000)) + b"}", 400),
        (b'{"more": [' + b"{}," * 1_000_000 + b'{}], "Note": "x"}', 200),
        (b'{"Note": "' + b"\n" * 3_000_000 + b'"}', 200),
    ],
    ids=["fields", "objects", "line breaks"],
)
async def test_a_large_body_holds_nobody_up(desk: Desk, body: bytes, status: int) -> None:
    """Others wait while a body is read and its rows are answered: one of line breaks kept them for a minute."""
    path = f"/appointments/{office.VISIT}"
    good(await desk.put(path, Note="x"))
    began = time.process_time()
    answer = await send(desk, "PUT", path, body)
    assert time.process_time() - began < 0.8
    assert answer.status_code == status, answer.text[:100]


async def test_a_long_list_is_refused(desk: Desk) -> None:
    """Each object or key is looked up while others wait: 400,000 in one body kept them for 50 seconds."""
    path = f"/payments/{CHECK}/Partial"
    many = [{"ProcNum": OLD_FILLING, "Amount": "1.00"}] * 1_001
    refused(await desk.put(path, procNumsAndAmounts=many), 400, "procNumsAndAmounts", "at most 1,000")
    refused(await desk.put(path, procNumsAndAmounts=many[1:]), 400, "procNumsAndAmounts", "add up")
    keys = ",".join([str(OLD_FILLING)] * 1_001)
    refused(await desk.post("/payments", PatNum=JON, PayAmt="1.00", procNums=keys), 400, "at most 1,000")
