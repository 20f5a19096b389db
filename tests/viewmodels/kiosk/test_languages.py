"""The languages of a kiosk: each is one file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.viewmodels.kiosk.formats import date_order, written_amount, written_date, written_time
from app.viewmodels.kiosk.languages import FOLDER, Languages, spoken_in
from app.viewmodels.kiosk.translation import tr


@pytest.fixture
def languages(qapp: QCoreApplication) -> Iterator[Languages]:
    """English and Spanish."""
    made = Languages(("en", "es"))
    yield made
    made.release()


def test_a_language_is_spoken_at_once(languages: Languages) -> None:
    """Every text from then on, and back again."""
    assert [each.name for each in languages.offered] == ["English", "Español"]
    languages.speak("es")
    assert (languages.code, tr("Help")) == ("es", "Ayuda")
    languages.speak("en")
    assert (languages.code, tr("Help")) == ("en", "Help")


def test_another_language_can_be_shown_beside(languages: Languages) -> None:
    """A desk previews each language while it speaks its own; a language without a file has the English texts."""
    assert spoken_in("es", "Help", "no text of the kiosk") == ("Ayuda", "no text of the kiosk")
    assert (languages.code, tr("Help")) == ("en", "Help")
    assert spoken_in("en", "Help") == spoken_in("fr", "Help") == ("Help",)


def test_values_are_put_in_after_translating(languages: Languages) -> None:
    """A practice's name is never translated."""
    languages.speak("es")
    assert tr("Welcome to {practice}", practice="Help {n}") == "Le damos la bienvenida a Help {n}"


def test_adding_a_language_is_adding_a_file(languages: Languages, tmp_path: Path) -> None:
    """A kiosk_fr.qm makes French a language that the office may offer; without it, it is not offered."""
    assert [each.code for each in Languages(("fr", "en")).offered] == ["en"]
    shutil.copy(FOLDER / "kiosk_es.qm", tmp_path / "kiosk_fr.qm")
    added = Languages(("fr", "en"), tmp_path)
    assert [each.code for each in added.offered] == ["fr", "en"]
    assert added.first == "fr"
    added.speak("fr")
    assert tr("Help") == "Ayuda"
    added.release()


def test_an_unknown_language_changes_nothing(languages: Languages) -> None:
    """Neither does one that the office doesn't offer."""
    languages.speak("tlh")
    assert languages.code == "en"
    languages.offer(("xx",))
    assert [each.code for each in languages.offered] == ["en"]


def test_dates_and_amounts_are_in_the_language_and_in_dollars() -> None:
    """As each language writes them in the United States."""
    at = datetime(2026, 12, 14, 9, 5)
    assert (date_order("en"), date_order("es")) == ("mdy", "dmy")
    assert written_date("en", at.year, at.month, at.day) == "Monday, December 14, 2026"
    assert written_date("es", at.year, at.month, at.day) == "lunes, 14 de diciembre de 2026"
    assert written_time("en", at.hour, at.minute).replace("\u202f", " ") == "9:05 AM"
    assert written_amount("en", 123450) == "$1,234.50"
    assert written_amount("es", 5) == "$0.05"
