"""Uploads: their progress, canceling, waiting, and what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from app.practice.server.faults import Fault
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.papers.tabs import choose, over, patients, send, tab_of, uploaded

NewFile = Callable[..., Path]
OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


async def test_progress(documents: DocumentsModel, model: ScheduleScreenViewModel, new_file: NewFile) -> None:
    """A row shows how much of its file has left; that is no trouble for the status line, and closing asks."""
    told: dict[int, list[tuple[int, str]]] = {}
    attention: set[str] = set()
    closing: set[tuple[bool, str]] = set()

    def note(upload_id: int) -> None:
        row = documents.uploads.row(upload_id)
        assert row is not None
        assert row.percent is not None
        told.setdefault(upload_id, []).append((row.percent, row.words))
        if not row.percent or upload_id != min(told):  # what has just begun, or is small, is like any change
            return
        attention.add(model.desk.status.line.attention)
        closing.add((model.desk.closing.may_close, model.desk.closing.words.partition(".")[0]))

    documents.uploads.progressed.connect(note)
    await choose(documents, new_file("x-ray.jpg", 3_000_000), new_file("consent.pdf", 2_000))
    await send(documents)
    await over(documents)
    seen = max(told.values(), key=len)  # the large one: how often the other is told depends on the computer
    percents = [percent for percent, _ in seen]
    assert percents == sorted(percents)
    assert len(set(percents)) > 20
    assert (seen[20][1], seen[-1][1]) == (f"Sending… {seen[20][0]}%", "Waiting for Open Dental…")
    assert attention == {""}
    assert closing == {(False, "A file is being uploaded")}
    assert model.desk.closing.may_close


async def test_an_upload_waits_for_the_office(
    documents: DocumentsModel, served: Served, new_file: NewFile
) -> None:
    """Without a connection it is sealed on this PC and says so; canceled there, it is gone; else it goes later."""
    served.faults.unreachable = True
    await choose(documents, new_file("one.pdf"), new_file("two.pdf"))
    await send(documents)
    await until(
        lambda: (
            sum("Saved on this PC, not" in row.words for row in documents.uploads.rows(documents.pat_num))
            == 2
        )
    )
    first, second = documents.uploads.rows(documents.pat_num)
    assert (first.can_cancel, second.percent) == (True, None)
    documents.uploads.cancel(second.id)
    await until(lambda: [row.id for row in documents.uploads.rows(documents.pat_num)] == [first.id])
    served.faults.unreachable = False
    documents._desk.parts.outbox.settler.hurry()
    await documents._desk.parts.client.probe()
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["one"]


async def test_canceled_while_it_is_sent(
    documents: DocumentsModel, served: Served, new_file: NewFile
) -> None:
    """Before its whole body has left, nothing is saved; after that, it may be saved, and can be undone."""

    def cancel(upload_id: int) -> None:
        row = documents.uploads.row(upload_id)
        if row is not None and row.can_cancel and row.percent is not None and row.percent >= 40:
            documents.uploads.cancel(upload_id)

    documents.uploads.progressed.connect(cancel)
    await choose(documents, new_file("half.pdf", 900_000))
    await send(documents)
    await over(documents)
    assert "Canceled: half. Nothing was saved." in [each.words for each in documents._desk.notices.items]
    documents.uploads.progressed.disconnect(cancel)
    served.faults.plan("Documents.upload", Fault.HANG_AFTER)
    await choose(documents, new_file("whole.pdf", 900_000))
    await send(documents)
    await until(lambda: [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["whole"])
    documents.uploads.cancel(documents.uploads.rows(documents.pat_num)[0].id)
    await until(lambda: any(row.tone == "good" for row in documents.uploads.rows(documents.pat_num)))
    (row,) = documents.uploads.rows(documents.pat_num)
    assert "already saved when you canceled" in row.words
    undo = documents._desk.notices.undoable
    assert undo is not None
    documents._desk.notices.undo(undo.id)
    await until(lambda: not [text for pat, text, _ in uploaded(served) if pat == documents.pat_num])
    assert served.faults.seen.count("Documents.upload") == 1


async def test_a_refused_upload_is_tried_again(
    documents: DocumentsModel, served: Served, new_file: NewFile
) -> None:
    """The office's reason is on the line, and trying again sends the same content."""
    served.sql("UPDATE patient SET PatStatus = 4 WHERE PatNum = ?", documents.pat_num)
    await choose(documents, new_file("one.pdf"))
    await send(documents)
    await until(lambda: any(row.can_retry for row in documents.uploads.rows(documents.pat_num)))
    (row,) = documents.uploads.rows(documents.pat_num)
    assert "deleted" in row.words
    served.sql("UPDATE patient SET PatStatus = 0 WHERE PatNum = ?", documents.pat_num)
    documents.uploads.retry(row.id)
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["one"]


async def test_an_answer_that_is_lost(documents: DocumentsModel, served: Served, new_file: NewFile) -> None:
    """An upload whose answer is lost is checked, not sent again, and is then in the list."""
    served.faults.plan("Documents.upload", Fault.DROP_AFTER)
    await choose(documents, new_file("one.pdf"))
    await send(documents)
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["one"]
    assert served.faults.seen.count("Documents.upload") == 1


async def test_a_file_that_grew_or_went(documents: DocumentsModel, new_file: NewFile, served: Served) -> None:
    """It is looked at again when it is read: nothing is sent, and the line says why."""
    grown, gone = new_file("grown.pdf"), new_file("gone.pdf")
    await choose(documents, grown, gone)
    new_file("grown.pdf", 13_000_000)
    gone.unlink()
    before = uploaded(served)
    await send(documents)
    await until(lambda: [row.tone for row in documents.uploads.rows(documents.pat_num)] == ["alert", "alert"])
    first, second = documents.uploads.rows(documents.pat_num)
    assert "too large" in first.words
    assert "can't be read" in second.words
    for row in (first, second):
        documents.uploads.dismiss(row.id)
    assert (documents.uploads.rows(documents.pat_num), uploaded(served)) == ((), before)


async def test_the_patient_changes_meanwhile(
    documents: DocumentsModel, model: ScheduleScreenViewModel, served: Served, new_file: NewFile
) -> None:
    """Chosen files stay with their patient, and what is under way goes to the patient it was chosen for."""
    first, second = patients(served)
    await choose(documents, new_file("mine.pdf"))
    await send(documents)
    await choose(documents, new_file("later.pdf"))
    await tab_of(model, second, "documents")
    assert documents.staging.files == ()
    await over(documents)
    assert "mine" in [text for pat, text, _ in uploaded(served) if pat == first]
    assert not [text for pat, text, _ in uploaded(served) if pat == second]
    await tab_of(model, first, "documents")
    assert [each.name for each in documents.staging.files] == ["later.pdf"]
    assert any(busy() for busy in model.desk.patient.busy)
