"""Insurance: carriers, plans with benefits, subscribers, covered families, and verifications."""

from __future__ import annotations

import random
from typing import NamedTuple

from app.practice.schema.benefits import benefit, insverify, insverifyhist
from app.practice.schema.claims import claimform
from app.practice.schema.columns import NO_DATE
from app.practice.schema.insurance import carrier, insplan, inssub, patplan
from app.practice.seed import lists
from app.practice.seed.codes import CODES
from app.practice.seed.people import names
from app.practice.seed.people.people import CHILD, Person
from app.practice.seed.rows import Rows, iso

_SELF, _SPOUSE, _CHILD = range(3)
_PLANS = 42
_STATE_PLAN = "State Children's Dental"
_BENEFIT, _ENROLLMENT = 1, 2
"""`insverify.VerifyType`."""
_CO_INSURANCE, _DEDUCTIBLE, _LIMITATION = 1, 2, 5
_CALENDAR_YEAR, _SERVICE_YEAR = 2, 1
_INDIVIDUAL, _FAMILY = 1, 2
_NO_PERCENT, _NO_AMOUNT = -1, -1.0

SHARES = (
    (2, 100, ("D0",)),
    (4, 100, ("D1",)),
    (5, 80, ("D20", "D21", "D22", "D23", "D24", "D25", "D26", "D28", "D29")),
    (6, 80, ("D3",)),
    (7, 80, ("D4",)),
    (8, 80, ("D7",)),
    (9, 50, ("D27",)),
    (10, 50, ("D5", "D6")),
    (13, 50, ("D8",)),
    (14, 50, ("D9",)),
)
"""Benefits by insurance category: CovCatNum, percentage, and the prefix of its codes."""


def share_of(code: str) -> int:
    """The percentage that a plan pays for a code."""
    return next((percent for _, percent, starts in SHARES if code.startswith(starts)), 0)


SHARE = {number: share_of(code.code) for number, code in enumerate(CODES, 1)}
"""By CodeNum."""


class Terms(NamedTuple):
    """A plan's benefits. Amounts are cents."""

    num: int
    carrier: int
    kind: str
    """`insplan.PlanType`."""
    deductible: int
    maximum: int
    month_renew: int


class Held(NamedTuple):
    """One coverage of one patient."""

    sub: int
    plan: int
    relation: int
    since: int
    """A day's ordinal."""


