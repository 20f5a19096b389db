"""The program's log: what happened and where, never whose.

Three nets, since a log travels further than the office wants: whatever looks like an authorization or a query string
is blanked, whatever was registered with `Redaction.hide` or handed over as `Private` is blanked, and of an exception
that is not ours only its type and its frames are written, because the text of others quotes what they choked on.
"""

from __future__ import annotations

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

BLANK = "***"
FILE_BYTES = 1_000_000
"""When the log file is turned over."""
FILES_KEPT = 5

_AUTHORIZATION = re.compile(r"(?i)(\bauthorization\b['\"]?\s*[:=,]\s*).+?(?=$|[\r\n}\])])")
_KEYS = re.compile(r"(?i)\bODFHIR\s+[^\s'\",;]+")
_QUERY = re.compile(
    r"(?<=[^\s?])\?[^\s'\"<>?=]+=[^'\"<>\r\n]*?(?=['\"<>\r\n]|\s(?:HTTP/|->|took\b)|\s\(|\s\d{3}\b|$)"
)
_CHATTY = ("httpx", "httpcore", "uvicorn.access", "asyncio", "qasync", "keyring")
"""Loggers of libraries whose lines below WARNING tell addresses or every event."""


class Private:
    """A value that may ride along in a log call, and is never written: `log.info("kept %s", Private(note))`."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return BLANK

    __str__ = __repr__


class Redaction(logging.Filter):
    """Blanks what must not be read in a log. As a filter it rewrites each record before any handler sees it."""

    def __init__(self) -> None:
        super().__init__()
        self._secrets: tuple[str, ...] = ()

    def hide(self, *secrets: str) -> None:
        """Blank these texts wherever they occur from now on: the keys, once they are known."""
        wanted = {*self._secrets, *(each for each in secrets if len(each) >= 4)}
        self._secrets = tuple(sorted(wanted, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """The text without anything that gives away a key or an address's query."""
        for secret in self._secrets:
            text = text.replace(secret, BLANK)
        text = _AUTHORIZATION.sub(rf"\1{BLANK}", text)
        text = _KEYS.sub(f"ODFHIR {BLANK}", text)
        return _QUERY.sub(f"?{BLANK}", text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record to its clean text; always passes."""
        record.msg, record.args = self.clean(_text_of(record)), None
        if record.exc_info:
            record.exc_text = self.clean(describe(record.exc_info[1]))
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True


def start_log(folder: Path, redaction: Redaction, *, level: int = logging.INFO) -> logging.Handler:
    """Write the log to a file in `folder`, turned over at a megabyte.

    Returns the file's handler, for `stop_log`. OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "front-desk.log", maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True
    )
    root = logging.getLogger()
    root.setLevel(level)
    _attach(handler, redaction)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log's file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def describe(error: BaseException | None) -> str:
    """An exception and its causes as frames and types; the text only of our own, and the reason of an OSError."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\nwhich led to\n".join(_one(each) for each in reversed(chain))


def _one(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    kind = type(error)
    text = ""
    if kind.__module__.partition(".")[0] == "app":
        text = f": {error}"
    elif isinstance(error, OSError) and error.strerror:
        text = f": {error.strerror}"
    return "\n".join([*lines, f"{kind.__module__}.{kind.__qualname__}{text}"])


def _text_of(record: logging.LogRecord) -> str:
    """The record's message in one line; a call with the wrong arguments loses them, not the log."""
    try:
        text = record.getMessage()
    except (TypeError, ValueError, KeyError):
        text = f"{record.msg} (arguments do not fit)"
    return text.replace("\r", "\\r").replace("\n", "\\n")


def _attach(handler: logging.Handler, redaction: Redaction) -> None:
    handler.setFormatter(
        logging.Formatter(
            "%(asctime)s.%(msecs)03d %(levelname)-7s %(name)s  %(message)s", "%Y-%m-%d %H:%M:%S"
        )
    )
    handler.addFilter(redaction)
    logging.getLogger().addHandler(handler)
