"""What a PC that was paired with a hub keeps in the system's vault, in place of keys.

A start reads it before its first paint, so nothing slow is imported here.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from typing import Self

_BEGIN = "-----BEGIN CERTIFICATE-----"  # words: the PEM format
_END = "-----END CERTIFICATE-----"  # words: the PEM format
ID_LENGTH = 16
"""Hexadecimal digits of a fingerprint that tell one hub from another in settings and file names."""


@dataclass(frozen=True, slots=True, repr=False)
class HubAccess:
    """Credentials of one device for one hub.

    `certificate` (PEM) is the hub's own, and the only one that is accepted. `secret` was made on this PC when it was
    first paired with this hub, and stays when it is paired again.
    """

    token: str
    certificate: str
    device_num: int
    secret: str
    office_name: str = ""

    @classmethod
    def first(cls, token: str, certificate: str, device_num: int, office_name: str = "") -> Self:
        """Made when this PC is paired with a hub that it doesn't know."""
        return cls(token, certificate, device_num, secrets.token_urlsafe(32), office_name)

    def paired_again(self, earlier: HubAccess | None) -> HubAccess:
        """With the secret of an earlier pairing with the same hub: this PC's files about the office stay readable."""
        if earlier is None or earlier.fingerprint != self.fingerprint:
            return self
        return replace(self, secret=earlier.secret)

    @property
    def authorization(self) -> str:
        """As Credentials."""
        return f"Bearer {self.token}"  # words: a header

    @property
    def hidden(self) -> tuple[str, ...]:
        """As Credentials."""
        return (self.token, self.secret)

    def office(self, base_url: str) -> str:  # a hub stays the same when its address changes
        """As Credentials: the hub's certificate, wherever it is reached."""
        return f"hub {self.fingerprint}"  # words: part of a hash

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the hub's certificate, in hexadecimal."""
        return hashlib.sha256(_binary(self.certificate)).hexdigest()

    @property
    def hub_id(self) -> str:
        """What settings and the vault call this hub."""
        return self.fingerprint[:ID_LENGTH]

    def __repr__(self) -> str:
        return "HubAccess(hidden)"


def entry(hub_id: str) -> str:
    """The name of a hub's entry in the vault."""
    return f"hub {hub_id}"  # words: an entry of the vault


def encode(access: HubAccess) -> str:
    """A text for the vault, below the 1,280 characters that Windows takes."""
    return json.dumps(
        {
            "token": access.token,
            "certificate": base64.b64encode(_binary(access.certificate)).decode("ascii"),
            "device": access.device_num,
            "secret": access.secret,
            "office": access.office_name,
        },
        separators=(",", ":"),
        ensure_ascii=False,
    )


def decode(text: str) -> HubAccess | None:
    """What `encode` wrote; None for anything else."""
    try:
        said = json.loads(text)
        certificate = _pem(base64.b64decode(said["certificate"], validate=True))
        found = HubAccess(said["token"], certificate, said["device"], said["secret"], said["office"])
    except (ValueError, TypeError, KeyError):
        return None
    texts = (found.token, found.secret, found.office_name)
    if not all(isinstance(each, str) for each in texts) or not isinstance(found.device_num, int):
        return None
    return found


def _binary(certificate: str) -> bytes:
    """The certificate itself, from PEM."""
    inside = certificate.partition(_BEGIN)[2].partition(_END)[0]
    return base64.b64decode("".join(inside.split()))


def _pem(binary: bytes) -> str:
    text = base64.b64encode(binary).decode("ascii")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    return "\n".join((_BEGIN, *lines, _END, ""))
