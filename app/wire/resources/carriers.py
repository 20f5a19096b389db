"""Carriers: the insurance companies."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class NoSendElectType(WireEnum):
    """Whether claims are sent to a carrier electronically."""

    SEND_ELECT = "SendElect"
    NO_SEND_ELECT = "NoSendElect"
    NO_SEND_SECONDARY_ELECT = "NoSendSecondaryElect"


class Carrier(Record):
    """One carrier."""

    primary_key = "CarrierNum"

    CarrierNum: BigInt = 0
    CarrierName: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    Phone: str = ""
    ElectID: str = ""
    NoSendElect: NoSendElectType = NoSendElectType.SEND_ELECT
    IsHidden: bool = False


class Carriers(Resource):
    """The insurance companies. They can't be deleted, only hidden."""

    documentation = "API Carriers"

    @GET("/carriers/{CarrierNum}", since="24.4.5")
    async def get(self, CarrierNum: int) -> Carrier: ...

    @GET("/carriers", since="22.4.16")
    def list(self) -> Rows[Carrier]: ...

    @POST("/carriers", since="21.4", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        CarrierName: str,
        Address: str | None = None,
        Address2: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        Phone: str | None = None,
        ElectID: str | None = None,
        NoSendElect: NoSendElectType | None = None,
        IsHidden: bool | None = None,
    ) -> Carrier: ...

    @PUT("/carriers/{CarrierNum}", since="21.4", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        CarrierNum: int,
        *,
        CarrierName: str | None = None,
        Address: str | None = None,
        Address2: str | None = None,
        City: str | None = None,
        State: str | None = None,
        Zip: str | None = None,
        Phone: str | None = None,
        ElectID: str | None = None,
        NoSendElect: NoSendElectType | None = None,
        IsHidden: bool | None = None,
    ) -> None: ...
