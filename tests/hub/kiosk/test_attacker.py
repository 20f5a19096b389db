"""Somebody with kiosks' tokens guesses names and birthdates."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta

import msgspec
import pytest

from app.api.hub.link import HubLink
from app.domain.kiosk.tries import MOST_OF_DEVICE, SPAN
from app.hub.handling import Asker
from app.hub.kiosk.doors import Doors
from app.hub.kiosk.identify import FAILURE_SECONDS, identify
from app.hub.server.app import make_app
from app.practice.server.app import Practice
from app.practice.server.faults import Faults
from app.wire.hub.actions import Kind
from app.wire.hub.check_in import CheckInRules
from app.wire.hub.kiosk import IDENTIFY, Identified, Identify, Outcome
from tests.journeys.practices import TEN_TWENTY
from tests.support.bench_office import SteppingClock
from tests.support.hub_office import HubOffice
from tests.support.waiting_room import BORN, HALF_PAST_TEN, KioskClock, WaitingRoom

TRIES = 10_000
TOKENS = 4
WHOLE_WAY = 10
"""One of so many tries goes through the whole application, whose answers are compared to the byte."""
LETTERS = ("sm", "jo", "wi", "br", "da", "mi", "an", "ga", "ro", "ma")
NOISE = 1.5
"""Medians of equal times on a busy machine differ by less. The next step of the clock is twice as long."""
ROUNDS = 3
"""A computer that stalls delays some answers by a step now and then, not the same ones each time."""

Ask = Callable[[str, Identify], Awaitable[bytes]]
Typed = dict[str, Identify]


class AttackClock(SteppingClock):
    """Skips the wait for a failure's answer, so that ten thousand cost only their work; the hub's own tasks sleep."""

    def now(self) -> datetime:
        """Local date and time."""
        return TEN_TWENTY + timedelta(seconds=self.monotonic())

    async def sleep(self, seconds: float) -> None:
        """Skip a wait."""
        task = asyncio.current_task()
        if seconds > FAILURE_SECONDS or (task is not None and ":" in task.get_name()):
            await asyncio.Event().wait()
        await super().sleep(seconds)


def asks(hub: HubOffice) -> Ask:
    """Asks the hub's application in this process, without a network: status, headers and body of its answer."""
    app = make_app(hub.hub)

    async def ask(token: str, asked: Identify) -> bytes:
        said: list[bytes] = []
        scope = {
            "type": "http",
            "method": "POST",
            "path": IDENTIFY.path,
            "root_path": "",
            "scheme": "https",
            "query_string": b"",
            "headers": [(b"authorization", b"Bearer " + token.encode())],
            "client": ("127.0.0.1", 1),
        }

        async def receive() -> dict[str, object]:
            return {"type": "http.request", "body": msgspec.json.encode(asked), "more_body": False}

        async def send(message: dict[str, object]) -> None:
            kept = {name: value for name, value in message.items() if name in ("status", "headers", "body")}
            said.append(repr(kept).encode())

        await app(scope, receive, send)  # type: ignore[arg-type]
        return b"\n".join(said)

    return ask


async def arranged(room: WaitingRoom) -> Typed:
    """A patient for each reason why somebody is not found; what they type."""
    await room.expected(born=BORN)
    await room.expected(HALF_PAST_TEN + timedelta(days=1), born=BORN + timedelta(days=1))
    await room.expected(HALF_PAST_TEN + timedelta(hours=5), born=BORN + timedelta(days=2))
    for first in ("Ada", "Ben"):
        await room.expected(born=BORN + timedelta(days=3), first=first)
    desk = await room.patient(born=BORN + timedelta(days=4))
    await room.book(desk)
    await room.rules(CheckInRules(desk_patients=(desk,)))
    days = {
        "no such birthdate": 90,
        "not today": 1,
        "outside the window": 2,
        "twins": 3,
        "must see the desk": 4,
    }
    typed = {
        reason: Identify(birthdate=BORN + timedelta(days=number), letters="oka")
        for reason, number in days.items()
    }
    return typed | {"wrong letters": Identify(birthdate=BORN, letters="smi")}


