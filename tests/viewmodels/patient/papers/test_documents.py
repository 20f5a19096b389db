"""The Documents tab: what is listed, and what is uploaded for whom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from app.core.text import msg
from app.practice.server.faults import Fault
from app.services.scanning import Scan, ScanFailed
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.wire.permissions import Permission
from tests.journeys.practices import ALL, Practices, Served
from tests.support.qt_loop import until
from tests.viewmodels.patient.papers.tabs import patients, tab_of

NewFile = Callable[..., Path]
OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


def uploaded(served: Served) -> list[tuple[int, str, int]]:
    """Patient, description and category of the documents that nobody opened yet, in their order."""
    return served.sql(
        "SELECT PatNum, Description, DocCategory FROM document WHERE Note LIKE '%rawBase64%' ORDER BY 1, 2"
    )


async def choose(tab: DocumentsModel, *paths: Path) -> None:
    """Choose files and wait until they have been looked at."""
    count = len(tab.staging.files) + len(paths)
    tab.add_paths(paths)
    await until(lambda: len(tab.staging.files) == count)


async def send(tab: DocumentsModel) -> None:
    """Upload what is chosen, without waiting for it."""
    tab.upload.run()
    await until(lambda: not tab.upload.running)


async def over(tab: DocumentsModel) -> None:
    """Wait until nothing is uploaded any more."""
    await until(lambda: not tab.uploads.rows(tab.pat_num) and not tab.uploads.elsewhere(tab.pat_num))


async def test_the_list_is_by_category(documents: DocumentsModel, served: Served) -> None:
    """Documents and mounts by category, newest first in each, with type and size where the office has the file."""
    rows = documents.table.model.rows
    assert [row.category for row in rows] == sorted(row.category for row in rows)
    assert {row.type for row in rows} >= {"PNG", "Mount"}
    assert all((row.size is None) is (row.type == "Mount") for row in rows)
    documents.table.filter("x-ray")
    assert {row.category for row in documents.table.model.rows} == {"X-rays"}
    assert documents.staging.files == ()
    assert documents.refused == ""


async def test_several_files_at_once(documents: DocumentsModel, served: Served, new_file: NewFile) -> None:
    """Two files of the same name are two documents with their own descriptions, in the chosen category."""
    await choose(documents, new_file("card.jpg", folder="a"), new_file("card.jpg", folder="b"))
    one, two = documents.staging.files
    documents.staging.describe(two.id, "Card, back")
    category = documents.categories.choices[-1].value
    documents.staging.choose_category(category)
    await send(documents)
    await over(documents)
    mine = [(pat, text, kind) for pat, text, kind in uploaded(served) if pat == documents.pat_num]
    assert mine == [(documents.pat_num, "card", category), (documents.pat_num, "Card, back", category)]
    await until(lambda: sum(row.type == "JPG" for row in documents.table.model.rows) == 2)
    assert documents.staging.files == ()
    assert documents._desk.notices.undoable is not None
    assert one.id != two.id


async def test_progress(documents: DocumentsModel, model: ScheduleScreenViewModel, new_file: NewFile) -> None:
    """A row shows how much of its file has left; a file that is being sent, or waits for its turn, is no trouble."""
    seen: list[tuple[int, str]] = []
    attention: set[str] = set()

    def note(upload_id: int) -> None:
        row = documents.uploads.row(upload_id)
        assert row is not None
        assert row.percent is not None
        seen.append((row.percent, row.words))
        attention.add(model.desk.status.line.attention)

    documents.uploads.progressed.connect(note)
    await choose(documents, new_file("x-ray.jpg", 3_000_000), new_file("consent.pdf", 2_000))
    await send(documents)
    await over(documents)
    percents = [percent for percent, _ in seen]
    assert percents == sorted(percents)
    assert len(set(percents)) > 20
    assert (seen[20][1], seen[-1][1]) == (f"Sending… {seen[20][0]}%", "Waiting for Open Dental…")
    assert attention == {""}


async def test_what_cannot_be_uploaded_is_said_before(
    documents: DocumentsModel, new_file: NewFile, served: Served
) -> None:
    """60 MB, no extension, nothing in it, a folder, a file that is gone: each says why, and the others go."""
    large = new_file("panorama.tif", 60_000_000)
    gone = large.parent / "gone.pdf"
    await choose(
        documents,
        large,
        new_file("LICENSE"),
        new_file("empty.pdf", 0),
        large.parent,
        gone,
        new_file("ok.pdf"),
    )
    problems = [each.problem for each in documents.staging.files]
    for words, problem in zip(
        ("60 MB", "extension", "empty", "folder", "can't be read", ""), problems, strict=True
    ):
        assert words in problem
        assert bool(words) is bool(problem)
    await send(documents)
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["ok"]
    assert len(documents.staging.files) == 5
    assert not documents.upload.can_run
    documents.staging.discard()
    assert documents.staging.files == ()


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


async def test_an_upload_waits_for_the_office(
    documents: DocumentsModel, served: Served, new_file: NewFile
) -> None:
    """Without a connection it is sealed on this PC and says so; canceled there, it is gone; else it goes later."""
    served.faults.unreachable = True
    await choose(documents, new_file("one.pdf"), new_file("two.pdf"))
    await send(documents)
    await until(lambda: sum("Sealed" in row.words for row in documents.uploads.rows(documents.pat_num)) == 2)
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


async def test_a_key_without_documents(
    open_practice: Practices, new_file: NewFile, open_desk: OpenDesk
) -> None:
    """The list is there, the missing permission is named, and nothing can be chosen."""
    served = open_practice(permissions=ALL - {Permission.DOCUMENTS})
    model = await open_desk(served)
    tab = await tab_of(model, patients(served)[0], "documents")
    assert tab.table.model.rows
    assert "Documents" in tab.refused
    assert not tab.add.can_run
    tab.add_paths([new_file("one.pdf")])
    tab.add_picture(b"png")
    assert tab.staging.files == ()
    assert "Documents" in model.desk.notices.items[-1].words


async def test_the_clipboard_and_the_scanner(documents: DocumentsModel, served: Served) -> None:
    """A picture of either is a file with the time as its name; without one, it is said."""
    documents.add_picture(b"")
    assert "no picture" in documents._desk.notices.items[-1].words
    documents.add_picture(b"\x89PNG picture")

    class Pages:
        """Two scans: a page, then a failure."""

        def __init__(self) -> None:
            self.left: list[Scan | None] = [Scan(b"\xff\xd8\xff page", ".jpg"), None]

        async def scan(self) -> Scan | None:
            """The next one."""
            if not self.left:
                raise ScanFailed(msg("No scanner was found."))
            return self.left.pop(0)

    assert documents.scanner is None
    documents.scanner = Pages()
    for _ in range(3):
        documents.scan.run()
        await until(lambda: not documents.scan.running)
    assert documents._desk.notices.items[-1].words == "No scanner was found."
    assert [(each.extension, each.description) for each in documents.staging.files] == [
        (".png", "Pasted picture"),
        (".jpg", "Scan"),
    ]
    await send(documents)
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == [
        "Pasted picture",
        "Scan",
    ]


async def test_an_answer_that_is_lost(documents: DocumentsModel, served: Served, new_file: NewFile) -> None:
    """An upload whose answer is lost is checked, not sent again, and is then in the list."""
    served.faults.plan("Documents.upload", Fault.DROP_AFTER)
    await choose(documents, new_file("one.pdf"))
    await send(documents)
    await over(documents)
    assert [text for pat, text, _ in uploaded(served) if pat == documents.pat_num] == ["one"]
    assert served.faults.seen.count("Documents.upload") == 1


async def test_a_list_that_cannot_be_read_again(documents: DocumentsModel, served: Served) -> None:
    """What is known stays, the hint says why it is not newer, and reading again ends it."""
    shown = documents.table.model.rows
    served.faults.plan("Queries.short_query", Fault.SERVER_ERROR, times=9)
    documents.refresh()
    await until(lambda: "server failed" in documents.hint)
    assert documents.table.model.rows == shown
    served.faults._planned.clear()
    documents.refresh()
    await until(lambda: "12 MB" in documents.hint)
