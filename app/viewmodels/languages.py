"""The languages of patients: Open Dental stores three-letter codes, people read names."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_CODE = QLocale.LanguageCodeType.ISO639Part2T
_CODE_LENGTH = 3
_NONE = QLocale.Language.AnyLanguage


def language_name(code: str) -> str:
    """The name of a language code; a code that isn't known, or a language of the office's own, as it is."""
    known = QLocale.codeToLanguage(code.strip()) if code.strip() else _NONE
    return code.strip() if known == _NONE else QLocale.languageToString(known)


def language_code(text: str) -> str:
    """The code of a typed name or code; any other text as it is, as offices have languages of their own."""
    wanted = text.strip().casefold()
    named = (each for each in QLocale.Language if QLocale.languageToString(each).casefold() == wanted)
    known = QLocale.codeToLanguage(wanted) if len(wanted) == _CODE_LENGTH else next(named, _NONE)
    return (QLocale.languageToCode(known, _CODE) if known != _NONE else "") or text.strip()


def is_english(code: str) -> bool:
    """Whether it is English, as for patients without a language."""
    return not code.strip() or QLocale.codeToLanguage(code.strip()) == QLocale.Language.English
