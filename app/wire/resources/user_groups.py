"""UserGroups: groups that determine a user's permissions in Open Dental."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt
from app.wire.record import Record
from app.wire.rows import Rows


class UserGroup(Record):
    """One group. UserGroupNumCEMT is its number in the Central Manager's database, 0 for the office's own."""

    primary_key = "UserGroupNum"

    UserGroupNum: BigInt = 0
    Description: str = ""
    UserGroupNumCEMT: BigInt = 0


class UserGroups(Resource):
    """The groups, without Central Manager (CEMT) groups unless requested."""

    documentation = "API UserGroups"

    @GET("/usergroups", since="23.2.21")
    def list(self, *, includeCEMT: bool | None = None) -> Rows[UserGroup]: ...
