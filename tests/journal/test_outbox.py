from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.api.errors import (
    ConnectionLost,
    GatewayTimeout,
    KeyRefused,
    PermissionMissing,
    ServerFault,
    TimedOut,
    TooManyRequests,
    Unreachable,
    Unreadable,
)
from app.core.tasks import TaskScope
from app.journal.entries import WriteState
from app.journal.errors import Closing, JournalFailed, NotPossible, StillSettling
from app.journal.outbox import Outbox
from app.wire.permissions import Permission
from tests.journal.conftest import Start
from tests.journal.paper_office import HandClock, PaperOffice, change, until


def states(outbox: Outbox) -> dict[str, WriteState]:
    """The state of the latest write on each subject."""
    return {entry.intent.subject: entry.state for entry in reversed(outbox.journal.recent(99))}


async def test_a_write_is_done(outbox: Outbox, office: PaperOffice):
    """A write that the office takes is done, with its answer, what was seen before it, and who made it."""
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.answer, entry.seen, entry.who) == (
        WriteState.DONE,
        {"value": 2},
        {"value": 1},
        "Ann",
    )
    assert office.rows["a"] == {"value": 2}


async def test_it_is_on_disk_before_it_is_sent(outbox: Outbox, office: PaperOffice):
    """When the request leaves, the journal already says that it was sent."""
    seen: list[WriteState] = []

    async def look(arguments: dict[str, Any]) -> Any:
        seen.extend(states(outbox).values())
        return office.change(arguments)

    office.next_send = look
    await outbox.write(change("a", 1, 2))
    assert seen == [WriteState.SENT]


async def test_nobody_is_overwritten(outbox: Outbox, office: PaperOffice):
    """A row that someone else changed is left alone, and both versions are kept."""
    office.rows["a"] = {"value": 7}
    entry = await outbox.write(change("a", 1, 2))
    assert (entry.state, entry.conflict, entry.intent.before) == (
        WriteState.REFUSED,
        {"value": 7},
        {"value": 1},
    )
    assert office.sent == []


async def test_what_is_so_already_is_not_sent(outbox: Outbox, office: PaperOffice):
    """A row that already shows what is wanted makes the write done without sending it."""
    office.rows["a"] = {"value": 2}
    assert (await outbox.write(change("a", 1, 2))).state is WriteState.DONE
    assert office.sent == []


async def test_a_refusal_keeps_its_explanation(outbox: Outbox, office: PaperOffice):
    """Open Dental's own text of why not reaches the outcome."""
    office.next_send = office.refuse
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.REFUSED
    assert "Op is invalid." in entry.outcome


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (KeyRefused("Paper.read", explanation="Disabled.", status=401), "refused the key"),
        (PermissionMissing("Paper.read", permission=Permission.COMM), "permission Comm"),
        (Unreadable("Paper.read"), "nothing was sent"),
    ],
)
async def test_a_check_that_is_refused(outbox: Outbox, office: PaperOffice, error: Exception, words: str):
    """When the row may not be read again, the write is refused in words and not sent."""
    office.read_fails = error
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.REFUSED
    assert words in entry.outcome
    assert office.sent == []


LOSSES = [TimedOut, ConnectionLost, GatewayTimeout, ServerFault, Unreadable]


@pytest.mark.parametrize("loss", LOSSES)
async def test_a_lost_answer_is_settled_by_reading(
    outbox: Outbox, office: PaperOffice, loss: type[Exception]
):
    """A write whose answer was lost is unknown until reading back shows it done; it went out once."""

    async def lose(arguments: dict[str, Any]) -> Any:
        office.change(arguments)
        raise loss("Paper.write")

    office.next_send = lose
    entry = await outbox.write(change("a", 1, 2))
    assert entry.state is WriteState.UNKNOWN
    await until(lambda: states(outbox)["a"] is WriteState.DONE)
    assert len(office.sent) == 1
    assert (await outbox.journal.get(entry.id)).answer == {"value": 2}


