from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.api.errors import TimedOut, Unreachable
from app.api.hub.link import HubRefused
from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.services.kiosk.heart import FAILURES_UNTIL_OFFLINE, Circumstances, Heart
from app.wire.hub.kiosk import HEARTBEAT, Heartbeat, HeartbeatAnswer, KioskSetup, Order, OrderKind, Step
from tests.support.manual_clock import ManualClock, settle

OFFICE = datetime(2026, 11, 17, 10, 20)
CLOSED = "closed"
"""A setup with which nobody can check in."""


class ScriptedLine:
    """A hub that answers as the test says."""

    def __init__(self) -> None:
        self.beats: list[Heartbeat] = []
        self.orders: tuple[Order, ...] = ()
        self.version = 1
        self.open = True
        self.failure: Exception | None = None

    async def call(self, action: Any, message: Any) -> Any:
        """As Line: an order is given until it is acknowledged."""
        if self.failure is not None:
            raise self.failure
        if action is not HEARTBEAT:
            reason = "" if self.open else "away"
            return KioskSetup(version=self.version, practice="Bright Smiles", open=self.open, reason=reason)
        self.beats.append(message)
        self.orders = tuple(each for each in self.orders if each.order_num not in message.done)
        return HeartbeatAnswer(time=OFFICE, setup_version=self.version, open=self.open, orders=self.orders)


class ScriptedScreen:
    """Notes what it is told."""

    def __init__(self) -> None:
        self.step = Step.WELCOME
        self.told: list[object] = []

    def reset(self) -> None:
        """As Screen."""
        self.told.append("reset")

    def show_message(self, text: str) -> None:
        """As Screen."""
        self.told.append(text)

    def apply_setup(self, setup: KioskSetup) -> None:
        """As Screen."""
        self.told.append(setup.version if setup.open else CLOSED)

    def set_online(self, online: bool) -> None:
        """As Screen."""
        self.told.append(online)


class Kiosk:
    """A heart with its surroundings."""

    def __init__(self) -> None:
        self.line, self.screen = ScriptedLine(), ScriptedScreen()
        self.clock = OfficeClock(ManualClock(OFFICE - timedelta(hours=7)))
        self.restarts: list[tuple[int, ...]] = []
        around = Circumstances(
            "0.1.0", lambda: "", lambda: self.restarts.append(self.line.beats[-1].done), self.keep
        )
        self.heart = Heart(self.line, self.screen, self.clock, around)

    async def keep(self, setup: KioskSetup) -> None:
        """A new setup."""
        self.screen.told.append(f"kept {setup.version}")

    async def lose(self, failure: Exception, beats: int) -> None:
        """So many beats fail."""
        self.line.failure = failure
        for _ in range(beats):
            with pytest.raises(type(failure)):
                await self.heart.beat()


@pytest.fixture
def kiosk() -> Kiosk:
    """A kiosk that has just been started."""
    return Kiosk()


async def test_the_first_beat_reads_the_setup_and_opens(kiosk: Kiosk) -> None:
    """Nothing is known before; afterwards the setup is shown and kept, and patients can check in."""
    await kiosk.heart.beat()
    assert kiosk.screen.told == [1, "kept 1", True]
    await kiosk.heart.beat()
    assert kiosk.screen.told == [1, "kept 1", True]


async def test_a_changed_setup_is_read_again(kiosk: Kiosk) -> None:
    """Its version tells."""
    await kiosk.heart.beat()
    kiosk.line.version = 2
    await kiosk.heart.beat()
    assert kiosk.screen.told[-2:] == [2, "kept 2"]
    assert kiosk.line.beats[-1].setup_version == 1


async def test_the_office_time_is_the_hubs(kiosk: Kiosk) -> None:
    """The PC's clock is seven hours off; what is shown is the office's time."""
    await kiosk.heart.beat()
    assert abs(kiosk.clock.now() - OFFICE) <= timedelta(seconds=1)
    assert kiosk.clock.differs


