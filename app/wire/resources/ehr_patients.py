"""EhrPatients: additional fields of electronic health records."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, Since
from app.wire.permissions import Permission
from app.wire.record import Record


class VaccineSharing(WireEnum):
    """Whether other offices may see the vaccinations."""

    UNKNOWN = "Unknown"
    YES = "Yes"
    NO = "No"


class EhrPatient(Record):
    """One patient. Orientation and identity are SNOMED codes or HL7 null flavors."""

    primary_key = "PatNum"

    PatNum: BigInt = 0
    MotherMaidenFname: str = ""
    MotherMaidenLname: str = ""
    VacShareOk: VaccineSharing = VaccineSharing.UNKNOWN
    MedicaidState: str = ""
    SexualOrientation: str = ""
    GenderIdentity: str = ""
    SexualOrientationNote: str = ""
    GenderIdentityNote: str = ""
    DischargeDate: Date | None = None


class EhrPatients(Resource):
    """Rarely used data of a patient; two fields can change."""

    documentation = "API EhrPatients"

    @GET("/ehrpatients/{PatNum}", since="24.1.15")
    async def get(self, PatNum: int) -> EhrPatient: ...

    @PUT("/ehrpatients/{PatNum}", since="24.1.15", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        PatNum: int,
        *,
        DischargeDate: Date | None = None,
        MedicaidState: Annotated[str, Since("24.4.13")] | None = None,
    ) -> EhrPatient: ...
