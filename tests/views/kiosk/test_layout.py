"""Every page of the kiosk can be read and touched: in both shapes, languages, themes, and with larger text."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.bootstrap.tour.kiosk.pages import pages, show_page
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import CheckedIn
from app.views.kiosk.kiosk_view import KioskView
from app.views.kiosk.pages.base import ColumnPage
from app.views.kiosk.skin import CALM, CONTRAST, Colors
from app.views.kiosk.widgets.button import Button, Form
from app.views.kiosk.widgets.keys import Keys
from app.views.theme.colors import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast
from tests.support.kinds import the
from tests.support.kiosk.screen import LANDSCAPE, PORTRAIT, clipped, controls, labels, settle

TARGET = 60
SMALLEST_TEXT = 24
LARGEST_TEXT = 32
LOOKS = list(itertools.product(("en", "es"), (False, True)))


async def show(view: KioskView, quiet: KioskViewModel, language: str, larger: bool) -> None:
    """Choose a look, as a patient does."""
    quiet.choose_language(language)
    if larger:
        quiet.toggle_look("larger")


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize(("language", "larger"), LOOKS)
async def test_nothing_is_clipped_and_everything_can_be_touched(
    view: KioskView, quiet: KioskViewModel, language: str, larger: bool, size: tuple[int, int]
) -> None:
    """Texts fit, nothing lies over anything, and each control has 60 pixels and more in both directions."""
    view.resize(*size)
    await show(view, quiet, language, larger)
    for name in pages():
        show_page(quiet, name)
        settle(view)
        assert list(clipped(view)) == [], name
        for control in controls(view):
            assert min(control.width(), control.height()) >= TARGET, (name, control.size())


async def test_tab_follows_the_eye(view: KioskView, quiet: KioskViewModel) -> None:
    """From the top bar through the page to the bottom bar, and back, whenever a button was made."""
    view.activateWindow()
    for name in pages():
        show_page(quiet, name)
        settle(view)
        if view._cover is not None and view._cover.covers:
            continue  # each key there has a meaning of its own
        there = _tabbed(view, Qt.Key.Key_Tab)
        areas = [
            next(
                at
                for at, area in enumerate((view._top, view._middle, view._bottom))
                if area.isAncestorOf(each)
            )
            for each in there
        ]
        begin = next(at for at, area in enumerate(areas) if area == 0 and areas[at - 1] != 0)
        there, areas = there[begin:] + there[:begin], areas[begin:] + areas[:begin]
        assert areas == sorted(areas), name
        if isinstance(view.page, ColumnPage):
            centers = [
                each.mapTo(view, each.rect().center()) for each in there if view.page.isAncestorOf(each)
            ]
            places = [(each.y(), each.x()) for each in centers]
            assert places == sorted(places), name
        back = _tabbed(view, Qt.Key.Key_Backtab)
        at = there.index(back[0])
        assert back == [*there[at::-1], *there[:at:-1]], name


async def test_the_controls_at_the_top_stay_where_they_are(view: KioskView, quiet: KioskViewModel) -> None:
    """In landscape a page without the practice's name has them in the same places: they would jump and grow."""
    places = set()
    for name in pages():
        show_page(quiet, name)
        settle(view)
        places.add(tuple((each.x(), each.width()) for each in view._top.findChildren(Button)))
    assert len(places) == 1


async def test_a_block_of_keys_fills_its_place(view: KioskView, quiet: KioskViewModel) -> None:
    """The number pad after the wider keyboard, and the other way around."""
    for name in ("correct email", "correct ZIP", "correct street", "correct phone"):
        show_page(quiet, name)
        settle(view)
        block = next(each for each in view.findChildren(Keys) if each.isVisible())
        edges = [each.geometry() for each in block.buttons()]
        assert max(each.right() for each in edges) >= block.width() - TARGET * 2, name
        assert max(each.bottom() for each in edges) >= block.height() - 2, name


async def test_text_is_large(view: KioskView, quiet: KioskViewModel) -> None:
    """24 to 32 pixels, and 1.3 times that with larger text (in the bars 1.15); only initials are larger."""
    for larger in (False, True):
        if larger:
            quiet.toggle_look("larger")
        for name in pages():
            show_page(quiet, name)
            shown = [*labels(view), *controls(view)]
            sizes = {each.font().pixelSize() for each in shown if not _is_initials(each)}
            assert min(sizes) >= SMALLEST_TEXT * (1.15 if larger else 1), name
            assert max(sizes) <= round(LARGEST_TEXT * (1.3 if larger else 1)), name


