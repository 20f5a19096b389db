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
from tests.viewmodels.patient.papers.tabs import choose, over, patients, send, tab_of, uploaded

NewFile = Callable[..., Path]
OpenDesk = Callable[[Served], Awaitable[ScheduleScreenViewModel]]


async def test_the_list_is_by_category(documents: DocumentsModel, served: Served) -> None:
    """Documents and mounts by category, newest first in each, with type and size where the office has the file."""
    rows = documents.table.model.rows
    assert [row.category for row in rows] == sorted(row.category for row in rows)
    assert {row.type for row in rows} >= {"PNG", "Mount"}
    await until(
        lambda: all((row.size is None) is (row.type == "Mount") for row in documents.table.model.rows)
    )
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


async def test_a_list_that_cannot_be_read_again(documents: DocumentsModel, served: Served) -> None:
    """What is known stays, the hint says why it is not newer, and reading again ends it."""
    shown = [row.key for row in documents.table.model.rows]
    served.faults.plan("Queries.short_query", Fault.SERVER_ERROR, times=9)
    documents.refresh()
    await until(lambda: "server failed" in documents.hint)
    assert [row.key for row in documents.table.model.rows] == shown
    served.faults._planned.clear()
    documents.refresh()
    await until(lambda: "12 MB" in documents.hint)
