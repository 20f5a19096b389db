"""Security permissions of the API key in use."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.permissions import Permission as ApiPermission
from app.wire.record import Record
from app.wire.rows import Rows


class SecurityPerm(Record):
    """One permission of the key. `Permission` has the prefix Api."""

    Permission: str = ""
    HasPermission: bool = False

    @property
    def means(self) -> ApiPermission:
        """The permission without its prefix."""
        return ApiPermission.named(self.Permission)


class SecurityPerms(Resource):
    """What the customer key may do."""

    documentation = "API SecurityPerms"

    @GET("/securityperms", since="22.2")
    def list(self) -> Rows[SecurityPerm]: ...
