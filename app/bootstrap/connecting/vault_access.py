"""Access to the system's vault, which may hang, raise anything, or be missing, without blocking the program.

A vault may wait for a password that nobody enters, or for a service that doesn't answer. So each call has its
own daemon thread, which is abandoned after a timeout: it delays neither the window nor the process's end.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from app.bootstrap.import_hooks import load_keyring

if TYPE_CHECKING:  # these load after the first paint
    from app.api.hub.access import HubAccess
    from app.api.keys import Keys
    from app.api.modes import OfficeAddress
    from app.api.vault import Vault

VAULT_SECONDS = 10.0
"""The vault's timeout in seconds, including a password prompt."""

R = TypeVar("R")


class VaultAccess:
    """Every method raises VaultClosed for any failure, or when the vault takes longer than `seconds`."""

    def __init__(self, folder: Path, *, seconds: float | None = None) -> None:
        """`folder` is the program's own, for the lock between two processes. `seconds` None: the default."""
        self._lock = folder / "vault.lock"
        self._seconds = VAULT_SECONDS if seconds is None else seconds

    async def read_keys(self, address: OfficeAddress) -> Keys | None:
        """The keys of an office, or None if none are stored."""
        return await self._call(lambda vault: vault.read_keys(address))

    async def write_keys(self, address: OfficeAddress, keys: Keys) -> None:
        """Store the keys of an office."""
        await self._call(lambda vault: vault.write_keys(address, keys))

    async def read_hub(self, hub_id: str) -> HubAccess | None:
        """What this PC got from a hub when it was paired, or None if it wasn't."""
        from app.api.hub.access import decode, entry

        text = await self.read(entry(hub_id))
        return None if text is None else decode(text)

    async def write_hub(self, access: HubAccess) -> None:
        """Keep what a hub gave this PC."""
        from app.api.hub.access import encode, entry

        await self.write(entry(access.hub_id), encode(access))

    async def seal_key(self) -> bytes:
        """The 32 bytes that open this PC's local stores. Two processes that request it first get the same."""

        def made_once(vault: Vault) -> bytes:
            with _only_one_process(self._lock, self._seconds):
                return vault.seal_key()

        return await self._call(made_once)

    async def read_anchor(self, office: str) -> bytes | None:
        """The end of an office's audit; empty if something else is stored there, None if nothing is."""

        def read(vault: Vault) -> bytes | None:
            try:
                return vault.read_anchor(office)
            except ValueError:
                return b""

        return await self._call(read)

    async def write_anchor(self, office: str, data: bytes) -> None:
        """Store the end of an office's audit."""
        await self._call(lambda vault: vault.write_anchor(office, data))

    async def read(self, name: str) -> str | None:
        """A short text by its name, or None if there is none. See `app.services.people.secrets`."""
        return await self._call(lambda vault: vault.read(name))

    async def write(self, name: str, text: str) -> None:
        """Keep a short text in place of the one with its name."""
        await self._call(lambda vault: vault.write(name, text))

    async def delete(self, name: str) -> None:
        """Delete a short text, if there is one."""
        await self._call(lambda vault: vault.delete(name))

    async def _call(self, work: Callable[[Vault], R]) -> R:
        from app.api.keys import VaultClosed

        loop = asyncio.get_running_loop()
        answer: asyncio.Future[R] = loop.create_future()

        def run() -> None:
            result, error = _outcome(work)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(_settle, answer, result, error)

        threading.Thread(target=run, name="vault", daemon=True).start()
        try:
            async with asyncio.timeout(
                self._seconds
            ):  # wait_for would swallow a cancellation that arrives with the answer
                return await answer
        except TimeoutError:
            raise VaultClosed("no answer") from None
        except Exception as error:
            raise error if isinstance(error, VaultClosed) else VaultClosed(type(error).__name__) from None


class VaultPlace:
    """Where the vault keeps the end of one office's audit: a `Place` of `services/audit/witness.py`."""

    def __init__(self, access: VaultAccess, office: str) -> None:
        self._access = access
        self._office = office

    async def read(self) -> bytes | None:
        """What is stored. Raises Silent."""
        from app.api.keys import VaultClosed
        from app.services.audit.witness import Silent

        try:
            return await self._access.read_anchor(self._office)
        except VaultClosed:
            raise Silent from None

    async def write(self, data: bytes) -> None:
        """Replace it. Raises Silent."""
        from app.api.keys import VaultClosed
        from app.services.audit.witness import Silent

        try:
            await self._access.write_anchor(self._office, data)
        except VaultClosed:
            raise Silent from None


def _outcome(work: Callable[[Vault], R]) -> tuple[R | None, Exception | None]:
    """The work's result or exception. Loading the vault's libraries is part of it: that may also hang or fail."""
    try:
        load_keyring()
        from app.api.vault import Vault

        return work(Vault()), None
    except Exception as error:
        return None, error


def _settle(answer: asyncio.Future[Any], result: object, error: Exception | None) -> None:
    if answer.done():  # nobody waits any more
        return
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(result)


@contextmanager
def _only_one_process(lock: Path, seconds: float) -> Iterator[None]:
    """Lock out other processes; the system releases the lock of one that dies. Raises sqlite3.Error on timeout."""
    with closing(sqlite3.connect(lock, timeout=seconds, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        yield
