"""An idle desk: what changes by itself costs as little as it can."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from tests.journeys.desk import Desks
from tests.journeys.practices import Practices


class Layouts(QObject):
    """Counts how often something was laid out anew."""

    count = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """As QObject."""
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


async def test_a_text_of_the_status_line_lays_out_the_line_alone(
    open_practice: Practices, open_desk: Desks
) -> None:
    """An age that is counted up would lay out and paint the whole window every second."""
    desk = await open_desk(open_practice())
    layouts, status = Layouts(), desk.model.desk.status
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for watched in (desk.window, desk.frame):
        watched.installEventFilter(layouts)
    status.line = replace(status.line, note="A note that is much longer than what stood there")
    status.changed.emit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert "A note that is much longer" in desk.status
    assert layouts.count == 0
