"""The staff's exit PIN: checked at the kiosk against the office's hash, with waits after wrong ones, each try logged.

The hash comes from the hub and is kept in the vault, so that the exit works without a network. The PIN never leaves the
kiosk.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from app.api.keys import VaultClosed
from app.core.clock import Clock
from app.domain.people.pins import MOST_DIGITS, wait_after
from app.services.kiosk.kept import Kept
from app.services.kiosk.line import NO_ANSWER, Line
from app.services.people.pins import Hashing
from app.services.people.secrets import Secrets
from app.wire.hub.actions import Nothing
from app.wire.hub.kiosk import EXIT_PIN, STAFF_EXIT, StaffExit

ENTRY = "kiosk exit pin"  # words: an entry of the vault
MOST_UNREPORTED = 100
"""Tries that are kept for the log while the hub can't be reached."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a try. `wait_seconds`: until the next one is possible."""

    accepted: bool
    wait_seconds: int = 0


class ExitPin:
    """Checks the PIN. The waits are measured by the monotonic clock and begin again with a start of the program.

    So neither a restart nor a change of the PC's clock shortens them.
    """

    def __init__(self, kept: Kept, secrets: Secrets, hashing: Hashing, clock: Clock) -> None:
        self._kept = kept
        self._secrets = secrets
        self._hashing = hashing
        self._clock = clock
        self._line: Line | None = None
        self._hash = ""
        self._door = asyncio.Lock()
        tries = kept.tries()
        self._failures = _number(tries.get("failures"))
        self._unreported = [_try(each) for each in _rows(tries.get("unreported"))]
        self._until = clock.monotonic() + wait_after(self._failures).total_seconds()

    @property
    def is_set(self) -> bool:
        """Whether the office has set an exit PIN, as far as this kiosk knows."""
        return bool(self._hash)

    @property
    def wait_seconds(self) -> int:
        """How long nobody may try; 0: now."""
        return max(0, -int(-(self._until - self._clock.monotonic()) // 1))

    def connect(self, line: Line | None) -> None:
        """The hub that is asked and told; None: none."""
        self._line = line

    async def recall(self) -> None:
        """Take the hash from the vault, for a start without a network."""
        try:
            self._hash = await self._secrets.read(ENTRY) or ""
        except VaultClosed as error:
            log.warning("the exit PIN is not in the vault: %s", error)

    async def refresh(self) -> None:
        """Ask the hub for the hash, and tell it the tries that it does not know. Raises NO_ANSWER."""
        if self._line is None:
            return
        hashed = (await self._line.call(EXIT_PIN, Nothing())).hashed
        if hashed != self._hash:
            self._hash = hashed
            try:
                if hashed:
                    await self._secrets.write(ENTRY, hashed)
                else:
                    await self._secrets.delete(ENTRY)
            except VaultClosed as error:
                log.warning("the exit PIN can't be kept for a start without a network: %s", error)
        await self.report()

    async def check(self, pin: str) -> Verdict:
        """Try a PIN. It counts as wrong before it is checked, so that ending the program doesn't make it free."""
        async with self._door:
            if not self._hash:
                return Verdict(accepted=False)
            if self.wait_seconds:
                return Verdict(accepted=False, wait_seconds=self.wait_seconds)
            self._failed(self._failures + 1)
            fits = 0 < len(pin) <= MOST_DIGITS and await asyncio.to_thread(
                self._hashing.fits, self._hash, pin
            )
            if fits:
                self._failed(0)
            verdict = Verdict(accepted=fits, wait_seconds=self.wait_seconds)
            self._unreported.append(StaffExit(accepted=fits, wait_seconds=verdict.wait_seconds))
            del self._unreported[:-MOST_UNREPORTED]
            self._save()
            return verdict

    async def report(self) -> None:
        """Tell the hub the tries that it does not know yet. Raises NO_ANSWER; what was not told is kept."""
        while self._line is not None and self._unreported:
            await self._line.call(STAFF_EXIT, self._unreported[0])
            del self._unreported[:1]
            self._save()

    async def try_to_report(self) -> None:
        """Tell them, or later if the hub can't be reached."""
        try:
            await self.report()
        except NO_ANSWER as error:
            log.info("a use of the exit PIN will be reported later: %s", error)

    async def try_to_refresh(self) -> None:
        """Ask the hub for the hash, or later if it can't be reached."""
        try:
            await self.refresh()
        except NO_ANSWER as error:
            log.info("the exit PIN will be read later: %s", error)

    def _failed(self, failures: int) -> None:
        self._failures = failures
        self._until = self._clock.monotonic() + wait_after(failures).total_seconds()
        self._save()

    def _save(self) -> None:
        """Keep the tries. A disk that can't be written must not open the exit, nor close it."""
        rows = [[each.accepted, each.wait_seconds] for each in self._unreported]
        try:
            self._kept.keep_tries({"failures": self._failures, "unreported": rows})
        except OSError as error:
            log.warning("wrong exit PINs can't be kept: %s", error.strerror)


def _number(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _rows(value: object) -> list[object]:
    return value[-MOST_UNREPORTED:] if isinstance(value, list) else []


def _try(row: object) -> StaffExit:
    match row:
        case [bool(accepted), int(wait)]:
            return StaffExit(accepted=accepted, wait_seconds=wait)
        case _:
            return StaffExit(accepted=False)
