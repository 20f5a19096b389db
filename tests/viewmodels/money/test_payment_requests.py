"""How much a payment asks the office: nothing for its preview, one request to post it, two reads after it."""

from __future__ import annotations

from app.domain.money.preview import Way
from app.viewmodels.staff.money.payment.state import Phase
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.owing import owing
from tests.support.paying import open_panel, post
from tests.support.qt_loop import until

WRITES = ("Payments.create", "Payments.allocate")
FOLLOWING = ("Signalods", "Subscriptions", "Appointments", "Schedules", "Patients")
"""The requests by which a desk follows the office, whatever is done at it."""


async def test_a_payment_asks_little(model: ScheduleScreenViewModel, served: Served) -> None:
    """Typing sends nothing; exact amounts take one POST and one PUT; then the strip and a look for a twin are read."""
    panel = await open_panel(model.desk, owing(served))
    status, board = model.desk.parts.client, model.desk.parts.tasks()
    await until(lambda: board.reading.is_complete and not board.people.unknown)  # the start is over
    await until(lambda: not status.status.waiting and not status.status.in_flight)
    seen = served.faults.seen
    seen.clear()
    panel.entries.choose_way(Way.PROCEDURES)
    for text in ("5", "50", "50.", "50.0", "50.05"):
        panel.entries.type_text("amount", text)
    for debt in panel.account.open_debts[:2]:
        assert debt.thing is not None
        panel.entries.tick(debt.thing, on=True)
    first, second = panel.state.draft.exact
    panel.entries.type_exact(first, "25.02")
    panel.entries.type_exact(second, "25.03")
    assert _asked(seen) == []
    await post(panel)
    await until(lambda: seen.count("Payments.list") == 2)  # before it, and the look for another desk's
    asked = _asked(seen)
    assert [each for each in asked if each in WRITES] == list(WRITES)
    assert len(_asked(_before_the_signal(seen))) <= 2, seen
    assert panel.state.phase is Phase.DONE
    panel.start_over()
    await until(lambda: panel.state.family is not None and not panel.state.account_words)


def _before_the_signal(seen: list[str]) -> list[str]:
    """What was asked after the last write; the office's own signal about it makes a desk read once more."""
    after = seen[max(at for at, each in enumerate(seen) if each in WRITES) + 1 :]
    signals = (at for at, each in enumerate(after) if each.startswith("Signalods"))
    return after[: next(signals, len(after))]


def _asked(seen: list[str]) -> list[str]:
    return [each for each in seen if not each.startswith(FOLLOWING)]
