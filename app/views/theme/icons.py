"""The program's icons: one Lucide drawing per meaning, drawn when first shown, in the theme's colors."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.core.root import RESOURCES
from app.views.theme.tokens import ICON, ICON_STROKE, tokens_of

ICON_FOLDER = RESOURCES / "icons"
_KEPT = 512
_LUCIDE_STROKE = 'stroke-width="2"'


class Icon(StrEnum):
    """A meaning; the value is the name of its Lucide drawing."""

    ADD = "plus"
    ALERT = "cross"
    ARRIVE = "log-in"
    ASAP = "zap"
    SCHEDULE = "calendar-days"
    BREAK = "calendar-x"
    CHECK_IN = "monitor-check"
    CHECK_OUT = "receipt-text"
    CLOSE = "x"
    CONFIRM = "circle-check"
    DATE = "calendar"
    DAY_CLOSE = "calendar-check"
    DETAILS = "clipboard-list"
    DISMISS = "log-out"
    DOWN = "chevron-down"
    HIDDEN = "eye-off"
    HUDDLE = "sunrise"
    LAB = "flask-conical"
    LEDGER = "wallet"
    LISTS = "clipboard-list"
    MENU = "menu"
    MONEY = "banknote"
    MOVE = "move"
    NEW_PATIENT = "user-plus"
    NEW_TASK = "list-plus"
    NEXT = "chevron-right"
    NOTE = "sticky-note"
    NOTICES = "bell"
    OPEN_IN = "external-link"
    OVERLAP = "layers-2"
    PANEL = "panel-right"
    PATIENT = "user"
    PENDING = "cloud-upload"
    PHONE = "phone"
    PIN = "pin"
    PREVIOUS = "chevron-left"
    PRINT = "printer"
    REFRESH = "refresh-cw"
    RESIZE = "move-vertical"
    SEARCH = "search"
    SEAT = "armchair"
    SERVICE = "server"
    TASKS = "list-checks"
    THEME_DARK = "moon"
    UNDO = "undo-2"
    UP = "chevron-up"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"


def make_icon(idea: Icon, size: int = ICON, color: str = "ink_2") -> QIcon:
    """An icon for buttons and menus, at most `size` pixels wide, in a color named in the tokens."""
    return QIcon(_Engine(idea, size, color))


@lru_cache(_KEPT)
def draw_icon(idea: Icon, color: str, pixels: int, stroke: float = ICON_STROKE) -> QImage:
    """A meaning's drawing in one color (#rrggbb) on a transparent background, `pixels` device pixels wide and high.

    The stroke is in 24ths of the width.
    """
    image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    source = _source(idea).replace("currentColor", color).replace(_LUCIDE_STROKE, f'stroke-width="{stroke}"')
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image.copy()  # an image that was painted on keeps its paint engine, some kilobytes


@lru_cache(_KEPT)
def _source(idea: Icon) -> str:
    return (ICON_FOLDER / f"{idea.value}.svg").read_text(encoding="utf-8")


class _Engine(QIconEngine):
    """Draws in the current theme, so that a change of theme needs no new icons."""

    _clones: list[_Engine] = []  # noqa: RUF012 # PySide doesn't keep a clone alive although Qt owns it: we must hold a reference

    def __init__(self, idea: Icon, size: int, color: str) -> None:
        super().__init__()
        self._idea = idea
        self._size = size
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw centered in a rectangle."""
        width = min(rect.width(), rect.height(), self._size)
        if width < 1:
            return  # a button without any room
        ratio = painter.device().devicePixelRatio()
        image = QImage(self._drawn(round(width * ratio), mode))
        image.setDevicePixelRatio(ratio)
        corner = rect.center() - QPoint((width - 1) // 2, (width - 1) // 2)
        painter.drawImage(corner, image)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in device pixels."""
        pixels = min(size.width(), size.height())
        return QPixmap.fromImage(self._drawn(pixels, mode)) if pixels > 0 else QPixmap()

    def clone(self) -> QIconEngine:
        """A copy for Qt."""
        copy = _Engine(self._idea, self._size, self._color)
        self._clones.append(copy)
        return copy

    def _drawn(self, pixels: int, mode: QIcon.Mode) -> QImage:
        tokens = tokens_of(QGuiApplication.palette())
        color = tokens.disabled if mode is QIcon.Mode.Disabled else getattr(tokens, self._color)
        return draw_icon(self._idea, color, pixels)
