"""Texts on the screen are in the user's language, wherever they were made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.core.text import NO_TEXT, At, Dollars, join, many, msg
from app.viewmodels.translation import tr

SPANISH = {
    ("Cancel", ""): "Cancelar",
    ("Open", "a status"): "Abierta",
    ("{name} moved to {time}", ""): "A las {time} pasó {name}",
}


class Spanish(QTranslator):
    """Part of a translation, with plurals by Qt's number."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str | None:
        """As QTranslator does."""
        if source == "{n} appointments":
            return "{n} cita" if n == 1 else "{n} citas"
        return SPANISH.get((source, comment or ""))

    def isEmpty(self) -> bool:
        """It isn't empty."""
        return False


@pytest.fixture
def in_spanish(qapp: QApplication) -> Iterator[None]:
    """The interface in Spanish, for one test."""
    spanish = Spanish()
    qapp.installTranslator(spanish)
    yield
    qapp.removeTranslator(spanish)


def test_a_literal_is_translated(in_spanish: None) -> None:
    """A literal is translated, one of two meanings by its comment; untranslated text stays English."""
    assert tr("Cancel") == "Cancelar"
    assert tr("Open", "a status") == "Abierta"
    assert tr("Open") == "Open"
    assert tr("") == ""


def test_a_sentence_from_below_is_translated(in_spanish: None) -> None:
    """The template is translated and then filled, so values may change places; names are not translated."""
    at = At(datetime(2026, 11, 24, 15, 40))
    assert tr(msg("{name} moved to {time}", name="Cancel", time=at)) == "A las 3:40 PM pasó Cancel"
    assert tr("{what}: {name}", what=msg("Cancel"), name="Ana") == "Cancelar: Ana"
    assert tr(join([msg("Cancel"), NO_TEXT, "Open"], " · ")) == "Cancelar · Open"


def test_plurals_are_the_languages_own(in_spanish: None) -> None:
    """The number selects the form, in a translation as in English."""
    assert [tr(many("{n} appointments", "{n} appointment", n)) for n in (1, 2)] == ["1 cita", "2 citas"]
    assert [tr(many("{n} rows", "{n} row", n)) for n in (1, 2)] == ["1 row", "2 rows"]


def test_amounts_follow_the_locale(qapp: QApplication) -> None:
    """An amount in a sentence is written as the PC writes amounts, whichever layer made the sentence."""
    owed = msg("{amount} is owed", amount=Dollars(Decimal("-1234.50")))
    assert tr(owed) == str(owed) == "-$1,234.50 is owed"
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert tr(owed) == "-1.234,50\u00a0$ is owed"
    finally:
        QLocale.setDefault(before)
