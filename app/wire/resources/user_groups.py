"""UserGroups: the groups that decide what a user of Open Dental may do."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.record import Record
from app.wire.rows import Rows


class UserGroup(Record):
    """One group. UserGroupNumCEMT is its number in the Central Manager's database, 0 for the office's own."""

    primary_key = "UserGroupNum"

    UserGroupNum: int = 0
    Description: str = ""
    UserGroupNumCEMT: int = 0


class UserGroups(Resource):
    """The groups, without those of the Central Manager (CEMT) unless asked for."""

    documentation = "API UserGroups"

    @GET("/usergroups", since="23.2.21")
    def list(self, *, includeCEMT: bool | None = None) -> Rows[UserGroup]: ...
