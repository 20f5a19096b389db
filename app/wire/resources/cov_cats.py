"""CovCats: insurance categories of procedures."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class BenefitCategory(WireEnum):
    """The categories of electronic benefits."""

    NONE = "None"
    GENERAL = "General"
    DIAGNOSTIC = "Diagnostic"
    PERIODONTICS = "Periodontics"
    RESTORATIVE = "Restorative"
    ENDODONTICS = "Endodontics"
    MAXILLOFACIAL_PROSTH = "MaxillofacialProsth"
    CROWNS = "Crowns"
    ACCIDENT = "Accident"
    ORTHODONTICS = "Orthodontics"
    PROSTHODONTICS = "Prosthodontics"
    ORAL_SURGERY = "OralSurgery"
    ROUTINE_PREVENTIVE = "RoutinePreventive"
    DIAGNOSTIC_X_RAY = "DiagnosticXRay"
    ADJUNCTIVE = "Adjunctive"


class CovCat(Record):
    """One category. DefaultPercent is the default of new plans, -1 for none."""

    primary_key = "CovCatNum"

    CovCatNum: BigInt = 0
    Description: str = ""
    DefaultPercent: BigInt = 0
    CovOrder: BigInt = 0
    IsHidden: bool = False
    EbenefitCat: BenefitCategory = BenefitCategory.NONE


class CovCats(Resource):
    """The categories of every plan, from general (low CovOrder) to specific; specific ones take precedence."""

    documentation = "API CovCats"

    @GET("/covcats/{CovCatNum}", since="23.3.8")
    async def get(self, CovCatNum: int) -> CovCat: ...

    @GET("/covcats", since="23.3.8")
    def list(self) -> Rows[CovCat]: ...

    @POST("/covcats", since="24.1.24", needs=Permission.SETUP)
    async def create(
        self,
        *,
        Description: str,
        DefaultPercent: int | None = None,
        IsHidden: bool | None = None,
        EbenefitCat: BenefitCategory | None = None,
    ) -> CovCat: ...

    @PUT("/covcats/{CovCatNum}", since="24.1.24", needs=Permission.SETUP)
    async def update(
        self,
        CovCatNum: int,
        *,
        Description: str | None = None,
        DefaultPercent: int | None = None,
        CovOrder: int | None = None,
        IsHidden: bool | None = None,
        EbenefitCat: BenefitCategory | None = None,
    ) -> CovCat: ...
