"""What an office's key and version allow, and what a button says when they do not."""

from __future__ import annotations

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission
from app.wire.version import Version


class Verdict(Struct, frozen=True):
    """Yes, or no with a reason that a person can act on."""

    ok: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(ok=True)


class Capabilities(Struct, frozen=True):
    """What is known of an office. None: not known, and then nothing is denied for it."""

    version: Version | None = None
    permissions: frozenset[Permission] | None = None

    def can(self, endpoint: Endpoint) -> Verdict:
        """Whether a method will be let through, as far as is known."""
        if self.permissions is not None and endpoint.needs not in self.permissions:
            return Verdict(ok=False, reason=f"{lacking(endpoint.needs)} {how_to_grant(endpoint.needs)}")
        if self.version is not None and endpoint.since and self.version < Version.parse(endpoint.since):
            return Verdict(
                ok=False,
                reason=f"Needs Open Dental {endpoint.since} or newer; this office runs {self.version}.",
            )
        return YES

    def with_version(self, text: str) -> Self:
        """The same, with the version that the office states. A text that is none changes nothing."""
        try:
            return replace(self, version=Version.parse(text))
        except ValueError:
            return self


UNKNOWN = Capabilities()


def lacking(permission: Permission | None) -> str:
    """What is wrong with a key that may not do something. None: the office did not say what it lacks."""
    return f"The office's key lacks the permission {permission or 'that it needs'}."


def how_to_grant(permission: Permission | None) -> str:
    """What to do about it: where Open Dental gives a key its permissions."""
    return f"In Open Dental: Setup, Advanced Setup, API: give this key {permission or 'the permission'}."
