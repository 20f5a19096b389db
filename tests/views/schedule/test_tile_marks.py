"""Signs on tiles of every size: a medical alert is dropped last, and the name gets the remaining space."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.schedule.layout import ColumnLayout, Layout, Slot
from app.domain.schedule.pattern import plain
from app.domain.schedule.tile import tile_text
from app.domain.schedule.visit import Column, Mark, Person, Stage, Visit
from app.views.staff.schedule.grid.geometry import Box, Geometry, share_width
from app.views.staff.schedule.grid.paint_theme import PaintTheme
from app.views.staff.schedule.grid.tile import Tile
from app.views.staff.schedule.grid.tile_plan import TilePlan, TilePlanner
from app.views.staff.schedule.grid.tiles import TilePainter
from app.views.theme.icons import Icon
from app.views.theme.tokens import LIGHT
from tests.domain.builders import visit
from tests.views.schedule.grids import NOW

SMALLEST, LARGEST = 1024, 3840
"""Pixels of a window's width."""
FONT_SIZES = (11, 13, 15, 18, 24)
"""Pixels of the system's font."""
FONTS = ((13, 1.0), (13, 1.5), (18, 1.0), (24, 2.0))
"""Pixels of the system's font, and device pixels per pixel."""


class Recorder:
    """A painter that records which picture was drawn where."""

    def __init__(self) -> None:
        self.pictures: list[tuple[int, Box]] = []
        self.texts: list[str] = []

    def drawPixmap(self, left: int, top: int, picture: QPixmap, *part: int) -> None:
        """Draw a picture; parts of a picture belong to a tile's background."""
        if not part:
            self.pictures.append((picture.cacheKey(), Box(left, top, picture.width(), picture.height())))

    def fillRect(self, *what: object) -> None:
        """Fill a rectangle."""

    def setFont(self, font: QFont) -> None:
        """Set a font."""

    def setPen(self, color: QColor) -> None:
        """Set a color."""

    def drawText(self, left: int, base: int, text: str) -> None:
        """Draw a text."""
        self.texts.append(text)


def paint_theme_of(qapp: QApplication, pixels: int, ratio: float) -> PaintTheme:
    """The light theme on a system with this font."""
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    return PaintTheme(LIGHT, font, ratio)


def busy_visits() -> list[Visit]:
    """Appointments with every sign at once: one late and being changed, one waiting for long."""
    everything = visit(
        10,
        0,
        person=Person(11, "Castellanos", "Maria"),
        marks=frozenset(Mark),
        pattern_secondary=plain(40),
        prov_hyg=2,
        pending="Moving to 2:30 PM",
    )
    waiting = replace(everything, stage=Stage.ARRIVED, arrived_at=NOW - timedelta(minutes=102), pending="")
    return [everything, waiting]


def tile_of(visit: Visit, width: int, height: int) -> Tile:
    """A tile of any size, for an appointment that overlaps another one."""
    slot = Slot(visit, 1, 600, 640, 0, 2, starts_before=False, ends_after=False, doubled=True)
    return Tile(slot, Box(7, 11, width, height), tile_text(visit, NOW), 0)


