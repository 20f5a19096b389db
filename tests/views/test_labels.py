"""Texts are shown literally, and fit where they are shown."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.schedule.tile import CardRow
from app.views.staff.schedule.hover_card import HoverCard
from app.views.widgets.card_rows import CardRows
from app.views.widgets.labels import breakable, plain_label, plain_tip, shortened

MARKUP = "<b>x</b>"
ENDLESS = "W" * 300


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    """A note that looks like markup is shown literally."""
    label = plain_label(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in plain_tip(MARKUP)
    assert plain_tip("Ctrl+P") == "Ctrl+P"


def test_only_long_words_get_places_to_break() -> None:
    """An ordinary sentence is unchanged; an endless word may break, and loses no letter."""
    assert breakable("A usual sentence, with words.") == "A usual sentence, with words."
    assert breakable(ENDLESS).replace("\u200b", "") == ENDLESS
    assert max(map(len, breakable(ENDLESS).split("\u200b"))) <= 8


def test_a_long_word_stays_inside_the_rows(qtbot: QtBot) -> None:
    """A word without a space makes the rows higher, never wider."""
    rows = CardRows()
    qtbot.addWidget(rows)
    rows.fill([CardRow("Note", ENDLESS)])
    assert rows.minimumSizeHint().width() < 200
    assert rows.heightForWidth(280) > 4 * rows.fontMetrics().height()


def test_the_hover_card_shows_markup_as_it_is_written(qtbot: QtBot) -> None:
    """Every label of the hover card is plain text."""
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(800, 600)
    card = HoverCard(over)
    card.show_for(QRect(10, 10, 50, 50), MARKUP, [CardRow("Note", MARKUP)])
    labels = card.findChildren(QLabel)
    assert len(labels) == 3
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_text_is_shortened_to_its_room(qtbot: QtBot) -> None:
    """Text that doesn't fit is elided; text that fits is whole."""
    label = QLabel()
    qtbot.addWidget(label)
    metrics = QFontMetrics(label.font())
    text = shortened("word " * 200, metrics, 200, 100)
    assert text.endswith("…")
    assert len(text) > 30
    assert metrics.boundingRect(QRect(0, 0, 200, 999), int(Qt.TextFlag.TextWordWrap), text).height() <= 100
    assert shortened("word", metrics, 200, 100) == "word"
