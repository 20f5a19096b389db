"""Checks the signature under an update manifest. Imports `cryptography`, so it is loaded when updates are."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.core.text import ExplainedError, msg


class NotSigned(ExplainedError):
    """The manifest isn't signed by a key that this program accepts: it is not looked at."""


def check_signature(manifest: bytes, signature: bytes, keys: Iterable[str]) -> None:
    """Check that one of the keys (base64) signed exactly these bytes. Raises NotSigned."""
    try:
        signed = base64.b64decode(signature.strip(), validate=True)
    except binascii.Error:
        signed = b""
    for key in keys:
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(signed, manifest)
        except InvalidSignature:
            continue
        return
    raise NotSigned(
        msg(
            "The update list isn't signed by the makers of Front Desk. It may have been changed, and isn't used."
        )
    )
