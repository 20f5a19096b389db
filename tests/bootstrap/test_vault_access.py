"""The program continues whatever the vault does."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from app.api.keys import Keys, VaultClosed
from app.api.modes import service_address
from app.bootstrap.connecting.vault_access import VaultAccess, VaultPlace
from app.services.audit.witness import Silent
from tests.support.vaults import (
    FAILURES,
    FILE_VARIABLE,
    FailingKeyring,
    ForgetfulKeyring,
    HangingKeyring,
    MemoryKeyring,
)

ROOT = Path(__file__).parents[2]
ADDRESS = service_address("ONE")
KEYS = Keys("dev", "secret-key")


@pytest.fixture(autouse=True)
def _own_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def access(tmp_path: Path, backend: KeyringBackend, seconds: float = 5.0) -> VaultAccess:
    """Access to this vault."""
    keyring.set_keyring(backend)
    return VaultAccess(tmp_path, seconds=seconds)


async def test_a_vault_that_works(tmp_path: Path) -> None:
    """Keys are returned as stored, and the seal key stays the same."""
    vault = access(tmp_path, MemoryKeyring())
    assert await vault.read_keys(ADDRESS) is None
    await vault.write_keys(ADDRESS, KEYS)
    assert await vault.read_keys(ADDRESS) == KEYS
    assert await vault.seal_key() == await vault.seal_key()


async def test_every_failure_is_one_error(tmp_path: Path) -> None:
    """Anything a vault raises becomes VaultClosed, which contains no secret and no address."""
    for backend in (*(FailingKeyring(error) for error in FAILURES), ForgetfulKeyring()):
        vault = access(tmp_path, backend)
        calls = [vault.write_keys(ADDRESS, KEYS), vault.seal_key()]
        if isinstance(backend, FailingKeyring):
            calls.append(vault.read_keys(ADDRESS))
        for call in calls:
            with pytest.raises(VaultClosed) as caught:
                await call
            assert "secret" not in repr(caught.value)
            assert ADDRESS.base_url not in repr(caught.value)


async def test_a_vault_that_hangs(tmp_path: Path) -> None:
    """A vault that doesn't answer times out, and its late answer is ignored."""
    backend = HangingKeyring()
    vault = access(tmp_path, backend, seconds=0.05)
    for call in (vault.read_keys(ADDRESS), vault.write_keys(ADDRESS, KEYS), vault.seal_key()):
        with pytest.raises(VaultClosed):
            await call
    backend.let_go.set()
    await asyncio.sleep(0)


def run(code: str, **variables: str) -> subprocess.Popen[str]:
    """A separate process."""
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_vault_that_hangs_does_not_keep_the_process(tmp_path: Path) -> None:
    """A process whose vault never answers reports that and ends."""
    code = f"""
import asyncio, keyring
from pathlib import Path
from app.api.keys import VaultClosed
from app.bootstrap.connecting.vault_access import VaultAccess, VaultPlace
from app.services.audit.witness import Silent
from tests.support.vaults import HangingKeyring

async def main():
    keyring.set_keyring(HangingKeyring())
    try:
        await VaultAccess(Path({str(tmp_path)!r}), seconds=0.05).seal_key()
    except VaultClosed as closed:
        print(closed)

asyncio.run(main())
"""
    with run(code) as process:
        assert process.communicate(timeout=120)[0] == "no answer\n"
    assert process.returncode == 0


def test_two_processes_make_one_seal_key(tmp_path: Path) -> None:
    """Two processes that request the first seal key at once get the same one."""
    code = f"""
import asyncio
from pathlib import Path
from app.bootstrap.connecting.vault_access import VaultAccess, VaultPlace
from app.services.audit.witness import Silent
print(asyncio.run(VaultAccess(Path({str(tmp_path)!r})).seal_key()).hex())
"""
    variables = {
        "PYTHON_KEYRING_BACKEND": "tests.support.vaults.SlowFileKeyring",
        FILE_VARIABLE: str(tmp_path / "vault"),
    }
    with run(code, **variables) as one, run(code, **variables) as other:
        keys = {process.communicate(timeout=20)[0].strip() for process in (one, other)}
    assert len(keys) == 1
    assert len(bytes.fromhex(keys.pop())) == 32


async def test_the_end_of_the_audit(tmp_path: Path) -> None:
    """It is returned as written, for each office; what somebody else wrote there is empty, not an error."""
    backend = MemoryKeyring()
    one, two = (VaultPlace(access(tmp_path, backend), office) for office in ("one", "two"))
    assert await one.read() is None
    await one.write(bytes(range(256)))
    assert await one.read() == bytes(range(256))
    assert await two.read() is None
    backend.kept["Front Desk", "audit one"] = "not base64 \u2603"
    assert await one.read() == b""


async def test_the_audit_without_a_vault(tmp_path: Path) -> None:
    """A vault that fails, or forgets what it is given, is no witness."""
    for backend in (*(FailingKeyring(error) for error in FAILURES), ForgetfulKeyring()):
        place = VaultPlace(access(tmp_path, backend), "one")
        with pytest.raises(Silent):
            await place.write(b"end")
