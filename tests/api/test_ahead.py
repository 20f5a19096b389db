"""Answers that another process has read: once each, only while they are fresh, and never seen."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.api.ahead import FRESH_SECONDS, Kept, ReadAhead
from app.api.modes import Mode, OfficeAddress
from app.api.transport import Answer
from tests.support.manual_clock import ManualClock

OFFICE = OfficeAddress.standard(Mode.LOCAL)
READ = ReadAhead(
    OFFICE, "developer", "customer", b"s" * 32, [Kept("GET", "http://x/a", None, Answer(200, {}, b"[]"))]
)


class Way:
    """The way to the office: notes what is asked."""

    def __init__(self) -> None:
        self.opened = 0
        self.asked: list[str] = []

    async def open(self) -> Way:
        """Open it."""
        self.opened += 1
        return self

    async def send(
        self, verb: str, url: str, headers: Mapping[str, str], body: bytes | None, timeout: float
    ) -> Answer:
        """Answer anything."""
        self.asked.append(url)
        return Answer(204, {}, b"")

    async def aclose(self) -> None:
        """Nothing to close."""


async def test_an_answer_is_used_once() -> None:
    """The first equal request gets what was read; the second one, and every other, goes to the office."""
    way = Way()
    transport = READ.transport(way.open, ManualClock())
    assert (await transport.send("GET", "http://x/a", {}, None, 1)).status == 200
    assert way.opened == 0
    for verb, url in (("GET", "http://x/a"), ("PUT", "http://x/a"), ("GET", "http://x/b")):
        assert (await transport.send(verb, url, {}, None, 1)).status == 204
    assert (way.opened, len(way.asked)) == (1, 3)
    await transport.aclose()


async def test_an_old_answer_is_not_used() -> None:
    """What was read longer ago than a start takes is asked for again."""
    way, clock = Way(), ManualClock()
    transport = READ.transport(way.open, clock)
    await clock.advance(FRESH_SECONDS)
    assert (await transport.send("GET", "http://x/a", {}, None, 1)).status == 204


@pytest.mark.parametrize("cut", [0, 1, 40, -1])
def test_a_message_that_is_cut_off(cut: int) -> None:
    """Half a message is none."""
    packed = READ.packed()
    assert ReadAhead.unpacked(packed) == READ
    assert ReadAhead.unpacked(packed[:cut]) is None


def test_what_was_read_is_not_printed() -> None:
    """Neither keys nor patients show where the message is printed."""
    for shown in (repr(READ), str(READ), f"{READ}"):
        assert shown == "ReadAhead(hidden)"
