"""The languages of a kiosk. Each is one file: resources/translations/kiosk_<code>.qm, made from its .ts by Qt Linguist.

English needs no file: the source texts are English. The language changes without a restart: the pages write their
texts again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QTranslator

from app.core.root import RESOURCES

FOLDER = RESOURCES / "translations"
STEM = "kiosk_"
SOURCE = "en"
_BEGIN = (
    "Touch to check in"  # words: the welcome page's button, translated by `begin_words` in welcome_words.py
)
_ENGLISH = "English"  # words: translated by `this_language` in welcome_words.py
_COMMENT = "the name of this language, in this language"  # words: for translators


class Language(NamedTuple):
    """One language: its code ("es"), its own name ("Español"), and the welcome page's button in it."""

    code: str
    name: str = _ENGLISH
    begin: str = _BEGIN


class Languages:
    """The languages that both the office offers and a file exists for, and the one that is spoken now."""

    def __init__(self, offered: Iterable[str] = (SOURCE,), folder: Path = FOLDER) -> None:
        self._folder = folder
        self._loaded: dict[str, QTranslator] = {}
        self._spoken: QTranslator | None = None
        self.code = SOURCE
        self.offered: tuple[Language, ...] = ()
        """The office's first language first."""
        self.offer(offered)

    def offer(self, codes: Iterable[str]) -> None:
        """Offer these languages; English if none of them is there."""
        known = [code for code in dict.fromkeys(codes) if code == SOURCE or self._load(code) is not None]
        self.offered = tuple(self._describe(code) for code in known or [SOURCE])

    @property
    def first(self) -> str:
        """The office's first language."""
        return self.offered[0].code

    def speak(self, code: str) -> None:
        """Translate all texts from now on; a language that isn't offered is ignored."""
        if code == self.code or code not in {each.code for each in self.offered}:
            return
        self._begin(code)

    def speak_to_staff(self, code: str) -> None:
        """As `speak`, in any language that has a file, until the next patient's."""
        if code != self.code and (code == SOURCE or self._load(code) is not None):
            self._begin(code)

    def _begin(self, code: str) -> None:
        self.release()
        self.code = code
        self._spoken = self._loaded.get(code)
        if self._spoken is not None:
            QCoreApplication.installTranslator(self._spoken)

    def release(self) -> None:
        """Back to English."""
        if self._spoken is not None:
            QCoreApplication.removeTranslator(self._spoken)
        self._spoken, self.code = None, SOURCE

    def _load(self, code: str) -> QTranslator | None:
        if code not in self._loaded:
            made = QTranslator()
            if not made.load(f"{STEM}{code}", str(self._folder)):
                return None
            self._loaded[code] = made
        return self._loaded[code]

    def _describe(self, code: str) -> Language:
        loaded = self._loaded.get(code)
        if loaded is None:
            return Language(code)
        name, begin = loaded.translate("", _ENGLISH, _COMMENT), loaded.translate("", _BEGIN)
        return Language(code, name or code, begin or _BEGIN)


@cache
def spoken_in(code: str, *texts: str, folder: Path = FOLDER) -> tuple[str, ...]:
    """Texts of the kiosk in a language that isn't the spoken one; as they are if there is no file of it."""
    loaded = QTranslator()
    if code == SOURCE or not loaded.load(f"{STEM}{code}", str(folder)):
        return texts
    return tuple(loaded.translate("", each) or each for each in texts)


def all_languages(folder: Path = FOLDER) -> tuple[Language, ...]:
    """English, and every language that has a file."""
    found = sorted(path.stem.removeprefix(STEM) for path in folder.glob(f"{STEM}*.qm"))
    return Languages((SOURCE, *found), folder).offered