async def test_not_done_is_believed_only_after_the_window(
    outbox: Outbox, office: PaperOffice, clock: HandClock
):
    """A write that never arrived is unknown for 90 s, then refused as not done; it is never sent again."""
    office.next_send = office.lose_before
    await outbox.write(change("a", 1, 2))
    for _ in range(8):
        await until(lambda: clock.sleeping)
        clock.pass_time(11)
        assert states(outbox)["a"] is WriteState.UNKNOWN
    await until(lambda: clock.sleeping)
    clock.pass_time(11)
    await until(lambda: states(outbox)["a"] is WriteState.REFUSED)
    assert "not done" in outbox.journal.recent(1)[0].outcome
    assert len(office.sent) == 1


async def test_a_late_write_is_seen(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """A write that the office does a minute after its 504 is found done."""
    office.next_send = office.lose_before
    await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    office.change(office.sent[0])
    clock.pass_time(61)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


async def test_what_reading_cannot_tell_asks_a_person(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """A row that shows neither version stays unknown after the window; a person decides."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    office.rows["a"] = {"value": 9}
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: outbox.asks(entry.id))
    asked = await outbox.journal.get(entry.id)
    assert (asked.state, asked.conflict) == (WriteState.UNKNOWN, {"value": 9})
    assert "look in Open Dental" in asked.outcome
    decided = await outbox.decide(entry.id, done=False)
    assert (decided.state, decided.dismissed) == (WriteState.REFUSED, True)
    assert outbox.blocked("a") is None


async def test_looking_on_demand(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """A person may ask for a look at once instead of waiting for the next."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    await until(lambda: clock.sleeping)
    assert (await outbox.settle(entry.id)).state is WriteState.UNKNOWN
    office.change(office.sent[0])
    assert (await outbox.settle(entry.id)).state is WriteState.DONE


async def test_a_second_try_is_blocked_while_unknown(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """Nothing more is accepted on a subject whose last write is unknown; other subjects go on."""
    office.next_send = office.lose_before
    entry = await outbox.write(change("a", 1, 2))
    for again in (change("a", 1, 2), change("a", 1, 3)):
        with pytest.raises(StillSettling) as blocked:
            await outbox.write(again)
        assert blocked.value.entry.id == entry.id
    assert outbox.blocked("a") is not None
    assert (await outbox.write(change("b", 1, 2))).state is WriteState.DONE
    assert len(office.sent) == 2


async def test_a_double_click_is_one_write(outbox: Outbox, office: PaperOffice):
    """The same write asked for twice at once is one entry, sent once, and both callers hear the same."""
    one, two = await asyncio.gather(outbox.write(change("a", 1, 2)), outbox.write(change("a", 1, 2)))
    assert one == two
    assert len(office.sent) == 1


async def test_writes_of_one_subject_go_in_order(outbox: Outbox, office: PaperOffice):
    """Changes made faster than the office answers follow each other, each guarded by what the last made."""
    entries = await asyncio.gather(*(outbox.write(change("a", 1, value)) for value in (2, 3, 4)))
    assert [entry.state for entry in entries] == [WriteState.DONE] * 3
    assert [each["fields"]["value"] for each in office.sent] == [2, 3, 4]


async def test_order_is_kept_across_subjects_that_share_a_day(
    outbox: Outbox, office: PaperOffice, desk: TaskScope
):
    """Writes that name a common thing wait for each other; one that shares nothing does not."""
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


async def test_what_follows_a_refused_write_is_not_forced(outbox: Outbox, office: PaperOffice):
    """A change behind a refused one meets its guard: it was made for a row that never came to be."""
    office.next_send = office.refuse
    first, second = await asyncio.gather(outbox.write(change("a", 1, 2)), outbox.write(change("a", 1, 3)))
    assert (first.state, second.state) == (WriteState.REFUSED, WriteState.REFUSED)
    assert office.rows["a"] == {"value": 1}


async def test_without_the_office_writes_wait_and_go_out_in_order(
    outbox: Outbox, office: PaperOffice, clock: HandClock
):
    """While the office is gone writes wait on disk; when the client is connected they go, oldest first."""
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


async def test_a_broken_line_is_tried_again_in_time(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """Also when nobody says that the line is back, it is tried now and then, with one write at a time."""
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


async def test_what_never_left_goes_back_to_waiting(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """A line that breaks between check and request leaves the write waiting, and it goes out later."""

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
    outbox: Outbox, office: PaperOffice, clock: HandClock, place: str
):
    """A 429 did nothing: the write waits as long as the office says, then goes out; others need not wait."""
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


async def test_a_check_that_fails_does_not_hold_others(outbox: Outbox, office: PaperOffice, clock: HandClock):
    """A row that the office fails to read keeps its own write waiting, not everybody's."""
    office.read_fails = ServerFault("Paper.read", status=500)
    assert (await outbox.write(change("a", 1, 2))).state is WriteState.WAITING
    office.read_fails = None
    assert (await outbox.write(change("b", 1, 2))).state is WriteState.DONE
    await until(lambda: clock.sleeping)
    clock.pass_time(100)
    await until(lambda: states(outbox)["a"] is WriteState.DONE)


async def test_waiting_writes_survive_a_restart(start: Start, office: PaperOffice):
    """What waits when the program ends goes out at the next start, in order."""
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


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_crash_after_sending_is_settled_at_the_next_start(
    start: Start, office: PaperOffice, clock: HandClock, desk: TaskScope, arrives: bool
):
    """A program that dies between sending and the answer finds out at its next start, by reading."""
    outbox = await start()

    async def never_answers(arguments: dict[str, Any]) -> Any:
        if arrives:
            office.change(arguments)
        await asyncio.Event().wait()

    office.next_send = never_answers
    writing = desk.start(outbox.write(change("a", 1, 2)), "write")
    await until(lambda: len(office.sent) == 1)
    writing.cancel()
    outbox = await start()
    assert states(outbox)["a"] is WriteState.SENT
    clock.pass_time(60)
    await outbox.resume()
    await until(lambda: clock.sleeping or not outbox.journal.unsettled())
    if not arrives:
        assert states(outbox)["a"] is WriteState.UNKNOWN
        clock.pass_time(31)
    await until(lambda: not outbox.journal.unsettled())
    assert states(outbox)["a"] is (WriteState.DONE if arrives else WriteState.REFUSED)
    assert len(office.sent) == 1


async def test_unknown_is_settled_when_the_office_is_back(
    outbox: Outbox, office: PaperOffice, clock: HandClock, desk: TaskScope
):
    """An unknown write is read back once the office can be reached, and what waits behind it follows."""

    async def lose_and_go(arguments: dict[str, Any]) -> Any:
        office.up = False
        return await office.lose_after(arguments)

    office.next_send = lose_and_go
    first = desk.start(outbox.write(change("a", 1, 2)), "write")
    second = desk.start(outbox.write(change("a", 1, 3)), "write")
    assert [(await each).state for each in (first, second)] == [WriteState.UNKNOWN, WriteState.WAITING]
    await until(lambda: clock.sleeping)
    office.up = True
    clock.pass_time(5)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 3}


async def test_a_caller_who_goes_away_stops_nothing(outbox: Outbox, office: PaperOffice, desk: TaskScope):
    """A screen that closes while its write is under way does not take the write with it."""
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


async def test_a_waiting_write_can_be_taken_back(outbox: Outbox, office: PaperOffice):
    """A write that was not sent yet is taken back without a trace in the office; the last one first."""
    office.connect(connected=False)
    first = await outbox.write(change("a", 1, 2))
    second = await outbox.write(change("a", 1, 3))
    with pytest.raises(NotPossible):
        await outbox.withdraw(first.id)
    taken = await outbox.withdraw(second.id)
    assert (taken.state, taken.dismissed) == (WriteState.REFUSED, True)
    office.connect(connected=True)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 2}
    with pytest.raises(NotPossible):
        await outbox.withdraw(first.id)


async def test_a_refused_write_stays_until_someone_has_read_it(outbox: Outbox, office: PaperOffice):
    """A refused write is among the open entries until it is put away."""
    office.next_send = office.refuse
    entry = await outbox.write(change("a", 1, 2))
    assert [each.id for each in outbox.journal.open_entries()] == [entry.id]
    outbox.dismiss(entry.id)
    await until(lambda: not outbox.journal.open_entries())


async def test_an_unknown_kind_is_refused(outbox: Outbox, office: PaperOffice):
    """A write that only another version of the program knows how to check is not sent."""
    entry = await outbox.write(change("a", 1, 2, kind="from the future"))
    assert entry.state is WriteState.REFUSED
    assert office.sent == []


async def fail_to_store(*_: Any) -> Any:
    """A disk that has just become full."""
    raise JournalFailed("SQLITE_FULL")


async def test_nothing_is_sent_that_cannot_be_written_down(
    outbox: Outbox, office: PaperOffice, errors: list[BaseException], monkeypatch: pytest.MonkeyPatch
):
    """When the disk refuses the entry or its SENT, nothing leaves, and somebody is told."""
    with monkeypatch.context() as full:
        full.setattr(outbox.journal, "add", fail_to_store)
        with pytest.raises(JournalFailed):
            await outbox.write(change("a", 1, 2))
    with monkeypatch.context() as full:
        full.setattr(outbox.journal, "advance", fail_to_store)
        assert (await outbox.write(change("a", 1, 2))).state is WriteState.WAITING
    assert [type(error) for error in errors] == [JournalFailed]
    assert office.sent == []


async def test_an_answer_that_cannot_be_written_down_is_read_back(
    outbox: Outbox, office: PaperOffice, clock: HandClock, errors: list[BaseException], desk: TaskScope
):
    """When the disk fails just after sending, the write is settled by reading, not sent again."""
    advance = outbox.journal.advance
    failing: list[Callable[..., Awaitable[Any]]] = []

    async def done_fails(entry_id: int, state: WriteState, *rest: Any) -> Any:
        if state is WriteState.DONE and not failing:
            failing.append(advance)
            raise JournalFailed("SQLITE_FULL")
        return await advance(entry_id, state, *rest)

    outbox.journal.advance = done_fails  # type: ignore[method-assign]
    writing = desk.start(outbox.write(change("a", 1, 2)), "write")
    await until(lambda: clock.sleeping)
    assert not writing.done()
    clock.pass_time(5)
    await until(writing.done)
    assert writing.result().state is WriteState.UNKNOWN
    await until(lambda: states(outbox)["a"] is WriteState.DONE)
    assert len(errors) == len(office.sent) == 1


async def test_what_stands_behind_an_unknown_write_waits(
    outbox: Outbox, office: PaperOffice, clock: HandClock, desk: TaskScope
):
    """A change made before the one ahead of it became unknown goes out only once that one is settled."""
    office.next_send = office.lose_before
    first = desk.start(outbox.write(change("a", 1, 2)), "write")
    second = desk.start(outbox.write(change("a", 1, 3)), "write")
    await until(lambda: first.done() and second.done() and clock.sleeping)
    assert [each.result().state for each in (first, second)] == [WriteState.UNKNOWN, WriteState.WAITING]
    office.change(office.sent[0])
    clock.pass_time(61)
    await until(lambda: not outbox.journal.unsettled())
    assert office.rows["a"] == {"value": 3}


async def test_nothing_is_taken_on_while_closing(outbox: Outbox):
    """A click that comes after the outbox was closed is refused in words, not lost in silence."""
    await outbox.close()
    with pytest.raises(Closing):
        await outbox.write(change("a", 1, 2))
