"""Popups: notes shown when a patient is selected."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class EnumPopupLevel(WireEnum):
    """Whose selection shows a popup: the patient's, any family member's, any super family member's."""

    PATIENT = "Patient"
    FAMILY = "Family"
    SUPER_FAMILY = "SuperFamily"


class Popup(Record):
    """One popup. Use `DateTimeDisabled` (None: never): `IsDisabled` is unreliable since 22.2."""

    primary_key = "PopupNum"

    PopupNum: BigInt = 0
    PatNum: BigInt = 0
    Description: str = ""
    PopupLevel: EnumPopupLevel = EnumPopupLevel.PATIENT
    IsDisabled: bool = False
    DateTimeDisabled: DateTime | None = None


class Popups(Resource):
    """A patient's popups, with those of the family and super family, disabled ones included."""

    documentation = "API Popups"

    @GET("/popups", since="21.4")
    def list(self, *, PatNum: PatientKey) -> Rows[Popup]: ...

    @POST("/popups", since="21.1", needs=Permission.COMM)
    async def create(
        self, *, PatNum: PatientKey, Description: str, PopupLevel: EnumPopupLevel | None = None
    ) -> None: ...
