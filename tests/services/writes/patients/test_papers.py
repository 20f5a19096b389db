"""Documents are uploaded once whatever fails, and forms are added and filled."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any

import pytest

from app.core.tasks import TaskScope
from app.journal.entries import Entry
from app.practice.server.faults import Fault
from app.services.writes.contents import CONTENT
from app.services.writes.errors import CannotWrite
from app.services.writes.patients.document import MOST_BYTES
from app.services.writes.patients.patient_writes import NewDocument, check_file
from app.services.writes.patients.sheet import ADD_SHEET
from app.wire.permissions import Permission
from tests.practice import office_papers
from tests.services.conftest import OpenTown
from tests.services.front_desk import ANN, DONE, NOON, REFUSED, UNKNOWN, WAITING, Desk, Town

PAGE = b"%PDF-1.4 a consent" * 50
SCAN = NewDocument(ANN, PAGE, ".pdf", "Consent", NOON, office_papers.LETTERS)
IN_NOTE = f"_rawBase64_:.pdf{base64.b64encode(PAGE).decode()}"


def uploaded(town: Town) -> list[tuple[Any, ...]]:
    """The documents of that description: category and content as the office keeps it."""
    return town.sql("SELECT DocCategory, Note FROM document WHERE Description = 'Consent'")


async def kept(desk: Desk, entry: Entry) -> bool:
    """Whether the content is still on this PC."""
    return await desk.outbox.journal.store.documents.get(entry.intent.context[CONTENT]) is not None


async def waiting(town: Town, desk: Desk, tasks: TaskScope) -> Entry:
    """Upload while the office can't be reached."""
    town.faults.unreachable = True
    task = tasks.start(desk.patients.papers.upload(SCAN), "upload")
    await town.in_time(task.done)
    return task.result()


async def test_a_document_is_uploaded_and_undone(desk: Desk, town: Town) -> None:
    """It has its category, date and content; the undo deletes it; this PC keeps no copy; the journal stays small."""
    entry = await desk.patients.papers.upload(SCAN)
    assert (entry.state, str(entry.intent.words)) == (DONE, "Consent uploaded for Berg, Ann")
    assert uploaded(town) == [(office_papers.LETTERS, IN_NOTE)]
    await town.settled(desk)
    assert "rawBase64" not in entry.intent.arguments
    undone = await desk.writes.undo(entry)
    assert (undone.state, uploaded(town)) == (DONE, [])
    assert not await kept(desk, entry)


async def test_an_office_that_deletes_no_document(desk: Desk, town: Town) -> None:
    """Before 24.2.32 no undo is offered, and asked for one it says where the document is deleted."""
    entry = await desk.patients.papers.upload(SCAN)
    assert desk.writes.can_undo(entry)
    desk.client.learn(desk.client.capabilities.with_version("24.2.31"))
    assert not desk.writes.can_undo(entry)
    with pytest.raises(
        CannotWrite, match=r"can't be undone here\. Delete it in Open Dental's Imaging module\."
    ):
        await desk.writes.undo(entry)
    assert len(uploaded(town)) == 1


@pytest.mark.parametrize(
    ("fault", "done"),
    [(Fault.DROP_BEFORE, False), (Fault.DROP_AFTER, True), (Fault.TIMEOUT_AFTER, True), (Fault.TIMEOUT_BEFORE, False),
     (Fault.GARBAGE, True)],
)  # fmt: skip
@pytest.mark.parametrize("queries", [True, False])
async def test_an_upload_cut_at_any_point(town: Town, fault: Fault, done: bool, queries: bool) -> None:
    """It is settled by looking, sent once, and its content is kept until it is settled or given up."""
    permissions = frozenset(Permission) if queries else frozenset(Permission) - {Permission.QUERIES}
    desk = await town.desk(permissions=permissions)
    town.faults.plan("Documents.upload", fault)
    entry = await desk.patients.papers.upload(SCAN)
    assert (entry.state, await kept(desk, entry)) == (UNKNOWN, True)
    settled = await town.settled(desk)
    assert (settled.id, settled.state) == (entry.id, DONE if done else REFUSED)
    assert (town.faults.seen.count("Documents.upload"), len(uploaded(town))) == (1, int(done))
    if not done:
        again = await desk.writes.retry(settled)
        assert (again.state, uploaded(town)) == (DONE, [(office_papers.LETTERS, IN_NOTE)])
        await town.in_time(lambda: desk.outbox.journal.open_entries() == ())


