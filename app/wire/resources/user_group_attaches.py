"""UserGroupAttaches: which users are in which groups."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, Refers
from app.wire.record import Record
from app.wire.resources.userods import UserGroupKey
from app.wire.rows import Rows


class UserGroupAttach(Record):
    """One user in one group."""

    primary_key = "UserGroupAttachNum"

    UserGroupAttachNum: BigInt = 0
    UserNum: BigInt = 0
    UserGroupNum: BigInt = 0


class UserGroupAttaches(Resource):
    """Users and their groups."""

    documentation = "API UserGroupAttaches"

    @GET("/usergroupattaches", since="23.3.7")
    def list(
        self,
        *,
        UserNum: Annotated[int, Refers("userod")] | None = None,
        UserGroupNum: UserGroupKey | None = None,
    ) -> Rows[UserGroupAttach]: ...
