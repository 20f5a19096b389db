"""Nothing that a kiosk says stays English for a Spanish-speaking patient, or for staff who choose Spanish."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.bootstrap.tour.kiosk.pages import pages, show_page
from app.bootstrap.tour.kiosk.staff import DATA, StaffPages
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.views.kiosk.kiosk_view import KioskView
from app.views.kiosk.overlays import Overlay
from app.views.kiosk.pages.typing import NameView
from tests.support.kiosk.screen import LANDSCAPE, appear
from tests.support.pseudo import Pseudo, untranslated, words_of
from tools import strings
from tools.setup import ROOT

SAME = {"No", "Hub", "{h} h {m} min", "{m} min"}
"""Texts that are the same in both languages."""
ALWAYS = {"English", "Español", "Touch to check in", "Registre su llegada aquí", "Willow Creek Dental"}
"""Languages in their own words, and the practice's name."""
OFFICE = "Dr. Lee is 20 minutes late today."
LETTERS = {"A B C", "Á É Ñ", ".com"}
"""What keys type."""
MASKED = {"•••-0142", "m•••@•••.com", "1204 • Ave, S•••, OR, 97•••"}
EQUAL = SAME | ALWAYS | LETTERS | MASKED | {OFFICE, *DATA}
NOT_SAID = {
    "app.api.capabilities",
    "app.api.modes",
    "app.api.pace",
    "app.domain.people.pins",
    "app.domain.people.roles",
    "app.services.people.people",
}
"""Modules that a kiosk loads, whose texts are a desk's: about its connection, and about people who sign in."""
LOADED = """
import sys
import app.bootstrap.kiosk.program, app.bootstrap.kiosk.screen, app.api.hub.pairing
import app.views.kiosk.device.pairing_page, app.views.kiosk.device.staff_page
print(*(each for each in sys.modules if each.startswith("app")), sep="\\n")
"""
_TEXT = re.compile(r"""\b(?:tr|msg|many)\(\s*["']""")
_LETTER = re.compile(r"[^\W\d_]{2,}")


def written(view: QWidget) -> Iterator[str]:
    """Every visible text, and what a screen reader says of every visible widget."""
    for each in view.findChildren(QWidget):
        if each.isVisible():
            yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip())
            if isinstance(each, QLabel | QAbstractButton):
                yield each.text()
            if isinstance(each, QLineEdit):
                yield each.placeholderText()
            if isinstance(each, Overlay):
                yield each.spoken()


def seen(view: KioskView, quiet: KioskViewModel, name: str) -> set[str]:
    """All texts of one of the patients' pages."""
    show_page(
        quiet, "see the desk" if name == "welcome" else "welcome"
    )  # nothing is written twice on one page
    show_page(quiet, name)
    if quiet.state.busy:  # "One moment…" comes a little later
        view._cover._wonder.timeout.emit()
    return {text for text in (*written(view), view.page.spoken()) if _LETTER.search(text)}


def seen_by_staff(shown: StaffPages, name: str) -> set[str]:
    """All texts of one of the pages for staff."""
    page = appear(shown, name, LANDSCAPE)
    return {text for text in (*written(page), page.spoken()) if _LETTER.search(text)}


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


def test_every_module_whose_texts_a_kiosk_shows_is_translated() -> None:
    """What its process loads is either in its catalog or not for a kiosk's screen: errors and troubles too."""
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    collected = {str(Path(each)) for each in strings._sources()[strings.KIOSK]}
    missing = set()
    for name in done.stdout.split():
        path = (ROOT / name.replace(".", "/")).with_suffix(".py")
        if path.exists() and str(path) not in collected and _TEXT.search(path.read_text(encoding="utf-8")):
            missing.add(name)
    assert missing - {"app.core.text", "app.viewmodels.translation"} == NOT_SAID  # these have examples


async def test_no_page_says_in_spanish_what_it_says_in_english(
    view: KioskView, quiet: KioskViewModel
) -> None:
    """Texts, accessible names and announcements: what is equal is a name, data, or listed."""
    for name in pages():
        quiet.choose_language("en")
        english = seen(view, quiet, name)
        quiet.choose_language("es")
        assert english & seen(view, quiet, name) <= EQUAL, name


async def test_no_page_for_staff_says_in_spanish_what_it_says_in_english(
    staff_pages: StaffPages, staff_look: StaffLook
) -> None:
    """Pairing, the exit PIN, the staff page, and every trouble that they tell of."""
    for name in staff_pages.names:
        staff_look.choose_language("en")
        english = seen_by_staff(staff_pages, name)
        staff_look.choose_language("es")
        assert english & seen_by_staff(staff_pages, name) <= EQUAL, name


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
            assert untranslated(seen(view, quiet, name), data) == [], name
    finally:
        qapp.removeTranslator(pseudo)


async def test_every_text_for_staff_is_marked(
    staff_pages: StaffPages, staff_look: StaffLook, qapp: QApplication
) -> None:
    """As on the patients' pages."""
    data = words_of([*ALWAYS, *DATA])
    pseudo = Pseudo()
    qapp.installTranslator(pseudo)
    staff_look.toggle_look("contrast")
    try:
        for name in staff_pages.names:
            assert untranslated(seen_by_staff(staff_pages, name), data) == [], name
    finally:
        qapp.removeTranslator(pseudo)


async def test_a_name_is_typed_with_its_accents(view: KioskView, quiet: KioskViewModel) -> None:
    """Ñ is among the letters, accented ones are a key away, and the letters come back after one of them."""
    quiet.choose_language("es")
    show_page(quiet, "name")
    page = view.page
    assert isinstance(page, NameView)
    for key in ("Ñ", "Á É Ñ", "Ú", "Z"):
        next(each for each in page.keyboard.buttons() if each.text() == key and each.isVisible()).click()
    assert page.field.text() == "ÑÚZ"


async def test_masked_data_is_said_in_words(view: KioskView, quiet: KioskViewModel) -> None:
    """A screen reader would say each dot."""
    for language, said in (
        ("en", "Change: Cell phone, hidden-0142"),
        ("es", "Cambiar: Celular, oculto-0142"),
    ):
        quiet.choose_language(language)
        names = seen(view, quiet, "contact")
        assert said in names
        assert not [name for name in names if name.startswith(said[:6]) and "•" in name]
