"""What a paired PC keeps of its hub."""

from __future__ import annotations

import hashlib
import ssl

from app.api.hub.access import HubAccess, decode, encode
from app.hub.server.certificate import new_certificate

WINDOWS_TAKES = 1_280
"""Characters of one entry of Windows' vault."""


def access(token: str = "t" * 43, certificate: str = "") -> HubAccess:
    """What a hub gives."""
    return HubAccess.first(token, certificate or new_certificate().certificate, 7, "Oak Street Dental")


def test_it_is_kept_in_one_entry() -> None:
    """It is read back as it was written, and fits into one entry of Windows' vault."""
    first = access()
    assert decode(encode(first)) == first
    assert len(encode(first)) < WINDOWS_TAKES
    assert first.fingerprint == hashlib.sha256(ssl.PEM_cert_to_DER_cert(first.certificate)).hexdigest()


def test_damaged_entries() -> None:
    """A damaged entry counts as none: the PC has to be paired again."""
    for text in ("", "[]", "{}", '{"token": "x"}', encode(access()).replace('"device":7', '"device":"x"')):
        assert decode(text) is None


def test_paired_again() -> None:
    """Paired again with the same hub the files on this PC stay readable; another hub has files of its own."""
    certificate = new_certificate().certificate
    first, again, other = access(certificate=certificate), access("u" * 43, certificate), access()
    assert again.paired_again(first).secret == first.secret
    assert again.paired_again(first).token == again.token
    assert again.paired_again(None) == again
    assert other.paired_again(first).secret != first.secret
    assert first.office("https://a") == again.office("https://b") != other.office("https://a")


def test_nothing_secret_is_printed() -> None:
    """Neither the token nor the secret is in its text."""
    found = access()
    assert found.token not in repr(found)
    assert found.secret not in repr(found)
    assert set(found.hidden) == {found.token, found.secret}
