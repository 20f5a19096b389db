"""Facts about what is stored: the vault, the journal's counts, the hub's and the kiosk's files. Never contents."""

# words: a report for support

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.bootstrap.connecting.last_address import last_address
from app.bootstrap.connecting.vault_access import VaultAccess
from app.bootstrap.system.diagnosis.this_pc import Facts
from app.core.paths import ProgramFolders
from app.core.settings import Settings
from app.journal.entries import WriteState

if TYPE_CHECKING:  # loads with the vault
    from app.api.modes import OfficeAddress

MOST_COPIED_BYTES = 300_000_000
"""A larger database is not copied to be counted."""
DEVICE_KINDS = ("desk", "kiosk")


def vault(folders: ProgramFolders, values: Facts, *, seconds: float | None = None) -> Facts:
    """Which vault this account has, and whether it holds what these settings need; no value leaves it."""
    return asyncio.run(_vault(VaultAccess(folders.data, seconds=seconds), values))


async def _vault(access: VaultAccess, values: Facts) -> Facts:
    from app.api.keys import VaultClosed

    try:
        sealed = await access.read("seal journal") is not None
    except VaultClosed as error:
        return {"vault": _backend(), "usable": False, "why": str(error)}
    facts: Facts = {"vault": _backend(), "usable": True, "key of local files": _stored(sealed)}
    hub_id, address = values.get("hub_id"), _address(values)
    with suppress(VaultClosed):
        if isinstance(hub_id, str) and hub_id:
            facts["access to the hub"] = _stored(await access.read_hub(hub_id) is not None)
        if address is not None:
            facts["keys of the office"] = _stored(await access.read_keys(address) is not None)
    return facts


def journals(folders: ProgramFolders, now: datetime) -> Facts:
    """Of each office's journal: how many changes are in which state, and how old the oldest open one is."""
    found = sorted(folders.data.glob("journal-*.db")) if folders.data.is_dir() else []
    return {"offices": [_journal(each, now) for each in found]}


def hub(folders: ProgramFolders) -> Facts:
    """The hub that this PC runs or ran: its database, and how many devices are paired."""
    folder = folders.data / "hub"
    database = folder / "hub.db"
    facts: Facts = {"set up here": (folder / "hub.json").exists(), "database": database.exists()}
    if database.exists():
        rows = _rows(database, "SELECT kind, revoked, count(*) FROM device GROUP BY kind, revoked")
        facts["devices"] = rows if isinstance(rows, str) else {
            f"{kind if kind in DEVICE_KINDS else 'other'}{', removed' if revoked else ''}": int(count)
            for kind, revoked, count in rows
        }  # fmt: skip
    return facts


def kiosk(folders: ProgramFolders) -> Facts:
    """Whether this account runs a check-in kiosk, and what it has kept."""
    folder = folders.config / "kiosk"
    return {
        "paired": (folder / "pairing.json").exists(),
        "setup kept": (folder / "setup.json").exists(),
        "wrong exit PINs kept": (folder / "exit-tries.json").exists(),
        "supervised here": (folders.logs / "watchdog").is_dir(),
    }


def _journal(path: Path, now: datetime) -> Facts:
    rows = _rows(
        path,
        "SELECT state, dismissed, count(*), max(attempts), min(made_at) FROM entry GROUP BY state, dismissed",
    )
    if isinstance(rows, str):
        return {"read": rows, "bytes": path.stat().st_size}
    states: dict[str, int] = {}
    oldest: list[float] = []
    attempts = 0
    for state, dismissed, count, most, made_at in rows:
        known = state if state in tuple(WriteState) else "other"
        name = f"{known}{', dismissed' if dismissed else ''}"
        states[name] = states.get(name, 0) + int(count)
        if known in ("waiting", "sent", "unknown"):
            attempts = max(attempts, int(most))
            oldest += _hours(made_at, now)
    return {
        "read": "yes",
        "bytes": path.stat().st_size,
        "changes": states,
        "most attempts of an open one": attempts,
        "hours since the oldest open one": round(max(oldest), 1) if oldest else None,
    }


def _rows(path: Path, statement: str) -> list[tuple[Any, ...]] | str:
    """A statement's rows, from a copy: the running program locks its own. A text says why there are none."""
    try:
        if path.stat().st_size > MOST_COPIED_BYTES:
            return "too large to be copied"
        with tempfile.TemporaryDirectory(prefix="front-desk-") as folder:  # for this user only
            copy = Path(folder) / "copy.db"
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(f"{path.name}-wal"), copy.with_name("copy.db-wal"))
            with closing(sqlite3.connect(copy)) as connection:
                return connection.execute(statement).fetchall()
    except (OSError, sqlite3.Error, UnicodeError) as error:
        return f"can't be read ({type(error).__name__})"


def _hours(made_at: object, now: datetime) -> list[float]:
    try:
        made = datetime.fromisoformat(str(made_at))
    except ValueError:
        return []
    made = made if made.tzinfo else made.replace(tzinfo=UTC)
    return [max((now - made).total_seconds() / 3600, 0.0)]


def _backend() -> str:
    """The class of the vault, such as keyring.backends.Windows.WinVaultKeyring."""
    from app.bootstrap.import_hooks import load_keyring

    try:
        load_keyring()
        import keyring

        kind = type(keyring.get_keyring())
    except Exception as error:  # whatever the system's vault raises
        return f"none ({type(error).__name__})"
    return f"{kind.__module__}.{kind.__qualname__}"


def _address(values: Facts) -> OfficeAddress | None:
    mode, server = values.get("mode"), values.get("server")
    if mode == "Hub" or not isinstance(mode, str) or not isinstance(server, str | None):
        return None
    return last_address(Settings(mode=mode, server=server or ""))


def _stored(found: bool) -> str:  # noqa: FBT001 # its only argument
    return "stored" if found else "not stored"
