"""Printing the schedule from the desk: by key, to a PDF, with the server down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.bootstrap.printing import show_preview
from app.viewmodels.staff.schedule.commands import PRINT
from app.viewmodels.translation import typed
from app.views.printing.pages import Pages
from app.views.printing.preview import PrintPreview
from tests.journeys.desk import CONTROL, SHIFT, Desk, Desks
from tests.journeys.frame.test_downtime import worked_on
from tests.journeys.practices import Practices
from tests.support.english import english


async def preview_of(desk: Desk) -> PrintPreview:
    """Open the preview as a user does, and wait until it shows pages."""
    desk.model.asked.connect(
        lambda asked: show_preview(desk.window, desk.model) if asked == PRINT.id else None
    )
    await desk.press(Qt.Key.Key_P, CONTROL | SHIFT)
    await desk.until(lambda: desk.window.findChild(PrintPreview) is not None)
    preview = desk.window.findChild(PrintPreview)
    assert preview is not None
    await desk.until(lambda: preview._pages is not None)
    return preview


def words_in(preview: PrintPreview) -> str:
    """The text on the pages, in reading order."""
    assert isinstance(preview._pages, Pages)
    return "\n".join(placed.lines.text for placed in preview._pages.body.placed)


async def test_today_on_paper(desk: Desk, tmp_path: Path) -> None:
    """Ctrl+Shift+P shows all of today's appointments by operatory, and saves them as a PDF."""
    preview = await preview_of(desk)
    words = words_in(preview)
    assert all(words.count(visit.name) >= 1 for visit in desk.visits)
    for column in desk.columns:
        if any(visit.op_num == column.key for visit in desk.visits):
            assert f"{column.title} · {column.subtitle}" in words
    assert typed(preview.viewmodel.document.age) == "As of 10:20 AM"
    assert preview._pages.document.practice == "Lanternlight Family Dental"
    preview.save(tmp_path / "today.pdf")
    assert (tmp_path / "today.pdf").read_bytes().startswith(b"%PDF-")
    preview.close()


async def test_without_the_server(desk_on_socket: Desk) -> None:
    """With the server down, today is still printed as last known."""
    desk = desk_on_socket
    assert desk.served.socket is not None
    desk.served.socket.stop()
    preview = await preview_of(desk)
    assert desk.visits[0].name in words_in(preview)
    preview.close()


async def test_the_saved_copy_is_printed(open_practice: Practices, open_desk: Desks) -> None:
    """After a start with the server down, today and the next working day are printed from the copy, with its age."""
    served = open_practice(on_socket=True)
    store, seen = await worked_on(served, open_desk)
    assert served.socket is not None
    served.socket.stop()
    desk = await open_desk(served, journal=store, whole=False)
    preview = await preview_of(desk)
    assert all(name in words_in(preview) for name in seen.values())
    document = preview.viewmodel.document
    assert document is not None
    assert english(document.age).startswith("As of 10:2")
    assert document.practice == "Lanternlight Family Dental"
    preview._group.button(1).click()
    await desk.until(lambda: preview.viewmodel.document not in (None, document))
    assert len(words_in(preview)) > 1000
    preview.close()
