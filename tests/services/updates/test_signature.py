"""The signature under a manifest."""

from __future__ import annotations

import base64

import pytest

from app.domain.updates.release_keys import RELEASE_KEYS
from app.services.updates.signature import NotSigned, check_signature
from tests.support.updates.source import Signer, manifest_of

CONTENT = manifest_of()


def test_any_of_the_keys_may_have_signed() -> None:
    """While a key is being replaced, two are accepted."""
    old, new = Signer(), Signer()
    for each in (old, new):
        check_signature(CONTENT, each.sign(CONTENT), [old.public, new.public])


@pytest.mark.parametrize("signature", [b"", b"x", b"AAAA", base64.b64encode(bytes(64)), b"\xff" * 64])
def test_what_is_no_signature_is_refused(signature: bytes) -> None:
    """Whatever the file has."""
    with pytest.raises(NotSigned):
        check_signature(CONTENT, signature, [Signer().public])


def test_one_changed_byte_is_refused() -> None:
    """The exact bytes are signed, blanks and line ends too."""
    signer = Signer()
    with pytest.raises(NotSigned):
        check_signature(CONTENT + b" ", signer.sign(CONTENT), [signer.public])


def test_without_a_key_nothing_is_accepted() -> None:
    """A program that pins no key updates from nowhere."""
    with pytest.raises(NotSigned):
        check_signature(CONTENT, Signer().sign(CONTENT), [])


def test_the_pinned_keys_can_be_used() -> None:
    """They are 32 bytes each, and nobody else's signature fits them."""
    assert RELEASE_KEYS
    assert all(len(base64.b64decode(each, validate=True)) == 32 for each in RELEASE_KEYS)
    with pytest.raises(NotSigned):
        check_signature(CONTENT, Signer().sign(CONTENT), RELEASE_KEYS)
