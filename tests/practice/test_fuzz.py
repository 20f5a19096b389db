"""Whatever is sent, the practice answers with a documented status; valid requests still succeed."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.wire.endpoint import Endpoint
from tests.practice.conftest import Desk
from tests.practice.copies import Copies
from tests.practice.every_method import ALL, DEPRECATED, Offices, call, only_reads, sample
from tests.practice.samples.every import SAMPLES

ROUNDS = 25
"""Random requests to each method."""
SUCCESSES = {200, 201}
STATUSES = {*SUCCESSES, 400, 401, 404, 410}
ODD: tuple[Any, ...] = (
    "", " ", "0", "-1", "1", "9" * 19, "9" * 40, "1.5", "true", "9999-12-31", "0001-01-01", "2026-02-30",
    "2026-11-23 25:00:00", "2026-11-23", "x" * 300, "é\r\n\"'\\%;--", "\x00", "X" * 9, "Complete", "0,0,0", "1,2", "%",
)  # fmt: skip
ODD_JSON: tuple[Any, ...] = (
    *ODD,
    None,
    0,
    1,
    -1,
    2**63,
    2**80,
    1.5,
    1e300,
    True,
    [],
    [1, 2],
    ["x"],
    {},
    {"a": 1},
)


@pytest.fixture
async def offices(copies: Copies, tmp_path: Path) -> AsyncIterator[Offices]:
    """Offices for random requests."""
    found = Offices(copies, tmp_path / "sftp")
    yield found
    await found.close()


@pytest.mark.timeout(400)
async def test_odd_values_are_answered(offices: Offices, subtests: pytest.Subtests) -> None:
    """Random values in any field lead to an answer, never to a failure; a valid request succeeds before and after."""
    taken = 0
    for endpoint in ALL:
        with subtests.test(endpoint.name):
            async with offices.for_calls_of(endpoint) as desk:
                await expect_success(desk, endpoint)
                taken += await send_odd(desk, endpoint)
                if only_reads(endpoint):
                    await expect_success(desk, endpoint)
    for endpoint in DEPRECATED:
        await send_odd(offices.shared(), endpoint)
    assert taken > len(ALL), "hardly any request with odd values was taken: this test has become too odd"


async def expect_success(desk: Desk, endpoint: Endpoint) -> None:
    """A valid request is answered with the method's status."""
    answer = await call(desk, endpoint, sample(endpoint))
    assert answer.status_code == endpoint.status, (answer.status_code, answer.text)


async def send_odd(desk: Desk, endpoint: Endpoint) -> int:
    """Send requests with random values, each of which must be answered; returns how many were accepted."""
    dice = random.Random(endpoint.name)
    taken = 0
    for _ in range(ROUNDS):
        answer = await odd_request(desk, endpoint, dice)
        assert answer.status_code in STATUSES, (answer.request.url, answer.request.content, answer.text)
        taken += answer.status_code in SUCCESSES
    return taken


async def odd_request(desk: Desk, endpoint: Endpoint, dice: random.Random) -> httpx.Response:
    """The valid request, with random values in some of its fields."""
    query: dict[str, str] = {"Limit": "20"}
    body: dict[str, Any] = {}
    path = endpoint.path
    for each in endpoint.parameters:
        value = SAMPLES.get(endpoint.name, {}).get(each.name)
        odd = dice.random() < 0.4
        if each.place == "path":
            shown = dice.choice(("1", "0", "x", "9" * 25)) if odd else str(value)
            path = path.replace(f"{{{each.name}}}", shown)
        elif odd and each.place == "query":
            query[each.name] = dice.choice(ODD)
        elif odd:
            body[each.name] = dice.choice(ODD_JSON)
        elif value is not None:
            (query if each.place == "query" else body)[each.name] = value
    sends = endpoint.verb in ("PUT", "POST")
    return await desk.http.request(endpoint.verb, path, params=query, json=body if sends else None)
