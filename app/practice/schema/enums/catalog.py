"""Enumerations of codes, fees, benefits and the time clock."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split())))


TOOTH_PAINT = _counted(
    "None Extraction Implant RCT PostBU FillingDark FillingLight CrownDark CrownLight BridgeDark BridgeLight "
    "DentureDark DentureLight Sealant Veneer Text RetainedRoot SpaceMaintainer"
)
SUBSTITUTION = _counted("Always Molar SecondMolar Never Posterior")
FEE_SCHED_TYPE = _counted("Normal CoPay OutNetwork FixedBenefit ManualBlueBook")
CODE_GROUP_FIXED = _counted("None BW PanoFMX Exam Perio Prophy SRP FMDebride Fluoride Sealant")
BENEFIT_CATEGORY = _counted(
    "None General Diagnostic Periodontics Restorative Endodontics MaxillofacialProsth Crowns Accident Orthodontics "
    "Prosthodontics OralSurgery RoutinePreventive DiagnosticXRay Adjunctive"
)
CLOCK_STATUS = _counted("Home Lunch Break")
