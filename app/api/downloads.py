"""What is read from the source of updates, and why it couldn't be. The web's side is `network/web_source.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from app.core.text import ExplainedError


class SourceFailed(ExplainedError):
    """The source can't be reached, or has no such file. Trying again later may help."""


class SourceRefused(ExplainedError):
    """The source is used in a way that isn't safe, or sent what can't be right. Nothing of it is used."""


class OtherFile(SourceRefused):
    """What the source has isn't the signed file. What was downloaded of it is thrown away."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The rest of a file is wanted."""

    offset: int
    validator: str
    """Of the content that is there already; if the source has another content now, it sends all of it."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file that is being read."""

    start: int
    """Where its content begins: the wanted offset, or 0."""
    size: int | None
    """Of the whole file, if the source says it."""
    validator: str
    """Identifies this content when the rest is asked for later; empty: it can't be."""
    parts: AsyncIterator[bytes]
    """Raises SourceFailed if the line breaks."""


class UpdateSource(Protocol):
    """Where updates come from."""

    async def read(self, name: str, most: int) -> bytes:
        """A small file. Raises SourceFailed, and SourceRefused for more than `most` bytes."""
        ...

    def open(self, name: str, resume: Resume | None) -> AbstractAsyncContextManager[Content]:
        """A large file. Raises SourceFailed and SourceRefused."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...
