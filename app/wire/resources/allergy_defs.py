"""AllergyDefs: the list of allergies."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class AllergyDefKind(WireEnum):
    """The kind of allergy, by its SNOMED code."""

    NOT_SET = ""
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


class AllergyDef(Record):
    """One definition of an allergy. A SnomedType that was never set is empty."""

    primary_key = "AllergyDefNum"

    AllergyDefNum: BigInt = 0
    Description: str = ""
    IsHidden: bool = False
    DateTStamp: DateTime | None = None
    SnomedType: AllergyDefKind = AllergyDefKind.NOT_SET
    MedicationNum: BigInt = 0
    UniiCode: str = ""


class AllergyDefs(Resource):
    """The list to choose allergies from. `Allergies.create` adds to it automatically."""

    documentation = "API AllergyDefs"

    @GET("/allergydefs/{AllergyDefNum}", since="26.2")
    async def get(self, AllergyDefNum: int) -> AllergyDef: ...

    @GET("/allergydefs", since="21.3")
    def list(self) -> Rows[AllergyDef]: ...

    @POST("/allergydefs", since="21.3", needs=Permission.SETUP)
    async def create(
        self,
        *,
        Description: str,
    ) -> None: ...

    @PUT("/allergydefs/{AllergyDefNum}", since="26.2", needs=Permission.ALL_OTHERS)
    async def update(
        self, AllergyDefNum: int, *, Description: str | None = None, IsHidden: bool | None = None
    ) -> AllergyDef: ...
