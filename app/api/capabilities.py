"""What an office's key and version allow, and the reason a button shows when they don't."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace

from app.api import errors
from app.core.text import NO_TEXT, Text, join, msg
from app.wire.endpoint import Endpoint, endpoint_of, unknown_field
from app.wire.fields import Since
from app.wire.permissions import Permission
from app.wire.version import Version


class Verdict(Struct, frozen=True):
    """Allowed, or not allowed with a reason that the user can act on."""

    ok: bool
    reason: Text = NO_TEXT

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(ok=True)


class Capabilities(Struct, frozen=True):
    """What is known of an office. None means unknown, and nothing is denied because of it."""

    version: Version | None = None
    permissions: frozenset[Permission] | None = None
    held: Text | None = None
    """Why nothing may be written now; None: allowed. Only the interface respects it; requests are still sent."""

    def can(self, endpoint: Endpoint, *fields: str) -> Verdict:
        """Whether a method is allowed with these of its fields, as far as known. FieldError for a field it lacks."""
        _check_fields(endpoint, fields)
        if self.held is not None and not endpoint.reads:
            return Verdict(ok=False, reason=self.held)
        if self.permissions is not None and endpoint.needs not in self.permissions:
            return Verdict(ok=False, reason=join([lacking(endpoint.needs), how_to_grant(endpoint.needs)]))
        if self.version is not None and self.version < (needed := _first_version(endpoint, fields)):
            needs_newer = msg(
                "This needs Open Dental {needed} or newer. This office has {version}.",
                needed=str(needed),
                version=str(self.version),
            )
            return Verdict(ok=False, reason=needs_newer)
        return YES

    def takes(self, method: Callable[..., Any], *fields: str) -> bool:
        """Whether the office is known to be new enough for these fields of a declared method; unknown, it isn't.

        For what may be left out of a request, and is refused by an older office. FieldError for a field it lacks.
        """
        endpoint = endpoint_of(method)
        _check_fields(endpoint, fields)
        return self.version is not None and self.version >= _first_version(endpoint, fields)

    def holding(self, reason: Text | None) -> Self:
        """A copy with a reason why nothing may be written now, or with none."""
        return replace(self, held=reason)

    def with_version(self, text: str) -> Self:
        """A copy with the version that the office reported. Invalid text changes nothing."""
        try:
            return replace(self, version=Version.parse(text))
        except ValueError:
            return self


UNKNOWN = Capabilities()


def _check_fields(endpoint: Endpoint, fields: Collection[str]) -> None:
    """FieldError for a field that a method doesn't have: a misspelled one would count as allowed."""
    # Most questions are about a method alone, which is asked for every button.
    if fields and (unknown := unknown_field(endpoint, fields)) is not None:
        raise errors.FieldError(endpoint.name, *unknown)


def _first_version(endpoint: Endpoint, fields: Collection[str]) -> Version:
    """The first version that has a method and these of its fields; 0.0: not documented."""
    needed = Version.parse(endpoint.since) if endpoint.since else Version(0)
    if fields:
        for each in endpoint.parameters:
            if each.name in fields and (since := each.fact(Since)) is not None:
                needed = max(needed, Version.parse(since.version))
    return needed


def lacking(permission: Permission | None) -> Text:
    """Why a key may not do something. None: the office did not say what is missing."""
    if permission is None:
        return msg("The office's API key doesn't have the permission for this.")
    return msg("The office's API key doesn't have the permission {permission}.", permission=permission.value)


def how_to_grant(permission: Permission | None) -> Text:
    """What to do about it: where to set a key's permissions in Open Dental."""
    if permission is None:
        return msg("Add it in Open Dental: Setup, Advanced Setup, API.")
    return msg(
        "Add {permission} to this key in Open Dental: Setup, Advanced Setup, API.",
        permission=permission.value,
    )
