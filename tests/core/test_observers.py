"""The program's only observer list."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from app.core.observers import Observers


def test_everyone_is_called_in_order() -> None:
    """Callbacks are called in the order they were added, until removed; removing twice is harmless."""
    observers, heard = Observers[int](), list[str]()
    ends = [observers.add(lambda news, who=who: heard.append(f"{who}{news}")) for who in "abb"]
    observers.notify(1)
    ends[1]()
    ends[1]()
    observers.notify(2)
    assert heard == ["a1", "b1", "b1", "a2", "b2"]
    observers.clear()
    observers.notify(3)
    assert (len(heard), bool(observers)) == (5, False)


def test_changes_of_the_list_while_it_is_called() -> None:
    """A callback removed during a notification isn't called any more, and one added is called from the next one on."""
    observers, heard, ends = Observers[int](), list[str](), dict[str, Callable[[], None]]()

    def first(news: int) -> None:
        heard.append(f"first{news}")
        ends["second"]()
        ends.setdefault("third", observers.add(lambda news: heard.append(f"third{news}")))

    observers.add(first)
    ends["second"] = observers.add(lambda news: heard.append(f"second{news}"))
    observers.notify(1)
    assert heard == ["first1"]
    observers.clear()


async def test_a_failing_callback_takes_nobody_with_it() -> None:
    """Called in the next loop iteration, one that raises is reported by the loop, and the others are still called."""
    loop, reported = asyncio.get_running_loop(), list[Any]()
    loop.set_exception_handler(lambda _, context: reported.append(context["exception"]))
    observers, heard = Observers[int](), list[int]()

    def fail(_: int) -> None:
        raise ValueError

    observers.add(fail)
    observers.add(heard.append)
    late = observers.add(heard.append)
    observers.notify_soon(1)
    assert heard == []
    late()
    await asyncio.sleep(0)
    assert heard == [1]
    assert [type(error) for error in reported] == [ValueError]
