"""The outbox: order, waiting, refusals."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from app.api.errors import (
    KeyRefused,
    PermissionMissing,
    ServerFault,
    TooManyRequests,
    Unreachable,
    Unreadable,
)
from app.core.tasks import TaskScope
from app.journal.entries import WriteState
from app.journal.errors import Closing
from app.journal.outbox import Outbox
from app.wire.permissions import Permission
from tests.journal.conftest import Start
from tests.journal.fake_office import FakeOffice, JournalClock, change, until


def states(outbox: Outbox) -> dict[str, WriteState]:
    """The state of the latest write on each subject."""
    return {entry.intent.subject: entry.state for entry in reversed(outbox.journal.recent(99))}


async def test_a_write_is_done(outbox: Outbox, office: FakeOffice):
    """An accepted write is done, with its answer, the row seen before it, and its user."""
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.answer, entry.seen, entry.who) == (
        WriteState.DONE,
        {"value": 2},
        {"value": 1},
        "Ann",
    )
    assert office.rows["a"] == {"value": 2}


async def test_it_is_on_disk_before_it_is_sent(outbox: Outbox, office: FakeOffice):
    """When the request is sent, the journal already has SENT."""
    seen: list[WriteState] = []

    async def look(arguments: dict[str, Any]) -> Any:
        seen.extend(states(outbox).values())
        return office.change(arguments)

    office.next_send = look
    await outbox.write(change("a", 1, 2))
    assert seen == [WriteState.SENT]


async def test_another_users_change_is_not_overwritten(outbox: Outbox, office: FakeOffice):
    """A row changed by someone else is left alone, and both versions are kept."""
    office.rows["a"] = {"value": 7}
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.conflict, entry.intent.before) == (
        WriteState.REFUSED,
        {"value": 7},
        {"value": 1},
    )
    assert office.sent == []


async def test_a_write_that_is_already_done_is_not_sent(outbox: Outbox, office: FakeOffice):
    """A row that already has the wanted values makes the write done without sending it."""
    office.rows["a"] = {"value": 2}
    assert (await outbox.write(change("a", 1, 2))).state is WriteState.DONE
    assert office.sent == []


async def test_a_refusal_keeps_its_explanation(outbox: Outbox, office: FakeOffice):
    """Open Dental's own reason reaches the outcome."""
    office.next_send = office.refuse
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.REFUSED
    assert "Op is invalid." in str(entry.outcome)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyRefused("Paper.read", explanation="Disabled.", status=401), "refused the API key"),
        (PermissionMissing("Paper.read", permission=Permission.COMM), "permission Comm"),
        (Unreadable("Paper.read"), "nothing was sent"),
    ],
)
async def test_a_check_that_is_refused(outbox: Outbox, office: FakeOffice, error: Exception, words: str):
    """If the row may not be read again, the write is refused with a sentence and not sent."""
    office.read_fails = error
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.REFUSED
    assert words in str(entry.outcome)
    assert office.sent == []


async def test_a_double_click_is_one_write(outbox: Outbox, office: FakeOffice):
    """The same write requested twice at once is one entry, sent once, and both callers get the same result."""
    one, two = await asyncio.gather(outbox.write(change("a", 1, 2)), outbox.write(change("a", 1, 2)))
    assert one == two
    assert len(office.sent) == 1


async def test_writes_of_one_subject_go_in_order(outbox: Outbox, office: FakeOffice):
    """Changes made faster than the office answers are queued, each guarded by the previous one's result."""
    entries = await asyncio.gather(*(outbox.write(change("a", 1, value)) for value in (2, 3, 4)))
    assert [entry.state for entry in entries] == [WriteState.DONE] * 3
    assert [each["fields"]["value"] for each in office.sent] == [2, 3, 4]


async def test_order_is_kept_across_subjects_that_share_a_day(
    outbox: Outbox, office: FakeOffice, desk: TaskScope
):
    """Writes that share a key wait for each other; one that shares nothing doesn't."""
    gate = asyncio.Event()

    async def slow(arguments: dict[str, Any]) -> Any:
        await gate.wait()
        return office.change(arguments)

    office.next_send = slow
    first = desk.start(outbox.write(change("a", 1, 2, "day")), "write")
    await until(lambda: len(office.sent) == 1)
    second = desk.start(outbox.write(change("b", 1, 2, "day")), "write")
    assert (await outbox.write(change("c", 1, 2, "other day"))).state is WriteState.DONE
    assert states(outbox)["b"] is WriteState.WAITING
    gate.set()
    await asyncio.gather(first, second)
    assert [each["subject"] for each in office.sent] == ["a", "c", "b"]


async def test_what_follows_a_refused_write_is_not_forced(outbox: Outbox, office: FakeOffice):
    """A change queued behind a refused one fails its guard: it was made for a row that never existed."""
    office.next_send = office.refuse
    first, second = await asyncio.gather(outbox.write(change("a", 1, 2)), outbox.write(change("a", 1, 3)))
    assert (first.state, second.state) == (WriteState.REFUSED, WriteState.REFUSED)
    assert office.rows["a"] == {"value": 1}


