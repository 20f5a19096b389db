"""Pairs this PC with a hub: the device's side of the protocol in `app.wire.hub.devices`."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import re
import ssl
from typing import NoReturn

from msgspec import Struct

from app.api.errors import ApiError, FalseHub, NoHttps, NotTheOffice, Unreachable
from app.api.http import to_hub
from app.api.hub.link import HubLink, HubRefused, OtherKind
from app.api.hub.proofs import (
    Attempt,
    PairingKeys,
    WrongSeal,
    fingerprint_of,
    new_salt,
    promised,
    same,
    typed_code,
)
from app.wire.hub.actions import HUB_PORT, Kind, Nothing
from app.wire.hub.devices import GIVE_BACK, PAIR_BEGIN, PAIR_PROVE, PairBegin, Paired, PairProve

CONNECT_SECONDS = 5.0
PROVE_SECONDS = 30.0
"""The hub's answer: it computes a key for each open code. Far less than a code's life, so no answer can come from
someone who found the code after it had expired."""

_ADDRESS = re.compile(
    r"(?:https?://)?[\\/]*(?P<host>\[[0-9a-fA-F:.]+\]|[^:/\\\s]+)(?::(?P<port>\d{1,5}))?/?", re.IGNORECASE
)


class PairedHub(Struct, frozen=True):
    """What a device keeps of its hub: in the system's vault, because of the token."""

    address: str
    """Without a path: https://SERVER:30224."""
    certificate: str
    """In PEM; no other is accepted."""
    token: str
    device_num: int
    kind: Kind
    office: str
    """The practice's name; empty if the hub couldn't read it."""
    name: str
    """The device's, as the hub lists it."""

    def __repr__(self) -> str:
        return f"PairedHub({self.kind}, {self.device_num})"


class NotACode(ValueError):
    """The typed code has another length, or letters that no code has."""


class NotAnAddress(ValueError):
    """The typed text is no name or address of a PC."""


def hub_url(typed: str) -> str:
    r"""The address of a hub in any common notation: `SERVER`, `\\SERVER`, `10.0.0.5:30224`, a URL. NotAnAddress."""
    found = _ADDRESS.fullmatch(typed.strip())
    if found is None or not 0 < int(found["port"] or HUB_PORT) <= 65_535:
        raise NotAnAddress
    return f"https://{found['host']}:{found['port'] or HUB_PORT}"


async def pair(address: str, code: str, name: str, kind: Kind | None = None, *, only: str = "") -> PairedHub:
    """Pair this PC. `code` and `address` as typed, `name`: how the office calls this PC; empty: as the desk called it.

    `kind`: what this PC is; None: whatever the code is for. `only`: the certificate of the only hub that it may be
    paired with, in PEM; empty: any.

    Raises NotACode, NotAnAddress, OtherKind, HubRefused ("no code", "wrong code", "code used up"), FalseHub, and of
    `app.api.errors` Unreachable, Lost, NotTheOffice. After Lost the hub may know this PC, and forgets it by itself.
    """
    letters = typed_code(code)
    if not letters:
        raise NotACode
    url = hub_url(address)
    seen = await asyncio.to_thread(_certificate_at, url)
    if only and ssl.PEM_cert_to_DER_cert(only) != ssl.PEM_cert_to_DER_cert(seen):
        raise FalseHub(PAIR_BEGIN.path)
    link = HubLink(to_hub(seen), url)
    try:
        paired = await _prove(link, url, seen, letters, name.strip())
    finally:
        await link.aclose()
    if kind is not None and paired.kind is not kind:
        await give_back(paired.address, paired.certificate, paired.token)
        raise OtherKind
    return paired


async def give_back(address: str, certificate: str, token: str) -> None:
    """Tell the hub that this PC can't keep what it was just given.

    A hub that doesn't hear it misses this PC by itself.
    """
    link = HubLink(to_hub(certificate), address, token)
    try:
        with contextlib.suppress(ApiError, HubRefused):
            await link.call(GIVE_BACK, Nothing(), timeout=CONNECT_SECONDS)
    finally:
        await link.aclose()


async def _prove(link: HubLink, url: str, seen: str, code: str, name: str) -> PairedHub:
    begun = await link.call(PAIR_BEGIN, PairBegin())
    fingerprint = fingerprint_of(ssl.PEM_cert_to_DER_cert(seen))
    attempt = Attempt(_bytes(begun.salt), new_salt(), fingerprint, name)
    keys = await asyncio.to_thread(PairingKeys.derive, code, attempt)
    asked = PairProve(
        salt=begun.salt, nonce=_text(attempt.nonce), proof=_text(keys.device_proof(attempt)), name=name
    )
    paired = await link.call(PAIR_PROVE, asked, timeout=PROVE_SECONDS)
    return PairedHub(
        address=url,
        certificate=seen,
        token=_checked(paired, keys, attempt, seen),
        device_num=paired.device_num,
        kind=paired.kind,
        office=paired.office,
        name=paired.name,
    )


def _checked(paired: Paired, keys: PairingKeys, attempt: Attempt, seen: str) -> str:
    """The token, if the hub knew the code and has the certificate that was seen. Raises FalseHub."""
    sealed = _bytes(paired.token)
    answer = promised(sealed, paired.certificate, paired.device_num, paired.kind.value, paired.office)
    genuine = same(keys.hub_proof(attempt, answer), _bytes(paired.proof))
    try:
        if not genuine or ssl.PEM_cert_to_DER_cert(paired.certificate) != ssl.PEM_cert_to_DER_cert(seen):
            _false_hub()
        return keys.open_token(sealed, attempt)
    except (WrongSeal, ValueError):
        _false_hub()


def _false_hub() -> NoReturn:
    raise FalseHub(PAIR_PROVE.path)


def _certificate_at(url: str) -> str:
    """The certificate that answers, in PEM: any, because the code proves it. Blocking, in a thread."""
    found = _ADDRESS.fullmatch(url)
    assert found is not None  # noqa: S101 # made by `hub_url`
    try:
        return ssl.get_server_certificate(
            (found["host"].strip("[]"), int(found["port"])), timeout=CONNECT_SECONDS
        )
    except ssl.SSLError:
        raise NoHttps(PAIR_BEGIN.path) from None
    except (OSError, UnicodeError) as cause:
        raise Unreachable(PAIR_BEGIN.path) from cause


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise NotTheOffice(PAIR_BEGIN.path) from None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
