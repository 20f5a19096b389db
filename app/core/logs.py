"""The program's log: what happened and where, never any patient data.

Three safeguards, because log files are sent to support: anything that looks like an authorization or a query
string is redacted; anything registered with `Redaction.hide` or passed as `Redacted` is redacted; and of
exceptions that are not ours only the type and the frames are written, because their texts quote the data that
caused them.
"""

from __future__ import annotations

import logging
import re
import traceback
from contextlib import suppress
from pathlib import Path

from app.core.files import replace

BLANK = "***"
FILE_BYTES = 1_000_000
"""The size at which the log file is rotated."""
FILES_KEPT = 5
AGAIN = 10
"""A file that could not be rotated grows by a tenth before the next try."""

_AUTHORIZATION = re.compile(r"(?i)(\bauthorization\b['\"]?\s*[:=,]\s*).+?(?=$|[\r\n}\])])")
_KEYS = re.compile(r"(?i)\bODFHIR\s+[^\s'\",;]+")
_QUERY = re.compile(
    r"(?<=[^\s?])\?[^\s'\"<>?=]+=[^'\"<>\r\n]*?(?=['\"<>\r\n]|\s(?:HTTP/|->|took\b)|\s\(|\s\d{3}\b|$)"
)
_CHATTY = ("httpx", "httpcore", "uvicorn.access", "asyncio", "qasync", "keyring")
"""Loggers of libraries whose lines below WARNING contain addresses or every event."""


class Redacted:
    """A value that may be passed to a log call but is never written: `log.info("kept %s", Redacted(note))`."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        self.value = value

    def __repr__(self) -> str:
        return BLANK

    __str__ = __repr__


class Redaction(logging.Filter):
    """Redacts log records. As a filter it rewrites each record before any handler sees it."""

    def __init__(self) -> None:
        super().__init__()
        self._secrets: tuple[str, ...] = ()

    def hide(self, *secrets: str) -> None:
        """Redact these texts wherever they occur from now on: the keys, once they are known."""
        wanted = {*self._secrets, *(each for each in secrets if len(each) >= 4)}
        self._secrets = tuple(sorted(wanted, key=len, reverse=True))

    def clean(self, text: str) -> str:
        """The text without keys and query strings."""
        for secret in self._secrets:
            text = text.replace(secret, BLANK)
        text = _AUTHORIZATION.sub(rf"\1{BLANK}", text)
        text = _KEYS.sub(f"ODFHIR {BLANK}", text)
        return _QUERY.sub(f"?{BLANK}", text)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record to its redacted text; always passes."""
        record.msg, record.args = self.clean(_text_of(record)), None
        if record.exc_info:
            record.exc_text = self.clean(describe(record.exc_info[1]))
            record.exc_info = None
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True


class _File(logging.FileHandler):
    """A log's file. If the disk refuses a record, it is lost."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 # the library's name
        """Say nothing: the library would print the record and the error's text, which may quote anything."""


class _RotatedFile(logging.Handler):
    """A file that is set aside at its size, and opened with the first record: most starts write none.

    The standard library's handler loses every record while another program holds the file on Windows.
    """

    def __init__(self, path: Path, most: int) -> None:
        super().__init__()
        self._path = path
        self._most = most
        self._file: _File | None = None
        self._limit = most

    def emit(self, record: logging.LogRecord) -> None:
        """Write it. The record has been redacted. If the disk refuses, it is lost: a log must stop nobody's work."""
        with suppress(OSError):
            file = self._file or self._opened()
            if file.stream is not None and file.stream.tell() >= self._limit:
                file.close()
                self._rotate()
                file = self._opened()
            file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            with suppress(OSError):  # the disk is full: the program ends all the same
                self._file.close()
        super().close()

    def _opened(self) -> _File:
        self._file = _File(self._path, encoding="utf-8")
        self._file.setFormatter(self.formatter)
        return self._file

    def _rotate(self) -> None:
        """Number the files anew. If another program holds one of them, this one goes on growing for a while."""
        names = [
            self._path,
            *(self._path.with_name(f"{self._path.name}.{n}") for n in range(1, FILES_KEPT + 1)),
        ]
        grown = self._limit + self._most // AGAIN
        with suppress(OSError):
            for older, newer in reversed([*zip(names[1:], names, strict=False)]):
                if newer.exists():
                    replace(newer, older, _at_once)
            grown = self._most
        self._limit = grown


def _at_once(_: float) -> None:
    """Don't wait: whoever writes a record may be painting."""


def start_log(
    folder: Path, redaction: Redaction, *, level: int = logging.INFO, most: int = FILE_BYTES
) -> logging.Handler:
    """Write the log to a file in `folder`, rotated at `most` bytes.

    Returns the file's handler, for `stop_log`. Raises OSError if the folder can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = _RotatedFile(folder / "front-desk.log", most)
    root = logging.getLogger()
    root.setLevel(level)
    _attach(handler, redaction)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log file."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def describe(error: BaseException | None) -> str:
    """An exception and its causes as frames and types. The text only for our own, and the reason of an OSError."""
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
        text = f": {_for_log(error)}"
    elif isinstance(error, OSError) and error.strerror:
        text = f": {error.strerror}"
    return "\n".join([*lines, f"{kind.__module__}.{kind.__qualname__}{text}"])


def _for_log(value: object) -> object:
    """An error of an office without the office's own words, which may quote a patient; anything else as it is."""
    return getattr(value, "for_log", value) if isinstance(value, BaseException) else value


def _text_of(record: logging.LogRecord) -> str:
    """The record's message in one line; a call with wrong arguments loses them, not the log line."""
    record.msg = _for_log(record.msg)
    if isinstance(record.args, tuple):
        record.args = tuple(map(_for_log, record.args))
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
