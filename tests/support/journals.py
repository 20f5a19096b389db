"""Opens a journal with its store, as bootstrap does."""

from __future__ import annotations

from pathlib import Path

from app.core.clock import Clock
from app.journal.journal import Journal
from app.sealed.key_slots import VAULT
from app.sealed.sealing import Seal
from app.sealed.store import LocalStore


async def open_journal(path: Path, seal: Seal, clock: Clock) -> Journal:
    """Open or create the store, and read its journal. Close `journal.store` at the end."""
    store = await LocalStore.open(path, {VAULT: seal}, clock)
    try:
        return await Journal.open(store, clock)
    except BaseException:
        await store.close()
        raise