async def test_without_the_office_writes_wait_and_go_out_in_order(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """While the office is down writes wait on disk; when the client is connected they are sent, oldest first."""
    office.connect(connected=False)
    for subject in ("b", "a", "c"):
        entry = await outbox.write(change(subject, 1, 2, "day"))
        assert entry.state is WriteState.WAITING
    assert (await outbox.write(change("a", 1, 3, "day"))).state is WriteState.WAITING
    assert office.sent == []
    office.connect(connected=True)
    await until(lambda: not outbox.journal.unsettled())
    assert [(each["subject"], each["fields"]["value"]) for each in office.sent] == [
        ("b", 2),
        ("a", 2),
        ("c", 2),
        ("a", 3),
    ]
    assert {entry.state for entry in outbox.journal.recent(9)} == {WriteState.DONE}


async def test_a_broken_line_is_tried_again_in_time(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """Even without a notification that the line is back, it is probed periodically, with one write at a time."""
    office.up = False
    await outbox.write(change("a", 1, 2))
    await outbox.write(change("b", 1, 2))
    tries = office.reads
    await until(lambda: clock.sleeping)
    clock.pass_time(5)
    await until(lambda: office.reads == tries + 1 and clock.sleeping)
    office.up = True
    clock.pass_time(100)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == office.rows["b"] == {"value": 2}


async def test_an_unsent_write_waits_again(outbox: Outbox, office: FakeOffice, clock: JournalClock):
    """A connection lost between check and request leaves the write waiting, and it is sent later."""

    async def unreachable(_: dict[str, Any]) -> Any:
        raise Unreachable("Paper.write")

    office.next_send = unreachable
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.sent_at, entry.attempts) == (WriteState.WAITING, None, 1)
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


@pytest.mark.parametrize("place", ["check", "send"])
async def test_too_many_requests_waits_as_told(
    outbox: Outbox, office: FakeOffice, clock: JournalClock, place: str
):
    """A 429 did nothing: the write waits as long as the office says, then is sent; others don't have to wait."""
    busy = TooManyRequests("Paper.write", retry_after=30)

    async def too_many(_: dict[str, Any]) -> Any:
        raise busy

    if place == "check":
        office.read_fails = busy
    else:
        office.next_send = too_many
    assert (await outbox.write(change("a", 1, 2))).state is WriteState.WAITING
    office.read_fails = None
    assert (await outbox.write(change("b", 1, 2))).state is WriteState.DONE
    await until(lambda: clock.sleeping)
    clock.pass_time(29)
    assert states(outbox)["a"] is WriteState.WAITING
    clock.pass_time(2)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


async def test_a_check_that_fails_does_not_hold_others(
    outbox: Outbox, office: FakeOffice, clock: JournalClock
):
    """A row that the office fails to read holds only its own write."""
    office.read_fails = ServerFault("Paper.read", status=500)
    assert (await outbox.write(change("a", 1, 2))).state is WriteState.WAITING
    office.read_fails = None
    assert (await outbox.write(change("b", 1, 2))).state is WriteState.DONE
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


async def test_waiting_writes_survive_a_restart(start: Start, office: FakeOffice):
    """What waits when the program ends is sent at the next start, in order."""
    outbox = await start()
    office.up = False
    await outbox.write(change("a", 1, 2))
    await outbox.write(change("a", 1, 3))
    outbox = await start()
    office.up = True
    await outbox.resume()
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 3}
    assert [each["fields"]["value"] for each in office.sent] == [2, 3]


async def test_a_caller_who_goes_away_stops_nothing(outbox: Outbox, office: FakeOffice, desk: TaskScope):
    """Closing a screen while its write is in flight doesn't cancel the write."""
    gate = asyncio.Event()

    async def slow(arguments: dict[str, Any]) -> Any:
        await gate.wait()
        return office.change(arguments)

    office.next_send = slow
    writing = desk.start(outbox.write(change("a", 1, 2)), "write")
    await until(lambda: len(office.sent) == 1)
    writing.cancel()
    gate.set()
    await until(lambda: states(outbox).get("a") is WriteState.DONE)


async def test_a_refused_write_stays_until_someone_has_read_it(outbox: Outbox, office: FakeOffice):
    """A refused write is among the open entries until it is dismissed."""
    office.next_send = office.refuse
    entry = await outbox.write(change("a", 1, 2))
    assert [each.id for each in outbox.journal.open_entries()] == [entry.id]
    outbox.dismiss(entry.id)
    await until(lambda: not outbox.journal.open_entries())


async def test_an_unknown_kind_is_refused(outbox: Outbox, office: FakeOffice):
    """A write whose kind is known only to another version is not sent."""
    entry = await outbox.write(change("a", 1, 2, kind="from the future"))
    assert entry.state is WriteState.REFUSED
    assert office.sent == []


async def test_nothing_is_taken_on_while_closing(outbox: Outbox):
    """A click after the outbox was closed is refused with a sentence, not lost silently."""
    await outbox.close()
    with pytest.raises(Closing):
        await outbox.write(change("a", 1, 2))
