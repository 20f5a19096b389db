"""Popups: notes shown when a patient is selected."""

from __future__ import annotations

from typing import Annotated

from app.wire.endpoint import GET, POST, PUT, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, DateTime, PatientKey, Since
from app.wire.permissions import Permission
from app.wire.record import Record
from app.wire.rows import Rows

_SNOOZED = Since("25.1.12")
"""The version since which popups can be snoozed."""


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
    DateTimeEntry: Annotated[DateTime | None, _SNOOZED] = None
    IsArchived: Annotated[bool, _SNOOZED] = False
    PopupNumArchive: Annotated[BigInt, _SNOOZED] = 0


class Popups(Resource):
    """A patient's popups, with those of the family and super family, disabled ones included.

    Rows of relatives include popups of the level Patient, which do not concern the patient asked for. Before
    25.1.12, `create` answered without the new row, which reads as an empty one. An `update` of Description keeps
    the old text as an archived copy.
    """

    documentation = "API Popups"

    @GET("/popups", since="21.4")
    def list(self, *, PatNum: PatientKey) -> Rows[Popup]: ...

    @POST("/popups", since="21.1", needs=Permission.COMM, may_be_empty=True)
    async def create(
        self,
        *,
        PatNum: PatientKey,
        Description: str,
        PopupLevel: EnumPopupLevel | None = None,
        DateTimeDisabled: Annotated[DateTime, _SNOOZED] | None = None,
    ) -> Popup: ...

    @PUT("/popups/{PopupNum}", since="25.1.12", needs=Permission.COMM)
    async def update(
        self,
        PopupNum: int,
        *,
        Description: str | None = None,
        PopupLevel: EnumPopupLevel | None = None,
        DateTimeDisabled: DateTime | None = None,
    ) -> Popup: ...
