from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import argon2
import pytest

from app.api.errors import Unreachable
from app.domain.people.pins import FREE_TRIES, WAITS
from app.services.kiosk.exit_pin import ENTRY, ExitPin
from app.services.kiosk.kept import TRIES, Kept
from app.services.people.hashing import Argon2Hashing
from app.services.people.secrets import SecretsInMemory
from app.wire.hub.kiosk import EXIT_PIN, StaffExit
from app.wire.hub.kiosk import ExitPin as ExitPinReply
from tests.support.manual_clock import ManualClock

PIN, WRONG = "2794", "1111"
HASHING = Argon2Hashing(argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
HASHED = HASHING.hash(PIN)


class ScriptedLine:
    """A hub that has this hash, or does not answer."""

    def __init__(self, hashed: str = HASHED) -> None:
        self.hashed = hashed
        self.online = True
        self.told: list[StaffExit] = []

    async def call(self, action: Any, message: Any) -> Any:
        """As Line."""
        if not self.online:
            raise Unreachable(action.path)
        if action is EXIT_PIN:
            return ExitPinReply(hashed=self.hashed)
        self.told.append(message)
        return None


class Kiosk:
    """One kiosk over several starts of its program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secrets = SecretsInMemory()
        self.line = ScriptedLine()
        self.clock = ManualClock(datetime(2026, 11, 17, 10, 0))

    def start(self) -> ExitPin:
        """A new start of the program."""
        pin = ExitPin(Kept(self.folder, self.secrets), self.secrets, HASHING, self.clock)
        pin.connect(self.line)
        return pin


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """A kiosk whose office has set an exit PIN."""
    return Kiosk(tmp_path)


async def wrong(pin: ExitPin, times: int) -> int:
    """Try a wrong PIN so often, waiting as long as asked; returns the last wait."""
    for _ in range(times):
        verdict = await pin.check(WRONG)
        assert not verdict.accepted
    return pin.wait_seconds


async def test_the_right_pin_opens_and_is_logged(kiosk: Kiosk) -> None:
    """An accepted PIN is told to the hub, without the PIN."""
    pin = kiosk.start()
    await pin.refresh()
    assert (await pin.check(PIN)).accepted
    await pin.report()
    assert kiosk.line.told == [StaffExit(accepted=True)]


async def test_without_an_exit_pin_nothing_opens(kiosk: Kiosk) -> None:
    """An office that has set none: no PIN is right, not even an empty one."""
    kiosk.line.hashed = ""
    pin = kiosk.start()
    await pin.refresh()
    assert not pin.is_set
    assert not (await pin.check("")).accepted
    assert not (await pin.check(PIN)).accepted


async def test_wrong_pins_wait_longer_and_longer(kiosk: Kiosk) -> None:
    """After the free tries each wrong PIN waits as at the desk, and the right one is not even looked at meanwhile."""
    pin = kiosk.start()
    await pin.refresh()
    assert await wrong(pin, FREE_TRIES) == WAITS[0].total_seconds()
    assert not (await pin.check(PIN)).accepted
    await kiosk.clock.advance(WAITS[0].total_seconds())
    assert await wrong(pin, 1) == WAITS[1].total_seconds()
    await kiosk.clock.advance(WAITS[1].total_seconds())
    assert (await pin.check(PIN)).accepted
    assert pin.wait_seconds == 0


async def test_a_restart_does_not_shorten_the_wait(kiosk: Kiosk) -> None:
    """Neither ending the program nor setting the PC's clock gives new tries."""
    pin = kiosk.start()
    await pin.refresh()
    await wrong(pin, FREE_TRIES)
    await kiosk.clock.advance(WAITS[0].total_seconds() - 1)
    again = kiosk.start()
    await again.recall()
    assert again.wait_seconds == WAITS[0].total_seconds()
    assert not (await again.check(PIN)).accepted


async def test_a_try_counts_before_it_is_checked(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is ended while the hash is computed has used up the try."""
    pin = kiosk.start()
    await pin.refresh()
    monkeypatch.setattr(HASHING, "fits", _die)
    for _ in range(FREE_TRIES):
        with pytest.raises(InterruptedError):
            await pin.check(WRONG)
    assert kiosk.start().wait_seconds == WAITS[0].total_seconds()


async def test_the_exit_works_without_a_network(kiosk: Kiosk) -> None:
    """The hash comes from the vault, and the use of the PIN is told once the hub is back, over a restart."""
    await kiosk.start().refresh()
    kiosk.line.online = False
    offline = kiosk.start()
    await offline.recall()
    assert (await offline.check(PIN)).accepted
    await offline.try_to_report()
    assert kiosk.line.told == []
    kiosk.line.online = True
    await kiosk.start().refresh()
    assert kiosk.line.told == [StaffExit(accepted=True)]


async def test_a_pin_that_the_office_removed_opens_nothing_any_more(kiosk: Kiosk) -> None:
    """An empty hash replaces the kept one."""
    pin = kiosk.start()
    await pin.refresh()
    kiosk.line.hashed = ""
    await pin.refresh()
    assert ENTRY not in kiosk.secrets.kept
    assert not (await pin.check(PIN)).accepted


async def test_files_hold_neither_pin_nor_hash(kiosk: Kiosk) -> None:
    """The disk has a count of wrong PINs; the hash is in the vault only."""
    pin = kiosk.start()
    await pin.refresh()
    await pin.check(WRONG)
    written = (kiosk.folder / TRIES).read_text()
    assert PIN not in written
    assert WRONG not in written
    assert "argon2" not in written


async def test_a_damaged_file_of_tries_opens_nothing(kiosk: Kiosk) -> None:
    """It is as good as none: no wait, and the PIN is still asked."""
    pin = kiosk.start()
    await pin.refresh()
    for text in ("", "[]", '{"failures": "x", "unreported": [1, [true]]}', '{"failures": -4}'):
        (kiosk.folder / TRIES).write_text(text)
        again = kiosk.start()
        await again.recall()
        assert not (await again.check(WRONG)).accepted


def _die(*_: object) -> bool:
    raise InterruptedError
