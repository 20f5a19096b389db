"""Printable keys outside any field: a single key, or the beginning of a name."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from app.core.tasks import TaskScope
from app.viewmodels.command import AsyncCommand, CommandSet, CommandSpec
from app.viewmodels.typed_keys import QUIET_SECONDS, TypedKeys
from tests.support.manual_clock import ManualClock


class Keyboard:
    """Commands on the keys A, S and +, and the results of pressed keys."""

    def __init__(self, scope: TaskScope) -> None:
        self.clock = ManualClock()
        self.selected = 1
        self.did: list[tuple[str, int]] = []
        self.searched: list[str] = []
        commands = CommandSet()
        for letter in ("A", "S", "+"):
            spec = CommandSpec(letter, letter, letter)
            commands.add(
                [AsyncCommand(spec, scope, self._work(letter), about=lambda: (self.selected, self.selected))]
            )
        self.typed = TypedKeys(commands, self.clock, scope)
        self.typed.search_asked.connect(self.searched.append)

    def _work(self, letter: str):
        async def work(selected: int) -> None:
            self.did.append((letter, selected))

        return work


@pytest.fixture
async def keyboard(qapp: QApplication) -> AsyncIterator[Keyboard]:
    """Three keys with commands."""
    scope = TaskScope("test", [].append)
    yield Keyboard(scope)
    await scope.close()


async def test_one_key_acts_after_a_quiet_moment(keyboard: Keyboard) -> None:
    """A single key runs its command once no other key can belong to it, and no earlier."""
    keyboard.typed.press("a")
    await keyboard.clock.advance(QUIET_SECONDS * 0.9)
    assert keyboard.did == []
    await keyboard.clock.advance(QUIET_SECONDS * 0.2)
    assert keyboard.did == [("A", 1)]
    keyboard.typed.press("s")
    await keyboard.clock.advance(1)
    assert keyboard.did == [("A", 1), ("S", 1)]
    assert keyboard.searched == []


@pytest.mark.parametrize(
    "typed", ["sandra", "as", "a.", "smith-jones", "5551234", "qu", "Sandra", "ana sofia"]
)
async def test_fast_typing_searches(keyboard: Keyboard, typed: str) -> None:
    """Keys in quick succession start the search with all of them, and run nothing."""
    for text in typed:
        keyboard.typed.press(text, capital=text.isupper())
        await keyboard.clock.advance(QUIET_SECONDS / 2)
        if keyboard.searched:  # the field has the focus from here on
            break
    await keyboard.clock.advance(1)
    assert keyboard.did == []
    assert len(keyboard.searched) == 1
    assert typed.startswith(keyboard.searched[0])


async def test_a_key_acts_on_what_was_selected(keyboard: Keyboard) -> None:
    """The selection at the time of the key press counts, whatever is selected when the command starts."""
    keyboard.typed.press("a")
    keyboard.selected = 2
    await keyboard.clock.advance(1)
    assert keyboard.did == [("A", 1)]


async def test_a_canceled_key_does_nothing(keyboard: Keyboard) -> None:
    """A key withdrawn in time does nothing, and is not part of what is typed next."""
    keyboard.typed.press("a")
    keyboard.typed.cancel()
    keyboard.typed.press("s")
    await keyboard.clock.advance(1)
    assert keyboard.did == [("S", 1)]


async def test_signs_alone_search_nothing(keyboard: Keyboard) -> None:
    """A space or a sign without a command does nothing by itself."""
    for text in (" ", ".", "/"):
        keyboard.typed.press(text)
        await keyboard.clock.advance(1)
    assert keyboard.did == []
    assert keyboard.searched == []


async def test_an_arrow_key_is_no_letter_of_a_name(keyboard: Keyboard) -> None:
    """A key that writes nothing ends the pause: the letter's command runs first, once, on what was selected."""
    keyboard.typed.press("a")
    keyboard.typed.decide()
    assert keyboard.did == [("A", 1)]
    keyboard.selected = 2
    keyboard.typed.decide()
    await keyboard.clock.advance(1)
    assert keyboard.did == [("A", 1)]
    keyboard.typed.press("s")
    keyboard.typed.press("m")
    keyboard.typed.decide()
    assert keyboard.did == [("A", 1)]
    assert keyboard.searched == ["sm"]
