"""Shifted, turned and tipped teeth: they stand as recorded, and never outside their column."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.domain.chart.build import mouth
from app.domain.chart.mouth import Movement
from app.domain.chart.numbering import Numbering
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.layout import Cell
from app.views.staff.chart.odontogram.picture import Picture
from app.views.staff.chart.odontogram.shapes import Shape
from app.views.staff.chart.odontogram.standing import Standing, stand
from app.views.theme.tokens import LIGHT
from tests.support.mouths import CODES

SIZES = ((1220, 420), (500, 200), (3000, 300))


def _picture(size: tuple[int, int]) -> Picture:
    picture = Picture(Inks(LIGHT, QFont(), 1.0))
    picture.resize(*size)
    picture.show(mouth((), (), CODES), Numbering.UNIVERSAL)
    return picture


def _place(picture: Picture, name: str) -> tuple[Cell, Shape]:
    cell = picture.cell_of(name)
    assert cell is not None
    return cell, picture.tools(None).shapes.of(cell.tooth)


def _stand(picture: Picture, name: str, **moved: float) -> Standing:
    return stand(*_place(picture, name), picture.layout, Movement(**moved))


@pytest.mark.parametrize("size", SIZES)
def test_no_tooth_leaves_its_cell(qapp: QApplication, size: tuple[int, int]) -> None:
    """Whatever the office recorded, the whole tooth stays in its column, from the side and from above."""
    picture = _picture(size)
    for name, mesial, occlusal, turn, tip in itertools.product(
        ("1", "6", "8", "14", "19", "22", "25", "32"), (-40, 3), (-14, 6), (0, 45), (-60, 15)
    ):
        cell, shape = _place(picture, name)
        moved = Movement(mesial=mesial, occlusal=occlusal, turn=turn, tip_mesial=tip, facial=9)
        standing = stand(cell, shape, picture.layout, moved)
        body = standing.beside.map(shape.body).boundingRect().translated(cell.center, cell.neck)
        seen = standing.above.map(shape.outline).boundingRect().translated(cell.center, cell.crown)
        for box in (body, seen):
            assert box.left() >= -0.1, name
            assert box.right() <= cell.width + 0.1, name
        assert body.top() >= -0.1
        assert body.bottom() <= cell.height + 0.1


def test_movements_go_the_right_way(qapp: QApplication) -> None:
    """Mesial is toward the midline, facial away from the middle, occlusal toward the other arch, in all quadrants."""
    picture = _picture(SIZES[0])
    for name, right, down in (("5", 1, 1), ("12", -1, 1), ("21", -1, -1), ("28", 1, -1)):
        still = _stand(picture, name)
        assert right * (_stand(picture, name, mesial=1).beside.dx() - still.beside.dx()) > 0
        assert right * (_stand(picture, name, mesial=1).above.dx() - still.above.dx()) > 0
        assert down * (_stand(picture, name, occlusal=1).beside.dy() - still.beside.dy()) > 0
        assert down * (_stand(picture, name, facial=1).above.dy() - still.above.dy()) < 0
        tipped = _stand(picture, name, tip_mesial=10)
        crown, root = (tipped.beside.map(0.0, y * down)[0] for y in (20.0, -20.0))
        assert right * (crown - root) > 0


def test_an_unerupted_tooth_keeps_its_whole_root(qapp: QApplication) -> None:
    """A tooth that is deep in the bone is drawn smaller rather than cut."""
    picture = _picture(SIZES[0])
    assert _stand(picture, "27", occlusal=-14).beside.m22() < 1
    assert _stand(picture, "27", occlusal=1).beside.m22() == 1
