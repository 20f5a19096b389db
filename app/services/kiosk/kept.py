"""What a kiosk keeps between two starts: which hub it belongs to, how the office set it up, and wrong exit PINs.

Nothing about a patient is among it. The token is in the operating system's vault only, so a copied disk opens nothing.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from app.core.files import delete, write_whole
from app.core.later import load_name

if TYPE_CHECKING:  # these load after the first paint
    from app.services.people.secrets import Secrets
    from app.wire.hub.kiosk import KioskSetup

PAIRING, SETUP, TRIES = "pairing.json", "setup.json", "exit-tries.json"


class Pairing(NamedTuple):
    """How the hub is reached. The certificate is public: the hub shows it to everyone who connects."""

    address: str
    """As it was typed or found: https://host:port."""
    certificate: str
    """In PEM: the only one that is trusted."""
    name: str
    """The kiosk's name, as staff see it."""
    device_num: int
    office: str

    @property
    def entry(self) -> str:
        """The name of the token's entry in the vault."""
        digest = load_name("hashlib:sha256")(self.certificate.encode()).hexdigest()
        return f"kiosk token {digest[:16]} {self.device_num}"  # words: an entry of the vault


class EarlySetup(NamedTuple):
    """The setup of the last time, for the first paint. Nobody can check in with it."""

    practice: str
    logo: str
    welcome: dict[str, str]
    languages: tuple[str, ...]
    open: bool = False


class Kept:
    """The kiosk's few files, for its account only. A file that can't be read is as good as none."""

    def __init__(self, folder: Path, secrets: Secrets) -> None:
        self._folder = folder
        self._secrets = secrets

    def pairing(self) -> Pairing | None:
        """The hub that it is paired with; None before that."""
        try:
            return Pairing(**self._read(PAIRING))
        except TypeError:
            return None

    async def token(self, pairing: Pairing) -> str | None:
        """The token from the vault; None if it is not there. Raises VaultClosed."""
        return await self._secrets.read(pairing.entry)

    async def keep(self, pairing: Pairing, token: str) -> None:
        """Belong to this hub from now on. Raises VaultClosed or OSError."""
        before = self.pairing()
        await self._secrets.write(pairing.entry, token)
        self._write(PAIRING, pairing._asdict())
        if before is not None and before.entry != pairing.entry:
            await self._secrets.delete(before.entry)

    def keep_address(self, pairing: Pairing) -> None:
        """The hub has another address. Raises OSError."""
        self._write(PAIRING, pairing._asdict())

    async def forget(self) -> None:
        """Belong to no hub any more. Raises VaultClosed."""
        before = self.pairing()
        for name in (PAIRING, SETUP, TRIES):
            delete(self._folder / name)
        if before is not None:
            await self._secrets.delete(before.entry)

    def setup(self) -> EarlySetup | None:
        """How the office set its kiosks up, as it was read last."""
        match self._read(SETUP):
            case {
                "practice": str(name),
                "logo": str(logo),
                "welcome": dict(welcome),
                "languages": list(codes),
            }:
                return EarlySetup(name, logo, welcome, tuple(map(str, codes)))
            case _:
                return None

    def keep_setup(self, setup: KioskSetup) -> None:
        """Show this at the next start, before the hub has answered."""
        self._write(
            SETUP,
            {
                "practice": setup.practice,
                "logo": setup.logo,
                "welcome": setup.welcome,
                "languages": setup.languages,
            },
        )

    def tries(self) -> dict[str, Any]:
        """Wrong exit PINs (`app.services.kiosk.exit_pin`)."""
        return self._read(TRIES)

    def keep_tries(self, tries: dict[str, Any]) -> None:
        """Keep them for the next start."""
        self._write(TRIES, tries)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            values = json.loads((self._folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return values if isinstance(values, dict) else {}

    def _write(self, name: str, values: dict[str, Any]) -> None:
        """Replace a file at once, so that a power cut leaves the old one or the new one. Raises OSError."""
        write_whole(self._folder / name, json.dumps(values))
