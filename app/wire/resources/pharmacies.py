"""Pharmacies: where prescriptions are filled."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, DateTime
from app.wire.record import Record
from app.wire.rows import Rows


class Pharmacy(Record):
    """One store."""

    primary_key = "PharmacyNum"

    PharmacyNum: BigInt = 0
    StoreName: str = ""
    Phone: str = ""
    Fax: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    Note: str = ""
    DateTStamp: DateTime | None = None


class Pharmacies(Resource):
    """The pharmacies that the office uses."""

    documentation = "API Pharmacies"

    @GET("/pharmacies/{PharmacyNum}", since="24.2.35")
    async def get(self, PharmacyNum: int) -> Pharmacy: ...

    @GET("/pharmacies", since="24.2.35")
    def list(self) -> Rows[Pharmacy]: ...
