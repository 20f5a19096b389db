"""The painted odontogram: every hand-checked mouth is read back from its pixels, tooth by tooth."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect

from app.domain.chart.build import mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.work import Status
from app.views.theme.tokens import DARK, LIGHT
from app.wire.resources.procedure_codes import TreatmentArea
from tests.support.mouths import CASES, CODES, WORKS, Case, initials_of, rows_of
from tests.views.chart.reading import Book, faults_of


@pytest.fixture(scope="module", params=[LIGHT, DARK], ids=lambda tokens: tokens.name)
def book(request: pytest.FixtureRequest, qapp: object) -> Book:
    """Pictures in light and dark."""
    return Book(request.param)


def test_every_mouth_can_be_read_from_its_picture(book: Book) -> None:
    """Each listed tooth shows its parts in their state and material and no others; the rest is as if untouched.

    All of them are compared where they are recorded through the API: tests/practice/clinical/test_clinical_mouths.py.
    """
    wrong: list[str] = []
    for case in CASES[::8] if book.inks.tokens is LIGHT else CASES[1::3]:
        wrong += faults_of(book, case, mouth(rows_of(case), initials_of(case), CODES, case.at))
    assert not wrong, "\n".join(wrong)


def test_only_changed_teeth_are_painted_again(book: Book) -> None:
    """A filling on one tooth repaints its cell alone, and the picture is the same as one painted whole."""
    case = CASES[1]
    plain, filled = mouth((), (), CODES), mouth(rows_of(case), (), CODES)
    book.paint(plain)
    cells = book.picture.show(filled, Numbering.UNIVERSAL)
    assert cells is not None
    assert [cell.tooth.name for cell in cells] == ["3"]
    partly = book.picture.pixmap.toImage()
    fresh = Book(book.inks.tokens)
    assert partly == fresh.paint(filled)
    assert book.picture.show(replace(filled, problems=()), Numbering.UNIVERSAL) == []


def test_nothing_ends_at_the_midline(book: Book) -> None:
    """A denture's base and a bridge's bar pass it, also when they come or go without a repaint of the whole."""
    gaps = Case("gaps", (), ("Missing 24", "Missing 25"))
    rows = rows_of(Case("middle", ("C denture U", *(f"EO goldbridge {each}" for each in (23, 24, 25, 26)))))
    bare = book.paint(mouth((), initials_of(gaps), CODES)).copy()
    assert book.picture.show(mouth(rows, initials_of(gaps), CODES), Numbering.UNIVERSAL)
    partly = book.picture.pixmap.toImage().copy()
    assert partly == Book(book.inks.tokens).paint(mouth(rows, initials_of(gaps), CODES))
    upper, lower = (book.picture.cell_of(name) for name in ("8", "25"))
    assert upper is not None
    assert lower is not None
    colors = {partly.pixelColor(x, upper.top + upper.neck).name() for x in _seam(book)}
    assert colors == {book.inks.chart.gum}
    hue = book.inks.chart.elsewhere
    middle = lower.top + lower.crown
    seen = {partly.pixelColor(x, y).name() for x in _seam(book) for y in range(middle - 3, middle + 4)}
    assert hue.dark in seen
    assert book.inks.tokens.surface not in seen
    assert book.picture.show(mouth((), initials_of(gaps), CODES), Numbering.UNIVERSAL)
    assert book.picture.pixmap.toImage() == bare


def _seam(book: Book) -> range:
    """The columns between the cells of the central incisors."""
    left, right = (book.picture.cell_of(name) for name in ("8", "9"))
    assert left is not None
    assert right is not None
    return range(left.left + left.width, right.left)


def test_sides_are_as_on_a_chart(book: Book) -> None:
    """Mesial is toward the midline and facial away from the middle, in all four quadrants."""
    for tooth, mesial, facial in (("3", 1, -1), ("14", -1, -1), ("19", -1, 1), ("30", 1, 1)):
        rows = rows_of(Case("sides", (f"C amalgam {tooth} M", f"TP amalgam {tooth} B")))
        image = book.paint(mouth(rows, (), CODES))
        look = dict(book.looks(image))[tooth]
        third, depth = round(look.shape.across * 0.4), round(look.shape.depth * 0.3)
        blue = image.pixelColor(
            look.cell.left + look.cell.center + mesial * third, look.cell.top + look.cell.crown
        )
        assert blue.name() == book.inks.chart.completed.dark
        box = QRect(look.cell.center - 3, look.cell.crown + facial * depth - 3, 7, 7)
        assert look.share(book.inks.chart.planned.light, box) > 0.2


def test_every_kind_is_drawn_in_every_state(book: Book) -> None:
    """No procedure with a paint type is lost: it is in the picture or in the line below it.

    Only what was on a tooth that is gone isn't drawn any more.
    """
    lost = []
    for work, (area, *_) in WORKS.items():
        if work == "exam":
            continue
        where = {TreatmentArea.ARCH: "U", TreatmentArea.QUAD: "UR", TreatmentArea.TOOTH_RANGE: "3,4"}.get(
            area, "3 O"
        )
        for status in Status:
            for missing in ((), ("Missing 3", "Missing 4")) if status.open else ((),):
                case = Case(work, (f"{status.value} {work} {where}",), missing)
                bare = book.paint(mouth((), initials_of(case), CODES)).copy()
                shown = mouth(rows_of(case), initials_of(case), CODES)
                if book.paint(shown) == bare and not shown.problems:
                    lost.append(f"{status.value} {work} {missing}")
    assert not lost, lost
