"""Kinds of appointments: length, procedures, and the appointment type."""

from __future__ import annotations

import random
from typing import NamedTuple

from app.practice.schema.office import deflink
from app.practice.schema.schedule import appointmenttype
from app.practice.seed import lists
from app.practice.seed.rows import Rows, color


class Kind(NamedTuple):
    """One kind of appointment. The pattern has one character per five minutes, X for the provider's own time."""

    name: str
    pattern: str
    choices: tuple[tuple[str, ...], ...]
    """Sets of procedure codes, one of which is chosen."""
    color: int
    weight: int = 0
    extra: str = ""
    """A code added now and then."""
    blockouts: str = ""

    @property
    def slots(self) -> int:
        """Length in five-minute slots."""
        return len(self.pattern)

    @property
    def provider_time(self) -> int:
        """The mask of the provider's own time, from the appointment's start."""
        return sum(1 << slot for slot, sign in enumerate(self.pattern) if sign == "X")

    def codes(self, dice: random.Random) -> tuple[str, ...]:
        """The procedures of one such appointment."""
        chosen = dice.choice(self.choices)
        return (*chosen, self.extra) if self.extra and dice.random() < 0.4 else chosen


_BACK = (("D2391",), ("D2392",), ("D2393",), ("D2394",), ("D2150",))
_FRONT = (("D2330",), ("D2331",), ("D2332",))

NEW_ADULT = Kind("New patient", "/XXXXXXXXXXXXXX/", (("D0150", "D0210", "D1110"),), color(118, 196, 132))
NEW_CHILD = Kind(
    "New patient, child", "/XXXXXXXXXX/", (("D0150", "D0272", "D1120", "D1206"),), color(150, 214, 150)
)
CLEANING = Kind("Cleaning", "/XXXXXXXXXX/", (("D0120", "D1110"),), color(140, 190, 226), 62, "D0274")
CHILD_CLEANING = Kind(
    "Cleaning, child", "/XXXXXXXX/", (("D0120", "D1120", "D1206"), ("D0120", "D1120", "D1208")),
    color(168, 214, 236), 100, "D0272",
)  # fmt: skip
GUM_CARE = Kind("Gum maintenance", "/XXXXXXXXXX/", (("D4910",),), color(120, 170, 200), 22, "D0120")
DEEP_CLEANING = Kind(
    "Deep cleaning", "/XXXXXXXXXXXXXXXX/", (("D4341", "D4341"), ("D4341", "D4342")), color(100, 150, 190), 10
)
EMERGENCY = Kind(
    "Emergency", "/XXXX/", (("D0140", "D0220"), ("D0140", "D0220", "D9110")), color(228, 108, 94), 8
)
FILLING = Kind("Filling", "//XXXXXX//", _BACK + _FRONT, color(196, 178, 226), 38)
TWO_FILLINGS = Kind(
    "Two fillings", "//XXXXXXXXXX//", (("D2392", "D2391"), ("D2393", "D2391"), ("D2331", "D2330")),
    color(178, 160, 214), 16,
)  # fmt: skip
CROWN = Kind(
    "Crown",
    "//XXXXXXXXXX//////",
    (("D2740",), ("D2740", "D2950"), ("D2750", "D2950")),
    color(232, 190, 120),
    12,
)
ROOT_CANAL = Kind(
    "Root canal", "//XXXXXXXXXXXX//", (("D3310",), ("D3320",), ("D3330",)), color(214, 140, 140), 6
)
EXTRACTION = Kind("Extraction", "//XXXX//", (("D7140",),), color(206, 150, 120), 8)
SURGERY = Kind(
    "Oral surgery", "//XXXXXXXX////", (("D7210",), ("D7240",), ("D7210", "D7953")), color(190, 130, 104), 4
)
CONSULT = Kind("Consultation", "/XXXX/", (("D9310",), ("D0170",)), color(208, 208, 160), 5)
GUARD = Kind("Night guard", "/XX///", (("D9944",), ("D9951",)), color(190, 200, 180), 3)
DENTURE = Kind("Denture", "/XXXX/", (("D5410",), ("D5750",), ("D5213",)), color(214, 190, 200), 3)
CHILD_FILLING = Kind(
    "Filling, child", "/XXXXXX/", (("D2391",), ("D2140",), ("D3220",)), color(214, 200, 236), 1
)

HYGIENE_ADULT = (CLEANING, GUM_CARE, DEEP_CLEANING)
TREATMENT_ADULT = (
    FILLING, TWO_FILLINGS, CROWN, ROOT_CANAL, EXTRACTION, SURGERY, EMERGENCY, CONSULT, GUARD, DENTURE
)  # fmt: skip
KINDS = (NEW_ADULT, NEW_CHILD, CHILD_CLEANING, *HYGIENE_ADULT, *TREATMENT_ADULT, CHILD_FILLING)
TYPE_NUMS = {kind.name: number for number, kind in enumerate(KINDS, 1)}
"""AppointmentTypeNum of each kind."""
_REQUIRED_AT_LEAST_ONE, _LINK_TYPE, _LINK_CHAIR = 1, 2, 3


def type_rows() -> list[Rows]:
    """The appointment types, one of them hidden, and which of them web scheduling offers."""
    types = Rows(
        appointmenttype, "AppointmentTypeName", "AppointmentTypeColor", "ItemOrder", "IsHidden", "Pattern",
        "CodeStr", "CodeStrRequired", "RequiredProcCodesNeeded", "BlockoutTypes",
    )  # fmt: skip
    emergency = str(lists.number(lists.BLOCKOUTS, "Emergency"))
    for order, kind in enumerate(KINDS):
        codes = ",".join(kind.choices[0])
        required = codes if kind is CROWN else ""
        types.add(
            kind.name, kind.color, order, 0, kind.pattern, codes, required,
            _REQUIRED_AT_LEAST_ONE if required else 0, emergency if kind is EMERGENCY else "",
        )  # fmt: skip
    types.add("Short call", color(200, 200, 200), len(KINDS), 0, "/XX/", "", "", 0, "")
    types.add("Braces check", color(170, 170, 170), len(KINDS) + 1, 1, "/XX/", "D8660", "", 0, "")
    links = Rows(deflink, "DefNum", "FKey", "LinkType")
    for category, name, kind in (
        (lists.NEW_PATIENT_TYPES, "New patient exam", NEW_ADULT),
        (lists.NEW_PATIENT_TYPES, "New patient, child", NEW_CHILD),
        (lists.EXISTING_TYPES, "Cleaning", CLEANING),
        (lists.EXISTING_TYPES, "Toothache", EMERGENCY),
    ):
        links.add(lists.number(category, name), TYPE_NUMS[kind.name], _LINK_TYPE)
    for name in ("New patient exam", "New patient, child"):
        for op in (4, 5, 8):
            links.add(lists.number(lists.NEW_PATIENT_TYPES, name), op, _LINK_CHAIR)
    return [types, links]
