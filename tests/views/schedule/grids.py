"""Grids and a canvas for the tests of the schedule's surface."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.schedule.visit import Block, BlockKind, Column, Placed, ScheduleGrid, Visit
from app.views.staff.schedule.grid.canvas import ScheduleCanvas
from tests.domain.builders import DAY, visit

OPENS, CLOSES = 7 * 60, 18 * 60
NOW = DAY.replace(hour=10, minute=42)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COLORS = ((1, "#3c7dd9"), (2, "#ffe4c4"))


def day(visits: Sequence[Visit], columns: int = 4, when: datetime = DAY) -> ScheduleGrid:
    """A day of operatories 1, 2, … with closed hours and lunch, and each appointment in its operatory."""
    chairs = tuple(Column(key, f"Op {key}", "Dr Lee", "#3c7dd9") for key in range(1, columns + 1))
    blocks = tuple(
        block
        for chair in chairs
        for block in (
            Block(chair.key, OPENS, 8 * 60, BlockKind.CLOSED),
            Block(chair.key, 12 * 60, 13 * 60, BlockKind.LUNCH, "Lunch"),
            Block(chair.key, 16 * 60, 17 * 60, BlockKind.BLOCKOUT, "Emergencies"),
        )
    )
    placed = tuple(Placed(each.op_num, each) for each in visits)
    return ScheduleGrid((when.date(),), chairs, blocks, placed, OPENS, CLOSES, colors=COLORS)


def some_visits() -> list[Visit]:
    """One appointment each in operatories 1 to 3, and an overlap in the first."""
    return [
        visit(9, 0, apt_num=1, op_num=1, minutes=60),
        visit(9, 30, apt_num=2, op_num=1, minutes=60),
        visit(14, 0, apt_num=3, op_num=1, minutes=30),
        visit(10, 0, apt_num=4, op_num=2, minutes=50),
        visit(11, 0, apt_num=5, op_num=3, minutes=10),
    ]


def many_visits(count: int, columns: int) -> list[Visit]:
    """This many appointments of every length over the day, side by side where necessary."""
    return [
        replace(
            visit(apt_num=number + 1, op_num=number % columns + 1, minutes=(number * 35) % 125),
            start=DAY + timedelta(minutes=OPENS + number * 7 % (CLOSES - OPENS)),
        )
        for number in range(count)
    ]


def with_changed(grid: ScheduleGrid, apt_num: int, **changes: object) -> ScheduleGrid:
    """The same grid with one appointment changed; a new op_num moves it to that operatory's column."""
    visits = []
    for placed in grid.visits:
        changed = replace(placed.visit, **changes) if placed.visit.apt_num == apt_num else placed.visit
        visits.append(Placed(changed.op_num if "op_num" in changes else placed.column, changed))
    return replace(grid, visits=tuple(visits))


@dataclass(frozen=True)
class Hint:
    """The text of a drop."""

    words: str
    clash: bool


@dataclass
class Words:
    """Describes drags and records the calls."""

    asked: list[tuple[int, int, int, int]] = field(default_factory=list)
    clash: bool = False

    def describe_drop(self, apt_num: int, column: int, start_minute: int, minutes: int) -> Hint:
        """Describe the target."""
        self.asked.append((apt_num, column, start_minute, minutes))
        return Hint(f"{start_minute // 60}:{start_minute % 60:02d} Op {column}\nOrtiz is there", self.clash)


def point_of(canvas: ScheduleCanvas, apt_num: int, *, from_top: int | None = None) -> QPoint:
    """A point of the viewport on a tile: its middle, or this many pixels below its upper edge."""
    rect = canvas.sight.rect_of(apt_num)
    assert rect is not None
    point = rect.center() if from_top is None else QPoint(rect.center().x(), rect.top() + from_top)
    return point - canvas.viewport().pos()


def point_at(canvas: ScheduleCanvas, column: int, minute: int) -> QPoint:
    """A point of the viewport in a column at a minute."""
    box = canvas.scene.geometry.stretch(column, minute, minute + 10)
    rect = canvas.sight.to_widget(box)
    return QPoint(rect.center().x(), rect.top() + 1) - canvas.viewport().pos()


def dot_of(canvas: ScheduleCanvas, apt_num: int) -> QPoint:
    """The middle of an appointment's stage dot."""
    box = canvas.tile_painter.dot_box(canvas.scene.tiles[apt_num])
    return canvas.sight.to_widget(box).center() - canvas.viewport().pos()


def drag(
    canvas: ScheduleCanvas, start: QPoint, *stops: QPoint, modifier: Qt.KeyboardModifier = PLAIN
) -> None:
    """Press at a point and move over the stops; the button stays pressed."""
    QTest.mousePress(canvas.viewport(), LEFT, PLAIN, start)
    for stop in stops:
        move(canvas, stop, modifier)


def move(canvas: ScheduleCanvas, where: QPoint, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Move the mouse with the left button pressed."""
    view = canvas.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(where), QPointF(view.mapToGlobal(where)), LEFT, LEFT, modifier
    )
    QApplication.sendEvent(view, event)
