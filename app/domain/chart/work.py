"""What is drawn on a tooth: kinds of treatment, its state, and the paint types that they come from."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

from app.domain.chart.surfaces import Surface
from app.wire.resources.procedure_codes import ToothPaint
from app.wire.resources.procedure_logs import ProcedureStatus


class Status(StrEnum):
    """The state of a treatment on the day that the chart shows."""

    COMPLETED = "C"
    EXISTING = "EC"
    """Existing, done in this office before charting began."""
    ELSEWHERE = "EO"
    """Existing, done by another office."""
    PLANNED = "TP"
    REFERRED = "R"
    CONDITION = "Cn"

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self in (Status.PLANNED, Status.REFERRED)

    @property
    def done(self) -> bool:
        """Whether it is in the mouth."""
        return self in (Status.COMPLETED, Status.EXISTING, Status.ELSEWHERE)


STATUSES = MappingProxyType(
    {
        ProcedureStatus.TREATMENT_PLANNED: Status.PLANNED,
        ProcedureStatus.COMPLETE: Status.COMPLETED,
        ProcedureStatus.EXISTING_CURRENT: Status.EXISTING,
        ProcedureStatus.EXISTING_OTHER: Status.ELSEWHERE,
        ProcedureStatus.REFERRED: Status.REFERRED,
        ProcedureStatus.CONDITION: Status.CONDITION,
    }
)
"""Deleted and inactive planned procedures are not drawn."""


class Kind(StrEnum):
    """What is drawn."""

    EXTRACTION = "extraction"
    RETAINED_ROOT = "retained root"
    IMPLANT = "implant"
    ROOT_CANAL = "root canal"
    POST = "post"
    DECAY = "decay"
    FINDING = "finding"
    """A condition of surfaces other than decay."""
    FILLING = "filling"
    SEALANT = "sealant"
    VENEER = "veneer"
    CROWN = "crown"
    RETAINER = "retainer"
    """A bridge's crown on a tooth or an implant."""
    PONTIC = "pontic"
    """A bridge's tooth over a gap."""
    DENTURE = "denture"
    SPACE_MAINTAINER = "space maintainer"
    WATCH = "watch"
    NOTE = "note"
    """A short text beside the tooth."""


BRIDGE = frozenset((Kind.RETAINER, Kind.PONTIC))
WITHOUT_TOOTH = frozenset((Kind.IMPLANT, Kind.PONTIC, Kind.DENTURE, Kind.SPACE_MAINTAINER))
"""Kinds that are drawn where the tooth is missing."""
ON_SURFACES = frozenset((Kind.FILLING, Kind.DECAY, Kind.FINDING))

PAINTS = MappingProxyType(
    {
        ToothPaint.EXTRACTION: (Kind.EXTRACTION, False),
        ToothPaint.IMPLANT: (Kind.IMPLANT, False),
        ToothPaint.RCT: (Kind.ROOT_CANAL, False),
        ToothPaint.POST_BU: (Kind.POST, False),
        ToothPaint.FILLING_DARK: (Kind.FILLING, False),
        ToothPaint.FILLING_LIGHT: (Kind.FILLING, True),
        ToothPaint.CROWN_DARK: (Kind.CROWN, False),
        ToothPaint.CROWN_LIGHT: (Kind.CROWN, True),
        ToothPaint.BRIDGE_DARK: (Kind.RETAINER, False),
        ToothPaint.BRIDGE_LIGHT: (Kind.RETAINER, True),
        ToothPaint.DENTURE_DARK: (Kind.DENTURE, False),
        ToothPaint.DENTURE_LIGHT: (Kind.DENTURE, True),
        ToothPaint.SEALANT: (Kind.SEALANT, True),
        ToothPaint.VENEER: (Kind.VENEER, True),
        ToothPaint.TEXT: (Kind.NOTE, False),
        ToothPaint.RETAINED_ROOT: (Kind.RETAINED_ROOT, False),
        ToothPaint.SPACE_MAINTAINER: (Kind.SPACE_MAINTAINER, False),
    }
)
"""What a code's paint type draws, and whether it is light (tooth-colored) or dark (metal)."""


class Work(Struct, frozen=True, gc=False):
    """One treatment or finding on one tooth."""

    kind: Kind
    status: Status
    light: bool = False
    """Tooth-colored; otherwise metal."""
    surfaces: tuple[Surface, ...] = ()
    text: str = ""
    """The letters of a note."""
    name: str = ""
    """The condition's name, of a finding."""
