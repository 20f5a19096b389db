"""The theme: legible in light and dark, sharp at every size, and no color except the tokens'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.viewmodels.staff.ledger.splits import SplitChoice
from app.views.staff.ledger.split_menu import split_menu
from app.views.theme.colors import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, legible, mix
from app.views.theme.fonts import make_fonts
from app.views.theme.icons import ICON_FOLDER, Icon, draw_icon, make_icon
from app.views.theme.palette import make_palette
from app.views.theme.style import CONTROLS, make_stylesheet
from app.views.theme.tokens import DARK, LIGHT, ChartHue, Hue, Tokens, tokens_of

THEMES = (LIGHT, DARK)
HUES = ("unconfirmed", "confirmed", "arrived", "seated", "dismissed", "late", "broken", "note")
PASTELS = ("#ffe4c4", "#ffff99", "#e6e6fa", "#000000", "#ffffff", "#808080", "#0000ff", "#98fb98")
"""Provider colors as offices use them."""


def text_pairs(tokens: Tokens) -> Iterator[tuple[str, str, str]]:
    """Every (name, ink, background) in which the program writes text."""
    plain = ("window", "surface", "raised", "hover", "pressed", "accent_soft", "grid", "closed", "lunch")
    pairs = [(ink, ground) for ground in plain for ink in ("ink", "ink_2", "ink_3")]
    for ink in ("accent_text", "alert", "money", "good"):
        pairs += [
            (ink, ground) for ground in ("window", "surface", "raised", "hover", "pressed", "accent_soft")
        ]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_hover")]
    pairs += [
        ("alert", "alert_ground"),
        ("ink", "alert_ground"),
        ("blockout_text", "blockout"),
        ("on_now", "now"),
    ]
    for ink, ground in pairs:
        yield f"{ink} on {ground}", getattr(tokens, ink), getattr(tokens, ground)
    for name in HUES:
        hue: Hue = getattr(tokens, name)
        yield f"{name}: letter in its dot", hue.on_dot, hue.dot
        for ground in (hue.ground, tokens.surface):
            yield f"{name}: text", hue.text, ground
        for ink in ("ink", "ink_2"):
            yield f"{name}: {ink}", getattr(tokens, ink), hue.ground
    for sign in ("alert", "accent_text", "money"):
        for name in HUES:
            yield f"{name}: sign {sign}", getattr(tokens, sign), getattr(tokens, name).ground
    yield "a broken appointment's name", tokens.ink_3, tokens.broken.ground
    for state, colors in chart_hues(tokens).items():
        yield f"tooth chart: letter, {state}", colors.line, colors.light
    yield "tooth chart: number", tokens.ink_2, tokens.surface
    yield "tooth chart: number of a gap", tokens.ink_3, tokens.surface


def chart_hues(tokens: Tokens) -> dict[str, ChartHue]:
    """The states on the tooth chart."""
    found = tokens.chart._asdict()
    return {name: value for name, value in found.items() if isinstance(value, ChartHue)}


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_text_can_be_read(tokens: Tokens) -> None:
    """Every text has a contrast of at least 4.5 to 1 against its background."""
    weak = {name: contrast(ink, ground) for name, ink, ground in text_pairs(tokens)}
    assert {name: ratio for name, ratio in weak.items() if ratio < TEXT_CONTRAST} == {}


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("color", PASTELS)
def test_provider_colors_can_be_seen(tokens: Tokens, color: str) -> None:
    """A provider's color contrasts with the grid, and one that already does is unchanged."""
    seen = legible(color, tokens.grid)
    assert contrast(seen, tokens.grid) >= GRAPHIC_CONTRAST
    assert seen == color or contrast(color, tokens.grid) < GRAPHIC_CONTRAST


def test_a_color_keeps_its_hue() -> None:
    """Made legible, a pale peach becomes a dark orange and not a gray."""
    color = QColor(legible("#ffe4c4", LIGHT.grid))
    assert color.red() > color.green() > color.blue()


def test_arithmetic_of_colors() -> None:
    """Mixing and contrast follow their definitions; a name is not a color."""
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    with pytest.raises(ValueError, match="red"):
        contrast("red", "#ffffff")


