"""The page for staff: it asks for the exit PIN, then shows the state of the kiosk and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.core.clock import Clock
from app.core.tasks import LatestTask, TaskScope
from app.core.text import NO_TEXT, Text, msg
from app.domain.people.pins import MOST_DIGITS

IDLE_SECONDS = 60.0
"""Without a touch for this long, the check-in pages come back."""
WRONG_PIN = msg("That PIN is wrong.")
NO_PIN = msg("This office has no exit PIN yet. Set one at a desk: Check-in, Settings.")


class Verdict(Protocol):
    """What came of a PIN."""

    @property
    def accepted(self) -> bool:
        """Whether it was right."""
        ...

    @property
    def wait_seconds(self) -> int:
        """Until the next try is possible; 0: now."""
        ...


class Pin(Protocol):
    """The exit PIN (`app.services.kiosk.exit_pin`)."""

    @property
    def is_set(self) -> bool:
        """Whether there is one."""
        ...

    @property
    def wait_seconds(self) -> int:
        """Until the next try is possible; 0: now."""
        ...

    async def check(self, pin: str) -> Verdict:
        """Try it."""
        ...

    async def try_to_report(self) -> None:
        """Tell the hub about the tries."""
        ...


class Choice(StrEnum):
    """What staff do at the kiosk."""

    BACK = "back"
    RESET = "reset"
    RESTART = "restart"
    PAIR = "pair"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class StaffPageState:
    """What the page shows. `typed`: how many digits, never which."""

    asks_pin: bool = True
    typed: int = 0
    message: Text = NO_TEXT
    waits: int = 0
    """Seconds until the next try."""
    busy: bool = False
    lines: tuple[tuple[str, str], ...] = ()
    """How the kiosk is: a word and its value."""

    @property
    def can_type(self) -> bool:
        """Whether digits are taken."""
        return self.asks_pin and not self.busy and self.waits == 0


class StaffPageViewModel(QObject):
    """Asks for the PIN each time it is opened, and leaves by itself."""

    state_changed = Signal()
    chosen = Signal(str)
    """A Choice."""

    def __init__(
        self,
        pin: Pin,
        clock: Clock,
        scope: TaskScope,
        lines: Callable[[], tuple[tuple[str, str], ...]],
        parent: QObject | None = None,
    ) -> None:
        """`lines` tells how the kiosk is."""
        super().__init__(parent)
        self._pin = pin
        self._clock = clock
        self._lines = lines
        self._checking = LatestTask(scope)
        self._waiting = LatestTask(scope)
        self._leaving = LatestTask(scope)
        self._digits = ""
        self.state = StaffPageState()

    def open(self) -> None:
        """Begin anew: ask for the PIN."""
        self._digits = ""
        self.state = StaffPageState(message=NO_TEXT if self._pin.is_set else NO_PIN)
        self._wait()
        self.touched()
        self.state_changed.emit()

    def touched(self) -> None:
        """Somebody is at it: stay for another minute."""
        self._leaving.start(self._leave_later(), "staff page")

    def press(self, digit: str) -> None:
        """A digit of the PIN."""
        self.touched()
        if self.state.can_type and self._pin.is_set and digit.isdigit() and len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self._show(typed=len(self._digits), message=NO_TEXT)

    def erase(self) -> None:
        """Take back the last digit."""
        self.touched()
        self._digits = self._digits[:-1]
        self._show(typed=len(self._digits))

    def submit(self) -> None:
        """Try the PIN."""
        self.touched()
        if self.state.can_type and self._digits:
            pin, self._digits = self._digits, ""
            self._show(busy=True, typed=0)
            self._checking.start(self._check(pin), "exit PIN")

    def choose(self, choice: Choice) -> None:
        """Do something; everything but going back needs the PIN."""
        if choice is Choice.BACK or not self.state.asks_pin:
            self.close()
            self.chosen.emit(choice.value)

    def refresh(self) -> None:
        """Something about the kiosk, or the language, has changed."""
        if not self.state.asks_pin:
            self._show(lines=self._lines())

    def close(self) -> None:
        """Forget what was typed, and stop waiting."""
        self._digits = ""
        for task in (self._checking, self._waiting, self._leaving):
            task.cancel()
        self.state = StaffPageState()

    async def _check(self, pin: str) -> None:
        verdict = await self._pin.check(pin)
        if verdict.accepted:
            self._show(asks_pin=False, busy=False, message=NO_TEXT, lines=self._lines())
        else:
            self._show(busy=False, message=WRONG_PIN)
            self._wait()
        await self._pin.try_to_report()

    def _wait(self) -> None:
        if self._pin.wait_seconds:
            self._waiting.start(self._count_down(), "wait")

    async def _count_down(self) -> None:
        while (left := self._pin.wait_seconds) > 0:
            self._show(waits=left, message=wait_words(left))
            await self._clock.sleep(1.0)
        self._show(waits=0, message=NO_TEXT)

    async def _leave_later(self) -> None:
        await self._clock.sleep(IDLE_SECONDS)
        self.state = StaffPageState()
        self._digits = ""
        self._waiting.cancel()
        self.chosen.emit(Choice.BACK.value)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type] # the names are this class's own
        self.state_changed.emit()


def wait_words(seconds: int) -> Text:
    """Until when no PIN is taken: "15 s" or "14:05 min", which is written so in every language."""
    minutes, rest = divmod(seconds, 60)
    left = f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"  # words: units
    return msg("Too many wrong PINs. Try again in {time}.", time=left)
