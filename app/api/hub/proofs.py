"""The cryptography of pairing, the same at the device and at the hub. The protocol is in `app.wire.hub.devices`.

Why a short code is enough. A code has 8 of 32 letters: 2^40 of them. Guessing at the hub ends after three tries, so a
guess succeeds in 3 of 10^12 cases. A machine in the middle gets the device's proof, and may search for the code that
fits it on its own hardware. Each candidate costs one argon2id of 64 MB and three passes: a tenth of a second of a
desktop's core, or about 8,000 a second on a graphics card with 3 TB/s of memory bandwidth (each moves 0.4 GB). Half
of all codes in the 300 seconds of a code's life need 2^39 / 300 = 1.8 * 10^9 a second: 180 million cores, or 230,000
such cards. Nothing can be computed ahead, because the salt is random from both sides: the hub's salt and the device's
nonce. A code found later opens nothing: the hub has forgotten it, and no token was sent to a wrong proof.

Imports argon2 and cryptography, so it is loaded only when something is paired.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.wire.hub.devices import CODE_LENGTH, CODE_LETTERS

SALT_BYTES: Final = 16
"""Of the hub's salt and of the device's nonce."""
TOKEN_BYTES: Final = 32
PROOF_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_PASSES, _KILOBYTES, _LANES = 3, 65_536, 4


class WrongSeal(Exception):
    """The token was sealed with another key, or altered."""


def new_code() -> str:
    """A one-time code."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def shown_code(code: str) -> str:
    """A code as a person reads it: two groups of four."""
    return f"{code[:4]} {code[4:]}"


def typed_code(text: str) -> str:
    """A code as typed, without spaces and dashes and in capitals; empty if no code can look like that."""
    letters = "".join(text.split()).replace("-", "").upper()
    return letters if len(letters) == CODE_LENGTH and set(letters) <= set(CODE_LETTERS) else ""


def new_salt() -> bytes:
    """The random part that one side adds to one attempt."""
    return os.urandom(SALT_BYTES)


def fingerprint_of(certificate: bytes) -> bytes:
    """SHA-256 of a certificate in DER form."""
    return hashlib.sha256(certificate).digest()


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to pair as both sides see it. `fingerprint`: of the certificate that this side saw or has."""

    salt: bytes
    nonce: bytes
    fingerprint: bytes
    name: str
    """Of the device."""


@dataclass(frozen=True, slots=True)
class PairingKeys:
    """Made from the code. Whoever has them knew the code."""

    _proof: bytes = field(repr=False)
    _seal: bytes = field(repr=False)

    @classmethod
    def derive(cls, code: str, attempt: Attempt) -> PairingKeys:
        """Takes a tenth of a second and 64 MB: run it in a thread."""
        key = hash_secret_raw(
            code.encode("ascii"), attempt.salt + attempt.nonce, _PASSES, _KILOBYTES, _LANES, 32, Type.ID
        )
        return cls(hmac.digest(key, b"proof", "sha256"), hmac.digest(key, b"seal", "sha256"))

    def device_proof(self, attempt: Attempt) -> bytes:
        """What the device sends: it knows the code, and saw this certificate."""
        return self._over(b"device", attempt)

    def hub_proof(self, attempt: Attempt, promised: bytes) -> bytes:
        """What the hub answers: it knows the code, it has this certificate, and `promised` is its own answer."""
        return self._over(b"hub", attempt, promised)

    def seal_token(self, token: str, attempt: Attempt) -> bytes:
        """The token, readable with the same code only."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self._seal).encrypt(nonce, token.encode("ascii"), attempt.nonce)

    def open_token(self, sealed: bytes, attempt: Attempt) -> str:
        """The token. Raises WrongSeal."""
        try:
            plain = AESGCM(self._seal).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], attempt.nonce)
            return plain.decode("ascii")
        except (InvalidTag, ValueError) as error:
            raise WrongSeal from error

    def _over(self, side: bytes, attempt: Attempt, *more: bytes) -> bytes:
        parts = (side, attempt.salt, attempt.nonce, attempt.fingerprint, attempt.name.encode(), *more)
        return hmac.digest(self._proof, b"".join(len(each).to_bytes(4) + each for each in parts), "sha256")


def promised(token: bytes, certificate: str, device_num: int, kind: str, office: str) -> bytes:
    """The hub's answer as its proof covers it, so that nothing of it can be exchanged."""
    parts = (token, certificate.encode(), str(device_num).encode(), kind.encode(), office.encode())
    return hashlib.sha256(b"".join(len(each).to_bytes(4) + each for each in parts)).digest()


def new_token() -> str:
    """256 random bits: a device's token."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def same(one: bytes, other: bytes) -> bool:
    """Compare two proofs in constant time."""
    return hmac.compare_digest(one, other)
