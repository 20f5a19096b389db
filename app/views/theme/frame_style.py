"""The style of the program's own frame: bars, panels, popovers, toasts. Added after the window is shown."""

from __future__ import annotations

from string import Template

from app.views.theme.tokens import RADIUS_PANEL, RADIUS_TILE, SMALL_PIXELS, TEXT_PIXELS, TITLE_PIXELS, Tokens

TINY_PIXELS = 11
"""The digits of a count on the rail."""
LINK_HEIGHT = 20
"""Pixels of a link inside a section."""


def make_frame_stylesheet(tokens: Tokens, text_pixels: int) -> str:
    """The stylesheet of the window's own parts, for a text size."""
    values = {key: str(value) for key, value in tokens._asdict().items()}
    scale = text_pixels / TEXT_PIXELS
    return _SHEET.substitute(
        values,
        late_ground=tokens.late.ground,
        tile=RADIUS_TILE,
        panel=RADIUS_PANEL,
        small=round(SMALL_PIXELS * scale),
        title=round(TITLE_PIXELS * scale),
        tiny=round(TINY_PIXELS * scale),
        link=round(LINK_HEIGHT * scale),
        heading=round((TITLE_PIXELS + 5) * scale),
    )


_SHEET = Template("""
#topBar { background: $surface; border-bottom: 1px solid $hairline; }
#strip { background: $surface; border-bottom: 1px solid $hairline; }
#section { background: $surface; border: 1px solid $hairline; border-radius: ${panel}px; }
#section QToolButton[kind="link"] { padding: 2px 0; }
#section QPushButton[kind="link"] { min-height: ${link}px; padding: 0 2px; font-weight: 600; }
#page { background: $window; }
#strip QToolButton[kind="link"] { padding: 2px 6px 2px 0; }
#strip QToolButton[kind="changes"] { background: $late_ground; color: $money; font-weight: 600; }
#strip QToolButton[kind="link"]::menu-indicator { image: none; }
QLabel[kind="money"] { color: $money; }
QLabel[kind="good"] { color: $good; }
QLabel[kind="strong"] { font-weight: 600; }
#rail { background: $surface; border-right: 1px solid $hairline; }
#rail QToolButton { color: $ink_2; border-radius: ${tile}px; padding: 6px 0 4px 0; font-size: ${small}px; }
#rail QToolButton:checked { color: $accent_text; background: $accent_soft; }
#railCount { background: $accent; color: $on_accent; border-radius: 8px; padding: 0 4px; font-weight: 600;
  font-size: ${tiny}px; }
#statusBar { background: $surface; border-top: 1px solid $hairline; }
#statusBar QLabel, #statusBar QToolButton { font-size: ${small}px; }
#statusBar QToolButton { padding: 0 8px; border: none; color: $money; }
#statusBar QToolButton:focus { text-decoration: underline; }
#sidePanel { background: $surface; border-left: 1px solid $hairline; }
#sidePanel QStackedWidget, #sidePanel QScrollArea > QWidget { background: $surface; }
#previewButton { background: $accent; color: $on_accent; border-radius: ${panel}px; padding: 12px; font-weight: 600; }
#foot { background: $surface; border-top: 1px solid $hairline; }
#pending { background: $hover; border: 1px solid $hairline; border-radius: ${tile}px; }
#hairline { background: $hairline; }
#dayTitle { background: transparent; border-color: transparent; font-size: ${title}px; font-weight: 600;
  padding: 0 8px; text-align: left; }
#dayTitle:hover { background: $hover; }
#dayTitle:focus { border-color: $accent; }
#topBar QToolButton[due="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QToolButton[segment] {
  background: $surface; border: 1px solid $line; padding: 5px 12px; border-radius: 0; }
QToolButton[segment="first"] { border-top-left-radius: ${tile}px; border-bottom-left-radius: ${tile}px; }
QToolButton[segment="middle"] { border-left: none; }
QToolButton[segment="last"] { border-left: none; border-top-right-radius: ${tile}px;
  border-bottom-right-radius: ${tile}px; }
QToolButton[segment]:checked { background: $accent_soft; color: $accent_text; font-weight: 600; }
QToolButton[kind="action"] { background: $surface; border: 1px solid $line; padding: 6px 8px; }
QToolButton[kind="action"][narrow="true"] { padding: 6px 2px; }
QToolButton[kind="action"]:hover { background: $hover; }
QToolButton[segment]:focus { border: 1px solid $accent; }
QToolButton[kind="action"]:focus { border-color: $accent; }
QToolButton[kind="action"]:disabled { color: $disabled; border-color: $hairline; }
QToolButton[kind="action"][set="true"] { background: $accent_soft; color: $accent_text; border-color: $accent; }
QToolButton[kind="row"], QToolButton[kind="notice"] {
  background: transparent; border: 1px solid transparent; border-radius: ${tile}px; }
QToolButton[kind="notice"] { background: $late_ground; }
QToolButton[kind="row"]:hover { background: $hover; }
QToolButton[kind="row"]:focus, QToolButton[kind="notice"]:focus { border-color: $accent; }
QToolButton[kind="row"] QPushButton[kind="link"], QToolButton[kind="notice"] QPushButton[kind="link"] {
  min-height: ${link}px; padding: 0 4px; font-weight: 600; }
#scrollBody { background: $surface; }
#dayStrip { background: $surface; }
QLabel[kind="dayCell"] { background: $raised; border: 1px solid $line; border-radius: ${tile}px; padding: 0 2px; }
QLabel[kind="dayCell"][shown="true"] { background: $accent_soft; border-color: $accent_soft; color: $accent_text; }
QLabel[kind="dayCell"][lit="true"] { background: $accent; border-color: $accent; color: $on_accent; }
QLabel[kind="dropTarget"] { color: $ink_2; border: 1px dashed $line; border-radius: ${tile}px; padding: 8px; }
QLabel[kind="dropTarget"][lit="true"] { color: $accent_text; background: $accent_soft; border-color: $accent; }
QToolButton[kind="link"] { color: $accent_text; font-weight: 600; padding: 4px 8px; }
QToolButton[kind="mini"] { padding: 1px; }
QPushButton[kind="cell"] {
  background: transparent; border-color: transparent; color: $ink; padding: 1px 4px; min-height: 0; text-align: left; }
QPushButton[kind="cell"]:hover { background: $hover; }
QPushButton[kind="cell"]:focus { border-color: $accent; }
QPushButton[kind="cell"][tone="second"] { color: $ink_2; }
QPushButton[kind="cell"][tone="alert"] { color: $alert; }
QPushButton[kind="cell"][tone="pending"] { color: $money; }
QPushButton[kind="cell"][tone="link"] { color: $accent_text; font-weight: 600; }
QPushButton[kind="cell"]:disabled { color: $disabled; background: transparent; border-color: transparent; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[kind="late"], QLabel[kind="pending"] { color: $money; }
#lockPage { background: $window; }
#lockPage QScrollArea, #lockPage QScrollArea > QWidget > QWidget { background: transparent; }
QPushButton[kind="person"] { text-align: left; border-color: transparent; background: transparent; }
QPushButton[kind="person"]:hover { background: $hover; }
QPushButton[kind="person"]:checked { background: $accent_soft; border-color: $accent_soft; }
QPushButton[kind="person"]:focus { border-color: $accent; }
#popover, #card { background: $raised; border: 1px solid $line; border-radius: ${panel}px; }
#popover QListView { background: $raised; }
QListView[kind="lines"], QTableView[kind="lines"] { border: 1px solid transparent; border-radius: ${tile}px; }
QListView[kind="lines"]:focus, QTableView[kind="lines"]:focus { border-color: $accent; }
#popover QListView::item, QListView[kind="lines"]::item { padding: 4px 8px; }
#inlineName { padding: 3px 0; }
#inlineValue { border: 1px solid transparent; border-radius: ${tile}px; padding: 2px 4px; }
#inlineValue:hover { background: $hover; }
#inlineValue:focus { border-color: $accent; }
#inlineValue[empty="true"] { color: $ink_3; }
#toast { background: $raised; border: 1px solid $line; border-left: 4px solid $accent; border-radius: ${panel}px; }
#toast[kind="waiting"], #toast[kind="warning"] { border-left-color: $money; }
#toast[kind="error"] { border-left-color: $alert; }
#urgent { background: $alert_ground; color: $alert; border-radius: ${tile}px; padding: 6px 12px; font-weight: 600; }
#banner { background: $late_ground; border-bottom: 1px solid $hairline; }
#floating { background: $raised; color: $ink_2; border: 1px solid $line; border-radius: ${panel}px;
  padding: 8px 16px; }
#outcome { background: $window; border-radius: ${panel}px; padding: 12px; }
""")
