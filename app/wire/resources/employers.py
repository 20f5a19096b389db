"""Employers of patients, which may offer insurance plans."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class Employer(Record):
    """One employer."""

    primary_key = "EmployerNum"

    EmployerNum: BigInt = 0
    EmpName: str = ""


class Employers(Resource):
    """The employers. One used by a patient or insurance plan can't be deleted."""

    documentation = "API Employers"

    @GET("/employers/{EmployerNum}", since="23.3.22")
    async def get(self, EmployerNum: int) -> Employer: ...

    @GET("/employers", since="23.3.22")
    def list(self) -> Rows[Employer]: ...

    @POST("/employers", since="21.4", needs=Permission.ALL_OTHERS)
    async def create(self, *, EmpName: str) -> Employer: ...

    @PUT("/employers/{EmployerNum}", since="21.4", needs=Permission.ALL_OTHERS)
    async def update(self, EmployerNum: int, *, EmpName: str) -> Employer: ...

    @DELETE("/employers/{EmployerNum}", since="23.3.22", needs=Permission.ALL_OTHERS)
    async def delete(self, EmployerNum: int) -> None: ...
