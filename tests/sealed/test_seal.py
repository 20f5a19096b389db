from __future__ import annotations

import pytest

from app.sealed.seal import AesGcmSeal, key_from, new_key
from app.sealed.sealing import SealBroken


def test_a_seal_opens_only_in_its_place() -> None:
    """Sealed bytes open only with their key and place, and not if a bit has changed."""
    seal = AesGcmSeal(new_key())
    sealed = seal.close(b"text", b"here")
    assert seal.open(sealed, b"here") == b"text"
    assert sealed != seal.close(b"text", b"here")
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for bytes_, place in ((sealed, b"there"), (changed, b"here"), (b"", b"here")):
        with pytest.raises(SealBroken):
            seal.open(bytes_, place)
    with pytest.raises(SealBroken):
        seal.with_key(new_key()).open(sealed, b"here")


def test_a_derived_key_is_the_same_every_time() -> None:
    """An office's customer key always gives the same 32-byte key, and another customer key a different one."""
    assert key_from("customer") == key_from("customer")
    assert len(key_from("customer")) == 32
    assert key_from("customer") != key_from("other")
