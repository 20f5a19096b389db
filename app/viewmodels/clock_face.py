"""Hours and times of day as the PC's locale writes them.

A module of its own because the first paint needs it before anything else is loaded.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLocale, QTime

NARROW = "\u202f"
"""What newer locales put before AM; few fonts have it, and users can't type it."""


def locale() -> QLocale:
    """The PC's locale; American English if the system has none."""
    found = QLocale()
    return QLocale("en_US") if found.language() is QLocale.Language.C else found


def time(minute: int) -> str:
    """A time of day in full, from minutes after midnight: 3:40 PM, 15:40."""
    return _time(locale().name(), minute % 1440)


def clock(minute: int) -> str:
    """The same where AM or PM is obvious: 3:40, 15:40."""
    return _clock(locale().name(), minute % 1440)


def hour(minute: int) -> str:
    """The ruler's label of a full hour: 3 PM, 15:00."""
    return _hour(locale().name(), minute % 1440)


@lru_cache(4096)
def _time(name: str, minute: int) -> str:
    moment = QTime(minute // 60, minute % 60)
    return QLocale(name).toString(moment, QLocale.FormatType.ShortFormat).replace(NARROW, " ")


@lru_cache(4096)
def _clock(name: str, minute: int) -> str:
    if not _has_halves(name):
        return _time(name, minute)
    return f"{minute // 60 % 12 or 12}:{minute % 60:02d}"


@lru_cache(64)
def _hour(name: str, minute: int) -> str:
    if not _has_halves(name):
        return _time(name, minute)
    half = QLocale(name).amText() if minute < 720 else QLocale(name).pmText()
    return f"{minute // 60 % 12 or 12} {half}"


@lru_cache(8)
def _has_halves(name: str) -> bool:
    """Whether a locale uses the 12-hour clock."""
    return "A" in QLocale(name).timeFormat(QLocale.FormatType.ShortFormat).upper()
