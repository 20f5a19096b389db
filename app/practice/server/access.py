"""Authorization: the keys of a request, the permissions of a key, the version of the office."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from app.practice.server.refusals import BadRequest, Gone, Unauthorized
from app.wire.endpoint import Endpoint
from app.wire.permissions import Permission
from app.wire.version import Version

SCHEME = "ODFHIR"


@dataclass(frozen=True, slots=True)
class PracticeKeys:
    """The two keys of a practice."""

    developer_key: str = field(repr=False)
    customer_key: str = field(repr=False)

    @property
    def header(self) -> str:
        """As in the Authorization header."""
        return f"{SCHEME} {self.developer_key}/{self.customer_key}"


def check_keys(authorization: str | None, keys: PracticeKeys) -> None:
    """BadRequest without the header, Unauthorized with keys of another office."""
    if authorization is None:
        raise BadRequest(f"The Authorization header is missing: {SCHEME} {{DeveloperKey}}/{{CustomerKey}}")
    scheme, _, both = authorization.partition(" ")
    developer, slash, customer = both.strip().partition("/")
    if scheme != SCHEME or not slash:
        raise BadRequest(f"The Authorization header must be {SCHEME} {{DeveloperKey}}/{{CustomerKey}}")
    if developer != keys.developer_key:
        raise Unauthorized("The developer key is not known.")
    if customer != keys.customer_key:
        raise Unauthorized("The customer key is not known, or is disabled.")


def check_permission(endpoint: Endpoint, held: frozenset[Permission]) -> None:
    """Unauthorized when the customer key lacks a permission that the method needs; the explanation names it."""
    if endpoint.needs not in held:
        raise Unauthorized(f"The customer key lacks the permission Api{endpoint.needs.value}.")


def check_version(endpoint: Endpoint, office: Version) -> None:
    """BadRequest when the office is older than the method, Gone when the method was removed."""
    if endpoint.deprecated is not None and not is_newer(endpoint.until, office):
        raise Gone(f"This method is deprecated. {endpoint.deprecated}".strip())
    if is_newer(endpoint.since, office):
        raise BadRequest(
            f"This method needs Open Dental {endpoint.since} or later; this office has {office}."
        )


def is_newer(since: str | None, office: Version) -> bool:
    """Whether something exists only in versions after the office's."""
    return since is not None and _version(since) > office


@cache
def _version(text: str) -> Version:
    return Version.parse(text)
