"""The kiosk's connection to its hub, which it follows to another address."""

from __future__ import annotations

import logging
import ssl
from hashlib import sha256
from typing import TypeVar

from app.api.errors import Unreachable, UntrustedServer
from app.api.http import to_hub
from app.api.hub.discovery import find_hubs
from app.api.hub.link import HubLink
from app.services.kiosk.kept import Pairing
from app.wire.hub.actions import HubAction, Message, Reply

LOOKS_AFTER = 5
"""Failed calls in a row before the hub is searched for on the network."""
A = TypeVar("A", bound=Message)
R = TypeVar("R", bound=Reply)

log = logging.getLogger(__name__)


class HubConnection:
    """A Line to the hub of a pairing. Only the pinned certificate is accepted, wherever the hub is found."""

    def __init__(self, pairing: Pairing, token: str) -> None:
        self.pairing = pairing
        self._token = token
        self._link = self._connect()
        self._failures = 0

    async def call(self, action: HubAction[A, R], message: A) -> R:
        """As Line."""
        try:
            answer = await self._link.call(action, message)
        except (Unreachable, UntrustedServer):
            self._failures += 1
            raise
        self._failures = 0
        return answer

    async def follow(self) -> bool:
        """After several failures: search the network for the hub. Returns whether it has another address now."""
        if self._failures < LOOKS_AFTER:
            return False
        self._failures = 0
        mark = sha256(ssl.PEM_cert_to_DER_cert(self.pairing.certificate)).hexdigest()
        for found in await find_hubs(fingerprint=mark):
            address = f"https://{found.addresses[0]}:{found.port}"
            if address != self.pairing.address:
                log.info("the hub has another address")
                await self._link.aclose()
                self.pairing = self.pairing._replace(address=address)
                self._link = self._connect()
                return True
        return False

    def reconnect(self) -> None:
        """Use new connections from now on."""
        self._link.reconnect()

    async def aclose(self) -> None:
        """Close it."""
        await self._link.aclose()

    def _connect(self) -> HubLink:
        return HubLink(to_hub(self.pairing.certificate), self.pairing.address, self._token)