async def test_at_most_two_big_choices_are_side_by_side(view: KioskView, quiet: KioskViewModel) -> None:
    """A patient looks left and right, not along a row."""
    for name in pages():
        show_page(quiet, name)
        settle(view)
        rows: dict[int, int] = {}
        for each in controls(view.page):
            if isinstance(each, Button) and each.form in (Form.MAIN, Form.CHOICE, Form.TICK):
                top = each.mapTo(view, each.rect().topLeft()).y()
                rows[top] = rows.get(top, 0) + 1
        assert max(rows.values(), default=0) <= 2, name


@pytest.mark.parametrize("colors", [CALM, CONTRAST], ids=["calm", "high contrast"])
def test_colors_are_legible(colors: Colors) -> None:
    """WCAG AA: text at least 4.5 : 1, outlines, marks and the focus at least 3 : 1 against what is around them."""
    for ink, ground in (
        ("ink", "window"),
        ("ink_2", "window"),
        ("ink", "surface"),
        ("ink_2", "surface"),
        ("ink_2", "bar"),
        ("on_accent", "accent"),
        ("on_pressed", "pressed"),
        ("on_soft", "soft"),
        ("on_problem", "problem"),
        ("disabled", "window"),
    ):
        assert contrast(getattr(colors, ink), getattr(colors, ground)) >= TEXT_CONTRAST, (ink, ground)
    for shape in ("line", "ring", "accent"):
        for ground in ("window", "surface", "bar"):
            assert contrast(getattr(colors, shape), getattr(colors, ground)) >= GRAPHIC_CONTRAST, (
                shape,
                ground,
            )


def test_high_contrast_is_higher() -> None:
    """WCAG AAA: 7 : 1 for every text."""
    for ink, ground in (
        ("ink", "window"),
        ("on_accent", "accent"),
        ("on_soft", "soft"),
        ("on_problem", "problem"),
    ):
        assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7


async def test_every_control_has_a_name_and_a_role(view: KioskView, quiet: KioskViewModel) -> None:
    """A screen reader says what each of them is."""
    for name in pages():
        show_page(quiet, name)
        for control in controls(view):
            found = QAccessible.queryAccessibleInterface(control)
            assert found.text(QAccessible.Text.Name).strip(), (name, control)
            role = QAccessible.Role.EditableText if isinstance(control, QLineEdit) else None
            buttons = (QAccessible.Role.Button, QAccessible.Role.CheckBox)
            assert found.role() is role or found.role() in buttons, (name, found.role())


async def test_what_is_chosen_is_not_said_by_color_alone(view: KioskView, quiet: KioskViewModel) -> None:
    """A chosen control shows a check mark: it is wider than its text by the mark, and says that it is checked."""
    quiet.toggle_look("larger")
    chosen = [each for each in view.findChildren(Button) if each.isVisible() and each.isChecked()]
    assert {each.text() for each in chosen} == {"English", "Larger text"}
    for each in chosen:
        state = QAccessible.queryAccessibleInterface(each).state()
        assert state.checked  # type: ignore[attr-defined] # the stubs leave it out
        assert each.form is Form.SEGMENT


async def test_office_texts_of_any_length_fit(view: KioskView, quiet: KioskViewModel) -> None:
    """A long name, which may be smaller than other texts, a long message, and a long way to the treatment rooms."""
    long = "Please tell us if you have a cough, a fever, or if you were abroad in the last two weeks. " * 2
    view.resize(*LANDSCAPE)
    quiet.choose_language("es")
    quiet.toggle_look("larger")
    quiet.put(office=quiet.state.office._replace(practice="Willow Creek Family and Cosmetic Dentistry"))
    show_page(quiet, "name")
    settle(view)
    assert list(clipped(view)) == []
    quiet.toggle_look("larger")
    show_page(quiet, "welcome message")
    quiet.put(message=long)
    settle(view)
    assert list(clipped(view)) == []
    show_page(quiet, "checked in")
    quiet.put(data=the(CheckedIn, quiet.state.data)._replace(steps=long))
    settle(view)
    assert list(clipped(view)) == []


def _is_initials(widget: object) -> bool:
    return isinstance(widget, QLabel) and widget.text() == "M. B."


def _tabbed(view: KioskView, key: Qt.Key) -> list[QWidget]:
    """What has the focus after each press, until Tab is where it was."""
    found: list[QWidget] = []
    view.page.first().setFocus()
    while True:
        QTest.keyClick(view, key)
        focused = view.focusWidget()
        if focused in found:
            return found
        found.append(focused)
