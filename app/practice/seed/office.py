"""The office: two clinics, eight operatories, three dentists, three hygienists, and the front desk."""

from __future__ import annotations

from typing import NamedTuple

from app.practice.schema.office import clinic, employee, operatory, provider, providercliniclink, site, userod
from app.practice.schema.people import employer
from app.practice.seed import lists
from app.practice.seed.money.fees import code_rows
from app.practice.seed.people import names
from app.practice.seed.rows import Rows, color, iso

MAIN, HARBOR = 1, 2
"""ClinicNums."""


class Chair(NamedTuple):
    """An operatory."""

    op: int
    name: str
    abbreviation: str
    clinic: int
    dentist: int
    hygienist: int = 0

    @property
    def worker(self) -> int:
        """The provider whose time an appointment here takes: the hygienist in a hygiene operatory, else the dentist."""
        return self.hygienist or self.dentist


CHAIRS = (
    Chair(1, "Op 1", "Op1", MAIN, 1),
    Chair(2, "Op 2", "Op2", MAIN, 1),
    Chair(3, "Op 3", "Op3", MAIN, 2),
    Chair(4, "Hygiene 1", "Hyg1", MAIN, 1, 4),
    Chair(5, "Hygiene 2", "Hyg2", MAIN, 2, 5),
    Chair(6, "Harbor 1", "Hb1", HARBOR, 3),
    Chair(7, "Harbor 2", "Hb2", HARBOR, 3),
    Chair(8, "Harbor Hygiene", "HbHyg", HARBOR, 3, 6),
)


class Provider(NamedTuple):
    """A provider. `days` are working weekdays, Monday 0."""

    num: int
    abbreviation: str
    last: str
    first: str
    suffix: str
    color: int
    clinic: int
    days: tuple[int, ...]
    hygienist: bool = False


PROVIDERS = (
    Provider(1, "MARR", "Marrow", "Judith", "DDS", color(46, 125, 190), MAIN, (0, 1, 2, 3)),
    Provider(2, "OKON", "Okonkwo", "Daniel", "DMD", color(56, 142, 60), MAIN, (0, 1, 3, 4)),
    Provider(3, "LIND", "Lindgren", "Sofía", "DDS", color(142, 68, 173), HARBOR, (0, 1, 2, 3, 4)),
    Provider(4, "HYG-A", "Alvarez", "Renée", "RDH", color(230, 126, 34), MAIN, (0, 1, 2, 3), hygienist=True),
    Provider(
        5, "HYG-B", "Brandt", "Tobias", "RDH", color(0, 150, 136), MAIN, (0, 1, 2, 3, 4), hygienist=True
    ),
    Provider(6, "HYG-C", "Cho", "Minji", "RDH", color(194, 55, 105), HARBOR, (0, 1, 2, 3), hygienist=True),
)

DENTIST_GOAL, HYGIENE_GOAL = 450, 100
"""Production wanted in an hour, in US dollars."""
EMPLOYEES = (("Whitlock", "Ana"), ("Reyes", "Ben"), ("Ostrow", "Hana"), ("Finch", "Gareth"))
USERS = ("Ana", "Ben", "Hana", "Gareth", "DrMarrow", "DrOkonkwo", "DrLindgren")
"""User names; UserNum counts from 1, and the first four are front desk staff."""


def office_rows(today: int) -> list[Rows]:
    """Static data: staff, operatories, codes and fees."""
    stamp = f"{iso(today - 900)} 09:00:00"
    return [
        _clinics(),
        _operatories(stamp),
        _providers(stamp),
        _links(),
        *_people(),
        *code_rows(stamp),
        _employers(),
        _sites(),
        lists.definition_rows(),
        lists.preference_rows(),
    ]


def _clinics() -> Rows:
    rows = Rows(
        clinic, "Description", "Abbr", "Address", "City", "State", "Zip", "Phone", "DefaultProv", "ItemOrder",
        "IsConfirmEnabled", "TimeZone",
    )  # fmt: skip
    zone = "America/Los_Angeles"
    rows.add(
        "Lanternlight Dental, Main Street", "Main", "212 Lighthouse Road", "Millbrook Bay", "OR", "97901",
        "5415550142", 1, 0, 1, zone,
    )  # fmt: skip
    rows.add(
        "Lanternlight Dental, Harbor", "Harbor", "9 Old Ferry Road", "Port Ellery", "OR", "97911",
        "5415550188", 3, 1, 1, zone,
    )  # fmt: skip
    return rows


def _operatories(stamp: str) -> Rows:
    rows = Rows(
        operatory, "OpName", "Abbrev", "ItemOrder", "ProvDentist", "ProvHygienist", "IsHygiene", "ClinicNum",
        "DateTStamp", "IsWebSched", "IsNewPatAppt", "OperatoryType",
    )  # fmt: skip
    for order, chair in enumerate(CHAIRS):
        hygiene = int(chair.hygienist > 0)
        kind = lists.number(lists.CHAIR_TYPES, "Hygiene" if hygiene else "Treatment")
        rows.add(
            chair.name, chair.abbreviation, order, chair.dentist, chair.hygienist, hygiene, chair.clinic,
            stamp, hygiene, hygiene, kind,
        )  # fmt: skip
    return rows


def _providers(stamp: str) -> Rows:
    rows = Rows(
        provider, "Abbr", "ItemOrder", "LName", "FName", "Suffix", "FeeSched", "Specialty", "IsSecondary",
        "ProvColor", "UsingTIN", "SigOnFile", "NationalProvID", "DateTStamp", "OutlineColor", "PreferredName",
        "HourlyProdGoalAmt",
    )  # fmt: skip
    for each in PROVIDERS:
        specialty = lists.number(lists.SPECIALTIES, "Hygienist" if each.hygienist else "General")
        rows.add(
            each.abbreviation, each.num - 1, each.last, each.first, each.suffix, 1, specialty, int(each.hygienist),
            each.color, 1, 1, f"10000000{each.num:02}", stamp, color(90, 90, 90), "",
            HYGIENE_GOAL if each.hygienist else DENTIST_GOAL,
        )  # fmt: skip
    return rows


def _links() -> Rows:
    """Hygienists and the Harbor dentist are limited to their clinic; the two Main dentists are not."""
    rows = Rows(providercliniclink, "ProvNum", "ClinicNum")
    for each in PROVIDERS[2:]:
        rows.add(each.num, each.clinic)
    return rows


def _people() -> list[Rows]:
    staff = Rows(employee, "LName", "FName", "ClockStatus", "EmailWork", "ReportsTo")
    for place, (last, first) in enumerate(EMPLOYEES):
        staff.add(last, first, "Working", f"{last.lower()}@example.com", int(place > 0))
    # A user's inbox is the task list with the user's own number.
    users = Rows(userod, "UserName", "EmployeeNum", "ProvNum", "TaskListInBox")
    for place, name in enumerate(USERS, 1):
        users.add(name, place if place <= len(EMPLOYEES) else 0, max(place - len(EMPLOYEES), 0), place)
    return [staff, users]


def _employers() -> Rows:
    rows = Rows(employer, "EmpName", "City", "State")
    for name in names.EMPLOYERS:
        rows.add(name, "Millbrook Bay", names.STATE)
    return rows


def _sites() -> Rows:
    rows = Rows(site, "Description", "City", "State")
    rows.add("Cedar Point School", "Cedar Point", names.STATE)
    return rows