async def test_an_upload_waits_for_the_office_and_a_restart(town: Town, tasks: TaskScope) -> None:
    """Without a connection it waits sealed on this PC, and the next start sends it."""
    first = await town.desk("front")
    entry = await waiting(town, first, tasks)
    assert entry.state is WAITING
    await first.outbox.close(0)
    first.writes.close()
    await first.outbox.journal.store.close()
    assert PAGE not in (town.folder / "front.db").read_bytes()
    town.faults.unreachable = False
    second = await town.desk("front")
    await second.outbox.resume()
    assert (await town.settled(second)).state is DONE
    assert uploaded(town) == [(office_papers.LETTERS, IN_NOTE)]


async def test_a_waiting_upload_is_canceled(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """What was not sent yet can be canceled; its content is deleted."""
    entry = await waiting(town, desk, tasks)
    await desk.patients.papers.cancel_upload(entry)
    town.faults.unreachable = False
    await town.settled(desk)
    assert (uploaded(town), await kept(desk, entry)) == ([], False)


async def test_a_content_that_is_gone(desk: Desk, town: Town, tasks: TaskScope) -> None:
    """If the content is no longer on this PC, nothing is sent and the file has to be chosen again."""
    entry = await waiting(town, desk, tasks)
    await desk.writes.contents.delete(entry.intent.context[CONTENT])
    town.faults.unreachable = False
    settled = await town.settled(desk)
    assert (settled.state, "Choose the file again" in str(settled.outcome)) == (REFUSED, True)
    assert "Documents.upload" not in town.faults.seen


async def test_a_file_that_the_api_does_not_take(desk: Desk, town: Town) -> None:
    """A file that is too large, empty or without extension is named before anything is sent."""
    for extension, size, words in ((".pdf", 60_000_000, "60 MB"), (".pdf", 0, "empty"), ("", 5, "extension")):
        with pytest.raises(CannotWrite, match=words):
            check_file(extension, size)
    check_file(".jpeg", MOST_BYTES)
    town.faults.seen.clear()
    with pytest.raises(CannotWrite):
        await desk.patients.papers.upload(NewDocument(ANN, b"", ".pdf", "Empty", NOON))
    assert town.faults.seen == []


async def test_two_documents_of_one_minute(desk: Desk, town: Town) -> None:
    """Two pages scanned one after the other are two documents; the same one sent twice is one."""
    await desk.patients.papers.upload(SCAN)
    await desk.patients.papers.upload(NewDocument(ANN, PAGE, ".pdf", "Consent", NOON + timedelta(seconds=1)))
    assert len(uploaded(town)) == 2
    again = await desk.patients.papers.upload(SCAN)
    await town.settled(desk)
    assert (str(again.outcome), len(uploaded(town))) == ("Open Dental already had this.", 2)


async def test_a_form_is_added_and_filled(open_town: OpenTown) -> None:
    """A new form is added beside the old one, its input fields are filled, and what can't be filled says so."""
    town = open_town("25.3.36")
    desk = await town.desk()
    form = next(
        each for each in await desk.client.sheet_defs.list() if each.SheetDefNum == office_papers.FORM
    )
    town.faults.plan("Sheets.create", Fault.TIMEOUT_AFTER)
    entry = await desk.patients.papers.add_sheet(ANN, form)
    settled = await town.settled(desk)
    assert (entry.state, settled.state, str(entry.intent.words)) == (
        UNKNOWN, DONE, "Registration added for Berg, Ann",
    )  # fmt: skip
    number = (settled.answer or {})["SheetNum"]
    assert number != office_papers.SIGNED_SHEET
    fields = {each.FieldName: each for each in await desk.client.sheet_fields.list(SheetNum=number)}
    filled = await desk.patients.papers.fill_sheet(ANN, fields["LName"], "Berg-Moss")
    assert (filled.state, (filled.answer or {})["FieldValue"]) == (DONE, "Berg-Moss")
    assert (await desk.writes.undo(filled)).state is DONE
    signature = next(each for each in fields.values() if each.FieldType.value == "SigBox")
    with pytest.raises(CannotWrite, match="can't be filled"):
        await desk.patients.papers.fill_sheet(ANN, signature, "x")
    assert ADD_SHEET.undo(settled) is None
