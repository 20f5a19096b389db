"""Procedure codes with their settings, and the fee schedules."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.schema.enums.catalog import FEE_SCHED_TYPE, SUBSTITUTION, TOOTH_PAINT
from app.practice.schema.procedures import fee, feesched, procedurecode
from app.practice.seed import lists
from app.practice.seed.codes import CODES, NUMBERS, Code
from app.practice.seed.rows import Rows

STANDARD, NETWORK, MEMBERS, OUT_OF_NETWORK, OLD = range(1, 6)
"""FeeSchedNums."""


class Schedule(NamedTuple):
    """One fee schedule; its fees are percentages of the standard ones."""

    name: str
    percent: int
    kind: str = "Normal"
    is_global: bool = True
    hidden: bool = False


SCHEDULES = (
    Schedule("Standard", 100),
    Schedule("Coastal network", 72),
    Schedule("Lanternlight members", 80),
    Schedule("Out of network", 88, "OutNetwork", is_global=False),
    Schedule("Standard before last", 91, hidden=True),
)
"""In number order."""
SUBSTITUTES = {"D2391": "D2140", "D2392": "D2150"}
"""White fillings of molars that insurance pays as silver ones."""
_HARBOR, _HARBOR_PERCENT = 2, 94
_HARBOR_CODES = ("D0120", "D0150", "D1110", "D1120", "D2740", "D2750")
"""Codes with their own fees at the Harbor clinic, in the schedule that is not global."""
_PROSTHESES = ("D27", "D51", "D52", "D60", "D62", "D67")
_PAINTS = {
    "D135": "Sealant", "D151": "SpaceMaintainer", "D21": "FillingDark", "D23": "FillingLight", "D274": "CrownLight",
    "D275": "CrownLight", "D295": "PostBU", "D296": "Veneer", "D33": "RCT", "D51": "DentureLight",
    "D52": "DentureLight", "D601": "Implant", "D605": "CrownLight", "D62": "BridgeLight", "D67": "BridgeLight",
    "D71": "Extraction", "D72": "Extraction", "Watch": "Text", "Decay": "FillingDark", "RetRoot": "RetainedRoot",
}  # fmt: skip
_NEVER_BILLED = frozenset({"D9986", "D9987", "~GRP~", "Watch", "Decay", "RetRoot"})
_PAINT_TEXTS = {"Watch": "W"}


def code_rows(stamp: str) -> list[Rows]:
    """The codes, the schedules and every fee."""
    codes = Rows(
        procedurecode, "ProcCode", "Descript", "AbbrDesc", "ProcTime", "ProcCat", "TreatArea", "IsHygiene",
        "IsRadiology", "LaymanTerm", "DateTStamp", "NoBillIns", "IsProsth", "PaintType", "SubstitutionCode",
        "SubstOnlyIf", "PaintText",
    )  # fmt: skip
    for code in CODES:
        codes.add(*_code(code, stamp))
    return [codes, *_fees(stamp)]


def _code(code: Code, stamp: str) -> tuple[object, ...]:
    paint = next((word for start, word in _PAINTS.items() if code.code.startswith(start)), "None")
    substitute = SUBSTITUTES.get(code.code, "")
    return (
        code.code, code.description, code.abbreviation, _in_steps(code.pattern),
        lists.number(lists.CODE_CATEGORIES, code.category), code.area, int(code.hygiene), int(code.xray),
        code.description, stamp, int(code.code in _NEVER_BILLED), int(code.code.startswith(_PROSTHESES)),
        TOOTH_PAINT.number(paint), substitute, SUBSTITUTION.number("Molar" if substitute else "Always"),
        _PAINT_TEXTS.get(code.code, ""),
    )  # fmt: skip


def _in_steps(pattern: str) -> str:
    """A pattern of five minutes a character in the practice's steps of ten, as procedure codes have it."""
    lead = len(pattern) - len(pattern.lstrip("/"))
    inner = len(pattern.strip("/"))
    tail = len(pattern) - lead - inner
    return "/" * (-(-lead // 2)) + "X" * (-(-inner // 2)) + "/" * (-(-tail // 2))


def _fees(stamp: str) -> list[Rows]:
    schedules = Rows(
        feesched,
        "Description",
        "FeeSchedType",
        "ItemOrder",
        "IsHidden",
        "IsGlobal",
        "SecDateEntry",
        "SecDateTEdit",
    )
    fees = Rows(fee, "Amount", "FeeSched", "CodeNum", "ClinicNum", "SecDateEntry", "SecDateTEdit")
    day = stamp[:10]
    for number, each in enumerate(SCHEDULES, 1):
        kind = FEE_SCHED_TYPE.number(each.kind)
        schedules.add(each.name, kind, number - 1, int(each.hidden), int(each.is_global), day, stamp)
        for key, code in enumerate(CODES, 1):
            fees.add(float(code.fee * each.percent // 100), number, key, 0, day, stamp)
    usual = {code.code: code.fee for code in CODES}
    for text in _HARBOR_CODES:
        amount = float(usual[text] * _HARBOR_PERCENT // 100)
        fees.add(amount, OUT_OF_NETWORK, NUMBERS[text], _HARBOR, day, stamp)
    return [schedules, fees]
