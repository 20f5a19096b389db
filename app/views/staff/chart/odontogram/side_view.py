"""A tooth from the side: crown and roots, drawn for this program. In millimeters, the neck's middle at the origin.

Roots point up (negative y), the crown down, mesial is to the right: an upper right tooth as on a chart. The
proportions are those of average teeth, with roots a fifth shorter, so that crowns are large enough to read.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from app.domain.chart.anatomy import Form, Tooth
from app.views.staff.chart.odontogram.joining import cut, merge, stroke

APEX = 0.45
"""Half the width of a root's tip."""
CANAL, POST = 0.95, 1.9
"""Widths of a filled canal and of a post."""


class Build(NamedTuple):
    """The size of a tooth: crown, neck (half its width), length of the root."""

    width: float
    height: float
    neck: float
    root: float


_UPPER = {
    Form.CENTRAL: Build(8.6, 10.3, 3.1, 10.6),
    Form.LATERAL: Build(6.7, 9.0, 2.4, 10.4),
    Form.CANINE: Build(7.7, 10.2, 2.8, 13.2),
    Form.FIRST_PREMOLAR: Build(7.1, 8.4, 2.6, 11.0),
    Form.SECOND_PREMOLAR: Build(6.9, 8.2, 2.6, 11.2),
    Form.FIRST_MOLAR: Build(10.4, 7.6, 4.3, 11.8),
    Form.SECOND_MOLAR: Build(9.6, 7.2, 3.9, 11.0),
    Form.THIRD_MOLAR: Build(8.8, 6.6, 3.6, 9.8),
}
_LOWER = {
    Form.CENTRAL: Build(5.5, 8.8, 1.9, 9.8),
    Form.LATERAL: Build(6.0, 9.2, 2.1, 10.6),
    Form.CANINE: Build(7.0, 10.6, 2.6, 12.6),
    Form.FIRST_PREMOLAR: Build(7.0, 8.6, 2.5, 11.2),
    Form.SECOND_PREMOLAR: Build(7.2, 8.2, 2.6, 11.4),
    Form.FIRST_MOLAR: Build(11.0, 7.6, 4.7, 12.2),
    Form.SECOND_MOLAR: Build(10.4, 7.2, 4.4, 11.4),
    Form.THIRD_MOLAR: Build(9.8, 6.8, 4.0, 9.8),
}
_UPPER_PRIMARY = {
    Form.CENTRAL: Build(6.6, 6.3, 2.4, 8.0),
    Form.LATERAL: Build(5.3, 5.8, 1.9, 8.0),
    Form.CANINE: Build(6.8, 6.6, 2.4, 9.4),
    Form.FIRST_MOLAR: Build(7.4, 5.4, 3.0, 7.4),
    Form.SECOND_MOLAR: Build(8.6, 5.9, 3.4, 8.0),
}
_LOWER_PRIMARY = {
    Form.CENTRAL: Build(4.6, 5.4, 1.6, 7.4),
    Form.LATERAL: Build(5.0, 5.6, 1.8, 7.8),
    Form.CANINE: Build(5.9, 6.4, 2.1, 8.8),
    Form.FIRST_MOLAR: Build(8.0, 5.6, 3.2, 7.4),
    Form.SECOND_MOLAR: Build(9.6, 5.9, 4.0, 8.0),
}


class Root(NamedTuple):
    """One root: its ends at the neck, its tip, its length."""

    left: float
    right: float
    tip: float
    length: float


class SideView(NamedTuple):
    """The paths of a tooth from the side."""

    build: Build
    crown: QPainterPath
    root: QPainterPath
    behind: QPainterPath
    """The part of the root behind the others; may be empty."""
    body: QPainterPath
    """Crown and root in one outline."""
    canals: QPainterPath
    post: QPainterPath
    faces: dict[str, QPainterPath]
    """The parts of the crown for the surfaces that can be seen: M, O, D, B, V."""


def build_of(tooth: Tooth) -> Build:
    """The size of a tooth."""
    if tooth.primary:
        return (_UPPER_PRIMARY if tooth.upper else _LOWER_PRIMARY)[tooth.form]
    return (_UPPER if tooth.upper else _LOWER)[tooth.form]


def side_view(tooth: Tooth) -> SideView:
    """The paths of a tooth; a supernumerary one looks like its neighbor."""
    build = build_of(tooth)
    crown = _crown(tooth, build)
    front, behind = _roots(tooth, build)
    root = _trunk(build) if len(front) > 1 else QPainterPath()
    for each in front:
        root = merge(root, _root(each))
    back = QPainterPath()
    for each in behind:
        back = merge(back, _root(each))
    canals = QPainterPath()
    for each in (*behind, *front):
        canals.addPath(stroke(_axis(each, 0.94), CANAL))
    post = _post(build, (behind or front)[0])
    return SideView(build, crown, root, back, merge(crown, root), canals, post, _faces(crown, build))


