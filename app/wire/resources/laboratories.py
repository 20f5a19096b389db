"""Laboratories that make crowns, bridges and dentures."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.fields import BigInt, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

LabSlipKey = Annotated[int, Refers("sheetdef")]


class Laboratory(Record):
    """One laboratory. Slip 0 is the built-in lab slip."""

    primary_key = "LaboratoryNum"

    LaboratoryNum: BigInt = 0
    Description: str = ""
    Phone: str = ""
    Notes: str = ""
    Slip: BigInt = 0
    Address: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    Email: str = ""
    WirelessPhone: str = ""
    IsHidden: bool = False


class Laboratories(Resource):
    """The laboratories. They can't be deleted, only hidden."""

    documentation = "API Laboratories"

    @GET("/laboratories/{LaboratoryNum}", since="24.2.33")
    async def get(self, LaboratoryNum: int) -> Laboratory: ...

    @GET("/laboratories", since="24.2.33")
    def list(self) -> Rows[Laboratory]: ...

    @POST("/laboratories", since="24.4.22", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        Description: str,
        Phone: str | None = None,
        Notes: str | None = None,
        Slip: LabSlipKey | None = None,
        Address: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        Email: str | None = None,
        WirelessPhone: str | None = None,
        IsHidden: bool | None = None,
    ) -> Laboratory: ...

    @PUT("/laboratories/{LaboratoryNum}", since="24.4.23", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        LaboratoryNum: int,
        *,
        Description: str | None = None,
        Phone: str | None = None,
        Notes: str | None = None,
        Slip: LabSlipKey | None = None,
        Address: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        Email: str | None = None,
        WirelessPhone: str | None = None,
        IsHidden: bool | None = None,
    ) -> Laboratory: ...
