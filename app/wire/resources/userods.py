"""Userods: users of Open Dental."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, ClinicKey, EmployeeKey, ProviderKey, Refers, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

UserGroupKey = Annotated[int, Refers("usergroup")]


class Userod(Record):
    """One user. ProviderNum is the database's ProvNum; the names are the provider's and the employee's."""

    primary_key = "UserNum"

    UserNum: BigInt = 0
    UserName: str = ""
    userGroupNums: tuple[int, ...] = ()
    EmployeeNum: BigInt = 0
    employeeName: str = ""
    ProviderNum: BigInt = 0
    providerName: str = ""
    ClinicNum: BigInt = 0
    emailAddress: str = ""
    IsHidden: bool = False
    UserNumCEMT: BigInt = 0
    IsPasswordResetRequired: bool = False


class NewUserod(Record):
    """A new user, with the one group that was sent.

    Open Dental repeats the password here in clear text; the practice leaves it empty. Never store it.
    """

    primary_key = "UserNum"

    UserNum: BigInt = 0
    UserName: str = ""
    EmployeeNum: BigInt = 0
    employeeName: str = ""
    ProviderNum: BigInt = 0
    providerName: str = ""
    ClinicNum: BigInt = 0
    emailAddress: str = ""
    IsHidden: bool = False
    UserGroupNum: BigInt = 0
    Password: str = ""
    IsPasswordResetRequired: bool = False


class Userods(Resource):
    """The users, without hidden and Central Manager (CEMT) users unless requested."""

    documentation = "API Userods"

    @GET("/userods", since="21.3")
    def list(
        self,
        *,
        includeHidden: Annotated[bool, Since("22.4.24")] | None = None,
        includeCEMT: Annotated[bool, Since("25.1.10")] | None = None,
    ) -> Rows[Userod]: ...

    @POST("/userods", since="22.1", needs=Permission.SETUP)
    async def create(
        self,
        *,
        UserName: str,
        UserGroupNum: UserGroupKey,
        Password: str,
        IsPasswordResetRequired: Annotated[bool, Since("25.1.10")] | None = None,
    ) -> NewUserod: ...

    @PUT("/userods/{UserNum}", since="22.4.20", needs=Permission.SETUP)
    async def update(
        self,
        UserNum: int,
        *,
        userGroupNums: Annotated[Sequence[UserGroupKey], Since("25.1.10")] | None = None,
        EmployeeNum: EmployeeKey | None = None,
        ProviderNum: ProviderKey | None = None,
        ClinicNum: ClinicKey | None = None,
        IsHidden: bool | None = None,
        IsPasswordResetRequired: Annotated[bool, Since("25.1.10")] | None = None,
    ) -> Userod: ...
