"""Secrets in the operating system's vault."""

from __future__ import annotations

import pytest

from app.api.keys import Keys, VaultClosed
from app.api.modes import Mode, OfficeAddress, service_address
from app.api.vault import SEAL_ENTRY, SERVICE, Vault
from tests.support.vaults import ForgetfulKeyring, MemoryKeyring

ONE, OTHER = service_address("ONE"), OfficeAddress.standard(Mode.REMOTE)


def test_keys_of_two_offices() -> None:
    """Each office has its own pair of keys."""
    vault = Vault(MemoryKeyring())
    vault.write_keys(ONE, Keys("dev", "one"))
    vault.write_keys(OTHER, Keys("dev", "other"))
    assert vault.read_keys(ONE) == Keys("dev", "one")
    assert vault.read_keys(OTHER) == Keys("dev", "other")


def test_a_damaged_pair_is_none() -> None:
    """An invalid pair of keys counts as none: the connection page asks again."""
    for text in ("", "no json", "[]", "{}", '{"developer": "x"}'):
        backend = MemoryKeyring()
        backend.kept[SERVICE, f"keys {ONE.mode} {ONE.base_url}"] = text
        assert Vault(backend).read_keys(ONE) is None


def test_seal_key() -> None:
    """The key to this PC's stores is created once and is 32 bytes long."""
    vault = Vault(MemoryKeyring())
    key = vault.seal_key()
    assert len(key) == 32
    assert vault.seal_key() == key


def test_a_damaged_seal_key_is_replaced() -> None:
    """A damaged key is replaced permanently: the stores open with the office's key meanwhile."""
    for text in ("not base64!", "c2hvcnQ=", "", "ü"):
        backend = MemoryKeyring()
        backend.kept[SERVICE, SEAL_ENTRY] = text
        key = Vault(backend).seal_key()
        assert len(key) == 32
        assert Vault(backend).seal_key() == key


def test_a_vault_that_keeps_nothing() -> None:
    """A vault that accepts secrets and loses them counts as missing."""
    vault = Vault(ForgetfulKeyring())
    with pytest.raises(VaultClosed):
        vault.write_keys(ONE, Keys("dev", "one"))
    with pytest.raises(VaultClosed):
        vault.seal_key()
