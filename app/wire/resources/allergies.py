"""Allergies of patients."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import DELETE, GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, Date, PatientKey, Refers
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

AllergyDefKey = Annotated[int, Refers("allergydef")]


class SnomedAllergy(WireEnum):
    """The kind of allergy, by its SNOMED code."""

    NONE = "None"
    ALLERGY_TO_SUBSTANCE = "AllergyToSubstance"
    DRUG_ALLERGY = "DrugAllergy"
    DRUG_INTOLERANCE = "DrugIntolerance"
    FOOD_ALLERGY = "FoodAllergy"
    FOOD_INTOLERANCE = "FoodIntolerance"
    ADVERSE_REACTIONS = "AdverseReactions"
    ADVERSE_REACTIONS_TO_DRUG = "AdverseReactionsToDrug"
    ADVERSE_REACTIONS_TO_FOOD = "AdverseReactionsToFood"
    ADVERSE_REACTIONS_TO_SUBSTANCE = "AdverseReactionsToSubstance"


class Allergy(Record):
    """One allergy of a patient. The fields that begin with def are those of its AllergyDef."""

    primary_key = "AllergyNum"

    AllergyNum: BigInt = 0
    AllergyDefNum: BigInt = 0
    PatNum: BigInt = 0
    defDescription: str = ""
    defSnomedType: SnomedAllergy = SnomedAllergy.NONE
    Reaction: str = ""
    StatusIsActive: bool = False
    DateAdverseReaction: Date | None = None


class Allergies(Resource):
    """Allergies of patients."""

    documentation = "API Allergies"

    @GET("/allergies", since="21.1")
    def list(
        self,
        *,
        PatNum: PatientKey,
    ) -> Rows[Allergy]: ...

    @POST("/allergies", since="21.3", needs=Permission.ALL_OTHERS)
    async def create(
        self,
        *,
        AllergyDefNum: AllergyDefKey | None = None,
        PatNum: PatientKey,
        defDescription: str | None = None,
        Reaction: str | None = None,
        StatusIsActive: bool | None = None,
        DateAdverseReaction: Date | None = None,
    ) -> None: ...

    @PUT("/allergies/{AllergyNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def update(
        self,
        AllergyNum: int,
        *,
        Reaction: str | None = None,
        DateAdverseReaction: Date | None = None,
        StatusIsActive: bool | None = None,
    ) -> None: ...

    @DELETE("/allergies/{AllergyNum}", since="22.1", needs=Permission.ALL_OTHERS)
    async def delete(self, AllergyNum: int) -> None: ...
