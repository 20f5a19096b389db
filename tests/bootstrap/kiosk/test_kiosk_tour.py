from __future__ import annotations

from app.bootstrap.tour.kiosk.pages import pages
from app.bootstrap.tour.kiosk.walk import LOOKS, UPRIGHT, WIDE
from app.viewmodels.kiosk.state import Page


def test_the_tour_shows_every_page_of_the_kiosk() -> None:
    """A page that is added later is missing here until the tour shows it."""
    assert {shown["data"].page for shown in pages().values()} == set(Page)


def test_the_tour_shows_both_languages_every_look_and_both_kinds_of_screen() -> None:
    """English and Spanish, high contrast, larger text, wide and upright."""
    assert {size for _, size, _ in LOOKS} == {WIDE, UPRIGHT}
    shown = [changes for _, _, changes in LOOKS]
    assert {changes.get("language", "en") for changes in shown} == {"en", "es"}
    assert any(changes.get("contrast") for changes in shown)
    assert any(changes.get("larger") for changes in shown)
