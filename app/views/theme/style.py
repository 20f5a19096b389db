"""The style of ordinary widgets: one stylesheet, made from the tokens."""

from __future__ import annotations

from pathlib import Path
from string import Template

from app.views.theme.icons import ICON_FOLDER
from app.views.theme.tokens import CONTROL_HEIGHT, RADIUS_PANEL, RADIUS_TILE, Tokens

CONTROLS = ICON_FOLDER / "controls"
"""Arrows and check marks inside ordinary controls, one set per theme."""


def make_stylesheet(tokens: Tokens, text_pixels: int, controls: Path = CONTROLS) -> str:
    """The application's stylesheet. Heights scale with the text, so that a larger system font fits."""
    values = {key: str(value) for key, value in tokens._asdict().items()}
    height = max(CONTROL_HEIGHT, round(text_pixels * 2.4)) - 2
    return _SHEET.substitute(
        values,
        tile=RADIUS_TILE,
        panel=RADIUS_PANEL,
        height=height,
        row=max(28, text_pixels * 2),
        item=max(4, round(text_pixels * 0.4)),
        title=round(text_pixels * 15 / 13),
        small=round(text_pixels * 12 / 13),
        glyphs=f"{controls.as_posix()}/{tokens.name}",
    )


_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QLabel[kind="second"] { color: $ink_2; }
QLabel[kind="faint"] { color: $ink_3; font-size: ${small}px; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kind="alert"] { color: $alert; }
QLabel[kind="late"], QLabel[kind="stale"] { color: $money; }
QLabel[kind="pending"] { color: $accent_text; }

QAbstractScrollArea { background: $surface; border: none; }
QAbstractScrollArea::corner { background: $surface; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $surface; color: $ink; border: 1px solid $line; border-radius: ${tile}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { min-height: ${height}px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  background: $window; color: $disabled; border-color: $hairline; }
QLineEdit:read-only { background: $window; border-color: $hairline; }
QLineEdit:read-only:focus { border-color: $accent; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $alert; }
QComboBox { padding-right: 4px; combobox-popup: 0; }
QComboBox:hover { background: $hover; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($glyphs-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
  background: $raised; color: $ink; border: 1px solid $line; outline: none; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $ink; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; width: 20px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url($glyphs-up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url($glyphs-down.svg); width: 10px; height: 10px; }

QPushButton {
  background: $surface; color: $ink; border: 1px solid $line; border-radius: ${tile}px; outline: none;
  min-height: ${height}px; padding: 0 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; border-color: $hairline; background: $window; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
  background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $ink; }
QPushButton[kind="primary"]:disabled { background: $pressed; color: $ink_3; border-color: $pressed; }
QPushButton[kind="danger"] { color: $alert; }
QPushButton[kind="danger"]:hover { background: $alert_ground; border-color: $alert; }
QPushButton[kind="link"] {
  background: transparent; border-color: transparent; color: $accent_text; padding: 0 4px; }
QPushButton[kind="link"][tight="true"] { min-height: ${small}px; padding: 2px 4px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QToolButton {
  background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${tile}px;
  padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $pressed; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[kind="chip"] { background: $accent_soft; padding: 2px 8px; }
QToolButton[kind="chip"]:hover { background: $pressed; }
QToolButton[kind="chip"][wrong="true"] { background: $alert_ground; color: $alert; }
QToolButton::menu-indicator { image: none; width: 0; }

QSlider:horizontal { min-height: 22px; }
QSlider::groove:horizontal { background: $pressed; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $line; border-radius: 2px; }
QSlider::handle:horizontal {
  background: $accent; border: 1px solid $accent; width: 14px; margin: -6px 0; border-radius: 8px; }
QSlider::handle:horizontal:hover { background: $accent_hover; }
QSlider::handle:horizontal:focus { border: 2px solid $ink; width: 12px; }
QSlider::handle:horizontal:disabled { background: $pressed; border-color: $line; }

QCheckBox, QRadioButton {
  spacing: 8px; color: $ink; background: transparent; outline: 1px dashed $accent; outline-radius: ${tile}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator {
  width: 16px; height: 16px; border: 1px solid $line; background: $surface; border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate, QRadioButton::indicator:checked {
  background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url($glyphs-check.svg); }
QCheckBox::indicator:indeterminate { image: url($glyphs-dash.svg); }
QRadioButton::indicator:checked { image: url($glyphs-dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  background: $window; border-color: $hairline; }
QCheckBox::indicator:checked:disabled, QCheckBox::indicator:indeterminate:disabled,
QRadioButton::indicator:checked:disabled { background: $disabled; border-color: $disabled; }

QMenu { background: $raised; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 0 24px 0 12px; min-height: ${row}px; border-radius: ${tile}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $disabled; }
QMenu::icon { padding-left: 8px; }
QLabel[kind="menuHead"] { color: $ink_2; font-weight: 600; padding: 4px 24px 4px 12px; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenuBar { background: $window; color: $ink; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected { background: $hover; }

QListView, QTreeView, QTableView {
  background: $surface; color: $ink; border: none; outline: none; alternate-background-color: $window;
  selection-background-color: $accent_soft; selection-color: $ink; gridline-color: $hairline; }
QListView::item, QTreeView::item { padding: ${item}px 8px; border-radius: ${tile}px; }
QTreeView::item { border-radius: 0; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $ink; }
QTableView::item:selected { background: $accent_soft; }
QTableView::item { padding: 0 5px; }
QHeaderView { background: $window; }
QHeaderView::section {
  background: $window; color: $ink_2; border: none; border-bottom: 1px solid $hairline; padding: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $ink_3; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }

QDialog { background: $surface; }
QGroupBox {
  border: 1px solid $hairline; border-radius: ${panel}px; margin-top: 12px; padding: 12px 8px 8px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; color: $ink_2; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar::tab {
  background: transparent; color: $ink_2; padding: 6px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $accent_text; border-bottom-color: $accent; }
QProgressBar {
  background: $pressed; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised; }
QCalendarWidget QToolButton { color: $ink; font-weight: 600; padding: 4px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url($glyphs-previous.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url($glyphs-next.svg); }
QCalendarWidget QAbstractItemView {
  background: $raised; color: $ink; selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QCalendarWidget QAbstractItemView::item:selected { background: $accent; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QStatusBar::item { border: none; }
""")
