from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.languages import Languages
from app.viewmodels.kiosk.state import Look
from app.viewmodels.translation import tr


@pytest.fixture
def languages(qapp: QCoreApplication) -> Iterator[Languages]:
    """A kiosk whose office offers English only, as every one before it is paired."""
    made = Languages()
    yield made
    made.release()


def test_staff_may_choose_every_language_there_is(languages: Languages) -> None:
    """Also one that patients are not offered; the next patient has the office's again."""
    look = StaffLook(languages)
    assert [each.name for each in look.state.office.languages] == ["English", "Español"]
    look.choose_language("es")
    assert (look.state.look.language, tr("For staff")) == ("es", "Para el personal")
    languages.speak(languages.first)
    assert tr("For staff") == "For staff"


def test_a_look_ends_with_the_page(languages: Languages) -> None:
    """Larger text and high contrast are forgotten, as a patient's are."""
    look = StaffLook(languages)
    changes: list[Look] = []
    look.changed.connect(lambda: changes.append(look.state.look))
    look.toggle_look("larger")
    look.toggle_look("contrast")
    assert changes[-1] == Look("en", larger=True, contrast=True)
    look.begin()
    assert changes[-1] == Look("en")


def test_an_unknown_language_changes_nothing(languages: Languages) -> None:
    """A file is needed."""
    look = StaffLook(languages)
    look.choose_language("tlh")
    assert look.state.look.language == "en"


def test_it_follows_the_language_that_the_office_chooses(languages: Languages) -> None:
    """The office may change its first language while the page is open."""
    look = StaffLook(languages)
    languages.offer(("es", "en"))
    languages.speak("es")
    look.follow()
    assert look.state.look.language == "es"