async def test_orders_are_carried_out_once_and_acknowledged(kiosk: Kiosk) -> None:
    """A message is shown, a reset wipes, and the next beat says that both are done."""
    await kiosk.heart.beat()
    kiosk.line.orders = (
        Order(order_num=7, kind=OrderKind.MESSAGE, text="Back at 1"),
        Order(order_num=8, kind=OrderKind.RESET),
    )
    await kiosk.heart.beat()
    assert kiosk.screen.told[-2:] == ["Back at 1", "reset"]
    assert kiosk.line.beats[-1].done == (7, 8)
    await kiosk.heart.beat()
    assert kiosk.screen.told[-2:] == ["Back at 1", "reset"]
    assert kiosk.line.beats[-1].done == ()


async def test_a_restart_is_acknowledged_before_it_happens(kiosk: Kiosk) -> None:
    """Otherwise it would be ordered again after every restart."""
    kiosk.line.orders = (Order(order_num=3, kind=OrderKind.RESTART),)
    await kiosk.heart.beat()
    assert kiosk.restarts == [(3,)]


async def test_one_lost_beat_sends_nobody_to_the_desk(kiosk: Kiosk) -> None:
    """Several in a row do, and the first that arrives opens again."""
    await kiosk.heart.beat()
    await kiosk.lose(TimedOut("x"), FAILURES_UNTIL_OFFLINE - 1)
    assert kiosk.screen.told[-1] is True
    await kiosk.lose(TimedOut("x"), 1)
    assert kiosk.screen.told[-1] is False
    kiosk.line.failure = None
    await kiosk.heart.beat()
    assert kiosk.screen.told[-1] is True


async def test_a_kiosk_that_never_reached_its_hub_is_closed_at_once(kiosk: Kiosk) -> None:
    """Nothing is promised that was never there."""
    await kiosk.lose(Unreachable("x"), 1)
    assert kiosk.screen.told == [False]


async def test_an_office_that_does_not_answer_its_hub_closes_the_kiosk(kiosk: Kiosk) -> None:
    """The hub answers, and says that check-in does not work now."""
    await kiosk.heart.beat()
    kiosk.line.open = False
    await kiosk.heart.beat()
    assert kiosk.screen.told[-1] is False
    assert kiosk.heart.failure is None


async def test_a_kiosk_that_began_without_its_office_opens_with_it(kiosk: Kiosk) -> None:
    """The setup says whether check-in works, too: it is read again when that changes, in both directions."""
    kiosk.line.open = False
    await kiosk.heart.beat()
    await kiosk.heart.beat()
    assert kiosk.screen.told == [CLOSED, "kept 1", False]
    assert kiosk.heart.closed_because == "away"
    kiosk.line.open = True
    await kiosk.heart.beat()
    await kiosk.heart.beat()
    assert kiosk.screen.told[3:] == [1, "kept 1", True]
    assert kiosk.heart.closed_because == ""
    kiosk.line.open = False
    await kiosk.heart.beat()
    assert kiosk.screen.told[6:] == [CLOSED, "kept 1", False]
    assert kiosk.heart.closed_because == "away"


async def test_a_revoked_token_is_a_failure_like_any_other(kiosk: Kiosk) -> None:
    """The hub's refusal closes the kiosk, and is kept for the staff page."""
    await kiosk.lose(HubRefused("unknown device", 401), 2)
    assert kiosk.screen.told == [False]
    assert isinstance(kiosk.heart.failure, HubRefused)


async def test_a_changed_page_is_told_at_once(kiosk: Kiosk, tasks: TaskScope) -> None:
    """The desk sees the page that a kiosk shows without waiting for the next beat."""
    living = tasks.start(kiosk.heart.live(), "heart")
    await settle()
    before = len(kiosk.line.beats)
    kiosk.heart.page_changed()
    await settle()
    assert len(kiosk.line.beats) == before
    kiosk.screen.step = Step.BIRTHDATE
    kiosk.heart.page_changed()
    await settle()
    assert [each.step for each in kiosk.line.beats[before:]] == [Step.BIRTHDATE]
    living.cancel()
