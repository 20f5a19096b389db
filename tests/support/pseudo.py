"""A pseudo-translation: each text in brackets and 40 % longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

LONGER = 0.4
UNDER_ICON = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")
LEFT_ALONE = frozenset(
    {"Front", "Desk", "Ana", "SERVER", "API", "AM", "PM"}
    | {"Alt", "Ctrl", "Enter", "Esc", "Shift", "Left", "Right", "Del"}
    | {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}
    | {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
)
"""Names of keys and of the program, and what the locale formats."""


class Pseudo(QTranslator):
    """Install it before anything is built."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        """The text in brackets, padded with dots; Qt's own texts stay as they are."""
        return f"[{source}{'·' * round(LONGER * len(source))}]" if not context else None

    def isEmpty(self) -> bool:
        """It has a translation for everything."""
        return False


def untranslated(texts: Iterable[str], data: frozenset[str]) -> list[str]:
    """Texts with a word outside all brackets that is neither the office's data nor formatted by the locale."""
    return [text for text in dict.fromkeys(texts) if not _known(text, data)]


def pieces_left(texts: Iterable[str], data: frozenset[str]) -> list[str]:
    """As `untranslated`, for what is drawn: long names are broken into lines anywhere."""
    everything = " ".join(data | LEFT_ALONE)
    return [
        text
        for text in untranslated(texts, data)
        if not all(word in everything for word in _WORD.findall(text))
    ]


def _known(text: str, data: frozenset[str]) -> bool:
    bare = text.replace("\u200b", "")
    while (less := _INNERMOST.sub(" ", bare)) != bare:
        bare = less
    return all(word in data or word in LEFT_ALONE for word in _WORD.findall(bare))


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words of some texts."""
    return frozenset(word for text in texts for word in _WORD.findall(text))


def texts_in(window: QWidget) -> Iterator[str]:
    """The visible texts of a window, and those for screen readers."""
    for each in _seen(window, QWidget):
        yield from (each.toolTip(), each.accessibleName(), each.accessibleDescription())
    for each in _seen(window, QAbstractButton, QLabel):
        yield each.text()
    for each in _seen(window, QLineEdit):
        yield from (each.text(), each.placeholderText())
    for each in _seen(window, QPlainTextEdit):
        yield from (each.toPlainText(), each.placeholderText())
    for each in _seen(window, QComboBox):
        yield from (each.itemText(row) for row in range(each.count()))
    for each in _seen(window, QListWidget):
        yield from (each.item(row).text() for row in range(each.count()))


def cut_in(window: QWidget) -> list[str]:
    """Texts of buttons and labels that don't fit, unless they are elided or wrapped."""
    cut = []
    for each in _seen(window, QAbstractButton, QLabel):
        size, wraps = each.size(), isinstance(each, QLabel) and each.wordWrap()
        if wraps:
            wanted, room = each.heightForWidth(size.width()), size.height()
        else:
            wanted, room = each.minimumSizeHint().width(), size.width()
            if isinstance(each, QToolButton) and each.toolButtonStyle() is UNDER_ICON:
                wanted = each.fontMetrics().horizontalAdvance(each.text())
        if each.text() and wanted > room:
            cut.append(f"{each.text()}: {wanted} in {room}")
    return cut


def _seen(window: QWidget, *kinds: type[QWidget]) -> list[Any]:
    return [each for kind in kinds for each in window.findChildren(kind) if each.isVisibleTo(window)]