def narrowest(theme: PaintTheme) -> int:
    """The narrowest tile of any window, with any number of columns and up to four appointments side by side."""
    found = []
    for window in range(SMALLEST, LARGEST + 1, 32):
        for count in range(1, 25):
            for lanes in (1, 2, 3, 4):
                layout = Layout({1: ColumnLayout(1, (), lanes)})
                spans = share_width(theme, [Column(1, "")], layout, theme.u(window - 380) // count)
                slot = Slot(visit(), 1, 600, 640, 0, lanes, starts_before=False, ends_after=False)
                found.append(Geometry(theme, 480, 1080, 108, spans).box(slot).width)
    return min(found)


def heights(theme: PaintTheme) -> list[int]:
    """Heights that fit an increasing number of lines, from the lowest tile on."""
    head, row = theme.name.height, theme.small.height
    return [
        theme.u(10),
        head - 1,
        head + row - 1,
        head + row,
        2 * head + row - 1,
        2 * head + row + 9,
        9 * row,
    ]


def taken(theme: PaintTheme, plan: TilePlan, *, low: bool) -> Iterator[Box]:
    """The areas of a plan besides its alert: other signs, dots, the name, the time."""
    spots = [spot for sign, spot in plan.signs if sign is not Mark.ALERT]
    spots += [spot for spot in (plan.dot, plan.late_dot) if spot is not None]
    for left, top, size in spots:
        yield Box(left, top, size, size)
    name = theme.low_name if low else theme.name
    for words, left, top, width in plan.names:
        yield Box(left, top, min(round(name.width(words)), width), name.height)
    if plan.time is not None:
        words, left, top, _ = plan.time
        yield Box(left, top, round(theme.time.width(words)), theme.time.height)
    if plan.waiting is not None:
        left, base, width = plan.waiting
        yield Box(left, base - theme.small_strong.ascent, width, theme.small_strong.height)


@pytest.mark.parametrize("pixels", FONT_SIZES)
def test_an_alert_has_a_place_at_every_width(qapp: QApplication, pixels: int) -> None:
    """At each font size, every tile from the narrowest up to a whole 4K window has its alert once, inside and free."""
    theme = paint_theme_of(qapp, pixels, 1.0)
    planner, least = TilePlanner(theme), narrowest(theme)
    for busy in busy_visits():
        text = tile_text(busy, NOW)
        for height in heights(theme):
            for width in range(least, LARGEST + 1):
                both = width >= planner.scarce
                edge = theme.edge + (theme.second_edge if both else 0)
                plan = planner.plan(text, width, height, edge, doubled=True)
                ((left, top, size),) = (spot for sign, spot in plan.signs if sign is Mark.ALERT)
                assert 0 < left < left + size <= width, (width, height)
                assert 0 <= top < top + size <= height, (width, height)
                place, low = Box(left, top, size, size), not both or height < theme.name.height
                assert not any(place.touches(box) for box in taken(theme, plan, low=low)), (width, height)


@pytest.mark.parametrize(("pixels", "ratio"), FONTS)
def test_an_alert_is_never_dropped(qapp: QApplication, pixels: int, ratio: float) -> None:
    """As painted, the alert is there once, whole, and not covered."""
    theme = paint_theme_of(qapp, pixels, ratio)
    painter = TilePainter(theme, {})
    for busy in busy_visits():
        for height in heights(theme):
            for width in range(narrowest(theme), theme.text_u(320), 3):
                recorder = Recorder()
                tile = tile_of(busy, width, height)
                painter.draw(recorder, tile, 108)
                signs = painter.shapes._kept.items()
                alerts = {picture.cacheKey() for key, picture in signs if key[:2] == ("mark", Icon.ALERT)}
                places = [box for key, box in recorder.pictures if key in alerts]
                assert len(places) == 1, (width, height)
                (place,) = places
                assert tile.box.left < place.left < place.right <= tile.box.right
                assert tile.box.top <= place.top < place.bottom <= tile.box.bottom
                others = [box for key, box in recorder.pictures if key not in alerts]
                assert not [box for box in others if box.touches(place)], (width, height)


def test_a_name_has_the_room_that_signs_leave(qapp: QApplication) -> None:
    """A name that the dot would cut takes the whole line; the dot is below it, and clickable there."""
    theme = paint_theme_of(qapp, 13, 1.0)
    painter = TilePainter(theme, {})
    long = visit(10, 0, person=Person(11, "Nakamura", "Maximilian"))
    width = theme.edge + 3 * theme.u(4) + round(theme.name.width("Nakamura,")) + 4
    recorder = Recorder()
    tile = tile_of(long, width, 108)
    painter.draw(recorder, tile, 108)
    assert "Nakamura," in recorder.texts
    dot = painter.dot_box(tile)
    assert dot.top > tile.box.top + theme.name.height
    short = tile_of(visit(10, 0, person=Person(12, "Li", "Bo")), width, 108)
    assert painter.dot_box(short).top < tile.box.top + theme.name.height


def test_columns_are_equally_wide_whatever_stands_in_them(qapp: QApplication) -> None:
    """An overlap of two changes no column's width or position; one of three moves only the columns after it."""
    theme = paint_theme_of(qapp, 13, 1.0)
    columns = [Column(key, "") for key in range(8)]
    for room in range(300, 3400, 7):
        spans = [
            share_width(theme, columns, layout_with(columns, lanes), room)
            for lanes in ([1] * 8, [1, 2, 1, 2, 2, 1, 1, 2], [1, 1, 1, 3, 1, 1, 1, 1])
        ]
        assert spans[0] == spans[1]
        assert spans[0][:3] == spans[2][:3]
        widths = [span.width for span in spans[0]]
        assert max(widths) - min(widths) <= 1
        assert sum(widths) == room or min(widths) >= 96


def layout_with(columns: list[Column], lanes: list[int]) -> Layout:
    """Columns with this many appointments side by side."""
    return Layout(
        {each.key: ColumnLayout(each.key, (), count) for each, count in zip(columns, lanes, strict=True)}
    )


def test_the_time_gives_way_to_the_wait(qapp: QApplication) -> None:
    """On a tile of a usual column the wait is shown beside an alert or a task, and the time where there is room."""
    planner = TilePlanner(paint_theme_of(qapp, 13, 1.0))
    arrived = replace(
        visit(10, 0, person=Person(11, "Escobar", "Eugene")),
        stage=Stage.ARRIVED,
        arrived_at=NOW - timedelta(minutes=3),
    )
    plans = (
        (width, planner.plan(tile_text(arrived, NOW), width, 120, 8, doubled=False))
        for width in itertools.count(60)
    )
    width = next(width for width, plan in plans if plan.waiting is not None and plan.time is not None)
    for mark in (Mark.ALERT, Mark.TASK):
        marked = tile_text(replace(arrived, marks=frozenset({mark})), NOW)
        plan = planner.plan(marked, width, 120, 8, doubled=False)
        assert plan.waiting is not None, width
        assert [sign for sign, _ in plan.signs] == [mark]
        assert plan.time is None
