"""Uploads over a real socket through a proxy that cuts them at every point."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.api.modes import Mode, OfficeAddress
from app.core.tasks import TaskScope
from app.journal.dispatcher import STOPPED, TAKEN_BACK
from app.journal.entries import Entry
from app.services.writes.patients.patient_writes import NewDocument
from app.wire.permissions import Permission
from tests.journal.fake_office import until
from tests.journeys.practices import Socket
from tests.services.front_desk import ANN, DONE, NOON, REFUSED, UNKNOWN, WAITING, Desk, Town
from tests.support.between.cutting_proxy import Cut, CuttingProxy, cutting_proxy

PAGES = bytes(range(256)) * 12_000
"""3 MB, which is more than the buffers of a connection hold."""


@pytest.fixture
async def proxy(town: Town) -> AsyncIterator[CuttingProxy]:
    """A proxy between the desk and the office, which is on a port."""
    office = Socket(town.practice(frozenset(Permission)).asgi)
    async with cutting_proxy("/documents/Upload", office.port) as between:
        yield between
    await asyncio.to_thread(office.stop)


@pytest.fixture
async def far_desk(town: Town, proxy: CuttingProxy) -> Desk:
    """A desk behind the proxy. An office that is silent for two seconds counts as silent."""
    address = OfficeAddress(Mode.SERVICE, f"http://127.0.0.1:{proxy.port}/api/v1")
    return await town.desk(address=address, patience=2.0)


def page(number: int, content: bytes = PAGES) -> NewDocument:
    """A document of its own second."""
    return NewDocument(ANN, content, ".tif", f"Page {number}", NOON + timedelta(seconds=number))


def saved(town: Town, new: NewDocument) -> int:
    """How often the office has it, with its whole content."""
    command = "SELECT count(*) FROM document WHERE Description = ? AND length(Note) > ?"
    return int(town.sql(command, new.description, len(new.content) * 4 // 3)[0][0])


async def test_an_upload_cut_at_every_point(town: Town, proxy: CuttingProxy, far_desk: Desk) -> None:
    """Wherever it is cut, it is sent once and settled by looking; a refused one can be sent again."""
    papers = far_desk.patients.papers
    for number, cut in enumerate(Cut):
        new, proxy.cut, proxy.seen = page(number, PAGES[:200_000]), cut, 0
        entry = await papers.upload(new)
        assert entry.state is UNKNOWN, cut
        settled = await town.settled(far_desk)
        assert (settled.id, settled.state) == (entry.id, DONE if cut.arrives else REFUSED), cut
        assert (proxy.seen, saved(town, new)) == (1, int(cut.arrives)), cut
        if not cut.arrives:
            assert (await far_desk.writes.retry(settled)).state is DONE, cut
            assert (proxy.seen, saved(town, new)) == (2, 1), cut


async def test_an_upload_before_it_can_connect(
    town: Town, proxy: CuttingProxy, far_desk: Desk, tasks: TaskScope
) -> None:
    """Without a connection nothing is sent: it waits, and goes out once when the office is back."""
    await proxy.deafen()
    task = tasks.start(far_desk.patients.papers.upload(page(1)), "upload")
    await town.in_time(task.done)
    assert task.result().state is WAITING
    await proxy.listen()
    assert (await town.settled(far_desk)).state is DONE
    assert (proxy.seen, saved(town, page(1))) == (1, 1)


async def test_progress_and_cancel_in_the_middle(
    town: Town, proxy: CuttingProxy, far_desk: Desk, tasks: TaskScope
) -> None:
    """Progress is counted while it is sent; canceled then, nothing more is sent, and it isn't there."""
    parts: list[tuple[int, int]] = []
    sendings, new = far_desk.outbox.sendings, page(1)

    def note(entry_id: int) -> None:
        if (sending := sendings.of(entry_id)) is not None:
            parts.append((sending.sent, sending.total))

    sendings.watch(note)
    proxy.pause = asyncio.Event()
    task = tasks.start(far_desk.patients.papers.upload(new), "upload")
    await proxy.held.wait()
    entry = far_desk.entry()
    assert await far_desk.patients.papers.cancel_upload(entry) == entry
    await until(task.done)
    assert (task.result().state, task.result().outcome) == (UNKNOWN, STOPPED)
    assert parts[0] == (0, 0), "it has left the queue"
    assert 0 < parts[1][0] < parts[-1][0] < parts[-1][1]
    await until(lambda: not far_desk.outbox.journal.unsettled())  # no time passes: it can't arrive any more
    settled = far_desk.entry()
    proxy.pause.set()
    assert (settled.state, proxy.seen, saved(town, new)) == (REFUSED, 1, 0)
    other = await far_desk.patients.papers.upload(page(2))
    assert (other.state, saved(town, page(2))) == (DONE, 1)
    assert parts[-1][0] == parts[-1][1] > len(PAGES)


async def test_uploads_go_one_after_the_other(
    town: Town, proxy: CuttingProxy, far_desk: Desk, tasks: TaskScope
) -> None:
    """The second file is sealed and waits for the first one; canceled then, it is never sent."""
    proxy.pause = asyncio.Event()
    papers = far_desk.patients.papers
    first = tasks.start(papers.upload(page(1)), "first")
    await proxy.held.wait()
    second = tasks.start(papers.upload(page(2)), "second")
    third = tasks.start(papers.upload(page(3)), "third")
    await until(lambda: len(far_desk.outbox.journal.unsettled()) == 3)
    waiting = next(each for each in far_desk.outbox.journal.unsettled() if "Page 2" in str(each.intent.words))
    canceled: Entry = await papers.cancel_upload(waiting)
    assert (canceled.state, canceled.outcome, proxy.seen) == (REFUSED, TAKEN_BACK, 1)
    proxy.pause.set()
    await until(lambda: first.done() and second.done() and third.done())
    assert [saved(town, page(number)) for number in (1, 2, 3)] == [1, 0, 1]


async def test_a_program_that_ends_while_it_sends(
    town: Town, proxy: CuttingProxy, far_desk: Desk, tasks: TaskScope
) -> None:
    """The next run looks, sends nothing by itself, and still has the content to send it again."""
    proxy.pause, new = asyncio.Event(), page(1)
    task = tasks.start(far_desk.patients.papers.upload(new), "upload")
    await proxy.held.wait()
    await far_desk.outbox.close(0)
    far_desk.writes.close()
    await far_desk.outbox.journal.store.close()
    await far_desk.client.aclose()
    task.cancel()
    proxy.pause.set()
    address = OfficeAddress(Mode.SERVICE, f"http://127.0.0.1:{proxy.port}/api/v1")
    again = await town.desk(address=address, patience=2.0)
    await again.outbox.resume()
    settled = await town.settled(again)
    assert (settled.state, proxy.seen, saved(town, new)) == (REFUSED, 1, 0)
    assert (await again.writes.retry(settled)).state is DONE
    assert saved(town, new) == 1
