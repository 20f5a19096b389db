"""AES-256-GCM for the journal's payloads. Imports `cryptography`: bootstrap alone imports this module."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.journal.sealing import SealBroken

NONCE_BYTES = 12
"""96 random bits, fresh for every text: good for 2^32 texts a key, thousands of years of a busy desk."""


def new_key() -> bytes:
    """Make a key of 256 bits. It belongs in the operating system's vault and nowhere else."""
    return AESGCM.generate_key(256)


class AesGcmSeal:
    """Seals with one key."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, plain: bytes, place: bytes) -> bytes:
        """Seal: the nonce, then the encrypted text with its tag."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """Unseal. SealBroken when the key, the place or a bit is wrong."""
        try:
            return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place)
        except (InvalidTag, ValueError) as error:
            raise SealBroken from error
