"""Hashes of PINs with argon2id. Loaded when the first PIN is entered."""

from __future__ import annotations

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

PARAMETERS = argon2.profiles.RFC_9106_LOW_MEMORY
"""The library's own: 64 MB, three passes, about a tenth of a second."""


class Argon2Hashing:
    """Implements Hashing."""

    def __init__(self, hasher: argon2.PasswordHasher | None = None) -> None:
        self._hasher = hasher or argon2.PasswordHasher.from_parameters(PARAMETERS)

    def hash(self, pin: str) -> str:
        """As Hashing."""
        return self._hasher.hash(pin)

    def fits(self, hashed: str, pin: str) -> bool:
        """As Hashing."""
        try:
            return self._hasher.verify(hashed, pin)
        except (VerificationError, InvalidHashError):
            return False
