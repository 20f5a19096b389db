"""A second filter for log lines, before they leave the PC.

The log has no patient data by rule (`app/core/logs.py`). This filter doesn't rely on it: it removes what looks like an
e-mail address, key, phone number, date or number of four or more digits, and every word that the program doesn't have.
"""

# words: no text for people

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.bootstrap.system.diagnosis.vocabulary import Vocabulary, vocabulary
from app.core.logs import BLANK, Redaction

PORTS = ("30222", "30223", "30224")
"""The numbers of four or more digits that stay."""
KNOWN = frozenset(
    (
        "API", "App", "AptNum", "Authorization", "Bearer", "Connection", "Credential", "CRITICAL", "DEBUG", "Dental",
        "Desk", "ERROR", "Error", "Front", "Hub", "INFO", "Kiosk", "Linux", "Local", "Manager", "Open", "PC", "PIN",
        "Python", "Remote", "Service", "TCP", "Task", "The", "This", "Training", "UDP", "Vault", "WARNING", "Windows",
    )
)  # fmt: skip
"""Capitalized words that stay, besides the names of classes: in a log line any other could be a name."""

_HEAD = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d{3}) (DEBUG|INFO|WARNING|ERROR|CRITICAL)\b(.*)", re.DOTALL
)
_EMAIL = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+")
_QUOTED = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_TOKEN = re.compile(r"(?<![\w/.\\-])(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])[\w+/=-]{12,}(?![\w-])")
_HEX = re.compile(r"\b[0-9A-Fa-f]{16,}\b")
_LONG = re.compile(r"[A-Za-z0-9+_=-]{32,}")
_IP = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")
_NUMBERS = re.compile(r"\+?\(?\d[\d\s().+/-]*\d")
_DIGITS = re.compile(r"\d{4,}")
_MONTH = re.compile(
    r"(?i)\b\d{0,2}\.?\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,4}(?:,?\s+\d{2,4})?\b"
)
_CAPITALIZED = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]*")
_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_A-Z][^\W\d_]+")
"""A word of two or more letters that doesn't begin with a capital one."""
_ENDING = re.compile(r"(?:'s|s)$")
_CLASS = re.compile(r"[A-Z]\w*(?:Error|Exception|Warning|Timeout|Closed|Refused)")
_OF_LIBRARIES = frozenset(
    (
        "app", "asyncio", "builtins", "concurrent", "cryptography", "httpcore", "httpx", "json", "keyring", "logging",
        "msgspec", "qasync", "sqlalchemy", "sqlite", "ssl", "starlette", "uvicorn", "py", "site", "packages", "lib",
        "python", "internal", "exc",
    )
)  # fmt: skip
FEWEST_DIGITS = 4


class LineFilter:
    """Cleans log lines. It knows the names of this user and PC, and the secrets it is given."""

    def __init__(self, secrets: Sequence[str] = (), known: Vocabulary | None = None) -> None:
        """`known`: the words that stay; None: the program's."""
        self._redaction = Redaction()
        self._redaction.hide(*secrets)
        self._known = vocabulary() if known is None else known
        own = [str(Path.home()), Path.home().name, platform.node()]
        with suppress(OSError, KeyError, ImportError):  # an account without a name
            own.append(getpass.getuser())
        words = "|".join(re.escape(each) for each in sorted(own, key=len, reverse=True) if len(each) > 2)
        self._own = re.compile(rf"(?i)(?<!\w)(?:{words})(?!\w)") if words else None

    def clean(self, line: str) -> str:
        """The line with its time and level, and what may stay of the rest."""
        head = _HEAD.fullmatch(line)
        if head is None:
            return self._text(line)
        return f"{head[1]} {head[2]}{self._text(head[3])}"

    def _text(self, text: str) -> str:
        text = self._redaction.clean(text)
        if self._own is not None:
            text = self._own.sub("~", text)
        for pattern in (_EMAIL, _QUOTED, _MONTH, _HEX, _LONG, _TOKEN):
            text = pattern.sub(BLANK, text)
        text = "".join(
            part if _IP.fullmatch(part) else _NUMBERS.sub(_number, part)
            for part in re.split(f"({_IP.pattern})", text)
        )
        text = _DIGITS.sub(lambda found: found[0] if found[0] in PORTS else BLANK, text)
        text = _CAPITALIZED.sub(self._capitalized, text)
        return _SMALL.sub(self._small, text)

    def _capitalized(self, found: re.Match[str]) -> str:
        text = found[0]
        stays = _ENDING.sub("", text) in KNOWN or text in self._known.classes or _CLASS.fullmatch(text)
        return text if stays else BLANK

    def _small(self, found: re.Match[str]) -> str:
        text = found[0]
        return text if text.lower() in self._known.words or text in _OF_LIBRARIES else BLANK


def _number(found: re.Match[str]) -> str:
    """Short numbers stay; several in a row may be a phone number, a birthdate or an account."""
    text = found[0]
    return BLANK if sum(each.isdigit() for each in text) >= FEWEST_DIGITS and text not in PORTS else text
