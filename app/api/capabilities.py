"""What an office's key and version allow, and what a button says when they do not."""

from __future__ import annotations

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from app.core.text import NO_TEXT, Text, join, msg
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission
from app.wire.version import Version


class Verdict(Struct, frozen=True):
    """Yes, or no with a reason that a person can act on."""

    ok: bool
    reason: Text = NO_TEXT

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(ok=True)


class Capabilities(Struct, frozen=True):
    """What is known of an office. None: not known, and then nothing is denied for it."""

    version: Version | None = None
    permissions: frozenset[Permission] | None = None
    held: Text | None = None
    """Why nothing may be written now; None: it may. What is sent all the same goes out."""

    def can(self, endpoint: Endpoint) -> Verdict:
        """Whether a method will be let through, as far as is known."""
        if self.held is not None and not endpoint.reads:
            return Verdict(ok=False, reason=self.held)
        if self.permissions is not None and endpoint.needs not in self.permissions:
            return Verdict(ok=False, reason=join([lacking(endpoint.needs), how_to_grant(endpoint.needs)]))
        if self.version is not None and endpoint.since and self.version < Version.parse(endpoint.since):
            needs_newer = msg(
                "This needs Open Dental {needed} or newer. This office has {version}.",
                needed=endpoint.since,
                version=str(self.version),
            )
            return Verdict(ok=False, reason=needs_newer)
        return YES

    def holding(self, reason: Text | None) -> Self:
        """The same, with a reason why nothing may be written now, or without one."""
        return replace(self, held=reason)

    def with_version(self, text: str) -> Self:
        """The same, with the version that the office states. A text that is none changes nothing."""
        try:
            return replace(self, version=Version.parse(text))
        except ValueError:
            return self


UNKNOWN = Capabilities()


def lacking(permission: Permission | None) -> Text:
    """What is wrong with a key that may not do something. None: the office did not say what it lacks."""
    if permission is None:
        return msg("The office's API key doesn't have the permission for this.")
    return msg("The office's API key doesn't have the permission {permission}.", permission=permission.value)


def how_to_grant(permission: Permission | None) -> Text:
    """What to do about it: where Open Dental gives a key its permissions."""
    if permission is None:
        return msg("Add it in Open Dental: Setup, Advanced Setup, API.")
    return msg(
        "Add {permission} to this key in Open Dental: Setup, Advanced Setup, API.",
        permission=permission.value,
    )
