"""Teeth scaled to a layout: every path in device pixels, mirrored for its quadrant, kept while the size stays."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QPainterPath, QTransform

from app.domain.chart.anatomy import TEETH, Form, Tooth
from app.views.staff.chart.odontogram.layout import EXTRA_SIZE, Layout
from app.views.staff.chart.odontogram.side_view import SideView, side_view
from app.views.staff.chart.odontogram.top_view import TopView, top_view

Key = tuple[Form, bool, bool, bool, bool]


class Shape(NamedTuple):
    """A tooth's paths. Those of the side view begin at the neck's middle, those from above at their center."""

    across: float
    """The crown's width."""
    crown_height: float
    """Positive down: negative in the lower arch."""
    root_length: float
    """Negative up: positive in the lower arch."""
    neck: float
    """Half the width at the neck."""
    depth: float
    crown: QPainterPath
    root: QPainterPath
    behind: QPainterPath
    body: QPainterPath
    """Crown and root in one outline."""
    canals: QPainterPath
    post: QPainterPath
    side_faces: dict[str, QPainterPath]
    outline: QPainterPath
    inner: QPainterPath
    faces: dict[str, QPainterPath]
    rim: QPainterPath
    facing: QPainterPath
    fissures: QPainterPath


class Shapes:
    """The shapes of all teeth at the size of a layout."""

    def __init__(self) -> None:
        self._scaled: dict[Key, Shape] = {}
        self._scale = (0.0, 0.0, 0.0)

    def resize(self, layout: Layout) -> bool:
        """Use another layout's scale; whether it differs."""
        scale = (layout.across, layout.down, layout.depth)
        if scale == self._scale:
            return False
        self._scale = scale
        self._scaled.clear()
        return True

    def of(self, tooth: Tooth) -> Shape:
        """The shape of a tooth."""
        key = key_of(tooth)
        found = self._scaled.get(key)
        if found is None:
            found = self._scaled[key] = self._scale_of(tooth)
        return found

    def _scale_of(self, tooth: Tooth) -> Shape:
        side, top = _views(tooth.form, tooth.primary, tooth.upper)
        size = EXTRA_SIZE if tooth.extra else 1.0
        across, down, depth = (length * size for length in self._scale)
        way = 1 if tooth.upper else -1
        mirror = across if tooth.quadrant.is_right else -across
        beside, above = QTransform.fromScale(mirror, down * way), QTransform.fromScale(mirror, depth * way)
        build = side.build
        return Shape(
            across=build.width * across,
            crown_height=build.height * down * way,
            root_length=-build.root * down * way,
            neck=build.neck * across,
            depth=top.depth * depth,
            crown=beside.map(side.crown),
            root=beside.map(side.root),
            behind=beside.map(side.behind),
            body=beside.map(side.body),
            canals=beside.map(side.canals),
            post=beside.map(side.post),
            side_faces={name: beside.map(path) for name, path in side.faces.items()},
            outline=above.map(top.outline),
            inner=above.map(top.inner),
            faces={name: above.map(path) for name, path in top.faces.items()},
            rim=above.map(top.rim),
            facing=above.map(top.facing),
            fissures=above.map(top.fissures),
        )


@lru_cache
def _views(form: Form, primary: bool, upper: bool) -> tuple[SideView, TopView]:
    """A kind of tooth in millimeters: joining its outlines takes milliseconds, and there are 26 kinds."""
    tooth = next(
        each for each in TEETH.values() if (each.form, each.primary, each.upper) == (form, primary, upper)
    )
    return side_view(tooth), top_view(tooth)


def key_of(tooth: Tooth) -> Key:
    """What a tooth's shape depends on."""
    return tooth.form, tooth.primary, tooth.upper, tooth.quadrant.is_right, tooth.extra
