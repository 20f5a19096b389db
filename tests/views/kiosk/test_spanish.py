"""Nothing on the kiosk's pages stays English for a Spanish-speaking patient."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from app.bootstrap.tour.kiosk_pages import pages, show_page
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.kiosk_view import KioskView
from tests.support.pseudo import Pseudo, untranslated, words_of
from tools import strings

SAME = {"No", "A B C", "Á É Ñ"}
"""Texts that are the same in both languages."""
ALWAYS = {"English", "Español", "Touch to check in", "Registre su llegada aquí", "Willow Creek Dental"}
"""Languages in their own words, and the practice's name."""
OFFICE = "Dr. Lee is 20 minutes late today."
_LETTER = re.compile(r"[^\W\d_]{2,}")


def written(view: QWidget) -> Iterator[str]:
    """Every visible text, and what a screen reader says of every visible widget."""
    for each in view.findChildren(QWidget):
        if each.isVisible():
            yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip())
            if isinstance(each, QLabel | QAbstractButton):
                yield each.text()


def test_every_text_has_a_finished_translation() -> None:
    """kiosk_es.ts has each text of the kiosk, none is left unfinished, and no field is lost."""
    spanish = strings.FOLDER / "kiosk_es.ts"
    assert set(strings.texts(strings.FOLDER / "kiosk_en.ts")) == set(strings.texts(spanish))
    assert strings.lost_fields(spanish) == []
    for message in ET.parse(spanish).getroot().iter("message"):  # noqa: S314  # our own file
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        assert translation.text, message.findtext("source")
        same = translation.text == message.findtext("source")
        assert not same or message.findtext("source") in SAME, message.findtext("source")


async def test_no_page_shows_an_english_text(view: KioskView, quiet: KioskViewModel) -> None:
    """On each page, no text is one of the English ones, and each says something in Spanish."""
    english = {text for text, _ in strings.texts(strings.FOLDER / "kiosk_en.ts")} - SAME
    quiet.choose_language("es")
    for name in pages():
        show_page(quiet, name)
        assert {text for text in written(view) if text in english} <= ALWAYS, name


async def test_every_text_is_marked(view: KioskView, quiet: KioskViewModel, qapp: QApplication) -> None:
    """With a translation that puts each text in brackets, no word stands outside: none is written into the program."""
    months = [QLocale("en_US").standaloneMonthName(month) for month in range(1, 13)]
    days = [QLocale("en_US").standaloneDayName(day) for day in range(1, 8)]
    data = words_of([*ALWAYS, OFFICE, *months, *days, "Ave com OR"])
    pseudo = Pseudo()
    qapp.installTranslator(pseudo)
    quiet.toggle_look("contrast")  # everything is written again
    try:
        for name in pages():
            show_page(quiet, name)
            assert untranslated((text for text in written(view) if _LETTER.search(text)), data) == [], name
    finally:
        qapp.removeTranslator(pseudo)
