"""The hub's side of pairing. The protocol is in `app.wire.hub.devices`, its cryptography in `app.api.hub.proofs`."""

from __future__ import annotations

import asyncio
import base64
import logging

from app.api.hub.proofs import Attempt, PairingKeys, new_token, promised, same
from app.hub.devices.codes import Codes, OpenCode
from app.hub.devices.devices import MOST_NAME, DeviceBook, insert
from app.hub.devices.notes import note_device
from app.hub.devices.wrong_tries import WRONG_SECONDS, WrongTries
from app.hub.handling import Refusal
from app.hub.hub import Hub
from app.hub.office_name import OfficeName
from app.hub.server.certificate import fingerprint
from app.wire.hub.actions import Kind
from app.wire.hub.devices import PairBegun, Paired, PairingCode, PairProve, used_up

log = logging.getLogger(__name__)


class PairingDesk:
    """Gives out codes, and pairs the devices that know one."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._codes = Codes(hub.database, hub.seal, hub.clock)
        self._wrong = WrongTries(hub.clock)
        self._one_at_a_time = asyncio.Lock()
        """A key takes 64 MB."""

    async def new_code(self, kind: Kind, name: str) -> PairingCode:
        """A code for one device."""
        return await self._codes.new(kind, name)

    async def begin(self) -> PairBegun:
        """A salt. Refusal 409 if no code is open: then nothing can be paired."""
        salt = await self._codes.begin()
        if salt is None:
            raise Refusal(409, "no code")
        return PairBegun(salt=_text(salt))

    async def prove(self, asked: PairProve, address: str) -> Paired:
        """Pair a device. Refusal 403 "wrong code", or "code used up" with the last wrong try.

        Refusal 429 for an address that had too many: it uses up no more codes.
        """
        attempt, proof = self._attempt(asked)
        async with self._one_at_a_time:
            if self._wrong.too_many(address):
                raise Refusal(429, "too many tries", retry_after=WRONG_SECONDS)
            codes = await self._codes.count_try(attempt.salt)
            for each in codes:
                keys = await asyncio.to_thread(PairingKeys.derive, each.code, attempt)
                if same(keys.device_proof(attempt), proof):
                    return await self._pair(each, keys, attempt)
            self._wrong.count(address)
        log.info("a wrong pairing code was tried")
        gone = [each for each in codes if each.last_try]
        for each in gone:
            self._hub.stream.tell(used_up(each.code_num))
            await note_device(self._hub, address, "", 0, "code used up")
        raise Refusal(403, "code used up" if gone and len(gone) == len(codes) else "wrong code")

    def _attempt(self, asked: PairProve) -> tuple[Attempt, bytes]:
        try:
            salt, nonce, proof = (
                base64.b64decode(each, validate=True) for each in (asked.salt, asked.nonce, asked.proof)
            )
        except ValueError:
            raise Refusal(400, "not understood") from None
        if not (len(salt) <= 64 and 16 <= len(nonce) <= 64 and len(asked.name) <= MOST_NAME):
            raise Refusal(400, "not understood")
        return Attempt(salt, nonce, bytes.fromhex(fingerprint(self._hub.certificate)), asked.name), proof

    async def _pair(self, code: OpenCode, keys: PairingKeys, attempt: Attempt) -> Paired:
        book, token = self._hub.part(DeviceBook), new_token()
        values = book.row(code.kind, attempt.name.strip() or code.name, token)
        office = await self._hub.part(OfficeName).read()
        added = await self._codes.use(code.code_num, lambda connection: insert(connection, values))
        if added is None:
            raise Refusal(403, "wrong code")
        book.remember(added, token)
        sealed = keys.seal_token(token, attempt)
        answer = promised(sealed, self._hub.certificate, added.device_num, code.kind.value, office)
        return Paired(
            proof=_text(keys.hub_proof(attempt, answer)),
            token=_text(sealed),
            certificate=self._hub.certificate,
            device_num=added.device_num,
            kind=code.kind,
            office=office,
            name=added.name,
        )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
