"""A vault for measurements: a PC without a desktop has none."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend

from bench.environment import KEYS, VAULT

SEAL = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


class BenchVault(KeyringBackend):
    """Returns the keys of the measured practice and a seal key; all else is kept in a file, if one is named."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        if username.startswith("keys "):
            return os.environ[KEYS]
        return SEAL if username.startswith("seal ") else self._kept().get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._write({**self._kept(), username: password})

    def delete_password(self, service: str, username: str) -> None:
        self._write({name: text for name, text in self._kept().items() if name != username})

    def _kept(self) -> dict[str, str]:
        file = os.environ.get(VAULT, "")
        kept: dict[str, str] = json.loads(Path(file).read_text()) if file and Path(file).exists() else {}
        return kept

    def _write(self, kept: dict[str, str]) -> None:
        if file := os.environ.get(VAULT, ""):
            Path(file).write_text(json.dumps(kept))