def test_stages_are_told_apart_by_more_than_color() -> None:
    """No two hues share a background, and late differs from broken."""
    for tokens in THEMES:
        assert len({getattr(tokens, name).ground for name in HUES}) == len(HUES)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_palette_names_its_theme(tokens: Tokens) -> None:
    """Widgets that paint themselves find their colors in the palette alone."""
    assert tokens_of(make_palette(tokens)) is tokens


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_stylesheet_knows_no_other_color(tokens: Tokens) -> None:
    """Every color of the stylesheet is a token, and every picture in it exists."""
    grid = make_stylesheet(tokens, 13)
    known = {value for value in tokens if isinstance(value, str)}
    assert set(re.findall(r"#[0-9a-f]{6}\b", grid)) <= known
    pictures = re.findall(r"url\(([^)]+)\)", grid)
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_qt_understands_the_stylesheet(qtbot: QtBot, qtlog: Any, tokens: Tokens) -> None:
    """Qt parses the whole stylesheet without a warning."""
    widget = QLineEdit()
    qtbot.addWidget(widget)
    widget.setStyleSheet(make_stylesheet(tokens, 13))
    widget.ensurePolished()
    assert [record.message for record in qtlog.records] == []


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_a_tick_that_cannot_be_changed_can_be_seen(qtbot: QtBot, tokens: Tokens) -> None:
    """Who may only read settings sees which are on."""
    corners = []
    for is_on in (True, False):
        box = QCheckBox()
        qtbot.addWidget(box)
        box.setStyleSheet(make_stylesheet(tokens, 13))
        box.setChecked(is_on)
        box.setEnabled(False)
        box.resize(box.sizeHint())
        corners.append(box.grab().toImage().pixelColor(4, box.height() // 2 - 5).name())
    assert contrast(*corners) > 2
    assert corners[0] == tokens.disabled


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_a_heading_in_a_menu_can_be_read(qtbot: QtBot, tokens: Tokens) -> None:
    """It is a line that can't be chosen, and as legible as any text."""
    host = QWidget()
    qtbot.addWidget(host)
    menu = split_menu(host, [SplitChoice(1, "Exam 58.00", (), ())], lambda *_: None)
    menu.setStyleSheet(make_stylesheet(tokens, 13))
    (head,) = menu.actions()
    assert not head.isEnabled()
    label = menu.findChild(QLabel)
    assert isinstance(label, QLabel)
    label.ensurePolished()
    written = label.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText).name()
    assert (label.text(), label.isEnabled()) == ("Exam 58.00", False)
    assert contrast(written, tokens.raised) >= TEXT_CONTRAST


def test_control_pictures_wear_the_theme() -> None:
    """The arrows and check marks of each theme are drawn in that theme's own colors."""
    for tokens in THEMES:
        for picture in CONTROLS.glob(f"{tokens.name}-*.svg"):
            assert {tokens.ink_2, tokens.on_accent} & set(
                re.findall(r"#[0-9a-f]{6}", picture.read_text("utf-8"))
            )


def test_controls_grow_with_the_text() -> None:
    """With a larger system font fields are higher, so that nothing is clipped."""
    heights = [re.findall(r"min-height: (\d+)px", make_stylesheet(LIGHT, size))[0] for size in (13, 20)]
    assert int(heights[1]) > int(heights[0])


@pytest.mark.parametrize(("system", "text"), [(10, 13), (12, 13), (13, 13), (18, 18)])
def test_text_is_thirteen_pixels_or_the_systems_own(qapp: QApplication, system: int, text: int) -> None:
    """Text is 13 px, and larger if the system's font is set larger."""
    font = QFont(qapp.font())
    font.setPixelSize(system)
    fonts = make_fonts(font)
    assert fonts.body.pixelSize() == text
    assert (
        fonts.small.pixelSize() < fonts.body.pixelSize() < fonts.title.pixelSize() < fonts.number.pixelSize()
    )


@pytest.mark.parametrize("idea", list(Icon))
def test_every_idea_has_its_drawing(qapp: QApplication, idea: Icon) -> None:
    """Each icon exists, takes its color, and covers some of its square."""
    image = draw_icon(idea, "#ff0000", 20)
    painted = [QColor.fromRgba(image.pixel(x, y)) for x in range(20) for y in range(20)]
    assert any(color.alpha() > 200 and color.red() > 200 and color.blue() < 60 for color in painted)


def test_no_drawing_lies_about() -> None:
    """The folder has the named drawings, their license and the controls, nothing else."""
    names = {path.name for path in ICON_FOLDER.iterdir()}
    assert names == {*(f"{idea.value}.svg" for idea in Icon), "LICENSE", "controls"}
    assert "ISC License" in (ICON_FOLDER / "LICENSE").read_text("utf-8")


def test_an_icon_without_room_draws_nothing(qapp: QApplication) -> None:
    """A button that is squeezed to nothing paints no icon, without a warning from Qt."""
    icon, image = make_icon(Icon.NEXT), QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    icon.paint(painter, QRect(5, 5, 0, 10))
    painter.end()
    assert not any(image.pixel(x, y) for x in range(20) for y in range(20))
    assert icon.pixmap(QSize(0, 10)).isNull()


def test_icons_are_sharp_and_follow_the_palette(qapp: QApplication) -> None:
    """An icon is drawn at the screen's own resolution, pale when disabled, and again after a change of theme."""
    icon, old = make_icon(Icon.NEXT), qapp.palette()
    try:
        qapp.setPalette(make_palette(LIGHT))
        light = icon.pixmap(QSize(20, 20), 2.0)
        assert light.width() == 40
        pale = icon.pixmap(QSize(20, 20), QIcon.Mode.Disabled)
        qapp.setPalette(make_palette(DARK))
        dark = icon.pixmap(QSize(20, 20))
    finally:
        qapp.setPalette(old)
    inks = [_ink(pixmap.toImage()) for pixmap in (light, pale, dark)]
    assert inks == [QColor(LIGHT.ink_2).name(), QColor(LIGHT.disabled).name(), QColor(DARK.ink_2).name()]


def _ink(image: QImage) -> str:
    """The color of an image's most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha()).name()


def chart_pairs(tokens: Tokens) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Everything on the tooth chart: its name, its background, and what makes it stand out: its fill or its outline."""
    chart, surface = tokens.chart, tokens.surface
    yield "crown", surface, (chart.enamel, chart.enamel_line)
    yield "fields of a crown", chart.enamel, (chart.enamel_line,)
    yield "grooves", chart.enamel_shade, (chart.enamel_line,)
    yield "root", surface, (chart.root, chart.root_line)
    yield "root before another", chart.root_behind, (chart.root_line,)
    yield "outline of a root", chart.root, (chart.root_line,)
    yield "a tooth that isn't there", surface, (chart.ghost,)
    yield "the selected tooth", surface, (tokens.accent,)
    yield "the tooth under the pointer", surface, (tokens.ink_3,)
    for name, hue in chart_hues(tokens).items():
        yield f"{name}: metal on a crown", chart.enamel, (hue.dark,)
        yield f"{name}: metal on the groove's field", chart.enamel_shade, (hue.dark, hue.line)
        yield f"{name}: tooth-colored on a crown", chart.enamel, (hue.line,)
        yield f"{name}: outline of a tooth-colored filling", hue.light, (hue.line,)
        if name in ("planned", "referred", "condition"):
            yield f"{name}: lines of its pattern", hue.light, (hue.dark,)
        yield f"{name}: pattern of metal", hue.dark, (chart.enamel,)
        yield f"{name}: an implant or bar in a gap", surface, (hue.dark,)
        yield f"{name}: a crown in a gap", surface, (hue.light, hue.line)
        yield f"{name}: a line inside its pale border", chart.enamel, (hue.dark,)
        yield f"{name}: the edge of a denture", surface, (hue.dark, chart.gum)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_tooth_chart_can_be_seen(tokens: Tokens) -> None:
    """Everything on it contrasts with its background by at least 3 to 1, by its fill or by its outline."""
    weak = {
        name: round(best, 2)
        for name, ground, inks in chart_pairs(tokens)
        if (best := max(contrast(ink, ground) for ink in inks)) < GRAPHIC_CONTRAST
    }
    assert weak == {}