class TestWithoutWaiting:
    """By a clock that skips the waits."""

    @pytest.fixture
    def clock(self) -> AttackClock:
        """The office's and the hub's clock."""
        return AttackClock()

    async def test_ten_thousand_guesses_yield_nothing(
        self, hub: HubOffice, practice: Practice, clock: AttackClock
    ) -> None:
        """From several tokens, with a patient's right data while they are locked: two answers, equal to the byte."""
        async with WaitingRoom.open(hub, practice, clock) as room:  # type: ignore[arg-type]
            await room.expected()
            ask = asks(hub)
            days = (date(1930, 1, 1) + timedelta(days=number) for number in range(TRIES))
            guesses = (Identify(birthdate=born, letters=letters) for born in days for letters in LETTERS)
            whole: Counter[bytes] = Counter()
            inside: Counter[Identified] = Counter()

            doors = hub.hub.part(Doors)
            right: dict[int, bool] = {}

            async def attack(device_num: int, token: str) -> None:
                asker = Asker(device_num, "", Kind.KIOSK, "")
                for number in range(TRIES // TOKENS):
                    if number % WHOLE_WAY == 0:
                        whole[await ask(token, next(guesses))] += 1
                        continue
                    asked = next(guesses)
                    if doors.is_locked(device_num, clock.utc()):
                        asked, right[device_num] = Identify(birthdate=BORN, letters="oka"), True
                    inside[await identify.serve(hub.hub, asker, asked)] += 1

            tokens = [await hub.token(Kind.KIOSK, f"Kiosk {number}") for number in range(TOKENS)]
            began = clock.monotonic()
            await asyncio.gather(*(attack(number, token) for number, token in enumerate(tokens, 3)))
            spans = (clock.monotonic() - began) / SPAN.total_seconds() + 1
            assert whole.total() + inside.total() == TRIES
            assert len(right) == TOKENS
            assert inside.keys() == {
                Identified(outcome=Outcome.AGAIN),
                Identified(outcome=Outcome.SEE_DESK),
            }
            assert {Outcome.SEE_DESK.value.encode() in each for each in whole} == {True, False}
            assert len(whole) == 2
            counted = inside[Identified(outcome=Outcome.AGAIN)] * 3 / 2
            assert counted <= 2 * MOST_OF_DEVICE * TOKENS * spans

    async def test_every_failure_is_the_same_work(
        self, hub: HubOffice, practice: Practice, clock: AttackClock, faults: Faults
    ) -> None:
        """The same requests to the office, the same answers to the byte, and by the hub's clock the same time."""
        async with WaitingRoom.open(hub, practice, clock) as room:  # type: ignore[arg-type]
            typed = await arranged(room)
            ask = asks(hub)
            seen: set[object] = set()
            for reason, asked in typed.items():
                token = await hub.token(Kind.KIOSK, reason)
                clock.step(90)
                faults.seen.clear()
                began = clock.monotonic()
                answers = [await ask(token, asked) for _ in range(3)]
                seen.add((tuple(answers), tuple(sorted(faults.seen)), round(clock.monotonic() - began, 6)))
            assert len(seen) == 1


async def test_every_failure_takes_the_same_time(room: WaitingRoom, clock: KioskClock) -> None:
    """Over TLS, compared by medians, as an attacker would: a difference that the hub makes is there each time."""
    typed = await arranged(room)
    kiosks = {reason: await room.hub.kiosk(reason) for reason in typed}
    clock.hurries = False
    clock.run(0.5)  # a step is a second, so that a busy machine too is ready before its end

    async def spent(kiosk: HubLink, asked: Identify) -> float:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            assert (await kiosk.call(IDENTIFY, asked)).outcome is not Outcome.OK
            times.append(time.perf_counter() - began)
        return statistics.median(times)

    found = []
    for _ in range(ROUNDS):
        medians = await asyncio.gather(*(spent(kiosks[reason], asked) for reason, asked in typed.items()))
        found.append(dict(zip(typed, medians, strict=True)))
        if max(medians) < NOISE * min(medians):
            return
    pytest.fail(f"each time some failures took longer: {found}")
