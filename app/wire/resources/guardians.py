"""Guardians: relationships between patients."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class GuardianRelationship(WireEnum):
    """What the guardian is to the child."""

    MOTHER = "Mother"
    STEPFATHER = "Stepfather"
    STEPMOTHER = "Stepmother"
    GRANDFATHER = "Grandfather"
    GRANDMOTHER = "Grandmother"
    FATHER = "Father"
    BROTHER = "Brother"
    CARE_GIVER = "CareGiver"
    FOSTER_CHILD = "FosterChild"
    GUARDIAN = "Guardian"
    GRANDPARENT = "Grandparent"
    OTHER = "Other"
    PARENT = "Parent"
    STEPCHILD = "Stepchild"
    SELF = "Self"
    SIBLING = "Sibling"
    SISTER = "Sister"
    SPOUSE = "Spouse"
    CHILD = "Child"
    LIFE_PARTNER = "LifePartner"
    FRIEND = "Friend"
    GRANDCHILD = "Grandchild"
    SITTER = "Sitter"


class Guardian(Record):
    """One relationship; despite the field names, it need not be a guardianship."""

    primary_key = "GuardianNum"

    GuardianNum: BigInt = 0
    PatNumChild: BigInt = 0
    PatNumGuardian: BigInt = 0
    Relationship: GuardianRelationship = GuardianRelationship.OTHER
    IsGuardian: bool = False


class Guardians(Resource):
    """Read, add, change and remove relationships."""

    documentation = "API Guardians"

    @GET("/guardians/{GuardianNum}")
    async def get(self, GuardianNum: int) -> Guardian: ...

    @GET("/guardians")
    def list(
        self, *, PatNumChild: PatientKey | None = None, PatNumGuardian: PatientKey | None = None
    ) -> Rows[Guardian]: ...

    @POST("/guardians", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        PatNumChild: PatientKey,
        PatNumGuardian: PatientKey,
        Relationship: GuardianRelationship,
        IsGuardian: bool | None = None,
    ) -> Guardian: ...

    @PUT("/guardians/{GuardianNum}", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        GuardianNum: int,
        *,
        Relationship: GuardianRelationship | None = None,
        IsGuardian: bool | None = None,
    ) -> Guardian: ...

    @DELETE("/guardians/{GuardianNum}", needs=Permission.ALL_OTHERS)
    async def delete(self, GuardianNum: int) -> None: ...
