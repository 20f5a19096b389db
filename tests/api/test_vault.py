"""Secrets in the operating system's vault."""

from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from app.api import Keys, Mode, OfficeAddress, service_address
from app.api.keys import VaultClosed
from app.api.vault import SERVICE, Vault


class MemoryKeyring(KeyringBackend):
    """A vault that forgets everything when the test ends."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """As KeyringBackend."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """As KeyringBackend."""
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """As KeyringBackend."""
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[service, username]


ONE, OTHER = service_address("ONE"), OfficeAddress.standard(Mode.REMOTE)


def test_keys_of_two_offices() -> None:
    """Each office has its own pair of keys, which can be forgotten, twice too."""
    vault = Vault(MemoryKeyring())
    vault.write_keys(ONE, Keys("dev", "one"))
    vault.write_keys(OTHER, Keys("dev", "other"))
    assert vault.read_keys(ONE) == Keys("dev", "one")
    vault.forget_keys(ONE)
    vault.forget_keys(ONE)
    assert vault.read_keys(ONE) is None
    assert vault.read_keys(OTHER) == Keys("dev", "other")


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", '{"developer": "x"}'])
def test_a_damaged_pair_is_none(text: str) -> None:
    """What is not a pair of keys counts as none: the connection page asks again."""
    backend = MemoryKeyring()
    backend.kept[SERVICE, f"keys {ONE.mode} {ONE.base_url}"] = text
    assert Vault(backend).read_keys(ONE) is None


def test_seal_key() -> None:
    """A file's key is made once, is 32 bytes long and its own."""
    vault = Vault(MemoryKeyring())
    key = vault.seal_key("journal")
    assert len(key) == 32
    assert vault.seal_key("journal") == key
    assert vault.seal_key("downtime") != key


def test_a_damaged_seal_key_is_not_replaced() -> None:
    """A key that opens a file is never silently made anew: what it sealed would be lost."""
    backend = MemoryKeyring()
    for text in ("not base64!", "c2hvcnQ="):
        backend.kept[SERVICE, "seal journal"] = text
        with pytest.raises(VaultClosed):
            Vault(backend).seal_key("journal")
        assert backend.kept[SERVICE, "seal journal"] == text


def test_no_vault() -> None:
    """A computer without a vault says so in one way, for reading, writing and deleting."""
    vault = Vault(NoKeyring())
    for action in (
        lambda: vault.read_keys(ONE),
        lambda: vault.write_keys(ONE, Keys("dev", "secret-key")),
        lambda: vault.forget_keys(ONE),
    ):
        with pytest.raises(VaultClosed) as caught:
            action()
        assert "secret-key" not in str(caught.value)
