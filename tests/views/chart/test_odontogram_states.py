"""States of treatment are never told by color alone."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication

from app.domain.chart.build import mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.work import Status
from app.views.staff.chart.odontogram.inks import Inks
from app.views.staff.chart.odontogram.picture import Picture
from app.views.theme.tokens import LIGHT
from tests.support.mouths import CODES, Case, initials_of, rows_of

OPEN = (Status.PLANNED, Status.REFERRED)
WORKS = {
    "amalgam": "3 MOD",
    "composite": "3 O",
    "crown": "3",
    "gold": "3",
    "rct": "3",
    "post": "3",
    "ext": "3",
    "implant": "3",
    "bridge": "3",
    "partial": "3,4,5",
    "wire": "3,4,5",
    "sealant": "3",
    "veneer": "8",
    "watch": "3",
    "note": "3",
    "root": "3",
}
LEAST, LEAST_OF_A_TAG = 40, 15
"""Pixels that must differ at the size of half a small window; a tag is as large as its letters."""


def _picture(picture: Picture, status: Status, work: str) -> QImage:
    missing = ("Missing 3", "Missing 4", "Missing 5") if work in ("implant", "partial") else ()
    case = Case(work, (f"{status.value} {work} {WORKS[work]}",), missing)
    picture.show(mouth(rows_of(case), initials_of(case), CODES), Numbering.UNIVERSAL)
    picture.refresh()
    first, last = picture.cell_of("3"), picture.cell_of("5" if WORKS[work] != "8" else "8")
    assert first is not None
    assert last is not None
    box = QRect(first.left, first.top, last.left + last.width - first.left, first.height)
    return picture.pixmap.toImage().copy(box)


def test_form_alone_tells_the_state(qapp: QApplication) -> None:
    """With one color for all states, every kind of treatment still looks different in each of them."""
    one = LIGHT.chart.planned
    chart = LIGHT.chart._replace(
        completed=one, existing=one, elsewhere=one, planned=one, referred=one, condition=one
    )
    picture = Picture(Inks(LIGHT._replace(chart=chart), QFont(), 1.0))
    picture.resize(820, 300)
    same = []
    for work in WORKS:
        states = OPEN if work == "ext" else tuple(Status)
        if work in ("amalgam", "composite", "implant"):  # another form, or not drawn, as a condition
            states = tuple(each for each in states if each is not Status.CONDITION)
        least = LEAST_OF_A_TAG if work in ("watch", "note") else LEAST
        images = {status: _picture(picture, status, work) for status in states}
        same += [
            f"{work}: {one.value} looks like {other.value}"
            for one, other in combinations(states, 2)
            if _differing(images[one], images[other]) < least
        ]
    assert not same, "\n".join(same)


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels differ clearly."""
    first, second = (image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (one, other))
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(a - b) > 24 for a, b in pairs)
