"""Whatever is sent, the practice answers, and with a status of the documentation."""

from __future__ import annotations

import random
from typing import Any

import pytest

from app.wire.catalog import endpoints
from app.wire.endpoint import Endpoint
from tests.practice.conftest import Desk
from tests.practice.samples import SAMPLES

STATUSES = {200, 201, 400, 401, 404, 410}
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


@pytest.mark.parametrize("endpoint", endpoints(), ids=lambda each: each.name)
async def test_odd_values_are_answered(desk: Desk, endpoint: Endpoint) -> None:
    """Odd values in any field lead to an answer, never to a failure of the server."""
    dice = random.Random(endpoint.name)
    for _ in range(25):
        query: dict[str, str] = {"Limit": "20"}
        body: dict[str, Any] = {}
        path = endpoint.path
        for each in endpoint.parameters:
            value = SAMPLES.get(endpoint.name, {}).get(each.name)
            odd = dice.random() < 0.4
            if each.place == "path":
                path = path.replace(
                    f"{{{each.name}}}", dice.choice(("1", "0", "x", "9" * 25)) if odd else str(value)
                )
            elif odd and each.place == "query":
                query[each.name] = dice.choice(ODD)
            elif odd:
                body[each.name] = dice.choice(ODD_JSON)
            elif value is not None:
                (query if each.place == "query" else body)[each.name] = value
        sends = endpoint.verb in ("PUT", "POST")
        answer = await desk.http.request(endpoint.verb, path, params=query, json=body if sends else None)
        assert answer.status_code in STATUSES, (query, body, answer.status_code, answer.text)
