"""Where updates may come from: an https address or a folder, never plain http."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from app.core.text import ExplainedError, msg


class BadPlace(ExplainedError):
    """The typed source can't be used. Its text says why."""


class WebPlace(Struct, frozen=True):
    """A folder on a web server."""

    url: str


class FolderPlace(Struct, frozen=True):
    """A folder on a file share or on this PC."""

    path: str


Place = WebPlace | FolderPlace


def place_of(typed: str) -> Place:
    r"""The source in `https://updates.example.com/front-desk` or `\\SERVER\share\front-desk`. Raises BadPlace."""
    text = typed.strip()
    if "://" not in text:
        if not Path(text).is_absolute():
            raise BadPlace(msg("The update source must be an https address, or the full path of a folder."))
        return FolderPlace(text)
    try:
        url = urlsplit(text)
        fits = bool(url.hostname) and (url.port is None or url.port > 0)
    except ValueError:
        raise BadPlace(msg("The update source isn't a valid address.")) from None
    if url.scheme != "https":
        raise BadPlace(msg("Updates are read over https only, or from a folder."))
    if not fits or url.username is not None or url.query or url.fragment:
        raise BadPlace(msg("The update source isn't a valid address."))
    return WebPlace(text)
