"""A second filter for log lines, before they leave the PC.

The log has no patient data by rule (`app/core/logs.py`). This filter doesn't rely on it: it removes what looks like an
e-mail address, key, phone number, date, number of four or more digits, or name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from app.core.logs import BLANK, Redaction
from app.core.this_pc import account_name

PORTS = ("30222", "30223", "30224")
"""The numbers of four or more digits that stay."""
KNOWN = frozenset(
    (
        "API", "App", "Authorization", "Bearer", "Connection", "Credential", "CRITICAL", "DEBUG", "Dental", "Desk",
        "ERROR", "Error", "Front", "Hub", "INFO", "Kiosk", "Linux", "Local", "Manager", "Open", "Python", "Remote",
        "Service", "Task", "The", "This", "Training", "Vault", "WARNING", "Windows",
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
_CLASS = re.compile(r"[A-Z]\w*(?:Error|Exception|Warning|Closed|Refused|Failed|Damaged|InUse|Unusable)")
_MODULE = re.compile(
    r"(?:^|[\s(])(?:app|asyncio|builtins|concurrent|cryptography|httpcore|httpx|json|keyring|logging|msgspec|PySide6|qasync|"
    r"sqlalchemy|sqlite3|ssl|starlette|uvicorn)(?:\.[a-z_0-9]+)*\.$"
)
"""What stands before the name of a class in a log line."""
FEWEST_DIGITS = 4


class LineFilter:
    """Cleans log lines. It knows this user's name and folder, and the secrets it is given."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        self._redaction = Redaction()
        self._redaction.hide(*secrets)
        own = [str(Path.home())]
        own.append(account_name())
        self._own = tuple(each for each in own if len(each) > 2)  # "/" or a letter would be everywhere

    def clean(self, line: str) -> str:
        """The line with its time and level, and what may stay of the rest."""
        head = _HEAD.fullmatch(line)
        if head is None:
            return self._text(line)
        return f"{head[1]} {head[2]}{self._text(head[3])}"

    def _text(self, text: str) -> str:
        text = self._redaction.clean(text)
        for own in self._own:
            text = text.replace(own, "~")
        for pattern in (_EMAIL, _QUOTED, _MONTH, _HEX, _LONG, _TOKEN):
            text = pattern.sub(BLANK, text)
        text = "".join(
            part if _IP.fullmatch(part) else _NUMBERS.sub(_number, part)
            for part in re.split(f"({_IP.pattern})", text)
        )
        text = _DIGITS.sub(lambda found: found[0] if found[0] in PORTS else BLANK, text)
        return _CAPITALIZED.sub(_word, text)


def _number(found: re.Match[str]) -> str:
    """Short numbers stay; several in a row may be a phone number, a birthdate or an account."""
    text = found[0]
    return BLANK if sum(each.isdigit() for each in text) >= FEWEST_DIGITS and text not in PORTS else text


def _word(found: re.Match[str]) -> str:
    text = found[0]
    stays = text in KNOWN or _CLASS.fullmatch(text) or _MODULE.search(found.string, 0, found.start())
    return text if stays else BLANK
