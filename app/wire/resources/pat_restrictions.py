"""Patient restrictions: what a patient may not do."""

from __future__ import annotations

from app.wire.endpoint import DELETE, GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class PatRestrict(WireEnum):
    """The restriction: ApptSchedule, the patient may not be scheduled."""

    APPT_SCHEDULE = "ApptSchedule"


class PatRestriction(Record):
    """One restriction of one patient."""

    primary_key = "PatRestrictionNum"

    PatRestrictionNum: BigInt = 0
    PatNum: BigInt = 0
    PatRestrictType: PatRestrict = PatRestrict.APPT_SCHEDULE


class PatRestrictions(Resource):
    """Read, add and delete restrictions; one of each type per patient."""

    documentation = "API PatRestrictions"

    @GET("/patrestrictions/{PatRestrictionNum}")
    async def get(self, PatRestrictionNum: int) -> PatRestriction: ...

    @GET("/patrestrictions")
    def list(self, *, PatNum: PatientKey | None = None) -> Rows[PatRestriction]: ...

    @POST("/patrestrictions", needs=Permission.ALL_OTHERS)
    async def create(self, *, PatNum: PatientKey, PatRestrictType: PatRestrict) -> PatRestriction: ...

    @DELETE("/patrestrictions/{PatRestrictionNum}", needs=Permission.ALL_OTHERS)
    async def delete(self, PatRestrictionNum: int) -> None: ...
