"""What a request over plain http begins with, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from app.api.transport import TransportNotSent


def head_of(verb: str, target: str, host: str, headers: Mapping[str, str], body: bytes | None) -> bytes:
    """A whole short request. Raises TransportNotSent for a header that can't be sent."""
    lines = [
        f"{verb} {target} HTTP/1.1",
        f"Host: {host}",
        "Accept: application/json",
        "Accept-Encoding: identity",
    ]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body is not None or verb in ("POST", "PUT"):
        lines.append(f"Content-Length: {len(body or b'')}")
    head = "\r\n".join(lines)
    try:
        sent = head.encode("latin-1") + b"\r\n\r\n" + (body or b"")
    except UnicodeError:
        raise TransportNotSent("UnicodeError") from None
    if (
        not head.count("\n") == head.count("\r") == len(lines) - 1
    ):  # a line break in a header would be another one
        raise TransportNotSent("LocalProtocolError")
    return sent


@lru_cache(maxsize=64)
def place_of(base: str) -> tuple[str, int]:
    """Host and port of an address without its scheme. Raises TransportNotSent for none."""
    try:
        parts = urlsplit(f"//{base}")
        return parts.hostname or "", parts.port or 80
    except ValueError:
        raise TransportNotSent("InvalidURL") from None
