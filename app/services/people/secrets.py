"""Where PINs and what proves that the list of staff is genuine are kept: the operating system's vault."""

from __future__ import annotations

from typing import Protocol


class Secrets(Protocol):
    """Short texts by name. Every method raises VaultClosed if the vault is missing, locked or doesn't answer."""

    async def read(self, name: str) -> str | None:
        """The text; None if there is none."""
        ...

    async def write(self, name: str, text: str) -> None:
        """Keep a text in place of the one with its name."""
        ...

    async def delete(self, name: str) -> None:
        """Delete a text, if there is one."""
        ...


class SecretsInMemory:
    """For the training practice, whose people are made up."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def read(self, name: str) -> str | None:
        """As Secrets."""
        return self.kept.get(name)

    async def write(self, name: str, text: str) -> None:
        """As Secrets."""
        self.kept[name] = text

    async def delete(self, name: str) -> None:
        """As Secrets."""
        self.kept.pop(name, None)
