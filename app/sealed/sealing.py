"""The interface of a seal. `seal.py` implements it and loads `cryptography`; nothing else here does."""

from __future__ import annotations

from typing import Protocol, Self


class SealBroken(Exception):
    """The bytes were sealed with another key or for another place, or have been changed."""


class Seal(Protocol):
    """Encrypts and authenticates. `place` identifies where the bytes belong: they don't open for any other."""

    def close(self, plain: bytes, place: bytes) -> bytes:
        """Seal; the same text gives different bytes each time."""
        ...

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """Unseal. Raises SealBroken."""
        ...

    def with_key(self, key: bytes) -> Self:
        """A seal of the same kind with another key of 32 bytes."""
        ...
