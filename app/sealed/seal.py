"""AES-256-GCM for the local store. Imports `cryptography`, so only bootstrap imports this module."""

from __future__ import annotations

import hmac
import os
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.sealed.sealing import SealBroken

NONCE_BYTES = 12
"""96 random bits per text: safe for 2^32 texts with one key."""
KEY_BYTES = 32


def new_key() -> bytes:
    """Make a random 256-bit key."""
    return os.urandom(KEY_BYTES)


def key_from(secret: str) -> bytes:
    """Derive a 256-bit key from a long random secret such as an office's customer key.

    One HMAC is enough for a secret that can't be guessed; don't use this for passwords.
    """
    return hmac.digest(b"Front Desk local store", secret.encode(), "sha256")


class AesGcmSeal:
    """Seals with one key."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, plain: bytes, place: bytes) -> bytes:
        """Seal: the nonce, then the encrypted text with its tag."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """Unseal. Raises SealBroken if the key, the place or any bit is wrong."""
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
        except (InvalidTag, ValueError) as error:
            raise SealBroken from error

    def with_key(self, key: bytes) -> Self:
        """A seal of the same kind with another key."""
        return type(self)(key)
