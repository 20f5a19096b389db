"""What the journal asks of a seal. The one that is used stands in `seal.py`, which loads `cryptography`."""

from __future__ import annotations

from typing import Protocol


class SealBroken(Exception):
    """The bytes were sealed with another key, for another place, or have been altered."""


class Seal(Protocol):
    """Encrypts and authenticates. `place` says where the bytes belong, so that they open nowhere else."""

    def close(self, plain: bytes, place: bytes) -> bytes:
        """Seal; the same text gives other bytes each time."""
        ...

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """Unseal. SealBroken when that is not possible."""
        ...
