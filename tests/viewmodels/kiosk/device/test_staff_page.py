from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from app.core.tasks import TaskScope
from app.services.kiosk.exit_pin import Verdict
from app.viewmodels.kiosk.device.staff_page import IDLE_SECONDS, Choice, StaffPageViewModel
from tests.support.manual_clock import ManualClock, settle

PIN = "2794"


class ScriptedPin:
    """An exit PIN whose waits the test sets."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self._until = 0.0
        self.next_wait = 0
        self.is_set = True
        self.reported = 0
        self.tried: list[str] = []

    @property
    def wait_seconds(self) -> int:
        """As Pin."""
        return max(0, round(self._until - self._clock.monotonic()))

    async def check(self, pin: str) -> Verdict:
        """As Pin."""
        self.tried.append(pin)
        if pin != PIN:
            self._until = self._clock.monotonic() + self.next_wait
        return Verdict(pin == PIN, self.wait_seconds)

    async def try_to_report(self) -> None:
        """As Pin."""
        self.reported += 1


class Page:
    """The page's viewmodel, as staff use it."""

    def __init__(self, tasks: TaskScope) -> None:
        self.clock = ManualClock()
        self.pin = ScriptedPin(self.clock)
        self.model = StaffPageViewModel(self.pin, self.clock, tasks, lambda: (("Hub", "connected"),))
        self.chosen: list[str] = []
        self.model.chosen.connect(self.chosen.append)
        self.model.open()

    async def enter(self, pin: str) -> None:
        """Type a PIN and confirm it."""
        for digit in pin:
            self.model.press(digit)
        self.model.submit()
        await settle()


@pytest.fixture
async def page(qapp: QApplication, tasks: TaskScope) -> AsyncIterator[Page]:
    """A page that has just been opened."""
    made = Page(tasks)
    yield made
    made.model.close()


async def test_the_right_pin_shows_the_kiosk_and_its_choices(page: Page) -> None:
    """The state of the kiosk is shown only after the PIN, and the use of the PIN is reported."""
    assert page.model.state.lines == ()
    await page.enter(PIN)
    assert not page.model.state.asks_pin
    assert page.model.state.lines == (("Hub", "connected"),)
    assert page.pin.reported == 1
    page.model.choose(Choice.CLOSE)
    assert page.chosen == [Choice.CLOSE]


async def test_nothing_but_going_back_is_possible_without_the_pin(page: Page) -> None:
    """A choice before the PIN is ignored."""
    for choice in Choice:
        if choice is not Choice.BACK:
            page.model.choose(choice)
    assert page.chosen == []
    page.model.choose(Choice.BACK)
    assert page.chosen == [Choice.BACK]


async def test_the_state_never_has_the_digits(page: Page) -> None:
    """Only how many were typed."""
    for digit in PIN:
        page.model.press(digit)
    assert page.model.state.typed == len(PIN)
    assert PIN not in repr(page.model.state)
    page.model.erase()
    assert page.model.state.typed == len(PIN) - 1


async def test_a_wrong_pin_is_told_and_a_wait_is_counted_down(page: Page) -> None:
    """While it counts, no digit is taken; then the page asks again."""
    await page.enter("1111")
    assert "wrong" in str(page.model.state.message)
    page.pin.next_wait = 15
    await page.enter("1112")
    assert page.model.state.waits == 15
    await page.enter(PIN)
    assert page.pin.tried == ["1111", "1112"]
    await page.clock.advance(5)
    assert page.model.state.waits == 10
    await page.clock.advance(10)
    assert page.model.state.waits == 0
    await page.enter(PIN)
    assert not page.model.state.asks_pin


async def test_without_a_pin_the_page_says_where_to_set_one(page: Page) -> None:
    """Nothing can be typed."""
    page.pin.is_set = False
    page.model.open()
    assert "Set one at a desk" in str(page.model.state.message)
    await page.enter(PIN)
    assert page.pin.tried == []


async def test_an_untouched_page_goes_back_by_itself(page: Page) -> None:
    """Also after the right PIN: an open menu is not left to the next patient."""
    await page.enter(PIN)
    await page.clock.advance(IDLE_SECONDS - 1)
    assert page.chosen == []
    page.model.touched()
    await page.clock.advance(IDLE_SECONDS)
    assert page.chosen == [Choice.BACK]
    assert page.model.state.asks_pin


async def test_opening_again_asks_for_the_pin_again(page: Page) -> None:
    """A right PIN is good for one visit to the page."""
    await page.enter(PIN)
    page.model.choose(Choice.BACK)
    page.model.open()
    assert page.model.state.asks_pin
    page.model.refresh()
    assert page.model.state.lines == ()
