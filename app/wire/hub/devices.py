"""Devices of the hub: pairing, names, tokens.

Pairing proves both sides to each other with a one-time code that a person carries from one screen to the other:

1. The device connects, accepts any certificate, and takes its fingerprint. `PAIR_BEGIN` gives the hub's salt.
2. Both derive a key from the code with argon2id. `PAIR_PROVE` sends the device's proof: an HMAC over its nonce, the
   salt and the fingerprint that it saw. A machine in the middle has another certificate, so its proof is wrong.
3. The hub answers with its own proof and the certificate, which the device pins, and the token sealed with the key.
"""

from __future__ import annotations

from datetime import datetime

from app.wire.hub.actions import DESKS, EVERYONE, NOBODY_YET, Done, HubAction, Kind, Message, Nothing, Reply
from app.wire.hub.stream import Changed, Topic

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters of a pairing code: none that looks like another."""
CODE_LENGTH = 8
CODE_SECONDS = 300
CODE_TRIES = 3
UNUSED_SECONDS = 600
"""A device that has not used its token for so long after it was paired has lost it: the hub takes it back."""


class PairBegin(Message, frozen=True, kw_only=True):
    """A device wants to be paired."""


class PairBegun(Reply, frozen=True, kw_only=True):
    """`salt`: base64; good for one attempt."""

    salt: str


class PairProve(Message, frozen=True, kw_only=True):
    """The device's proof. `nonce` and `proof`: base64. `name`: of the device, as a person sees it."""

    salt: str
    nonce: str
    proof: str
    name: str


class Paired(Reply, frozen=True, kw_only=True):
    """The hub's proof, and what the device keeps. Bytes are base64.

    `token` is sealed with the key of the code (`app.api.hub.pairing`), `certificate` is the hub's own in PEM.
    """

    proof: str
    token: str
    certificate: str
    device_num: int
    kind: Kind
    office: str
    """The practice's name."""
    name: str = ""
    """The device's, as the hub lists it: its own, else the one that was given with the code. Outside of the proof;
    empty from an older hub."""


class NewCode(Message, frozen=True, kw_only=True):
    """A desk asks for a pairing code. `name`: the new device's name, suggested."""

    kind: Kind
    name: str


class PairingCode(Reply, frozen=True, kw_only=True):
    """To be typed at the new device. `expires`: the hub's UTC time."""

    code: str
    expires: datetime
    code_num: int = 0
    """Names the code where it must not be told (`used_up`)."""


class Device(Reply, frozen=True, kw_only=True):
    """One device."""

    device_num: int
    name: str
    kind: Kind
    paired_at: datetime
    seen_at: datetime | None
    """UTC; None: never."""
    address: str = ""
    revoked: bool = False


class Devices(Reply, frozen=True, kw_only=True):
    """All devices, revoked ones too."""

    devices: tuple[Device, ...]
    own: int
    """The number of the device that asks."""


class DeviceNamed(Message, frozen=True, kw_only=True):
    """One device."""

    device_num: int


class Rename(Message, frozen=True, kw_only=True):
    """Another name for a device."""

    device_num: int
    name: str


def used_up(code_num: int) -> Changed:
    """Told to the desks when a code was entered wrongly too often, so that the one that shows it says so."""
    return Changed(Topic.DEVICES, f"code {code_num}")


PAIR_BEGIN = HubAction("/hub/pair/begin", PairBegin, PairBegun, NOBODY_YET)
PAIR_PROVE = HubAction("/hub/pair/prove", PairProve, Paired, NOBODY_YET)
NEW_CODE = HubAction("/hub/devices/code", NewCode, PairingCode, DESKS)
DEVICES = HubAction("/hub/devices", Nothing, Devices, DESKS)
GIVE_BACK = HubAction("/hub/devices/give-back", Nothing, Done, EVERYONE)
"""By a device that was just paired and can't keep its token. Refusal 409 "too late" for any other."""
REVOKE = HubAction("/hub/devices/revoke", DeviceNamed, Done, DESKS)
RENAME = HubAction("/hub/devices/rename", Rename, Done, DESKS)
