"""Popups: notes that show as soon as somebody selects the patient."""

from __future__ import annotations

from app.wire.endpoint import GET, POST, Resource
from app.wire.enums import WireEnum
from app.wire.fields import DateTime, PatientKey
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows


class EnumPopupLevel(WireEnum):
    """On selecting whom a popup shows: the patient, anyone of the family, anyone of the super family."""

    PATIENT = "Patient"
    FAMILY = "Family"
    SUPER_FAMILY = "SuperFamily"


class Popup(Record):
    """One popup. Go by `DateTimeDisabled` (None: never): `IsDisabled` is not reliable since 22.2."""

    primary_key = "PopupNum"

    PopupNum: int = 0
    PatNum: int = 0
    Description: str = ""
    PopupLevel: EnumPopupLevel = EnumPopupLevel.PATIENT
    IsDisabled: bool = False
    DateTimeDisabled: DateTime | None = None


class Popups(Resource):
    """A patient's popups, with those of the family and super family, disabled ones among them."""

    documentation = "API Popups"

    @GET("/popups", since="21.4")
    def list(self, *, PatNum: PatientKey) -> Rows[Popup]: ...

    @POST("/popups", since="21.1", needs=Permission.COMM)
    async def create(
        self, *, PatNum: PatientKey, Description: str, PopupLevel: EnumPopupLevel | None = None
    ) -> None: ...