class Insurance:
    """Everyone's insurance, as rows and as claims need it."""

    def __init__(self, people: list[Person], today: int, dice: random.Random, more: random.Random) -> None:
        """`dice` decides who has which plan, `more` everything else."""
        self._today = today
        self._more = more
        self._stamp = f"{iso(today - 700)} 10:00:00"
        self.terms = {number: _terms(number) for number in range(1, _PLANS + 1)}
        self.covered: dict[int, list[Held]] = {}
        """Each patient's insurance by PatNum, primary first."""
        self._subs = Rows(
            inssub, "PlanNum", "Subscriber", "DateEffective", "SubscriberID", "ReleaseInfo", "AssignBen", "SubscNote",
            "SecUserNumEntry", "SecDateEntry", "SecDateTEdit",
        )  # fmt: skip
        self._pat_plans = Rows(
            patplan, "PatNum", "Ordinal", "Relationship", "InsSubNum", "IsPending", "OrthoAutoFeeBilledOverride",
            "SecDateTEntry", "SecDateTEdit",
        )  # fmt: skip
        self._cover(people, dice)
        self.rows = [
            _forms(), _carriers(self._stamp), self._plan_rows(), self._subs, self._pat_plans, self._benefits(),
            *self._verifications(),
        ]  # fmt: skip

    def _cover(self, people: list[Person], dice: random.Random) -> None:
        """More than half of the families have a plan, some two, covering the whole family."""
        held: list[Held] = []
        for person in people:
            if person.num == person.guarantor:
                held = []
                if dice.random() < 0.57:
                    held.append(self._subscribe(person, dice.randrange(1, _PLANS + 1), dice))
                    if self._more.random() < 0.08:
                        other = held[0].plan % _PLANS + 1
                        held.append(self._subscribe(person, other, self._more))
            if held:
                person.plan = held[0].plan
                self._add(person, held)

    def _subscribe(self, person: Person, plan: int, dice: random.Random) -> Held:
        identifier = f"{dice.randrange(10**8, 10**9)}"
        since = self._today - dice.randrange(200, 2000)
        entered = iso(max(since, self._today - 720))
        note = "Ask for the new card" if self._more.random() < 0.03 else ""
        user = 1 + person.num % 4
        sub = self._subs.add(
            plan, person.num, iso(since), identifier, 1, 1, note, user, entered, f"{entered} 10:30:00"
        )
        return Held(sub, plan, _SELF, since)

    def _add(self, person: Person, held: list[Held]) -> None:
        relation = _SELF if person.num == person.guarantor else _CHILD
        if relation and person.position != CHILD:
            relation = _SPOUSE
        mine = [each._replace(relation=relation) for each in held]
        self.covered[person.num] = mine
        for ordinal, each in enumerate(mine, 1):
            stamp = f"{iso(max(each.since, self._today - 720))} 10:35:00"
            self._pat_plans.add(person.num, ordinal, relation, each.sub, 0, _NO_AMOUNT, stamp, stamp)

    def _plan_rows(self) -> Rows:
        plans = Rows(
            insplan, "GroupName", "GroupNum", "FeeSched", "EmployerNum", "CarrierNum", "PlanType", "ClaimFormNum",
            "MonthRenew", "PlanNote", "HasPpoSubstWriteoffs", "SecDateEntry", "SecDateTEdit",
        )  # fmt: skip
        for terms in self.terms.values():
            number = terms.num - 1
            work = number % (len(names.EMPLOYERS) + 1)
            group = names.EMPLOYERS[work - 1] if work else "Individual"
            note = "Crowns once in five years" if number % 6 == 0 else ""
            plans.add(
                group, f"G{4100 + number * 7}", 1, work, terms.carrier, terms.kind, 1, terms.month_renew, note, 1,
                self._stamp[:10], self._stamp,
            )  # fmt: skip
        return plans

    def _benefits(self) -> Rows:
        """Each plan's percentages, deductible, yearly maximum and frequencies."""
        rows = Rows(
            benefit, "PlanNum", "CovCatNum", "BenefitType", "Percent", "MonetaryAmt", "TimePeriod", "CoverageLevel",
            "SecDateTEntry", "SecDateTEdit",
        )  # fmt: skip
        when = (self._stamp, self._stamp)
        for terms in self.terms.values():
            period = _SERVICE_YEAR if terms.month_renew else _CALENDAR_YEAR
            for category, percent, _ in SHARES:
                covered = 100 if terms.kind == "f" else percent
                rows.add(terms.num, category, _CO_INSURANCE, covered, _NO_AMOUNT, 0, 0, *when)
            amounts = (
                (0, _DEDUCTIBLE, terms.deductible, _INDIVIDUAL),
                (0, _DEDUCTIBLE, terms.deductible * 3, _FAMILY),
                (2, _DEDUCTIBLE, 0, _INDIVIDUAL),
                (4, _DEDUCTIBLE, 0, _INDIVIDUAL),
                (0, _LIMITATION, terms.maximum, _INDIVIDUAL),
            )
            for category, kind, cents, level in amounts if terms.maximum else ():
                rows.add(terms.num, category, kind, _NO_PERCENT, cents / 100, period, level, *when)
        return rows

    def _verifications(self) -> list[Rows]:
        """A row for each plan and coverage, some never verified; earlier ones are in the history."""
        columns = ("DateLastVerified", "VerifyType", "FKey", "DefNum", "DateTimeEntry", "SecDateTEdit")
        now = Rows(insverify, *columns)
        before = Rows(insverifyhist, "InsVerifyNum", *columns)
        verified = lists.number(38, "Verified")
        keys = [(_BENEFIT, number) for number in self.terms]
        keys += [(_ENROLLMENT, row[0]) for row in self._pat_plans.rows]
        dice = self._more
        for kind, key in keys:
            day = self._today - dice.randrange(2, 400) if dice.random() < 0.7 else 0
            last = f"{iso(day)} 14:00:00" if day else self._stamp
            number = now.add(iso(day) if day else NO_DATE, kind, key, verified if day else 0, last, last)
            if day and dice.random() < 0.3:
                old = iso(day - 365)
                before.add(number, old, kind, key, verified, f"{old} 14:00:00", last)
        return [now, before]


def _terms(number: int) -> Terms:
    """The terms of a plan, determined by its number."""
    place = (number - 1) % len(names.CARRIERS)
    if names.CARRIERS[place][0] == _STATE_PLAN:
        return Terms(number, place + 1, "f", 0, 0, 0)
    kind = "" if number % 5 == 0 else "p"
    deductible = (5_000, 5_000, 2_500)[number % 3]
    maximum = (150_000, 100_000, 200_000, 150_000)[number % 4]
    return Terms(number, place + 1, kind, deductible, maximum, 7 if number % 11 == 3 else 0)


def _forms() -> Rows:
    rows = Rows(
        claimform, "Description", "IsHidden", "FontName", "FontSize", "PrintImages", "Width", "Height"
    )
    rows.add("Dental claim form", 0, "Arial", 9.0, 1, 850, 1100)
    rows.add("Medical claim form", 0, "Courier New", 10.0, 1, 850, 1100)
    rows.add("Dental claim form, before last", 1, "Arial", 9.0, 1, 850, 1100)
    return rows


def _carriers(stamp: str) -> Rows:
    rows = Rows(
        carrier, "CarrierName", "ElectID", "Address", "City", "State", "Zip", "Phone", "NoSendElect", "IsHidden",
        "SecDateEntry", "SecDateTEdit",
    )  # fmt: skip
    for place, (name, identifier) in enumerate(names.CARRIERS):
        town, code = names.TOWNS[place % len(names.TOWNS)]
        rows.add(
            name, identifier, f"PO Box {1200 + 37 * place}", town, names.STATE, code, f"(541)555-{2100 + place}", 0, 0,
            stamp[:10], stamp,
        )  # fmt: skip
    town, code = names.TOWNS[0]
    rows.add(
        "Millbrook Mutual", "", "PO Box 9", town, names.STATE, code, "(541)555-2199", 1, 1, stamp[:10], stamp
    )
    return rows
