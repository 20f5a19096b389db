"""One random request as the bytes of a socket, and how they are spelled."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

JSON = ("Content-Type", "application/json")


@dataclass
class Sent:
    """A request that may break every rule."""

    verb: str
    path: str
    """Under /api/v1, encoded."""
    query: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    headers: list[tuple[str, str]] = field(default_factory=lambda: [JSON])
    keys: str | None = None
    """Another Authorization than the office's; empty for none."""
    is_http: bool = True
    """Off: the bytes are no HTTP, so that the connection may be closed without an answer."""
    raw: bytes = b""
    """What is sent instead of all that."""
    slow: bool = False
    """Whether it may take its sixty seconds."""

    def bytes(self, authorization: str) -> bytes:
        """What goes over the socket."""
        if self.raw:
            return self.raw
        address = self.path
        if self.query:
            address += "?" + "&".join(
                f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in self.query
            )
        keys = authorization if self.keys is None else self.keys
        lines = [f"{self.verb} /api/v1{address} HTTP/1.1", "Host: office"]
        lines += [f"Authorization: {keys}"] if keys else []
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines.append(f"Content-Length: {len(self.body)}")
        return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + self.body

    def shown(self) -> str:
        """One line about it."""
        text = self.raw or f"{self.verb} {self.path} {self.query} {self.headers}".encode() + b" " + self.body
        return repr(text[:600]) + (f" … {len(text)} bytes" if len(text) > 600 else "")


def as_json(dice: random.Random, fields: Any) -> bytes:
    """A body, spelled in one of the ways that JSON has."""
    text = json.dumps(fields, ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, None, 1)))
    return text.encode("utf-8", "surrogatepass")