def _crown(tooth: Tooth, build: Build) -> QPainterPath:
    w, h, n = build.width, build.height, build.neck
    path = QPainterPath(QPointF(-n, 0))
    path.cubicTo(-n - 0.25, h * 0.2, -w / 2, h * 0.36, -w / 2, h * 0.6)
    if tooth.molar:
        _cusps(path, w, h, 3 if tooth.form is Form.FIRST_MOLAR and not tooth.upper else 2)
    elif tooth.form in (Form.CENTRAL, Form.LATERAL):
        path.cubicTo(-w / 2, h * 0.86, -w * 0.48, h * 0.96, -w * 0.36, h * 0.985)
        path.cubicTo(-w * 0.1, h * 1.015, w * 0.2, h * 1.01, w * 0.42, h)
        path.cubicTo(w * 0.49, h * 0.99, w / 2, h * 0.82, w / 2, h * 0.6)
    else:
        shoulder = 0.74 if tooth.form is Form.CANINE else 0.8
        path.cubicTo(-w / 2, h * shoulder, -w * 0.3, h * 0.88, -w * 0.07, h * 0.98)
        path.cubicTo(-w * 0.02, h * 1.01, w * 0.06, h * 1.01, w * 0.1, h * 0.97)
        path.cubicTo(w * 0.3, h * 0.88, w / 2, h * shoulder, w / 2, h * 0.58)
    path.cubicTo(w / 2, h * 0.36, n + 0.25, h * 0.2, n, 0)
    path.quadTo(0, -h * 0.14, -n, 0)
    path.closeSubpath()
    return path


def _cusps(path: QPainterPath, w: float, h: float, count: int) -> None:
    """The chewing edge of a molar, from left to right."""
    step = 0.92 * w / count
    x = -0.46 * w
    path.cubicTo(-w / 2, h * 0.74, x - 0.01 * w, h * 0.84, x + step * 0.18, h * 0.92)
    for number in range(count):
        left = x + number * step
        path.cubicTo(left + step * 0.34, h * 1.01, left + step * 0.6, h * 1.02, left + step * 0.82, h * 0.92)
        if number < count - 1:
            path.quadTo(left + step, h * 0.83, left + step * 1.18, h * 0.92)
    path.cubicTo(w * 0.47, h * 0.84, w / 2, h * 0.74, w / 2, h * 0.6)


def _roots(tooth: Tooth, build: Build) -> tuple[list[Root], list[Root]]:
    """The roots in front and those behind them."""
    w, n, r = build.width, build.neck, build.root
    if not tooth.molar:
        if tooth.roots == 2:
            return [Root(-n, n * 0.7, -n * 0.5, r)], [Root(-n * 0.2, n, n * 0.62, r * 0.94)]
        return [Root(-n, n, -n * 0.16, r)], []
    flare = 1.22 if tooth.primary else {Form.FIRST_MOLAR: 1.0, Form.SECOND_MOLAR: 0.82}.get(tooth.form, 0.55)
    if tooth.upper:
        behind = [Root(-n * 0.55, n * 0.6, 0.02 * w, r)]
        return [
            Root(-n, -n * 0.08, -w * 0.37 * flare, r * 0.9),
            Root(n * 0.04, n, w * 0.34 * flare, r * 0.96),
        ], behind
    return [Root(-n, -n * 0.1, -w * 0.36 * flare, r * 0.95), Root(n * 0.02, n, w * 0.25 * flare, r)], []


def _root(root: Root) -> QPainterPath:
    left, right, tip, length = root
    path = QPainterPath(QPointF(left, 0.4))
    path.lineTo(left, 0)
    path.cubicTo(
        left * 0.98 + tip * 0.02, -length * 0.42, tip - APEX * 2.6, -length * 0.8, tip - APEX, -length + 0.5
    )
    path.quadTo(tip, -length - 0.45, tip + APEX, -length + 0.5)
    path.cubicTo(tip + APEX * 2.6, -length * 0.8, right * 0.98 + tip * 0.02, -length * 0.42, right, 0)
    path.lineTo(right, 0.4)
    path.closeSubpath()
    return path


def _trunk(build: Build) -> QPainterPath:
    """The part of a molar's root above the fork."""
    n, depth = build.neck, build.root * 0.3
    path = QPainterPath(QPointF(-n, 0.4))
    path.lineTo(-n, 0)
    path.cubicTo(-n, -depth * 0.6, -n * 0.8, -depth, -n * 0.5, -depth)
    path.quadTo(0, -depth * 1.1, n * 0.5, -depth)
    path.cubicTo(n * 0.8, -depth, n, -depth * 0.6, n, 0)
    path.lineTo(n, 0.4)
    path.closeSubpath()
    return path


def _axis(root: Root, share: float) -> QPainterPath:
    """The middle line of a root, as far down as a share of its length."""
    middle = (root.left + root.right) / 2
    end = middle + (root.tip - middle) * share
    path = QPainterPath(QPointF(middle * 0.8, 0))
    path.quadTo(middle * 0.9 + root.tip * 0.1, -root.length * share * 0.5, end, -root.length * share)
    return path


def _post(build: Build, root: Root) -> QPainterPath:
    """A post in a root with its core in the crown."""
    path = stroke(_axis(root, 0.55), POST)
    middle = (root.left + root.right) * 0.4
    core = QPainterPath()
    width, height = min(build.width * 0.4, 4.2), build.height * 0.42
    core.addRoundedRect(QRectF(middle - width / 2, -0.3, width, height), 0.8, 0.8)
    return merge(path, core)


def _faces(crown: QPainterPath, build: Build) -> dict[str, QPainterPath]:
    """The crown's parts: its sides, its edge, its middle, and the part at the neck."""
    w, h = build.width, build.height
    parts = {
        "M": (w / 2, h * 0.56, w * 0.27, h * 0.3),
        "D": (-w / 2, h * 0.56, w * 0.27, h * 0.3),
        "O": (0.0, h * 1.0, w * 0.38, h * 0.24),
        "B": (0.0, h * 0.48, w * 0.21, h * 0.18),
        "V": (0.0, h * 0.1, build.neck * 0.74, h * 0.14),
    }
    return {name: cut(crown, _ellipse(*box)) for name, box in parts.items()}


def _ellipse(x: float, y: float, across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), across, down)
    return path
