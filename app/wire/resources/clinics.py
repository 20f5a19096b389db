"""Clinics: locations of a practice with more than one."""

from __future__ import annotations

from app.wire.endpoint import GET, PUT, Resource
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class Clinic(Record):
    """One clinic, without the hidden ones."""

    primary_key = "ClinicNum"

    ClinicNum: BigInt = 0
    Description: str = ""
    Address: str = ""
    Address2: str = ""
    City: str = ""
    State: str = ""
    Zip: str = ""
    BillingAddress: str = ""
    BillingAddress2: str = ""
    BillingCity: str = ""
    BillingState: str = ""
    BillingZip: str = ""
    PayToAddress: str = ""
    PayToAddress2: str = ""
    PayToCity: str = ""
    PayToState: str = ""
    PayToZip: str = ""
    Phone: str = ""
    Abbr: str = ""
    IsHidden: bool = False


class Clinics(Resource):
    """The clinics; none if the office does not use the feature. Their street address can't be changed."""

    documentation = "API Clinics"

    @GET("/clinics", since="21.1")
    def list(self) -> Rows[Clinic]: ...

    @PUT("/clinics/{ClinicNum}", since="21.4", needs=Permission.SETUP)
    async def update(
        self,
        ClinicNum: int,
        *,
        Description: str | None = None,
        Phone: str | None = None,
        BillingAddress: str | None = None,
        BillingAddress2: str | None = None,
        BillingCity: str | None = None,
        BillingState: str | None = None,
        BillingZip: str | None = None,
        PayToAddress: str | None = None,
        PayToAddress2: str | None = None,
        PayToCity: str | None = None,
        PayToState: str | None = None,
        PayToZip: str | None = None,
        Abbr: str | None = None,
        IsHidden: bool | None = None,
    ) -> None: ...
