"""A vault for measurements: a computer without a desktop has none of its own."""

from __future__ import annotations

import os

from keyring.backend import KeyringBackend

from bench.names import KEYS


class BenchVault(KeyringBackend):
    """Answers with the keys of the practice that is measured against, and makes up what seals the journal."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return (
            os.environ[KEYS]
            if username.startswith("keys ")
            else "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        )

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing is kept."""
