"""Employees: staff other than providers."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, EmployeeKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class Employee(Record):
    """One employee. ClockStatus is a display text: Working, Break, Lunch or Home."""

    primary_key = "EmployeeNum"

    EmployeeNum: BigInt = 0
    LName: str = ""
    FName: str = ""
    MiddleI: str = ""
    IsHidden: bool = False
    ClockStatus: str = ""
    PayrollID: str = ""
    WirelessPhone: str = ""
    EmailWork: str = ""
    EmailPersonal: str = ""
    IsFurloughed: bool = False
    ReportsTo: BigInt = 0


class Employees(Resource):
    """The employees, all or those who report to one. 0 asks for those who report to nobody.

    Their ClockStatus comes from the time clock and can't be written.
    """

    documentation = "API Employees"

    @GET("/employees/{EmployeeNum}", since="23.3.22")
    async def get(self, EmployeeNum: int) -> Employee: ...

    @GET("/employees", since="23.3.22")
    def list(self, *, ReportsTo: EmployeeKey | None = None) -> Rows[Employee]: ...

    @POST("/employees", since="26.2", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        LName: str | None = None,
        FName: str | None = None,
        MiddleI: str | None = None,
        IsHidden: bool | None = None,
        PayrollID: str | None = None,
        WirelessPhone: str | None = None,
        EmailWork: str | None = None,
        EmailPersonal: str | None = None,
        IsFurloughed: bool | None = None,
        ReportsTo: EmployeeKey | None = None,
    ) -> Employee: ...

    @PUT("/employees/{EmployeeNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        EmployeeNum: int,
        *,
        LName: str | None = None,
        FName: str | None = None,
        MiddleI: str | None = None,
        IsHidden: bool | None = None,
        PayrollID: str | None = None,
        WirelessPhone: str | None = None,
        EmailWork: str | None = None,
        EmailPersonal: str | None = None,
        IsFurloughed: bool | None = None,
        ReportsTo: EmployeeKey | None = None,
    ) -> Employee: ...
