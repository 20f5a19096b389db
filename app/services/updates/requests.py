"""What a user's program asks the installing process for: it leaves a request in its own folder, and nothing else.

The installing process runs as the system and believes none of it: a request only says what to look at.
"""

from __future__ import annotations

import re
from contextlib import suppress
from enum import Enum
from pathlib import Path
from secrets import token_hex

import msgspec
from msgspec import Struct

from app.core.files import delete, write_whole
from app.services.updates.held import read_plain

NAME = "request.json"
MOST_BYTES = 1024
_TOKEN = re.compile(r"[0-9a-f]{16}")


class Wish(Enum):
    """What is asked for."""

    INSTALL = "install"
    """The version that is held ready in the same folder."""
    GO_BACK = "go-back"
    """The version before: the running one did not start."""
    CONFIRM = "confirm"
    """Nothing: the running version has started well, and is kept."""


class Request(Struct, frozen=True):
    """One request."""

    wish: Wish
    version: str
    """The one to install, or the running one."""
    token: str
    """Names the answer, 16 hexadecimal digits."""


def ask(folder: Path, wish: Wish, version: str) -> Request:
    """Leave a request. Raises OSError."""
    request = Request(wish, version, token_hex(8))
    write_whole(folder / NAME, msgspec.json.encode(request).decode())
    return request


def withdraw(folder: Path) -> None:
    """Take the request back. One that is being followed isn't stopped by that."""
    with suppress(OSError):
        delete(folder / NAME)


def read_request(folder: Path) -> Request | None:
    """The request in a folder; None if there is none that can be understood."""
    with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
        found = msgspec.json.decode(read_plain(folder / NAME, MOST_BYTES), type=Request)
        return found if _TOKEN.fullmatch(found.token) else None
    return None
