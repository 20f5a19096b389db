"""The sentences of the welcome page, which is painted before the others are loaded."""

from __future__ import annotations

from app.viewmodels.kiosk.state import KioskState
from app.viewmodels.kiosk.translation import tr


def this_language() -> str:
    """The name of the language that is spoken; `languages.py` shows every language's own."""
    return tr("English", "the name of this language, in this language")


def begin_words() -> str:
    """The welcome page's button; `languages.py` shows it in every language at once."""
    return tr("Touch to check in")


def welcome_line(state: KioskState) -> str:
    """The office's own line, or the program's."""
    own = dict(state.office.welcome).get(state.look.language, "")
    if own:
        return own
    if state.office.practice:
        return tr("Welcome to {practice}", practice=state.office.practice)
    return tr("Welcome")
