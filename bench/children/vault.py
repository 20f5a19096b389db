"""A vault for measurements: a PC without a desktop has none."""

from __future__ import annotations

import os

from keyring.backend import KeyringBackend

from bench.environment import KEYS


class BenchVault(KeyringBackend):
    """Returns the keys of the measured practice, and generates the journal's key."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return (
            os.environ[KEYS]
            if username.startswith("keys ")
            else "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        )

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stores nothing."""
