"""What the window says while the program starts slowly."""

from __future__ import annotations

from app.bootstrap.progress import told_when_slow
from app.core.tasks import TaskScope
from tests.support.manual_clock import ManualClock, settle

WORDS = "Preparing the training practice…"


async def test_a_slow_start_is_explained_after_a_second() -> None:
    """The message appears once the work has taken a second, and for quicker work never."""
    clock, said, errors = ManualClock(), list[str](), list[BaseException]()
    scope = TaskScope("start", errors.append)
    with told_when_slow(scope, clock, said.append, WORDS):
        await clock.advance(0.99)
        assert said == []
    await clock.advance(5)
    assert said == []
    with told_when_slow(scope, clock, said.append, WORDS):
        await clock.advance(0.99)
        assert said == []
        await clock.advance(0.02)
        assert said == [WORDS]
        await clock.advance(60)
    assert said == [WORDS]
    await settle()
    await scope.close()
    assert errors == []
